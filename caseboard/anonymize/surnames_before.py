"""'steht Nur, | Abdirahmaan': a small word with a capital before a first name is the surname of whoever is listed."""

import re
from dataclasses import replace

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, LAST
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word, strange
from caseboard.anonymize.words import listed

_CLOSES = re.compile(r"[ \t]*(?:[,.;:)\]|\n(/]|\Z)")


def with_surname_before(document: Document, p: Passage) -> Passage:
    """Only before a single first name, or a word that no dictionary has, and where the sentence has no use for it."""
    words = document.within(p.start, p.end) if p.kind in ("PERSON", "WORD") else []
    if len(words) != 1 or words[0].start != p.start or words[0].gap != ", ":
        return p
    first, before = words[0], document.at(words[0].index - 1)
    known = bool(first.value & FIRST and not first.value & LAST) or strange(first, document)
    if before is None or not known or not _surname(document, before) or not _CLOSES.match(document.text, p.end):
        return p
    return replace(p, start=before.start, kind="PERSON", evidence=(*p.evidence, "surname-first"))


def _surname(document: Document, word: Word) -> bool:
    """Not 'am Morgen, Ali', 'LG, Ali', and not 'Danke, Gitti' where a sentence begins."""
    if word.starts_sentence:
        return False
    if not word.capital or word.shouted or word.protected or not function_word(word) or len(word.text) < len("Nur"):
        return False
    earlier = document.at(word.index - 1)
    joined = earlier is not None and (earlier.fold in listed("determiners") or earlier.capital)
    return not (calendar(word) or person_word(word) or joined)
