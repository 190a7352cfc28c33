"""What a pattern needs is read off the pattern, and a text without it is not searched."""

import re

import pytest

from caseboard.anonymize import needles as needles_module
from caseboard.anonymize.document import Document
from caseboard.anonymize.needles import Held, flat, needles
from caseboard.anonymize.vocabulary import vocabulary

_LETTERS = [chr(c) for c in range(0x10000) if not 0xD800 <= c < 0xE000]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bgeb(?:\.|oren) \d", ("geb. ", "geboren ")),
        (r"(?:Herr|Frau) \w+", ("frau ", "herr ")),
        (r"[Kk]ind(?:er)?:", ("kind:", "kinder:")),
        (r"Straße", ("strasse",)),
        (r"(?<=von )\d+", ("von ",)),
        (r"(?:Az )?\d{4}", ()),  # what may be left out proves nothing
        (r"(?!Frau)\w+", ()),  # nor what must not stand there
        (r"Haus|\d", ()),  # one way without a word
        (r"(?:ab){2,}[^x]", ("ab",)),
    ],
)
def test_what_a_pattern_needs(pattern: str, needed: tuple[str, ...]) -> None:
    assert needles(re.compile(pattern)) == needed


def test_a_text_is_searched_only_if_it_holds_what_the_pattern_needs() -> None:
    born = re.compile(r"\bgeb(?:\.|oren) \d", re.I)

    assert Held("GEBOREN 1990").may_match(born)
    assert not Held("gebunden 1990").may_match(born)


class Interrupted(dict[str, int]):
    """Bits among which another thread enters a word while the first one is being entered."""

    def __init__(self, other: re.Pattern[str]) -> None:
        super().__init__()
        self._other = other

    def setdefault(self, needle: str, bit: int, /) -> int:
        if needle == "adler":
            Held("").may_match(self._other)
        return super().setdefault(needle, bit)


def test_two_words_never_share_a_bit_though_two_threads_enter_them(monkeypatch: pytest.MonkeyPatch) -> None:
    eagle, fox, held = re.compile("adler"), re.compile("fuchs"), Held("Adler, fuchtig")
    monkeypatch.setattr(needles_module, "_BITS", Interrupted(fox))
    monkeypatch.setattr(needles_module, "_BY_PATTERN", {})
    Held("").may_match(eagle)

    assert not held.may_match(fox)
    assert held.may_match(eagle)


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyzäöüßéı")
def test_letters_that_a_pattern_takes_for_one_are_one_when_it_is_looked_for(letter: str) -> None:
    same = [c for c in _LETTERS if re.match(letter, c, re.I)]

    assert len(same) > 1
    assert {flat(c) for c in same} == {flat(letter)}


def test_a_document_finds_what_the_pattern_finds() -> None:
    document = Document("Frau Adler, GEBOREN 1990, geb. 1991", vocabulary())
    born = re.compile(r"\bgeb(?:\.|oren) (\d+)", re.I)

    assert [m[1] for m in document.finditer(born)] == ["1990", "1991"]


@pytest.mark.parametrize(
    ("pattern", "text", "there"),
    [
        (r"x,", "Kreuz: x, y", True),  # shorter than what is looked up first
        (r"x,", "Kreuz: y", False),
        (r"§ ?\d", "nach §", True),  # at the very end of the text
        (r"Straßenbahn|Omnibus", "die Strasse", False),  # begins alike, and is not there
        (r"Straßenbahn|Omnibus", "die Strasse, der OMNIBUS", True),
        (r"a", "", False),
    ],
)
def test_short_needles_and_beginnings_alone(pattern: str, text: str, there: bool) -> None:
    compiled, held = re.compile(pattern, re.I), Held(text)

    assert [held.may_match(compiled) for _ in range(2)] == [there, there]
