"""Why something was found, in plain words: what the codes of the recognisers mean to whoever wrote the text.

A code that nobody has words for yet says what the find looks like, so that a new recogniser never breaks a page.
"""

from collections.abc import Iterator, Mapping, Sequence

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l

from caseboard.cases import wording

MOST_REASONS = 2
"""Two reasons convince; a list of eight is not read."""

LONGEST_QUOTE = 40

CODES: Mapping[str, LazyString] = {
    "known": _l("you named it as something that must not appear"),
    "checksum": _l("its check digit is right"),
    "context": _l("the words beside it say what it is"),
    "gazetteer:first-name": _l("stands in the list of first names"),
    "gazetteer:surname": _l("stands in the list of surnames"),
    "gazetteer:first-name+surname": _l("stands in the list of names"),
    "gazetteer:lower-case": _l("stands in the list of names"),
    "gazetteer:place": _l("stands in the list of places"),
    "gazetteer:paired": _l("stands beside a name"),
    "and": _l("named together with somebody"),
    "position": _l("stands where names stand"),
    "called": _l("stands where one says what somebody is called"),
    "named-so": _l("stands where one says what somebody is called"),
    "subject-first": _l("does something that only people do"),
    "office-shared": _l("stands where names stand"),
    "kunya": _l("stands where names stand"),
    "shortened-first-name": _l("shortens a name in this text"),
    "nickname": _l("a nickname"),
    "apposition:nickname": _l("a nickname"),
    "apposition:quoted": _l("stands in quotation marks behind what somebody is"),
    "field:dated": _l("stands beside a date of birth"),
    "agreement:initial": _l("shortens a name in this text"),
    "agreement:short-form": _l("shortens a name in this text"),
    "agreement": _l("stands for somebody named elsewhere in this text"),
    "header": _l("stands in the head of a letter or an e-mail"),
    "signature": _l("stands where one signs"),
    "speaker": _l("stands where one says who is speaking"),
    "code": _l("looks like the short form of a colleague"),
    "chat-greeting": _l("name from a chat or an e-mail address"),
    "stands": _l("stands where a place stands"),
    "short-form": _l("looks like the short form of a colleague"),
    "subject": _l("does something that only people do"),
    "word-name": _l("is a word that is also a surname"),
    "bare": _l("stands without an article, as only names do"),
    "surname-first": _l("surname and first name beside each other"),
    "initials": _l("initials of a name"),
    "chat-speaker": _l("stands where one says who is speaking"),
    "chat-name": _l("name from a chat or an e-mail address"),
    "proper-adjective": _l("written with a capital, as only names are"),
    "org:legal-form": _l("a legal form stands beside it"),
    "org:known": _l("a known institution"),
    "workplace": _l("somebody works there"),
    "org:newspaper": _l("a newspaper"),
    "org:house-of": _l("name of an institution"),
    "org:inn": _l("name of an institution"),
    "org:compound": _l("name of an institution"),
    "parish": _l("name of an institution"),
    "small-house": _l("name of an institution"),
    "org:abroad": _l("name of an institution"),
    "org:bracket": _l("name of an institution"),
    "org:presumed": _l("name of an institution"),
    "org:trade": _l("name of an institution"),
    "org:wares": _l("name of an institution"),
    "org:joined": _l("name of an institution"),
    "org:bank": _l("name of an institution"),
    "org:body": _l("name of an institution"),
    "org:coined": _l("name of an institution"),
    "org:quoted": _l("name of an institution"),
    "org:after-somebody": _l("an institution named after somebody"),
    "org:domain": _l("stands in a web or e-mail address of this text"),
    "place:adjective": _l("made from the name of a place"),
    "place:region": _l("a region"),
    "place": _l("stands where a place stands"),
    "street": _l("written like a street"),
    "dictated": _l("dictated or spelt out"),
    "table-column": _l("the head of its column says what it is"),
    "names-inside": _l("holds names"),
    "disguised": _l("written so that it hides what it says"),
    "placeholder": _l("was replaced before"),
    "district": _l("begins with the sign of a district"),
    "line-break": _l("goes on in the next line"),
    "origin": _l("says where somebody comes from"),
    "amount": _l("is said exactly"),
    "press": _l("was in the newspaper"),
    "headline": _l("was in the newspaper"),
    "fate": _l("others may have heard of it"),
    "fall": _l("others may have heard of it"),
    "known-for": _l("others may have heard of it"),
    "public-event": _l("others may have heard of it"),
    "rare-job": _l("a rare occupation"),
    "seldom-job": _l("a rare occupation"),
    "told-job": _l("a rare occupation"),
    "field-of-work": _l("says in which field somebody works"),
    "only-one": _l("there is only one of them"),
    "rare-diagnosis": _l("names a single illness"),
    "common-diagnosis": _l("names a single illness"),
    "rare-state": _l("a state of health that few people share"),
    "syndrome": _l("names a single illness"),
    "ner": _l("found by the name recogniser"),
    "half-heard": _l("found by the name recogniser"),
    "network:sure": _l("found by the name recogniser"),
    "network:likely": _l("found by the name recogniser"),
    "network:maybe": _l("found by the name recogniser"),
    "proper-noun": _l("a proper noun in this sentence"),
}
"""By the whole code or by what stands before its colon; in the order in which they convince."""

