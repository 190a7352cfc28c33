"""A text as the recognisers see it: words with what the lexicon knows of them, sentences, protected passages."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from presidio_analyzer.nlp_engine import NlpArtifacts

from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import FIRST, INFLECTED, LAST, LOWER, NOUN, PLACE
from caseboard.anonymize.needles import Held
from caseboard.anonymize.placeholder import PLACEHOLDER
from caseboard.anonymize.small_letters import small_runs
from caseboard.anonymize.starts import Starts
from caseboard.anonymize.vocabulary import Vocabulary

if TYPE_CHECKING:
    import numpy as np

_LINE_END = re.compile(r"(?<=[\w/.:@_–-])[ \t]*\n[ \t]*(?=[\w@/])")
_GAP = re.compile(r"(?:(?<=\d)|(?<=\d\w)|(?<=\d[/.-]))  {1,3}(?=[\w/])|(?<=[\w/])  {1,3}(?=\w{0,4}\d|[A-Z]{1,4} )")
_JOINING = "/@_-–"
_SEAM = 48  # no identifier is longer than twice that
_NEW_SENTENCE = frozenset("\n?!:•–„")
_TAIL = 12  # what is looked at of the word before a full stop
_FOREIGN = re.compile(r"[^\x00-\x7fäöüßÄÖÜẞ]")
_LOANS = frozenset(
    {"cafe", "cafes", "attache", "deja", "resume", "coupe", "variete", "entree", "soiree", "rose", "creme", "pate",
     "crepe", "crepes", "menage", "negligee", "abbe", "proteges", "protege", "expose", "exposes", "cliche", "clichee"}
)  # fmt: skip
_NAMES = FIRST | LAST | PLACE
_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]{2,})*")


@dataclass(slots=True)
class Word:
    """One word of the matching form."""

    index: int
    start: int
    end: int
    text: str
    fold: str
    value: int
    gap: str = ""  # what stands between the word before and this one
    starts_sentence: bool = False
    protected: bool = False
    lower_style: bool = False  # among words without capitals, so that its own small letter proves nothing
    capital: bool = field(init=False)
    shouted: bool = field(init=False)

    def __post_init__(self) -> None:
        self.capital = self.text[0].isupper()
        self.shouted = len(self.text) > 1 and self.text.isupper()


@dataclass(frozen=True, slots=True)
class Seam:
    """A stretch of text without a line end or without wide gaps, because an identifier may run over them."""

    text: str
    joints: list[int]  # where what follows a line end or a gap begins in this text
    starts: list[int]  # where each character stands in the document
    tight: bool = False  # joined without a space

    def joint(self, start: int, end: int) -> int | None:
        """The first joint inside of a stretch of this text."""
        at = bisect_right(self.joints, start)
        return self.joints[at] if at < len(self.joints) and self.joints[at] < end else None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of this text as a stretch of the document."""
        return self.starts[start], self.starts[end - 1] + 1


@dataclass(slots=True)
class Style:
    """How the text is written, because capitals prove nothing where there are none."""

    lower: bool = False
    shouted: bool = False


