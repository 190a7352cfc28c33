"""A pattern that is tried only where it may begin finds what it finds when it is searched everywhere."""

import re

import pytest

from caseboard.anonymize.beginnings import begin, evened
from caseboard.anonymize.starts import Starts

_LETTERS = [chr(c) for c in range(0x10000) if not 0xD800 <= c < 0xE000]
_TEXT = (
    "Am 3.4.2020 kam Frau Adler, geb. 12/3, nach (Haus)Am See; ADLER,am Tor.\nHr. O'Hara x\xa0Nr.٣4 STRAẞE ſo Kauf _am "
    "am\tam-am a 1a 12a ÄRZTE Ärzte İch ıch \0am K 5 a"
)


@pytest.mark.parametrize(
    ("pattern", "leads"),
    [
        (r"\bgeb(?:\.|oren) \d", {"geb"}),
        (r"(?<!\w)(?:am|v)\.? \d", {"am.", "am ", "v. ", "v 0"}),
        (r"(?<![\w-])\d{1,2}[a-h]", {"0"}),
        (r"(?:^|(?<=\n)|(?<=, ))(?:Az )?X", {"Az ", "X"}),
        (r"(?i:\bStr)", {"str"}),
        (r"(?<!\w)(?=x)[^\W\d_]+", {"\0"}),
        (r"(?<!\w)(?:a\w|ab|_)", {"a", "_"}),
        (r"\b, am", {", a"}),  # behind a word, not within
        (r"(?:\n|, |\bam )[xy]", {"\nx", "\ny", ", x", ", y", "am "}),
        (r"(?: |\b)\(", {" (", "("}),
    ],
)
def test_what_a_pattern_begins_with(pattern: str, leads: set[str]) -> None:
    begins = begin(re.compile(pattern))

    assert begins is not None
    assert begins.leads == leads


@pytest.mark.parametrize(
    "pattern",
    [
        r"am",  # within a word as well
        r"(?<!\w)[^x]am",
        r"(?<!\w)a?",  # may match nothing
        r"(?:(?<!\w)a|b)",  # one way stands anywhere
        r"(?:\n|, |am )x",
        r"(?:, )?am",
        r"(?<=\w)am",
        r"(?<![^\w])am",
        r"[„\"]?\bam",
        r"(?i)(?<!\w)Ω",
        r"(?a)(?<!\w)am",
    ],
)
def test_in_doubt_nothing_is_said(pattern: str) -> None:
    assert begin(re.compile(pattern)) is None


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bam\b",
        r"(?<!\w)am ?",
        r"(?i)(?<![\w-])am",
        r"(?:^|(?<=\n)|(?<=, ))(?P<n>[A-ZÄÖÜ][a-z]+)",
        r"(?<!\w)\d{1,2}(?:\.|/|a)",
        r"(?<!\w)Nr\.\d\d",
        r"(?<!\w)x\s",
        r"(?i)\bstra(?:ß|ss)e",
        r"(?i)(?<!\w)[a-z] \d",
        r"(?i)\b(?:so|kauf|ich)\b",
        r"\b(?i:ärzte)",
        r"(?<!\w)(?:am |a)+",
        r"(?<!\w)\0am",
        r"\b[ ,] ?am",
        r"(?:^|\n|[|;,.-] ?|\b(?:[Aa]m) )[A-Za-z]+",
        r"(?: |\b)\(",
        r"\W[A-Z]",
        r"\b\w+",
        r"(?<!\w)[\w(]+",
        r"(?<!\w)(\w)m (?!\1)",
        r"\ba\Z",
        r"\Aam",
        r"\bZebra",
    ],
)
def test_a_search_finds_what_the_pattern_finds(pattern: str) -> None:
    compiled, flags = re.compile(pattern), (0, re.I)

    for each in (compiled, *(re.compile(pattern, flag) for flag in flags)):
        for text in (_TEXT, _TEXT[:7], "", "am", _TEXT[::-1]):
            found = [(m.span(), m.groups()) for m in Starts(text).finditer(each)]
            assert found == [(m.span(), m.groups()) for m in each.finditer(text)]


@pytest.mark.parametrize("letter", [chr(c) for c in range(0x180) if chr(c).lower() != chr(c).upper() and chr(c) != "µ"])
def test_letters_that_a_pattern_takes_for_one_are_one_in_an_evened_text(letter: str) -> None:
    same = re.compile(re.escape(letter), re.I)

    assert {evened(c) for c in _LETTERS if same.match(c)} == {evened(letter)}


def test_an_evened_text_keeps_every_letter_in_its_place() -> None:
    assert all(len(evened(c)) == 1 for c in _LETTERS)
