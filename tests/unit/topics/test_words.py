"""Which terms a text is read into."""

import pytest

from caseboard.topics.compounds import Splitter
from caseboard.topics.words import Reader, frequencies, words


@pytest.mark.parametrize(
    ("word", "terms"),
    [
        ("Dorfbus", ["dorfbus", "dorf", "bus"]),
        ("Mietschulden", ["mietschuld", "miete", "schulden"]),
        ("Stromsperrandrohung", ["stromsperrandrohung", "strom", "sperre", "androhung"]),
        ("Kinderbetreuungszeiten", ["kinderbetreuungszeit", "kind", "betreuung", "zeit"]),
        ("STROMSPERRE", ["stromsperre", "strom", "sperre"]),
        ("Autoren", ["autor"]),
        ("Hortensien", ["hortensie"]),
        ("Partei", ["partei"]),
        ("P-Konto", ["p-konto"]),
    ],
)
def test_a_word_is_read_as_its_basic_form_and_the_parts_of_a_compound(word: str, terms: list[str]) -> None:
    assert words(word) == terms


def test_inflected_words_and_words_in_lower_case_are_the_same_term() -> None:
    assert words("Die Kita, der Kitas, kita") == ["kita"] * 3


@pytest.mark.parametrize(
    "text", ["", "[Kundin]", "Frau [Kundin]", "bei Herrn Dr. [Arzt 2, Praxis]s", "[Ort]er", "und 12"]
)
def test_what_the_anonymiser_put_in_and_words_of_every_text_are_left_out(text: str) -> None:
    assert words(text) == []


def test_a_corpus_teaches_the_splitter_words_that_the_dictionary_finds_rare() -> None:
    # given a word whose first part is known to the dictionary, but rare in the world
    assert "zwille" not in words("Zwillenbau")

    # when a corpus speaks of it all the time
    learned = Reader(Splitter(frequencies(["Die Zwille und der Bau. Zwille! Zwille."] * 5)))

    # then
    assert learned.words("Zwillenbau") == ["zwillenbau", "zwille", "bau"]


def test_pairs_keep_the_way_a_word_is_written() -> None:
    assert list(Reader().pairs("Der Dorfbus fährt")) == [
        ("Dorfbus", ("dorfbus", "dorf", "bus")),
        ("fährt", ("fahren",)),
    ]