class Document(NlpArtifacts):
    """What Presidio hands to every recogniser; ours reads the words instead of spaCy tokens."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self.protected = [m.span() for m in PLACEHOLDER.finditer(text)]
        self.words = list(self._read())
        self.starts, self._ends = [w.start for w in self.words], [w.end for w in self.words]
        self._held = Held(text)
        self._starts = Starts(text)
        # The word with this index, or none outside of the text; it is asked for so often that a method would be felt.
        self.at: Callable[[int], Word | None] = dict(enumerate(self.words)).get
        self.style = self._style()
        self._small = list(self._passages())
        # Once the networks have read the text: for each word the probability of each label …
        self.opinions: np.ndarray | None = None
        # … and how likely a name it is to the network that is least sure of one.
        self.doubts: np.ndarray | None = None
        super().__init__([], self.words, self.starts, [], None, "de")

    def _read(self) -> Iterator[Word]:
        before = 0
        shield = iter([*self.protected, (len(self.text) + 1, len(self.text) + 2)])
        here = next(shield)
        known = self.vocabulary.remembered("words")
        for index, m in enumerate(_TOKEN.finditer(self.text)):
            text, (start, end) = m[0], m.span()
            while start >= here[1]:
                here = next(shield)
            gap = self.text[before:start]
            folded, value = known.get(text) or known.setdefault(text, self._looked_up(text))
            word = Word(index, start, end, text, folded, value, gap)
            word.starts_sentence = index == 0 or (gap != " " and self._new_sentence(gap, before))
            word.protected = here[0] <= start < here[1]
            before = end
            yield word

    def _looked_up(self, text: str) -> tuple[str, int]:
        """How the lexicon spells a word, and what it knows of it."""
        folded = self._accented(text, self._scanned(fold(text)))
        return folded, self.vocabulary.value(folded)

    def _scanned(self, folded: str) -> str:
        """A scanner's 'rn' for 'm' is read as the word that was meant."""
        if "rn" not in folded or self.vocabulary.value(folded) or self.vocabulary.ordinary(folded):
            return folded
        meant = folded.replace("rn", "m")
        return meant if self.vocabulary.ordinary(meant) else folded

    def _accented(self, text: str, folded: str) -> str:
        """'Liège' is no 'Liege': an accent that German does not write makes a foreign word, not one of ours."""
        if text.isascii() or not _FOREIGN.search(text) or folded in _LOANS:
            return folded
        value = self.vocabulary.value(folded)
        return text.casefold() if value & (LOWER | INFLECTED | NOUN) and not value & _NAMES else folded

    def _new_sentence(self, gap: str, before: int) -> bool:
        if not _NEW_SENTENCE.isdisjoint(gap):
            return True
        return "." in gap and not self.vocabulary.abbreviation(self.text[max(0, before - _TAIL) : before])

    def _style(self) -> Style:
        letters = [w for w in self.words if len(w.text) > 2]
        if len(letters) < 4:
            return Style()
        capitals = sum(w.capital and not w.shouted for w in letters) / len(letters)
        return Style(lower=capitals < 0.08, shouted=sum(w.shouted for w in letters) / len(letters) > 0.6)

    def _passages(self) -> Iterator[tuple[int, int]]:
        """Where the text has no capitals, from and to which character; the words there know it."""
        if self.style.lower:
            for word in self.words:
                word.lower_style = True
            yield 0, len(self.text)
        elif not self.style.shouted:
            for first, last in small_runs(self.text, self.words):
                for word in self.words[first : last + 1]:
                    word.lower_style = not word.capital
                end = self.words[last + 1].start if last + 1 < len(self.words) else len(self.text)
                yield self.words[first].start, end

    def finditer(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a pattern matches; most patterns need a word that is not there, and are not searched at all."""
        return self._starts.finditer(pattern) if self.holds(pattern) else iter(())

    def finditer_small(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a pattern matches in passages in small letters."""
        if self._small and self.holds(pattern):
            for start, end in self._small:
                yield from pattern.finditer(self.text, start, end)

    def holds(self, pattern: re.Pattern[str]) -> bool:
        """Whether the text may hold a match, for patterns of our own: one made of people's words would be kept."""
        return self._held.may_match(pattern)

    @cached_property
    def folds(self) -> frozenset[str]:
        """Every word of the text as the lexicon spells it."""
        return frozenset(word.fold for word in self.words)

    @cached_property
    def seams(self) -> list[Seam]:
        """Every line end and wide gap near a digit or a joining sign, read with and without a space."""
        out = []
        for m in _LINE_END.finditer(self.text):
            left, right = m.span()
            first = max(self.text.rfind("\n", 0, left) + 1, left - _SEAM)
            last = min(n if (n := self.text.find("\n", right)) >= 0 else len(self.text), right + _SEAM)
            before, after = self.text[left - 1], self.text[right]
            tight = before in _JOINING or (before.isdigit() and after.isdigit()) or after == "/"
            head, tail = self._narrow(first, left), self._narrow(right, last)
            for glue in ([], [left]) if tight else ([left],):
                out.append(self._seam([*head, *glue, *tail], [len(head) + len(glue)], tight=not glue))
        return out + [self._seam(*group) for group in self._gaps()]

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Wide gaps within a line: those that stand close together share one reading."""
        groups: list[list[int]] = []
        for m in _GAP.finditer(self.text):
            near = groups and m.end() - groups[-1][-1] < _SEAM and m.end() - groups[-1][0] < 8 * _SEAM
            if near and "\n" not in self.text[groups[-1][-1] : m.start()]:
                groups[-1].append(m.end())
            else:
                groups.append([m.end()])
        for ends in groups:
            first = max(self.text.rfind("\n", 0, ends[0]) + 1, ends[0] - _SEAM)
            last = min(n if (n := self.text.find("\n", ends[-1])) >= 0 else len(self.text), ends[-1] + _SEAM)
            starts = self._narrow(first, last)
            yield starts, [bisect_left(starts, end) for end in ends]

    def _seam(self, starts: list[int], joints: list[int], *, tight: bool = False) -> Seam:
        return Seam("".join(" " if self.text[i].isspace() else self.text[i] for i in starts), joints, starts, tight)

    def _narrow(self, start: int, end: int) -> list[int]:
        """The places of a stretch without the second and further spaces of a gap."""
        return [i for i in range(start, end) if not (self.text[i] == " " and i > start and self.text[i - 1] == " ")]

    def believed(self, word: Word) -> float:
        """How much the network that is surest of a name believes in one; not at all before they have read the text."""
        return 0.0 if self.opinions is None else 1 - float(self.opinions[word.index][0])

    def within(self, start: int, end: int) -> list[Word]:
        """The words that touch a stretch of text."""
        return self.words[bisect_right(self._ends, start) : bisect_left(self.starts, end)]
