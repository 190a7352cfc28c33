"""What a classifier has learned, kept as bytes and used by another one."""

from dataclasses import replace

import numpy as np
import pytest

from caseboard.topics.classifier import Classifier, Labelled
from caseboard.topics.features import column, hasher
from caseboard.topics.learned import packed, unpacked
from caseboard.topics.shelf import Shelf, digest_of
from caseboard.topics.spec import ThemeSpec, shipped_specs

BEES = ThemeSpec("bienen", "Imkerei", "Bienen und Honig.", ("Biene", "Honig", "Imker", "Wabe"))
SHIPS = ThemeSpec("schiffe", "Seefahrt", "Arbeit auf dem Schiff.", ("Schiff", "Matrose", "Hafen", "Anker"))
SPECS = (BEES, SHIPS)
TEXTS = ("Die Schleuder steht im Schuppen, Met und Kerzen.", "Das Tau liegt im Laderaum.")
LESSONS = [
    Labelled(text, (key,), house)
    for house in ("kg", "nes", "has", "msp")
    for text, key in zip(TEXTS, ("bienen", "schiffe"), strict=True)
]
ASKED = hasher().counts(["Die Schleuder ist kaputt.", "Der Laderaum ist voll.", "Honig und Anker", ""])


def test_what_was_learned_says_the_same_in_another_process() -> None:
    # given
    teacher = Classifier(SPECS, LESSONS)

    # when
    content = packed(teacher.learned)
    pupil = Classifier(SPECS, learned=unpacked(content))

    # then
    assert pupil.log_odds(ASKED) == pytest.approx(teacher.log_odds(ASKED), abs=1e-5)
    assert not np.allclose(pupil.log_odds(ASKED), Classifier(SPECS).log_odds(ASKED), atol=0.1)
    assert (pupil.sure(np.full((1, 2), 1.0)) == teacher.sure(np.full((1, 2), 1.0))).all()
    assert packed(Classifier(SPECS, LESSONS).learned) == content


def test_nothing_is_kept_of_a_term_that_fewer_than_three_houses_use() -> None:
    # given a word of one house, of two, and of three, each in several texts
    rare = [Labelled(f"{TEXTS[0]} Quittengelee", ("bienen",), "kg")] * 3
    twice = [Labelled("Holunderblüten", ("bienen",), house) for house in ("kg", "nes")] * 2
    thrice = [Labelled("Lindenallee", ("bienen",), house) for house in ("kg", "nes", "has")]

    # when
    learned = Classifier(SPECS, [*LESSONS, *rare, *twice, *thrice]).learned

    # then
    kept = set(learned.taught.weights.columns.tolist()) | set(learned.seen.tolist())
    assert column("lindenallee") in kept
    assert column("quittengelee") not in kept
    assert column("holunderblüten") not in kept
    # whereas the command line, which keeps nothing, learns from all of them
    alone = Classifier(SPECS, [replace(one, house="") for one in (*LESSONS, *rare)]).learned
    assert column("quittengelee") in alone.taught.weights.columns


def test_what_was_learned_of_a_theme_holds_until_the_theme_means_something_else() -> None:
    # given
    learned = Classifier(SPECS, LESSONS).learned
    other = replace(SHIPS, seeds=("Schiff", "Boot"))
    new = ThemeSpec("fahrrad", "Fahrrad", "", ("Fahrrad",))

    # when one theme has other seeds, a third one is new, and their order is another
    after = Classifier((new, other, BEES), learned=learned).log_odds(ASKED)

    # then only of the one that is as it was anything is known
    assert after[:, 2] == pytest.approx(Classifier(SPECS, LESSONS).log_odds(ASKED)[:, 0], abs=1e-5)
    assert after[:, :2] == pytest.approx(Classifier((new, other)).log_odds(ASKED), abs=1e-5)
    assert Classifier((new, other), learned=learned).learned is None


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no more", b"\x93NUMPY"])
def test_bytes_that_are_damaged_teach_nothing(content: bytes) -> None:
    assert unpacked(content) is None


def test_a_process_makes_the_classifier_once_for_each_version() -> None:
    # given
    shelf, content, asked = Shelf(), packed(Classifier(SPECS, LESSONS).learned), []

    def fetch() -> bytes:
        asked.append("bytes")
        return content

    # when
    first = shelf.classifier(SPECS, digest_of(content), fetch)

    # then the same one is given out until themes or digest change, and bytes are read once
    assert shelf.classifier(SPECS, digest_of(content), fetch) is first
    renamed = shelf.classifier((BEES, replace(SHIPS, name="Schifffahrt")), digest_of(content), fetch)
    assert renamed is not first
    assert asked == ["bytes"]
    # bytes with another digest are not used, and nothing is asked for where nothing was learned
    assert shelf.classifier(SPECS, "0" * 64, fetch).learned is None
    assert shelf.classifier(SPECS, "", fetch).learned is None
    assert len(asked) == 2


def test_a_classifier_that_was_warmed_up_is_there() -> None:
    shelf = Shelf()

    thread = shelf.warm_up(shipped_specs(), "", None)
    assert thread is not None
    thread.join()

    assert shelf.holds(shipped_specs(), "")
    assert shelf.warm_up(shipped_specs(), "", None) is None
