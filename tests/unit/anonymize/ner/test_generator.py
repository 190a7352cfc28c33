"""The sentences the network learns from: every slot is known, names keep to their half, labels stay in place."""

import random
import re

import pytest

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.ner.damage import damaged, lowered
from caseboard.anonymize.ner.generator import Generator, templates
from caseboard.anonymize.ner.labels import LABELS, SKIP
from caseboard.anonymize.ner.pools import half_of, pools
from caseboard.anonymize.ner.samples import Sample, cut, targets
from caseboard.anonymize.vocabulary import vocabulary


@pytest.fixture
def generator() -> Generator:
    return Generator(pools(0), random.Random(7))  # noqa: S311


def test_no_name_is_in_both_halves() -> None:
    for group in ("male", "female", "last"):
        training = {n for p in pools(0).people.values() for n in getattr(p, group)}
        measuring = {n for p in pools(1).people.values() for n in getattr(p, group)}
        assert len(training) > 1000
        assert len(measuring) > 1000
        assert not training & measuring
    assert not {*pools(0).places, *pools(0).villages} & {*pools(1).places, *pools(1).villages}
    assert half_of("Müller") == half_of("MUELLER")


def test_every_line_of_every_template_can_be_filled(generator: Generator) -> None:
    lines = [line for style in templates().values() for line in style]

    filled = [generator.template(line) for line in lines]

    assert len(filled) > 600
    assert not [s.text for s in filled if "{" in s.text or "\\n" in s.text]
    assert {label for s in filled for _, label in s.pieces} <= {*LABELS, SKIP}


def test_the_same_seed_gives_the_same_sentences() -> None:
    line = "Frau {last}, {street}, {place}: Termin mit {foreign_m} von {firm_plain}"
    one, two = (Generator(pools(0), random.Random(3)) for _ in range(2))  # noqa: S311

    assert [one.template(line) for _ in range(20)] == [two.template(line) for _ in range(20)]


MARKED = "Fr. [[PERSON:Wiesinger]] ({{KEEP:WBA}}) sucht. Laut [[PERSON:WIESINGER]] ist ((AGE:43)) richtig."


def test_annotated_texts_get_other_names_of_the_same_kind_or_keep_theirs(generator: Generator) -> None:
    kept = 0
    for sample in (generator.rewritten(MARKED) for _ in range(200)):
        names = [text for text, label in sample.pieces if label == "PER"]
        assert names[1] == names[0].upper()
        words = "".join(text for text, label in sample.pieces if label == "O")
        assert words == "Fr.  (WBA) sucht. Laut  ist 43 richtig."
        kept += names[0] == "Wiesinger"
    assert 20 < kept < 60


def test_people_are_called_by_ordinary_words_now_and_then(generator: Generator) -> None:
    ordinary = vocabulary().ordinary

    names = [generator.rewritten(MARKED).pieces[1][0] for _ in range(300)]

    assert 40 < sum(ordinary(fold(name)) for name in names) < 150


def test_a_name_broken_off_stays_broken_off(generator: Generator) -> None:
    samples = [generator.rewritten("Rückruf an [[PERSON:Bichlm.]] bis Freitag.") for _ in range(50)]

    assert all(s.pieces[1][0].endswith(".") and len(s.pieces[1][0]) < 9 for s in samples)


def test_houses_called_by_ordinary_words_stay_houses_called_by_ordinary_words(generator: Generator) -> None:
    ordinary = vocabulary().ordinary

    names = {generator.rewritten("Sie war bei [[ORG:Alte Post]].").pieces[1][0] for _ in range(60)} - {"Alte Post"}

    assert sum(all(ordinary(fold(word)) for word in re.findall(r"[^\W\d_]{3,}", name)) for name in names) > 0.8 * len(
        names
    )


def test_damage_never_moves_a_label() -> None:
    dice = random.Random(1)  # noqa: S311
    sample = Sample((("Gestern rief ", "O"), ("Wiesinger", "PER"), (" wegen der Miete an", "O")))

    for _ in range(300):
        worn = damaged(sample, dice)
        assert [label for _, label in worn.pieces] == ["O", "PER", "O"]
        assert abs(len(worn.pieces[1][0]) - len("Wiesinger")) <= 2
    assert lowered(sample).text == "gestern rief wiesinger wegen der miete an"


def test_labels_reach_the_words_they_touch_and_disputed_words_count_nothing() -> None:
    text = "Wiesinger-Akte aus Roth, siehe Polen"
    sample = cut(text, [(0, 9, "PER"), (19, 23, "LOC"), (31, 36, SKIP)])

    numbers, weights = targets(Document(text, vocabulary()), sample)

    assert [LABELS[n] for n in numbers] == ["PER", "O", "O", "LOC", "O", "O"]
    assert weights.tolist() == [1, 1, 1, 1, 1, 0]
