"""What the table of weights is told about the surroundings of a passage: neighbours, second opinion, other places."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import frequency
from caseboard.anonymize.ner.labels import LABELS
from caseboard.anonymize.passages import Passage

STEPS = ((0.97, "sure"), (0.8, "likely"), (0.5, "maybe"), (0.15, "hint"), (0.02, "faint"))
_HEARD = ((0.9, "sure"), (0.5, "maybe"), (0.1, "faint"))
_MANY, _WORDS = 2, 4
_ORDINARY = {True: "ordinary", False: "unknown"}


def step(probability: float, steps: Sequence[tuple[float, str]] = STEPS) -> str:
    """How sure that is, in words."""
    return next((name for least, name in steps if probability >= least), "none")


class Surroundings:
    """A text and what was found in it, asked about one passage after the other."""

    def __init__(self, document: Document, passages: Sequence[Passage]) -> None:
        self._document, self._passages = document, sorted(passages, key=lambda p: p.start)
        self._starts = [p.start for p in self._passages]
        self._count = Counter(word.fold for word in document.words)
        self._found: defaultdict[str, int] = defaultdict(int)
        for word in document.words:
            if self._over(word) is not None:
                self._found[word.fold] += 1

    def codes(self, p: Passage, words: list[Word]) -> Iterator[str]:
        """Everything there is to say about a passage of these words."""
        if self._document.opinions is None:
            return
        telling = [word for word in words if len(word.text) > 2] or words
        ordinary = all(self._document.vocabulary.ordinary(word.fold, word.value) for word in telling)
        yield from self._second_opinion(p, telling, ordinary=ordinary)
        yield from self._beside(words[0], words[-1])
        yield from self._elsewhere(words[0], ordinary=ordinary)
        yield f"frequency:{max(int(frequency(word.value)) for word in words)}"
        yield f"words:{min(len(words), _WORDS)}"
        yield f"capital:{words[0].capital}{'-lower' if words[0].lower_style else ''}"

    def _second_opinion(self, p: Passage, words: list[Word], *, ordinary: bool) -> Iterator[str]:
        """What even the network says that is less sure of a name."""
        opinions, doubts = self._document.opinions, self._document.doubts
        if opinions is None or doubts is None:
            return
        least = step(max(float(doubts[word.index]) for word in words))
        yield f"both:{least}"
        yield f"both:{least}:{_ORDINARY[ordinary]}"
        yield f"both:{least}:{p.kind}"
        for family in sorted({code.partition(":")[0] for code in p.evidence}):
            yield f"{family}&{least}"
        label = LABELS[1 + int(opinions[[word.index for word in words], 1:].sum(axis=0).argmax())]
        yield f"says:{label}:{p.kind}"

    def _beside(self, first: Word, last: Word) -> Iterator[str]:
        document = self._document
        before, after = document.at(first.index - 1), document.at(last.index + 1)
        close_before = before is not None and first.gap == " "
        close_after = after is not None and after.gap == " "
        yield f"left:{self._kind(before) if close_before else 'gap'}"
        yield f"right:{self._kind(after) if close_after else 'gap'}"
        yield f"left-heard:{self._heard(before)}"
        yield f"right-heard:{self._heard(after)}"
        yield f"behind:{before.fold}" if before is not None and close_before else f"behind|{first.gap.strip()[-1:]}"
        gap = after.gap if after is not None else document.text[last.end : last.end + 1]
        yield f"ahead:{gap[:2]!r}"
        if close_after and after is not None and after.capital:
            yield "ahead:capital"

    def _elsewhere(self, word: Word, *, ordinary: bool) -> Iterator[str]:
        """How often the word stands elsewhere, and how often it is found there."""
        here = self._over(word) is not None
        others, found = self._count[word.fold] - 1, self._found[word.fold] - here
        yield f"elsewhere:{min(others, _MANY)}:{min(found, _MANY)}:{_ORDINARY[ordinary]}"

    def _heard(self, word: Word | None) -> str:
        return "none" if word is None else step(self._document.believed(word), _HEARD)

    def _kind(self, word: Word | None) -> str:
        found = self._over(word) if word is not None else None
        return found.kind if found is not None else "word"

    def _over(self, word: Word) -> Passage | None:
        at = bisect_right(self._starts, word.start) - 1
        return self._passages[at] if at >= 0 and self._passages[at].end > word.start else None
