"""Two forms of a text: one for matching, with a way back to the input, and one for storing."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from caseboard.anonymize.broken_encoding import broken
from caseboard.anonymize.confusables import CONFUSABLES, SMALL_CAPITALS
from caseboard.anonymize.dressed import apart, stands_for_letters, unframed, unworn
from caseboard.anonymize.report import Problem

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_AS_IT_IS = re.compile(r"(?!(?<=\r)\n)[\n -~äöüÄÖÜß„“–€]+(?=[\n -~äöüÄÖÜß„“–€]|\Z)")
"""Most of a text: what is matched as it is written, as far as nothing can follow that belongs to the last letter."""
_ALL_GERMAN = re.compile("[\x00-\x7fäöüÄÖÜß„“–€]*")
_ALLOWED_CONTROLS = frozenset("\n\r\t")
# Default_Ignorable_Code_Point of Unicode 15 (DerivedCoreProperties), with the bidi controls and noncharacters, and the
# empty Braille cell, which nobody sees either.
IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\u2800\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SOFT_BREAK = re.compile(
    r"(?:(?<=[a-zäöüßéèáàçşğıńłø])|(?<=[a-zäöüß][01]))(?<!\bund)(?<!\boder)(?<!\bbzw)(?<!\bsowie)[-¬=]\s?\n\s*(?=(?!(?:und|oder|bzw|sowie)\b)(?:[a-zäöüßéèáàçşğı]|1[a-z]))"
    r"|(?<=[A-ZÄÖÜ][A-ZÄÖÜ])[-¬=]\s?\n\s*(?=[A-ZÄÖÜ]{2})"
)
_WORD = re.compile(r"[^\W\d_]+")
_RAW_WORD = re.compile(rf"[^\W\d_](?:(?:{IGNORABLE.pattern}|[\u0300-\u036f])*[^\W\d_])*")
_SCANNED_NUMBER = re.compile(r"(?<![\w])[\dlIOo]*\d[\dlIOo]*(?!\w)")
_SCANNED_ALONE = re.compile(r"(?<=\d )[OolI](?= \d)")
_SCANNED_LETTER = re.compile(
    r"(?<=[A-Za-zÄÖÜäöüß])[01](?=[01]?[a-zäöüß])|(?<=[a-zäöüß][a-zäöüß])[01](?!\w)|(?<=[a-zäöüß]1)1(?=[a-zäöüß])"
    r"|(?<!\w)[01](?=[a-zäöüß]{4})|(?<!\w)[58](?=[a-zäöüß]{4})"
)
_SCANNED_CAPITAL = re.compile(r"(?:(?<=[A-ZÄÖÜ])|(?<!\w))[0158](?=[0158]?[A-ZÄÖÜ])")
_ARABIC_ARTICLE = re.compile(
    r"(?<!\w)A1-(?=(?-i:[A-Z][a-z]{3}))(?!\w*(?:ung|kurs|niveau|zertifikat|test|stufe|modul|nachweis|schein|format|papier"
    r"|blatt|antrag|formular|sprach\w*|deutsch|klasse|gruppe|diplom|start|level)\b)",
    re.I,
)
_SCANNED_WORD = re.compile(r"(?<![^\W_])[^\W\d_]*+\d[^\W_]*")
_TO_DIGIT = str.maketrans("lIOoSB", "110058")
_SCANNED_LONG = re.compile(
    r"(?<!\w)(?![SB]\d+(?!\w))(?!\d{3}[SB]\d{6}(?!\w))(?=[lIOoSB]*\d[lIOoSB]*\d)[\dlIOoSB]{3,}(?!\w)"
)
_BREAKS_AND_SPACES = str.maketrans(
    dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n") | dict.fromkeys("\u00a0\u2007\u202f", " ")
)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2212\ufe63\uff0d", "-") | dict.fromkeys("\u2014\u2015", "–"))
_LETTER_FOR = {"0": "o", "1": "l", "5": "S", "8": "B"}
_CAPITAL_FOR = {"0": "O", "1": "I", "5": "S", "8": "B"}
_LETTERS = 5  # fewer capitals with a digit among them are a code, 'KA18'


def _drop_controls(text: str) -> str:
    return "".join(c for c in text if c in _ALLOWED_CONTROLS or unicodedata.category(c) not in ("Cc", "Cs"))


def storable(text: str) -> str:
    """What may be stored: NFC, nothing invisible, look-alikes written as what they look like."""
    if text.isascii() and text.isprintable():
        return text
    text = IGNORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS_AND_SPACES))
    text = unworn(unicodedata.normalize("NFC", unframed(_drop_controls(text))))
    text = _WORD.sub(_level, text)
    return unicodedata.normalize("NFC", IGNORABLE.sub("", text))


def _level(match: re.Match[str]) -> str:
    """A word that mixes Latin with look-alikes, or wears another look than plain letters, in plain Latin."""
    word = match[0]
    if word.isascii() or not (_mixed(word) or _dressed(word)):
        return word
    plain = unicodedata.normalize("NFKC", word)
    return "".join(CONFUSABLES.get(c, c) for c in plain)


def _dressed(word: str) -> bool:
    return any(
        "\uff00" <= c <= "\uffef"
        or "\U0001d400" <= c <= "\U0001d7ff"
        or "\u2100" <= c <= "\u214f"
        or c in SMALL_CAPITALS
        or stands_for_letters(c)
        for c in word
    )


def _script(c: str) -> str:
    if c.isascii() or "\u00aa" <= c <= "\u024f" or "\u1e00" <= c <= "\u1eff" or "\u0250" <= c <= "\u02af":
        return "Latin"
    if "\u0370" <= c <= "\u03ff" or "\u1f00" <= c <= "\u1fff":
        return "Greek"
    if "\u0400" <= c <= "\u052f":
        return "Cyrillic"
    if "\u0530" <= c <= "\u058f":
        return "Armenian"
    if "\u13a0" <= c <= "\u13ff":
        return "Cherokee"
    return "other"


def _mixed(word: str) -> bool:
    scripts = {_script(c) for c in word if not unicodedata.combining(c)} - {"other"}
    return len(scripts) > 1


def mixed_words(raw: str) -> list[tuple[int, int]]:
    """Where words mix alphabets that look alike, also when something invisible stands inside of them."""
    return [m.span() for m in _RAW_WORD.finditer(raw) if not m[0].isascii() and _mixed(m[0])]


def problems(raw: str) -> tuple[Problem, ...]:
    """What a form refuses with a sentence: NUL, other controls, direction marks, words of two scripts."""
    found = []
    for at, c in enumerate(raw):
        if c == "\0":
            found.append(Problem("nul", at))
        elif c in BIDI:
            found.append(Problem("bidi", at))
        elif unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\r\t\x85\x0b\x0c":
            found.append(Problem("control", at))
    found += [Problem("mixed-script", start) for start, _ in mixed_words(raw)]
    return tuple(sorted(found, key=lambda p: p.position))


@dataclass(frozen=True)
class Normal:
    """The matching form: plain letters on one line level, each pointing to its stretch of the input."""

    raw: str
    text: str
    starts: list[int]
    ends: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the input behind a stretch of the matching form, widened to whole characters."""
        return self.starts[start], self.ends[end - 1]


