"""How much is found in our own annotated texts: floors that must not be undercut, and field terms that must survive.

The texts for testing are summed up only: whoever reads what leaked from them could no longer test with them.
"""

from functools import cache

import pytest

from caseboard.anonymize import strip_fields
from tests.texts.annotated import DIRECT, Score, count, parse, texts

FLOORS: dict[str, dict[str, float]] = {
    "tune": {
        **{"recall": 0.993, "clean": 0.9, "survival": 0.965, "touched": 0.88, "other": 0.977},
        **{"PERSON": 0.99, "ORG": 0.98, "PLACE": 0.99, "STREET": 0.985, "ID": 0.99, "PHONE": 0.99},
        **{"EMAIL": 0.99, "URL": 0.99, "DATE": 0.99, "POSTCODE": 0.99},
    },
    "test": {
        **{"recall": 0.985, "clean": 0.75, "survival": 0.96, "touched": 0.85, "other": 0.973},
        **{"PERSON": 0.99, "ORG": 0.935, "PLACE": 0.98, "STREET": 0.96, "ID": 0.985, "PHONE": 0.985},
        **{"EMAIL": 0.99, "URL": 0.99, "DATE": 0.99, "POSTCODE": 0.99},
    },
}
"""A little under what was measured on 23 November 2026; `other` are the ordinary words that nobody touched."""


@cache
def measured(part: str) -> Score:
    """One pass over the texts of a part, for all floors."""
    score = Score()
    for document in texts(part):
        count(score, document, strip_fields({"text": document.text}).finds)
    return score


def share(score: Score, of: str) -> float:
    """What is left over of one kind of thing."""
    if of in DIRECT:
        return 1 - score.leaked_kinds[of] / score.kinds[of]
    if of == "clean":
        return score.clean / score.documents
    return 1 - score.over_redaction if of == "other" else float(getattr(score, of))


def examples(score: Score, of: str) -> list[str]:
    """What went wrong, to be read where the texts may be read."""
    if of in DIRECT:
        return [leak for leak in score.leaks if f" {of} " in leak]
    wrong = {"survival": score.lost, "touched": score.untouched, "other": score.over}
    return wrong.get(of, score.leaks)


FLOOR = pytest.mark.parametrize(("part", "of"), [(part, of) for part, floors in FLOORS.items() for of in floors])


@FLOOR
def test_no_share_falls_below_its_floor(part: str, of: str) -> None:
    score = measured(part)

    assert share(score, of) >= FLOORS[part][of], examples(score, of) if part == "tune" else "only summed"


@pytest.mark.parametrize("part", FLOORS)
def test_every_kind_of_direct_identifier_has_a_floor(part: str) -> None:
    assert set(measured(part).kinds) <= FLOORS[part].keys()


def test_a_leak_brings_its_share_down() -> None:
    score = Score()

    count(score, parse("x", "Frau [[PERSON:Brezina]], Tel. [[PHONE:0171 234]], {{KEEP:heute}} ((AGE:43))."), ())

    assert [share(score, of) for of in ("PERSON", "PHONE", "clean", "recall", "touched")] == [0, 0, 0, 0, 0]
    assert share(score, "survival") == share(score, "other") == 1


def test_the_measure_notices_a_leak_and_a_lost_word() -> None:
    document = parse("x", "Frau [[PERSON:Brezina]] war {{KEEP:heute}} hier, ((AGE:43)).")
    score = Score()

    count(score, document, ())

    assert (score.recall, score.clean, score.touched, score.survival) == (0, 0, 0, 1)
    assert document.text == "Frau Brezina war heute hier, 43."
    assert {kind for _, _, kind in document.direct} <= DIRECT
