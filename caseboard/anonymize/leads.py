"""What stands before a name and says who it is: titles, a relation, a work; not the end of another sentence."""

import re

from caseboard.anonymize.callings import ADDRESS, CALLED, cut_short, kin_of, role_of, sex_of, sex_of_kin
from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.fold import fold
from caseboard.anonymize.outsiders import outsider
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.words import listed

_FIRST_GAP = re.compile(r"[\s.,:(„\"]{0,3}")
_NEXT_GAP = re.compile(r"\.?(?:[ \t]|,[ \t]|:[ \t]?)")
_CLOSED = re.compile(r"\.?[ \t]*(?:[,;:)/!?\n(„“\"–-]|\Z)|\.(?=\s)|[ \t]+(?:und|u\.|oder|bzw|sowie|aus|von|vom|geb|\d)")
_FURTHEST = 40
_ADJECTIVE = ("e", "er", "en", "em")
_LAST_ON_LINE = re.compile(r"[^\w\n]*(?:\n|\Z)")
_ALONE = re.compile(r"[^\w\n]*\s")
_LISTED_LINE = re.compile(r"\n[-•* \t]*([^\W\d_]+)")
_JOINS = frozenset({"und", "u", "sowie", "samt"})
_BEHIND_PREPOSITION = frozenset({"mit", "bei", "von", "zu", "fuer", "ohne", "gegen", "wegen", "an", "nach", "ex"})


def leads_of(document: Document, p: Passage, named: frozenset[int]) -> list[str]:
    """What stands before a name, the nearest first: 'Ärztin Frau Dr. Heim' has three words that say who she is.

    `named` is where the names of other people end.
    """
    words = document.within(max(0, p.start - _FURTHEST), p.start)
    gap = document.text[words[-1].end : p.start] if words else ""
    if not words or not _FIRST_GAP.fullmatch(gap) or _apart(document, words[-1], gap, p):
        return []
    if words[-1].fold == "lg" and _greets(document, words[-1], gap, p, named):
        return []
    leads = [words[-1].fold]
    for at in range(len(words) - 2, -1, -1):
        lead = words[at].fold
        gap = document.text[words[at].end : words[at + 1].start]
        if leads[-1] not in ADDRESS or not _NEXT_GAP.fullmatch(gap) or _apart(document, words[at], gap, p):
            break
        if lead not in ADDRESS and not _goes_with(lead, leads, words[at - 1].fold if at else ""):
            break
        leads.append(lead)
    return leads


def _apart(document: Document, lead: Word, gap: str, p: Passage) -> bool:
    """'mit der Tochter. Emma …', 'sagt die Ärztin: Frau Demir …', 'mit dem Sohn, Ali sieht …': something new begins."""
    if "." in gap and (lead.shouted or not cut_short(lead.fold)):
        return True
    if ":" in gap:
        return _has_article(document, lead) and not _opens(document, lead)
    return "," in gap and not _CLOSED.match(document.text, p.end) and not _opens(document, lead)


def _has_article(document: Document, lead: Word) -> bool:
    before = document.at(lead.index - 1)
    return before is not None and lead.gap.isspace() and before.fold in listed("determiners")


def _opens(document: Document, lead: Word) -> bool:
    """'Der neue Vermieter, Herr Kolb hat …': what begins the sentence can only be the person who is named then."""
    for _ in range(3):
        before = document.at(lead.index - 1)
        if lead.starts_sentence or before is None:
            return True
        if before.fold not in listed("determiners") and not before.fold.endswith(_ADJECTIVE):
            return False
        lead = before
    return False


def _goes_with(lead: str, titles: list[str], article: str) -> bool:
    """'die Vermieterin Frau Kolb' is one person; 'hat der Arzt Herrn Kolb', 'ihr Sohn, Frau Kolb' are two."""
    if not (lead in CALLED or kin_of(lead) or role_of(lead) or outsider(lead)):
        return False
    if article == "der" and {"herrn", "hrn"} & set(titles):
        return False
    said = sex_of(lead) or sex_of_kin(lead)
    meant = next((sex for title in titles if (sex := sex_of(title))), "")
    return not said or not meant or said == meant


def _greets(document: Document, lg: Word, gap: str, p: Passage, named: frozenset[int]) -> bool:
    """'LG Petra' at the end of a line is 'Liebe Grüße'; 'mit ihrem LG Mehmet' is whom she lives with."""
    if ":" in gap:
        return False
    if gap.strip(" \t"):
        return True
    before = document.at(lg.index - 1)
    starts = before is None or lg.starts_sentence
    closes = _LAST_ON_LINE.match(document.text, p.end) or (starts and _ALONE.match(document.text, p.end - 1))
    if not closes:
        return False
    if before is None or starts:
        return not _household(document, lg, p)
    if before.fold in _JOINS and lg.gap == " ":
        before = document.at(before.index - 1)
        return before is None or before.end not in named
    if lg.gap != " ":
        return before.end not in named
    if before.fold in _BEHIND_PREPOSITION:
        return before.starts_sentence  # 'Mit LG Petra'
    return before.fold not in listed("determiners") and not before.text.endswith("em")


def _household(document: Document, lg: Word, p: Passage) -> bool:
    """A line among others that list the household: 'Sohn Ali', 'LG Mehmet'."""
    text = document.text
    above = _LISTED_LINE.match("\n" + text[: lg.start].rstrip(" \t-•*\n").rpartition("\n")[2])
    below = _LISTED_LINE.match(text, text.find("\n", p.end)) if "\n" in text[p.end :] else None
    return any(line and (kin_of(word := fold(line[1])) or word in CALLED) for line in (above, below))