def normal(raw: str) -> Normal:
    """Strip the invisible, NFKC cluster by cluster, look-alikes to Latin, words that were broken or spaced joined."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def add(piece: str, its_starts: Iterable[int], its_ends: Iterable[int]) -> None:
        nonlocal starts, ends
        pieces.append(piece)
        starts += its_starts
        ends += its_ends

    mended, at = broken(raw), 0
    for plain in () if mended else _AS_IT_IS.finditer(raw):
        for piece, start, end in _letters(raw, range(at, plain.start()), mended):
            add(piece, [start] * len(piece), [end] * len(piece))
        at = plain.end()
        add(plain[0], range(plain.start(), at), range(plain.start() + 1, at + 1))
    for piece, start, end in _letters(raw, range(at, len(raw)), mended):
        add(piece, [start] * len(piece), [end] * len(piece))
    text, starts, ends = _without(apart(whole := "".join(pieces)), whole, starts, ends)
    return _joined(raw, _read_right(_unmixed(text)), starts, ends)


def _letters(raw: str, places: range, mended: Mapping[int, tuple[int, str]]) -> Iterator[tuple[str, int, int]]:
    """A stretch of the input, letter by letter with what belongs to each: how it is read and where it stands."""
    at = places.start
    for start, end in _clusters(raw, places):
        if start < at:
            continue  # the rest of a letter that a mail program broke
        at, piece = mended.get(start) or (end, raw[start:end])
        end = max(at, end)
        if not piece.isascii() or not piece.isprintable():
            hyphen = "-" if piece[-1] == "\u00ad" and raw[end : end + 1] in ("\n", "\r") else ""
            piece = _plain(piece) + hyphen
        yield piece, start, end


def _read_right(text: str) -> str:
    """What scanners confuse, letter for letter: O, l, S and B in numbers, 0 and 1 in words."""
    text = _SCANNED_LONG.sub(lambda m: m[0].translate(_TO_DIGIT), text)
    text = _SCANNED_NUMBER.sub(lambda m: m[0].translate(_TO_DIGIT), text)
    text = _SCANNED_ALONE.sub(lambda m: m[0].translate(_TO_DIGIT), text)
    return _SCANNED_WORD.sub(_reread, _ARABIC_ARTICLE.sub("Al-", text))


def _reread(match: re.Match[str]) -> str:
    """A word with a stray 0, 1, 5 or 8 in it; real identifiers have other digits or more of them."""
    word = match[0]
    digits = [c for c in word if c.isdigit()]
    if not digits or set(digits) - _LETTER_FOR.keys() or len(digits) * 3 > len(word):
        return word
    if word.isupper():
        few = len(word) - len(digits) >= _LETTERS and len(digits) * 4 <= len(word)
        return _SCANNED_CAPITAL.sub(lambda m: _CAPITAL_FOR[m[0]], word) if few else word
    while (read := _SCANNED_LETTER.sub(lambda m: _LETTER_FOR[m[0]], word)) != word:
        word = read  # a letter explains the digit beside it, so two or three rounds, whatever the word
    return word


def _clusters(raw: str, places: range) -> list[tuple[int, int]]:
    """A base character with everything invisible or combining that follows it; a carriage return with its line feed."""
    bounds: list[int] = []
    for at in places:
        if not bounds or not _goes_with(raw[at - 1], raw[at]):
            bounds.append(at)
    return list(zip(bounds, [*bounds[1:], places.stop], strict=True)) if bounds else []


def _goes_with(before: str, c: str) -> bool:
    """Whether a character belongs to the one before it; what is invisible behind a space stands alone."""
    if c <= "\x7f":
        return c == "\n" and before == "\r"
    return _mark(c) or (IGNORABLE.match(c) is not None and not before.isspace())


def _mark(c: str) -> bool:
    """Combining marks of all scripts, and the skin tones of emoji."""
    return unicodedata.category(c)[0] == "M" or "\U0001f3fb" <= c <= "\U0001f3ff"


def _plain(piece: str) -> str:
    """One cluster for matching: what NFC does not compose into a letter is left out, digits of all scripts are read."""
    if piece[0] == "\r":
        return "\n"
    piece = unframed(IGNORABLE.sub("", piece))
    if not _super(piece):
        piece = IGNORABLE.sub("", unicodedata.normalize("NFKC", piece))
    piece = unicodedata.normalize("NFC", _drop_controls(piece.translate(_BREAKS_AND_SPACES))).translate(_DASHES)
    piece = "".join(c for c in piece if c <= "\x7f" or not _mark(c))
    return "".join(str(unicodedata.decimal(c)) if c > "\x7f" and c.isdecimal() else c for c in piece)


def _super(piece: str) -> bool:
    """A superscript digit must not turn '§ 16²' into '§ 162'."""
    return len(piece) == 1 and piece in "²³¹⁰⁴⁵⁶⁷⁸⁹½¼¾"


def _unmixed(text: str) -> str:
    if _ALL_GERMAN.fullmatch(text):
        return text
    out = list(text)
    for m in _WORD.finditer(text):
        if not m[0].isascii() and (_mixed(m[0]) or _dressed(m[0])):
            out[m.start() : m.end()] = [CONFUSABLES.get(c, c) for c in m[0]]
    return "".join(out)


def _joined(raw: str, text: str, starts: list[int], ends: list[int]) -> Normal:
    if "\n" not in text:
        return Normal(raw, text, starts, ends)
    breaks = [m.span() for m in _SOFT_BREAK.finditer(text)]
    whole, starts, ends = _without(breaks, text, starts, ends)
    # a word that was broken is read again, now that it is one
    return Normal(raw, _read_right(whole) if breaks else whole, starts, ends)


def _without(
    gaps: list[tuple[int, int]], text: str, starts: list[int], ends: list[int]
) -> tuple[str, list[int], list[int]]:
    """The text without these stretches, and where each of its characters stands in the input."""
    pieces, at = [], 0
    new_starts: list[int] = []
    new_ends: list[int] = []
    for start, end in gaps:
        pieces.append(text[at:start])
        new_starts += starts[at:start]
        new_ends += ends[at:start]
        at = end
    return "".join([*pieces, text[at:]]), new_starts + starts[at:], new_ends + ends[at:]
