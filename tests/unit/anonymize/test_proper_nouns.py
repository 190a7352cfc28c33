"""What the tagger says of a word where it stands, and that it is asked only in doubt."""

import shutil
from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path
from types import SimpleNamespace

import pytest

from caseboard.anonymize import broken, loading, proper_nouns, strip, tagger_model, weighing
from caseboard.anonymize.document import Document
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.proper_nouns import kind_of, part_of_speech
from caseboard.anonymize.report import EngineUnavailable
from caseboard.anonymize.signed import Damaged
from caseboard.anonymize.vocabulary import vocabulary
from tests.growing import LINEAR, growth


def kinds(raw: str) -> dict[str, str]:
    """What each word with a capital is."""
    document = Document(raw, vocabulary())
    return {word.text: kind_of(document, word) for word in document.words if word.capital}


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Gestern kam Schaeffler nicht zum Termin.", "Schaeffler"),
        ("Seit der Trennung lebt Brezina allein.", "Brezina"),
        ("Der Leiter heißt Koch.", "Koch"),
        ("Am Montag sprach Wolf mit der Schule.", "Wolf"),
        ("Dann rief Lange an.", "Lange"),
        ("Die Wohnung gehört Wiśniewska.", "Wiśniewska"),
    ],
)
def test_a_name_is_a_proper_noun(raw: str, name: str) -> None:
    assert kinds(raw)[name] == "proper-noun"


@pytest.mark.parametrize(
    ("raw", "word", "kind"),
    [
        ("Den Kern der Sache haben wir verstanden.", "Kern", "common-noun"),
        ("Im Sommer fehlt die Arbeit.", "Sommer", "common-noun"),
        ("Der Widerspruchsbescheid kam zu spät.", "Widerspruchsbescheid", "common-noun"),
        ("Eine Vermieterbescheinigung fehlt.", "Vermieterbescheinigung", "common-noun"),
        ("Lange Wege und kurze Fristen.", "Lange", "no-noun"),
        ("Gestern kam niemand.", "Gestern", "no-noun"),
    ],
)
def test_a_word_of_the_language_is_none(raw: str, word: str, kind: str) -> None:
    assert kinds(raw)[word] == kind


def test_one_proper_noun_makes_a_passage_one() -> None:
    document = Document("Mit Koch Brezina wurde gesprochen.", vocabulary())

    assert part_of_speech(document, document.words[1:3], ordinary=False) == "proper-noun:unknown"


def test_only_the_words_around_are_read() -> None:
    long = "Der Weg ist weit und die Zeit ist knapp und das Geld fehlt " * 300 + "Brezina"

    def asks(length: int) -> None:
        document = Document(long[-length:], vocabulary())
        for _ in range(20):
            kind_of(document, document.words[-1])

    assert growth(asks, 2_000, 10_000) <= LINEAR
    assert kinds("Donaudampfschiff" * 2_000 + " Brezina kam.")["Brezina"] == "proper-noun"


def test_most_words_are_settled_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    original = weighing.part_of_speech

    def noted(document: Document, words: list[weighing.Word], *, ordinary: bool) -> str:
        asked.extend(word.text for word in words)
        return original(document, words, ordinary=ordinary)

    monkeypatch.setattr(weighing, "part_of_speech", noted)

    strip("Frau Brezina, geb. Kowalski, wohnt bei Herrn Ndoye in Schweinfurt. Die Miete ist offen.")

    assert asked == []


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the tagger's model, which stands where the package is looked for."""
    installed = next(path for path in files("HanTa") or () if path.name == "morphmodel_ger.pgz")
    copy = tmp_path / installed.name
    shutil.copy(installed.locate(), copy)
    here = SimpleNamespace(name=copy.name, hash=installed.hash, locate=lambda: copy)
    monkeypatch.setattr(tagger_model, "files", lambda _: [here])
    proper_nouns._tagger.cache_clear()
    loading.forget()
    yield copy
    proper_nouns._tagger.cache_clear()
    loading.forget()


def test_the_model_as_it_came_is_read(elsewhere: Path) -> None:
    assert broken() == ()

    proper_nouns.load()


def test_a_changed_model_is_told_and_never_read(elsewhere: Path) -> None:
    elsewhere.write_bytes(elsewhere.read_bytes()[:-1] + b"x")

    assert broken() == (elsewhere.name,)
    with pytest.raises(Damaged):
        proper_nouns.load()


def test_without_the_model_nothing_is_stripped(elsewhere: Path) -> None:
    elsewhere.unlink()

    assert broken() == (elsewhere.name,)

    with pytest.raises(EngineUnavailable):
        strip("Frau Brezina kam.")


@pytest.mark.parametrize(
    ("kind", "evidence", "plain"),
    [
        ("PLACE", ("half-heard:LOC", "word:ordinary", "alone:half-heard+hint"), True),
        ("PERSON", ("half-heard:PER", "word:ordinary", "alone:half-heard+maybe"), True),
        ("PLACE", ("half-heard:LOC", "word:ordinary-listed", "alone:half-heard+hint"), True),
        ("PERSON", ("half-heard:PER", "word:ordinary-listed", "alone:half-heard+hint"), False),
        ("PERSON", ("half-heard:PER", "word:ordinary", "alone:half-heard+likely"), False),
        ("PERSON", ("half-heard:PER", "word:ordinary", "alone:half-heard+hint", "at:line-start"), False),
        ("ORG", ("half-heard:ORG", "word:ordinary", "alone:half-heard+hint"), False),
    ],
)
def test_a_common_noun_of_which_networks_have_half_an_idea(kind: str, evidence: tuple[str, ...], plain: bool) -> None:
    document = Document("Er ordnet nach Satzbau.", vocabulary())
    codes = (*evidence, "word:declined", "common-noun:ordinary")

    assert proper_nouns.merely_heard(document, Passage(15, 22, kind, 0.3, codes)) is plain
