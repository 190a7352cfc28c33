"""The texts for testing share no hand and no name of a person with those that rules and networks have learnt from."""

from collections.abc import Iterator

from caseboard.anonymize.fold import fold
from tests.texts.annotated import Annotated, name_words, texts

PARTICLES = frozenset(["abd", "abu", "ben", "dos", "sch", "ter", "thi", "umm"])
"""They belong to names of many people and are nobody's: 'Abu', 'dos', a beginning cut short."""


def hands(part: str) -> set[str]:
    """What the names of the texts begin with, which says who wrote them."""
    return {document.name.partition("-")[0] for document in texts(part)}


def test_nobody_has_written_for_both_parts() -> None:
    assert hands("tune") & hands("test") == set()


def test_no_name_of_a_person_stands_in_both_parts() -> None:
    tune, test = ({fold(word) for word in words(texts(part))} - PARTICLES for part in ("tune", "test"))

    assert len(test) > 2_000
    assert sorted(tune & test) == []


def words(documents: Iterator[Annotated]) -> Iterator[str]:
    """Every word of every name."""
    for document in documents:
        yield from name_words(document)
