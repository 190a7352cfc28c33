"""The full stop of the sentence stays in the text: '65 929 970 489. Meine' loses its digits, not the sentence its end.

An abbreviation and a day keep theirs ('58 J.', 'am 24.4.'), unless a small word with a capital tells that a sentence
begins behind them.
"""

import re
from dataclasses import replace

from caseboard.anonymize.cut_first_names import cut_first_name
from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import FIRST, LAST
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.recognizers.naming import calendar, function_word

_CLOSES = re.compile(r"\s*\Z|[ \t]*\n|[ \t]+[„»\"(–-]?[ ]?[A-ZÄÖÜ]")
_DAY = re.compile(r"\d\.\s?(?:\d{1,2}|[IVX]{1,4})\.\Z|(?:\A|\s)\d{1,2}\.\Z|\b[MJ]t?s?\.\Z")
_LAST = re.compile(r"[^\W\d_]+\.\Z")
_LONGEST_ABBREVIATION = 5


def without_sentence_end(document: Document, p: Passage) -> Passage:
    """The passage without the full stop that ends the sentence around it."""
    text = document.text
    if p.end - p.start < 2 or text[p.end - 1] != "." or text[p.end - 2] == "." or not _CLOSES.match(text, p.end):
        return p
    ends = _sentence_begins(document, p) if _needs_its_stop(document, p) else True
    return replace(p, end=p.end - 1) if ends else p


def _needs_its_stop(document: Document, p: Passage) -> bool:
    """Whether the passage ends in an abbreviation or in a day, which are written with a full stop."""
    if p.kind == "DATE" and _DAY.search(document.text, p.start, p.end):
        return True
    last = _LAST.search(document.text, p.start, p.end)
    if last is None:
        return False
    folded = fold(last[0][:-1])
    words = document.within(last.start(), last.end())
    if p.kind == "PERSON":
        return not (words and words[-1].value & (FIRST | LAST)) or cut_first_name(folded)
    if p.kind == "DATE":
        return len(folded) < _LONGEST_ABBREVIATION and folded not in ("maerz", "mai", "juni", "juli")
    return _shortened(document, folded, words)


def _shortened(document: Document, folded: str, words: list[Word]) -> bool:
    known = document.vocabulary
    if cut_first_name(folded) or known.listed_abbreviation(folded) or known.cut_short(folded):
        return True
    return len(folded) < _LONGEST_ABBREVIATION and not (words and known.ordinary(folded, words[-1].value))


def _sentence_begins(document: Document, p: Passage) -> bool:
    """'Er ist 34 J. Er', 'am 24.4. Die': unless the passage opens its line, as entries in minutes do."""
    line = document.text.rfind("\n", 0, p.start) + 1
    after = next(iter(document.within(p.end, p.end + 24)), None)
    if after is None or document.text[p.end : after.start] != " " or not document.text[line : p.start].strip(" \t-–•*"):
        return False
    return after.capital and function_word(after) and not calendar(after)
