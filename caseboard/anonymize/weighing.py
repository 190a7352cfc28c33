"""How much speaks for a name, added up: each kind of evidence has a weight in weights.tsv, and the sum decides.

Learnt from annotated texts, read like a table. Only words are weighed, never shapes, and never what is firm already;
a kind of evidence that the table does not know is trusted.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import fsum
from pathlib import Path

from caseboard.anonymize import signed
from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import ABROAD, FIRST, INFLECTED, LAST, LOWER, PLACE, frequency
from caseboard.anonymize.passages import CERTAIN, FIRM, HALF_HEARD, Passage
from caseboard.anonymize.proper_nouns import part_of_speech
from caseboard.anonymize.surroundings import Surroundings, step
from caseboard.anonymize.words import listed

WORDY = frozenset({"PERSON", "PLACE", "ORG", "STREET", "WORD"})
FAMILIES = frozenset(
    {"title", "kin", "field", "apposition", "org", "ner", "gazetteer", "street", "place", "agreement", HALF_HEARD}
)
_SUSPICIONS = frozenset({"ner", "unknown-word", HALF_HEARD})
_PERHAPS = "perhaps/"
_AGAIN = 1.0  # an unknown word that was dropped once stays so when the text is read again with its placeholders
_FREQUENT, _RARE = 4.5, 2.5
DOUBT = 2.0
"""A passage that is kept by no more than this is shown to the tagger; one that has been dropped never comes back."""


@dataclass(frozen=True)
class Weights:
    """The table and the two thresholds for the sum."""

    of: Mapping[str, float]
    bias: float
    drop: float
    certain: float

    def known(self, code: str) -> str | None:
        """The code as the table has it: whole, or its family."""
        if code in self.of:
            return code
        head = code.partition(":")[0]
        return head if head in self.of else None

    def total(self, codes: Iterable[str]) -> float:
        # exactly, because a set has another order in another process and a threshold knows no "nearly"
        return fsum([self.bias, *(self.of[known] for known in {self.known(code) for code in codes} if known)])


def weights() -> Weights:
    """The committed table.

    Raises:
        Damaged: it is missing, or not the one that was signed.
    """
    return _table(signed.FOLDER)


@lru_cache(maxsize=1)
def _table(folder: Path) -> Weights:
    try:
        lines = signed.held(signed.EVIDENCE, folder).decode("utf-8").splitlines()
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        values = {code: float(weight) for code, weight, *_ in rows}
        fixed = [values.pop(name) for name in ("(bias)", "(drop below)", "(certain from)")]
    except (ValueError, KeyError):
        raise signed.Damaged from None
    return Weights(values, *fixed)


def weighed(document: Document, passages: Iterable[Passage]) -> list[Passage]:
    """Passages with too little behind them go; of the others the sum says whether they are certain."""
    found, table, out = list(passages), weights(), []
    around = Surroundings(document, [p for p in found if not p.perhaps])
    for p in found:
        if not weighable(p) or any(table.known(code) is None for code in p.evidence):
            out += [] if p.perhaps else [p]
            continue
        told = circumstances(document, p)
        total = table.total(told_of(document, p, told, around))
        if 0 <= total - table.drop < DOUBT:
            told = (*told, tag_of(document, p))
            total += table.of.get(told[-1], 0)
        if total >= table.drop + (_AGAIN if document.protected and p.kind == "WORD" else 0):
            out.append(replace(p, score=_score(p, total, table), evidence=(*p.evidence, *told)))
    return out


def weighable(p: Passage) -> bool:
    """Words that are not firm already; shapes are none."""
    return p.kind in WORDY and p.score < FIRM and not any(code.startswith("shape") for code in p.evidence)


def told_of(document: Document, p: Passage, told: Iterable[str], around: Surroundings) -> tuple[str, ...]:
    """All codes of a passage; what is said of mere candidates weighs something of its own."""
    beside = (*told, *around.codes(p, document.within(p.start, p.end)))
    return (*p.evidence, *(f"{_PERHAPS}{code}" for code in beside)) if p.perhaps else (*p.evidence, *beside)


def tag_of(document: Document, p: Passage) -> str:
    """What the tagger says of its words; only those of three letters and more are looked at, if there are any."""
    words = document.within(p.start, p.end)
    telling = [word for word in words if len(word.text) > 2] or words
    ordinary = all(document.vocabulary.ordinary(word.fold, word.value) for word in telling)
    return part_of_speech(document, telling, ordinary=ordinary)


def _score(p: Passage, total: float, table: Weights) -> float:
    """Certain when the sum says so and more than the network and an unknown spelling speaks for it."""
    more = {code.partition(":")[0] for code in p.evidence} - _SUSPICIONS
    return max(p.score, CERTAIN) if total >= table.certain and more else min(p.score, CERTAIN - 0.01)


def circumstances(document: Document, p: Passage) -> tuple[str, ...]:
    """What the words and their place say, beside the evidence of the recognisers."""
    words = document.within(p.start, p.end)
    if not words:
        return ()
    opinion = _opinion(document, words)
    return (*_nature(document, words), *_position(document, words), f"network:{opinion}", *_alone(p, opinion))


def _nature(document: Document, words: list[Word]) -> Iterator[str]:
    vocabulary = document.vocabulary
    telling = [w for w in words if w.fold not in listed("function_words")] or words
    ordinary = [vocabulary.ordinary(w.fold, w.value) for w in telling]
    flags = [vocabulary.name_value(w.fold) for w in telling]
    named = all(f & (FIRST | LAST | PLACE | ABROAD) for f in flags)
    kind = "ordinary" if all(ordinary) else "mixed" if any(ordinary) else "unknown"
    yield f"word:{kind}{'-listed' if named else ''}"
    if any(vocabulary.in_glossary(w.fold) for w in telling):
        yield "word:glossary"
    if all(w.value & LOWER for w in telling):
        yield "word:no-noun"
    if all(w.value & INFLECTED for w in telling):
        yield "word:declined"
    least = min(frequency(w.value) for w in telling)
    if least >= _FREQUENT:
        yield "word:frequent"
    elif max(frequency(w.value) for w in telling) < _RARE:
        yield "word:rare"
    if not words[0].capital:
        yield "word:lower-text" if words[0].lower_style else "word:small"
    if all(len(w.text) <= 2 for w in telling):
        yield "word:short"
    elif telling[0].shouted and not document.style.shouted:
        yield "word:capitals"


def _position(document: Document, words: list[Word]) -> Iterator[str]:
    first, last = words[0], words[-1]
    before, after = document.at(first.index - 1), document.at(last.index + 1)
    if "\n" in first.gap or before is None:
        yield "at:line-start"
    elif first.starts_sentence:
        yield "at:sentence-start"
    elif before.fold in listed("determiners"):
        yield "at:article"
    if document.text[last.end : last.end + 1] == ":":
        yield "at:colon"
    if after is not None and after.gap == " " and after.fold in listed("verbs"):
        yield "at:verb"


def _opinion(document: Document, words: list[Word]) -> str:
    """What the network thinks of these words, also where it would not have spoken up."""
    if document.opinions is None:
        return "absent"
    return step(max(map(document.believed, words)))


def _alone(p: Passage, opinion: str) -> Iterator[str]:
    """One kind of evidence and no other: how far it goes depends on whether the network agrees."""
    families = {code.partition(":")[0] for code in p.evidence}
    if len(families) == 1:
        family = families.pop()
        yield f"alone:{family}+{opinion}"
