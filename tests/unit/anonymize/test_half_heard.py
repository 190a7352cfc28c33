"""Candidates: what the networks hold for possible is weighed with everything around it, and alone it masks nothing."""

import numpy as np
import pytest

from caseboard.anonymize import weighing
from caseboard.anonymize.agreement import agree
from caseboard.anonymize.document import Document
from caseboard.anonymize.ner.labels import LABELS
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.recognizers.half_heard import HalfHeard
from caseboard.anonymize.resolving import joined, with_candidates
from caseboard.anonymize.surroundings import Surroundings
from caseboard.anonymize.vocabulary import vocabulary
from caseboard.anonymize.weighing import Weights, weighed


def heard(text: str, **opinions: tuple[float, str]) -> Document:
    """A text of which the surest network thinks so of these words; the other one thinks half of it."""
    document = Document(text, vocabulary())
    document.opinions = np.zeros((len(document.words), len(LABELS)))
    document.opinions[:, 0] = 1
    for word in document.words:
        probability, label = opinions.get(word.text, (0.0, "PER"))
        document.opinions[word.index, [0, LABELS.index(label)]] = 1 - probability, probability
    document.doubts = (1 - document.opinions[:, 0]) / 2
    return document


def candidates(document: Document) -> list[Passage]:
    return [
        Passage(r.start, r.end, r.entity_type, r.score, tuple(r.recognition_metadata["evidence"]))
        for r in HalfHeard().finds(document)
    ]


def shown(document: Document, passages: list[Passage]) -> list[tuple[str, str]]:
    return [(p.kind, document.text[p.start : p.end]) for p in passages]


def test_what_a_network_holds_for_possible_is_a_candidate() -> None:
    document = heard("Den Meiler kriegst du, den Gabelstapler auch.", Meiler=(0.3, "PER"), Gabelstapler=(0.4, "ORG"))

    assert shown(document, candidates(document)) == [("PERSON", "Meiler"), ("ORG", "Gabelstapler")]


@pytest.mark.parametrize(
    ("text", "word", "probability"),
    [
        ("Er bringt Holz.", "Holz", 0.1),  # hardly a name
        ("Kommt im März wieder.", "März", 0.4),  # the calendar
        ("Das ist für ihn.", "ihn", 0.4),  # a small word
        ("Die Widerrufsfrist läuft.", "Widerrufsfrist", 0.4),  # what offices write
        ("Die Schulkasse zahlt.", "Schulkasse", 0.4),
        ("Die Kundin sagt ab.", "Kundin", 0.4),  # what people are to an office
        ("Eine 24-Stunden-Pflege.", "Pflege", 0.4),
        ("Das Jobcenter zahlt.", "Jobcenter", 0.4),
        ("Fünftens.", "Fünftens", 0.4),  # its capital says nothing
        ("Das Projekt für Jugendliche läuft.", "Jugendliche", 0.4),  # declined, as no surname is
        ("Es liegt an der Mukoviszidose.", "Mukoviszidose", 0.4),  # an illness
        ("Er fragt bei der Pfarrei nach.", "Pfarrei", 0.4),  # a house without a name
        ("Die Nachbarschaftshilfe kommt.", "Nachbarschaftshilfe", 0.4),
    ],
)
def test_other_words_are_no_candidates(text: str, word: str, probability: float) -> None:
    assert not candidates(heard(text, **{word: (probability, "PER")}))


def test_a_word_that_somebody_has_found_needs_no_candidate() -> None:
    document = heard("Der Rauch kam mit Meiler.", Rauch=(0.4, "PER"), Meiler=(0.4, "PER"))
    found = [Passage(4, 9, "PERSON", 0.9, ("title",))]
    quasi = Passage(18, 24, "JOB", 0.96, ("rare-job",))

    assert with_candidates([*candidates(document), quasi], found) == found


def test_candidates_weigh_what_the_table_says_of_candidates(monkeypatch: pytest.MonkeyPatch) -> None:
    document = heard("Den Meiler kriegst du.", Meiler=(0.3, "PER"))
    (candidate,) = candidates(document)

    def kept(**of: float) -> list[Passage]:
        table = Weights({"half-heard": 0.0, **of}, bias=-0.5, drop=0.0, certain=0.4)
        monkeypatch.setattr(weighing, "weights", lambda: table)
        return weighed(document, [candidate])

    assert kept() == []
    assert kept(**{"capital:True": 1.0}) == []  # that is said of others
    (found,) = kept(**{"perhaps/capital:True": 1.0})
    assert found.perhaps
    assert not found.certain


def test_a_table_that_does_not_know_candidates_lets_none_through(monkeypatch: pytest.MonkeyPatch) -> None:
    document = heard("Den Meiler kriegst du.", Meiler=(0.3, "PER"))
    monkeypatch.setattr(weighing, "weights", lambda: Weights({}, bias=5.0, drop=0.0, certain=9.0))

    assert weighed(document, candidates(document)) == []


def test_a_candidate_beside_a_find_becomes_part_of_it() -> None:
    document = heard("Arbeitet bei Werkhalle Herbst.", Werkhalle=(0.4, "ORG"))
    name = Passage(23, 29, "PERSON", 0.9, ("word-name",))

    assert shown(document, joined(document, [*candidates(document), name])) == [("ORG", "Werkhalle Herbst")]


def test_two_finds_stay_two_and_so_does_what_stands_apart() -> None:
    document = heard("Werkhalle, Herbst und Meiler", Werkhalle=(0.4, "ORG"))
    names = [Passage(11, 17, "PERSON", 0.9, ("word-name",)), Passage(22, 28, "PERSON", 0.9, ("word-name",))]

    assert len(joined(document, [*candidates(document), *names])) == 3


def test_nothing_follows_from_a_candidate() -> None:
    document = heard("Den Meiler kriegst du. Im Wald raucht ein Meiler.", Meiler=(0.3, "PER"))

    assert agree(document, candidates(document)[:1]) == []


def test_what_stands_around_is_told() -> None:
    document = heard("Herr Meiler kommt, mit Meiler senior.", Meiler=(0.9, "PER"), senior=(0.6, "PER"))
    first = Passage(5, 11, "PERSON", 0.9, ("title",))
    other = Passage(23, 29, "PERSON", 0.6, ("ner:PER",))
    codes = set(Surroundings(document, [first, other]).codes(other, document.within(other.start, other.end)))

    assert {"both:hint", "ner&hint", "says:PER:PERSON", "left:word", "right-heard:maybe", "behind:mit"} <= codes
    assert {"elsewhere:1:1:ordinary", "words:1", "capital:True"} <= codes
