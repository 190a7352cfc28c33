"""What a group of texts is called: no form of a word that only one or two houses write, however often they do."""

import pytest

from caseboard.topics import naming


def shown(*texts: tuple[str, str]) -> list[str]:
    """What a group of these texts, each with its house, is called if everything in it is new."""
    terms = naming.used([words.split() for _house, words in texts], [house for house, _words in texts])
    return naming.names(terms, dict.fromkeys(terms, 1.0), len(texts))


def test_the_form_of_three_houses_is_shown_before_one_that_a_single_house_writes_more_often() -> None:
    assert shown(("a", "Bienen Bienen Bienen Bienen"), ("b", "Biene"), ("c", "Biene"), ("d", "Biene")) == ["Biene"]


def test_of_forms_that_enough_houses_write_the_most_frequent_is_shown() -> None:
    texts = [(house, "Bienen Bienen Biene") for house in "abc"]

    assert shown(*texts) == ["Bienen"]


@pytest.mark.parametrize("words", [("Biene", "Bienen", "Biene"), ("Bienen", "Bienen", "Biene")])
def test_where_no_form_is_of_three_houses_what_they_have_in_common_is_shown(words: tuple[str, ...]) -> None:
    assert shown(*zip("abc", words, strict=True)) == ["Biene"]


def test_a_term_of_two_houses_is_never_shown() -> None:
    assert shown(("a", "Biene"), ("b", "Biene"), ("b", "Biene")) == []
