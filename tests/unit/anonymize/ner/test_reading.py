"""What the shipped network takes for a name, what it leaves alone, and how words become one guess."""

from typing import Any

import numpy as np
import pytest

from caseboard.anonymize.document import Document
from caseboard.anonymize.ner.forward import Computed
from caseboard.anonymize.ner.labels import LABELS
from caseboard.anonymize.ner.reading import NameReader
from caseboard.anonymize.vocabulary import vocabulary


@pytest.fixture(scope="module")
def reader() -> NameReader:
    return NameReader()


def read(reader: NameReader, text: str) -> list[tuple[str, str]]:
    return [(text[g.start : g.end], g.label) for g in reader.guesses(Document(text, vocabulary()))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Termin mit Wiesinger verschoben, Attest fehlt.", [("Wiesinger", "PER")]),
        ("kd. wiesinger kommt nicht, mutter krank", [("wiesinger", "PER")]),
        ("Die Familie ist nach Obersteinach gezogen.", [("Obersteinach", "LOC")]),
        ("Er arbeitet seit Mai bei der Holzbau Wiesinger GmbH.", [("Holzbau Wiesinger GmbH", "ORG")]),
    ],
)
def test_names_are_read_from_their_surroundings(reader: NameReader, text: str, names: list[tuple[str, str]]) -> None:
    assert read(reader, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Der Kooperationsplan liegt unterschrieben in der Akte.",
        "Die Maßnahme beim Träger beginnt im März, das Jobcenter zahlt die Fahrkarte.",
        "Nach § 16e SGB II ist eine Förderung möglich.",
        "",
        "… 12.3. – 4 %",
    ],
)
def test_ordinary_sentences_hold_none(reader: NameReader, text: str) -> None:
    assert read(reader, text) == []


def test_placeholders_are_no_names_and_make_none(reader: NameReader) -> None:
    assert read(reader, "[Kunde] kommt morgen mit [Sohn 1] in die Sprechstunde.") == []


class Opinions:
    """A text whose words have been judged by hand."""

    def __init__(self, text: str, **named: float) -> None:
        self.document = Document(text, vocabulary())
        table = np.zeros((len(self.document.words), len(LABELS)), dtype="float32")
        for word in self.document.words:
            share = named.get(word.text, 0.0)
            table[word.index, 0], table[word.index, 1] = 1 - share, share
        self.document.opinions = table


@pytest.mark.parametrize(
    ("judged", "found"),
    [
        (Opinions("Odo von Ostia kam", Odo=0.9, Ostia=0.9), ["Odo von Ostia"]),  # a particle between two names
        (Opinions("Brief von Ostia", Ostia=0.9), ["Ostia"]),  # and none where no name stands before it
        (Opinions("Haus Sankt Odo kam", Odo=0.9, Sankt=0.3), ["Sankt Odo"]),  # half likely beside a name
        (Opinions("Haus Sankt, Odo kam", Odo=0.9, Sankt=0.3), ["Odo"]),  # a comma ends it
        (Opinions("K. Odo kam", K=0.9, Odo=0.9), ["K. Odo"]),
        (
            Opinions("Lieber Odowin. Ostia kam", Odowin=0.9, Ostia=0.9),
            ["Odowin", "Ostia"],
        ),  # a sentence ends between them
    ],
)
def test_words_become_one_guess_where_they_belong_together(
    reader: NameReader, judged: Opinions, found: list[Any]
) -> None:
    text = judged.document.text

    assert [text[g.start : g.end] for g in reader.guesses(judged.document)] == found


class Sure:
    """Networks of which each gives every word the same probability of being a person."""

    def __init__(self, *probabilities: float) -> None:
        self._probabilities = probabilities

    def predict(self, rows: np.ndarray, computed: Computed) -> np.ndarray:
        return np.array([[[1 - sure, sure, 0, 0, 0]] * len(rows) for sure in self._probabilities])


def test_of_several_networks_the_one_counts_that_is_surest_of_a_name(
    reader: NameReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_networks", Sure(0.2, 0.9, 0.4))

    assert reader.probabilities(Document("Zwei Worte", vocabulary()))[:, 1].tolist() == [0.9, 0.9]


def test_a_word_that_hangs_on_a_number_is_part_of_a_figure(reader: NameReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_networks", Sure(0.9))

    assert read(reader, "E9c, 24-Stunden, 7 Muster") == [("Muster", "PER")]
