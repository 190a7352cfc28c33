"""Whether a word is a proper noun where it stands: the part of speech that HanTa gives it, asked only in doubt.

HanTa reads morphemes and the order of tags (C. Wartena, "A Probabilistic Morphology Model for German Lemmatization",
KONVENS 2019; the tags are those of STTS). Known words cost it microseconds, unknown ones milliseconds, and most words
are settled without it; so it reads a few words around each one whose evidence weighs neither much nor little.
"""

from functools import lru_cache
from typing import Protocol

from caseboard.anonymize import tagger_model
from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.passages import HALF_HEARD, Passage

_REACH = 5  # words on either side
_LONGEST = 24
"""Of longer words the end is enough, which says what a German word is; time grows with the square of the letters."""
TAGS = ("proper-noun", "common-noun", "no-noun")
_A_NOUN = frozenset({"word:declined", "common-noun:ordinary"})
_KINDS = {"NE": "proper-noun", "NN": "common-noun", "NNA": "common-noun"}


class _Tagger(Protocol):
    """As much of HanTa as is used here."""

    def tag_sent(self, sent: list[str], taglevel: int = 1) -> list[str]: ...


def part_of_speech(document: Document, words: list[Word], *, ordinary: bool) -> str:
    """The code of a passage: what its words are by their tags, and whether they are words of the language besides.

    'proper-noun:ordinary' speaks for a name ("Frau Kern kommt"), 'no-noun:unknown' against one.
    """
    found = {kind_of(document, word) for word in words}
    kind = next(kind for kind in TAGS if kind in found)
    return f"{kind}:{'ordinary' if ordinary else 'unknown'}"


def kind_of(document: Document, word: Word) -> str:
    """'proper-noun', 'common-noun' or 'no-noun'."""
    first, last = _sentence(document, word)
    tags = _tagger().tag_sent([near.text[-_LONGEST:] for near in document.words[first:last]] + ["."], taglevel=0)
    return _KINDS.get(tags[word.index - first], "no-noun")


def load() -> None:
    """Read the model now, so that what is missing or damaged is noticed before there is a text.

    Raises:
        Damaged: it is missing, or not the one that was installed.
    """
    _tagger()


@lru_cache(maxsize=1)
def _tagger() -> _Tagger:
    from HanTa.HanoverTagger import HanoverTagger

    tagger: _Tagger = HanoverTagger(str(tagger_model.path()))
    return tagger


def _sentence(document: Document, word: Word) -> tuple[int, int]:
    """The words of its sentence or line, as far as they are near."""
    first, last, words = word.index, word.index + 1, document.words
    while first > max(0, word.index - _REACH) and not _opens(words[first]):
        first -= 1
    while last < min(len(words), word.index + _REACH + 1) and not _opens(words[last]):
        last += 1
    return first, last


def _opens(word: Word) -> bool:
    return word.starts_sentence or "\n" in word.gap


def merely_heard(document: Document, p: Passage) -> bool:
    """'nach Satzbau lernen', 'aus Mitgefühl': a common noun in no list of names, of which a network has half an idea.

    Houses are left out, because firms are called by such nouns, and what opens a line, because people sign there.
    """
    codes, words = set(p.evidence), document.within(p.start, p.end)
    if p.kind not in ("PERSON", "PLACE") or len(words) != 1 or not codes >= _A_NOUN or "at:line-start" in codes:
        return False
    hint, maybe = (f"alone:{HALF_HEARD}+{opinion}" in codes for opinion in ("hint", "maybe"))
    town = p.kind == "PLACE" and "word:ordinary-listed" in codes
    return ("word:ordinary" in codes and (hint or maybe)) or (town and hint)