BEHIND = frozenset({"title", "kin", "field", "apposition"})
"""Kinds of evidence that end in the word of the text in front of the name."""

BESIDE = frozenset({"org", "branch"})
"""Kinds of evidence that end in the word of the text beside the name."""

SILENT = frozenset(
    {"shape", "trait", "unknown-word", "unseen-compound", "word", "at", "alone", "network", "own"}
    | {"common-noun", "no-noun"}
)
"""Kinds of evidence that say no more than what the find looks like, or only weigh."""

LOOKS: Mapping[str, LazyString] = {
    "PERSON": _l("Looks like a name"),
    "STREET": _l("Looks like a street"),
    "PLACE": _l("Looks like a place"),
    "POSTCODE": _l("Looks like a postcode"),
    "ORG": _l("Looks like an institution"),
    "DATE": _l("Looks like a date"),
    "PHONE": _l("Looks like a phone number"),
    "EMAIL": _l("Looks like an e-mail address"),
    "URL": _l("Looks like a web address, a file or a user name"),
    "ID": _l("Looks like a number or file reference"),
    "AGE": _l("Says how old somebody is"),
    "FAMILY": _l("Says what a family is like"),
    "ORIGIN": _l("Says where somebody comes from"),
    "JOB": _l("Says what somebody works as"),
    "HEALTH": _l("Says what somebody suffers from"),
    "EVENT": _l("An event that others may have heard of"),
    "MONEY": _l("An exact amount"),
    "FAME": _l("Says that many people know somebody"),
    "OFFICE": _l("Says which office somebody holds"),
    "HOBBY": _l("Says what unusual things somebody does"),
    "PERSONAL": _l("Says of somebody what nobody else needs to know"),
}
OWN, HIDDEN = "own", _l("Hidden by you")
UNKNOWN = _l("An unknown word")

_ORDER = {code: place for place, code in enumerate(CODES)}


def why(codes: Sequence[str], kind: str) -> str:
    """What a find is and the best reasons for it; never empty, whatever the codes are."""
    if OWN in codes:
        return str(HIDDEN)
    ranked = sorted(dict.fromkeys(codes), key=_rank)
    reasons = list(dict.fromkeys(_words(ranked)))[:MOST_REASONS]
    if not reasons:
        return str(LOOKS.get(kind, UNKNOWN))
    return f"{wording.kind(kind)}: {'; '.join(reasons)}"


def _rank(code: str) -> tuple[int, int]:
    head, _, word = code.partition(":")
    if head in BEHIND and word and code not in CODES:
        return 0, 0
    return 1, _ORDER.get(code, _ORDER.get(head, len(_ORDER)))


def _words(codes: Sequence[str]) -> Iterator[str]:
    for code in codes:
        head, _, word = code.partition(":")
        known = CODES.get(code) or CODES.get(head)
        if known is not None:
            yield str(known)
        elif head in BEHIND and word:
            yield gettext("stands behind “%(word)s”", word=word[:LONGEST_QUOTE])
        elif head in BESIDE and word:
            yield gettext("stands beside “%(word)s”", word=word[:LONGEST_QUOTE])
