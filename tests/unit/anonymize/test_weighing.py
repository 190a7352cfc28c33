"""The table of weights: readable, complete, and cautious about evidence that it does not know."""

import pytest

from caseboard.anonymize import weighing
from caseboard.anonymize.document import Document
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.vocabulary import vocabulary
from caseboard.anonymize.weighing import Weights, circumstances, weighed, weights

TEXT = "Gestern kam Wiesinger wegen der Miete."
NAME = (12, 21)


@pytest.fixture(autouse=True)
def _small_table(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Weights({"unknown-word": 1.0, "gazetteer": 2.0, "title": 0.5}, bias=-1.5, drop=0.0, certain=1.0)
    monkeypatch.setattr(weighing, "weights", lambda: table)


def weigh(*evidence: str, score: float = 0.6, kind: str = "PERSON") -> list[Passage]:
    return weighed(Document(TEXT, vocabulary()), [Passage(*NAME, kind, score, evidence)])


def test_too_little_evidence_drops_a_passage() -> None:
    assert weigh("unknown-word") == []
    assert len(weigh("unknown-word", "gazetteer:surname")) == 1


def test_much_evidence_makes_it_certain_and_little_leaves_it_suspicious() -> None:
    assert weigh("unknown-word", "gazetteer:surname")[0].certain
    assert not weigh("gazetteer:surname", score=0.8)[0].certain


def test_a_family_counts_once_however_many_members_speak_up() -> None:
    assert not weigh("gazetteer:surname", "gazetteer:first-name")[0].certain


def test_the_evidence_says_what_was_added_up() -> None:
    (passage,) = weigh("gazetteer:surname")

    assert {"gazetteer:surname", "word:unknown-listed", "network:absent", "alone:gazetteer+absent"} <= {
        *passage.evidence
    }


@pytest.mark.parametrize(
    ("evidence", "score", "kind"),
    [
        (("unheard-of", "unknown-word"), 0.6, "PERSON"),  # a new recogniser is trusted until it is in the table
        (("unknown-word",), 0.9, "PERSON"),  # firm
        (("shape:phone", "unknown-word"), 0.6, "ORG"),  # a shape stands in it
        (("unknown-word",), 0.6, "ID"),
        (("unknown-word",), 0.6, "DATE"),
    ],
)
def test_what_is_no_matter_of_weighing_stays_as_it_is(evidence: tuple[str, ...], score: float, kind: str) -> None:
    assert weigh(*evidence, score=score, kind=kind) == [Passage(*NAME, kind, score, evidence)]


def test_what_only_the_network_and_an_odd_spelling_say_is_never_certain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "weights", lambda: Weights({"ner": 5.0, "unknown-word": 5.0}, 0.0, 0.0, 1.0))

    assert not weigh("ner:PER", "unknown-word", score=0.8)[0].certain


def test_the_committed_table_can_be_read() -> None:
    table = weights()

    assert len(table.of) > 30
    assert table.drop < table.certain
    assert table.of["network:sure"] > table.of["network:none"]


def test_circumstances_of_a_word() -> None:
    document = Document("Der Antrag kam.\nWiesinger: nein", vocabulary())
    noun = circumstances(document, Passage(4, 10, "WORD", 0.5, ("unknown-word",)))
    name = circumstances(document, Passage(16, 25, "WORD", 0.5, ("unknown-word",)))

    assert {"at:article", "alone:unknown-word+absent"} <= set(noun)
    assert {"word:unknown-listed", "at:line-start", "at:colon"} <= set(name)


@pytest.mark.parametrize(("echo", "stays"), [(0.5, False), (1.5, True), (-0.5, False)])
def test_the_tagger_is_asked_of_what_is_hardly_kept(monkeypatch: pytest.MonkeyPatch, echo: float, stays: bool) -> None:
    table = Weights({"echo": echo, "no-noun:ordinary": -1.0, "proper-noun:unknown": 3.0}, 0.0, 0.0, 3.0)
    monkeypatch.setattr(weighing, "weights", lambda: table)
    word = weighed(Document(TEXT, vocabulary()), [Passage(0, 7, "PERSON", 0.6, ("echo",))])
    name = weighed(Document(TEXT, vocabulary()), [Passage(*NAME, "PERSON", 0.6, ("echo",))])

    assert bool(word) == stays  # 'Gestern'
    assert [passage.evidence[-1] for passage in name] == ["proper-noun:unknown"] * (echo > 0)  # nothing comes back


def test_what_is_sure_is_not_shown_to_the_tagger(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Weights({"echo": weighing.DOUBT, "proper-noun:unknown": 3.0}, 0.0, 0.0, 3.0)
    monkeypatch.setattr(weighing, "weights", lambda: table)
    (passage,) = weighed(Document(TEXT, vocabulary()), [Passage(*NAME, "PERSON", 0.6, ("echo",))])

    assert not any(code.startswith("proper-noun") for code in passage.evidence)
