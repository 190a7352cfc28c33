"""How much is found in our own annotated texts: floors that must not be undercut, and field terms that must survive."""

import pytest

from caseboard.anonymize import strip_fields
from tests.texts.annotated import DIRECT, Score, count, parse, texts


def measured(part: str) -> Score:
    score = Score()
    for document in texts(part):
        count(score, document, strip_fields({"text": document.text}).finds)
    return score


@pytest.mark.parametrize(("part", "recall", "touched"), [("tune", 0.975, 0.83), ("test", 0.97, 0.8)])
def test_recall_and_survival_do_not_fall(part: str, recall: float, touched: float) -> None:
    score = measured(part)

    assert score.recall >= recall, score.leaks
    assert score.survival >= 0.945, score.lost
    assert score.over_redaction <= 0.03, score.over
    assert score.touched >= touched, score.untouched


def test_the_measure_notices_a_leak_and_a_lost_word() -> None:
    document = parse("x", "Frau [[PERSON:Brezina]] war {{KEEP:heute}} hier, ((AGE:43)).")
    score = Score()

    count(score, document, ())

    assert (score.recall, score.clean, score.touched, score.survival) == (0, 0, 0, 1)
    assert document.text == "Frau Brezina war heute hier, 43."
    assert {kind for _, _, kind in document.direct} <= DIRECT
