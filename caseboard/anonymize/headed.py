"""What stands before a name and makes it that of a house: 'Praxis | Herbst', 'Geburtshaus Nr. 2 | Winnyzja'.

A name is often an ordinary word, so the head word alone does not open it; here the name has been found already.
"""

import re
from dataclasses import replace

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.general_bodies import stays
from caseboard.anonymize.lexicon import FIRST, INFLECTED, LAST, LOWER, PLACE, frequency
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.recognizers.house_words import MADE, house
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word, strange
from caseboard.anonymize.words import listed

_FOR = re.compile(
    r"(?<![\w-])(?P<h>[A-ZÄÖÜ][\wäöüß-]{3,}) für (?:[A-ZÄÖÜ][\wäöüß-]+(?:,| und| &) ){0,2}[A-ZÄÖÜ][\wäöüß-]{2,} \Z"
)
_SPECIALTY = re.compile(
    r"(?:logie|genetik|medizin|chirurgie|paedie|iatrie|therapie|akustik|optik|.aerzte|anwaelte|notare|architekten|kanzlei)$"
)
_AT = frozenset({"am", "an", "im", "zum", "zur", "beim"})
_LOOK_BACK = 70
_COUNTED = re.compile(r"[^\W\d_][\wäöüß-]+ (?:Nr\.?|Nummer|No\.?|№) ?\d{1,4} \Z")
_BROKEN = re.compile(r"-[ \t]*\n[ \t]*\Z")
_SCANNED = re.compile(r"(?:(?<=[\s(])|(?<![\s\S]))[0-9|]\Z")
"""'Herrn 8|erg', 'Bruder 0|laf': a capital that a scanner took for a figure."""
_ANNOUNCES = frozenset({"versicherung", "werk", "hilfe", "gruppe", "projekt", "traeger", "gemeinde", "unternehmen"})
"""They stand before a person as well: 'Projekt Yusuf', 'Hilfe Ali'."""
_ABSTRACT = ("ung", "heit", "keit", "schaft", "lehre", "kurs", "kraft", "helfer", "stelle", "job", "praktikum")
_SHORTEST, _BELIEVED, _SELDOM, _MERCHANT = 3, 0.3, 2.2, 3.6
_PHRASE = 3  # words: a house, and of whom or where it is
_SERVICE = re.compile(r"(?:beratung|betreuung|gruppe|hilfe|projekt|treff|wohnen|cafe)$")


def with_head(document: Document, p: Passage) -> Passage:
    """The name with the noun before it that says what kind of house is called so."""
    if p.kind not in ("PERSON", "PLACE", "ORG", "WORD"):
        return p
    words = document.within(p.start, p.end)
    if not words or words[0].start != p.start:
        return p
    if document.text[p.start].islower() and (figure := _SCANNED.search(document.text, max(0, p.start - 1), p.start)):
        return replace(p, start=figure.start())
    broken = _with_first_half(document, p, words[0])
    if broken is not p:
        return broken
    counted = _behind_number(document, p, words[0])
    if counted is not p:
        return counted
    found = _for_somebody(document, p, words) or _at_spot(document, p, words[0])
    if found is not None:
        return _as_house(p, found.start)
    if p.kind == "ORG" and (served := _served(document, words)):
        return _as_house(p, served.start)
    if words[0].lower_style and p.kind == "ORG":
        return _with_small(document, p, words)
    head = document.at(words[0].index - 1)
    if p.kind == "PERSON" and len(words) == 1 and head is not None and _opens(document, head, words[0]):
        return _as_house(p, head.start)
    return p


def _as_house(p: Passage, start: int) -> Passage:
    return replace(p, start=start, kind="ORG", evidence=(*p.evidence, "org:house-of"))


def _opens(document: Document, head: Word, name: Word) -> bool:
    """'Bedachungen Meister', but not 'Kita Emil': a first name alone is that of whoever goes there."""
    if name.gap != " " or head.protected or head.shouted or not _alike(head, name):
        return False
    if calendar(name) or (name.value & FIRST and not name.value & LAST):
        return False
    if not (house(head.fold) or _bare_trade(document, head)) or head.fold in _ANNOUNCES:
        return False
    if stays(head.fold):
        return False
    someone = person_word(head) and head.fold not in listed("org_heads")
    plain = function_word(head) or calendar(head) or someone or head.fold in listed("no_heads")
    return not plain and head.fold not in listed("no_houses") and not document.vocabulary.in_glossary(head.fold)


def _for_somebody(document: Document, p: Passage, words: list[Word]) -> Word | None:
    """'Zentrum für Psychiatrie | Schussental': a house that many towns have, and what this one is called."""
    first = words[0]
    nowhere = p.kind == "PLACE" and not first.value & PLACE and "gazetteer:place" not in p.evidence
    if not (nowhere or p.kind in ("PERSON", "WORD")) or len(words) > _PHRASE or first.gap != " " or not first.capital:
        return None
    if (first.value & FIRST and not first.value & LAST) or first.shouted:
        return None
    match = _FOR.search(document.text, max(0, p.start - _LOOK_BACK), p.start)
    head = document.within(*match.span("h"))[0] if match else None
    if head is None or head.protected or head.fold in _ANNOUNCES or head.fold in listed("no_houses"):
        return None
    last = document.at(first.index - 1)
    announced = last is not None and (person_word(last) or calendar(last))
    return head if house(head.fold) and not announced and not person_word(head) else None


def _at_spot(document: Document, p: Passage, name: Word) -> Word | None:
    """'Humangenetik am | Riettor': a practice by the spot where it lies."""
    before = document.at(name.index - 1)
    if p.kind != "PLACE" or before is None or name.gap != " " or "gazetteer:place" in p.evidence:
        return None
    if before.fold in {"der", "den"} and before.gap == " ":
        before = document.at(before.index - 1)
    head = document.at(before.index - 1) if before is not None and before.fold in _AT and before.gap == " " else None
    if head is None or head.protected or not head.capital or before is None or before.capital:
        return None
    return head if _SPECIALTY.search(head.fold) else None


def _alike(head: Word, name: Word) -> bool:
    """Both with a capital, or both where nothing has one: 'kellerei schütz'."""
    return (head.capital and name.capital) or (head.lower_style and name.lower_style)


def _bare_trade(document: Document, head: Word) -> bool:
    """'für Metall Zehnder', but not 'auf dem Papier Kelemen': a branch that is called so has no article."""
    before = document.at(head.index - 1)
    return head.fold in listed("org_tails") and (before is None or before.fold not in listed("determiners"))


def _behind_number(document: Document, p: Passage, first: Word) -> Passage:
    """'Schule Nr. 12 | Cherson': houses in the east have numbers."""
    if not first.gap.endswith(" ") or p.kind == "WORD":
        return p
    match = _COUNTED.search(document.text, max(0, p.start - 60), p.start)
    head = document.within(match.start(), match.start() + 1)[0] if match else None
    if match is None or head is None or head.protected or not (house(head.fold) or head.fold in listed("no_houses")):
        return p
    return _as_house(p, head.start) if head.capital or head.lower_style else p


def _with_first_half(document: Document, p: Passage, first: Word) -> Passage:
    """'Metall-⏎guss Rexrodt': a word that the end of a line broke goes whole, and may be the head of a house."""
    half = document.at(first.index - 1)
    if half is None or first.capital or half.protected or not _BROKEN.fullmatch(first.gap) or not half.capital:
        return p
    made = MADE.match(half.fold + first.fold) or house(half.fold + first.fold)
    return _as_house(p, half.start) if made else replace(p, start=half.start)


def _served(document: Document, words: list[Word]) -> Word | None:
    """'beratung | haus des lebens', 'Frauenhilfe | Haus am Tor': a house with a name, and what is done there."""
    head = document.at(words[0].index - 1)
    if head is None or words[0].fold != "haus" or words[0].gap != " " or len(words) < _PHRASE or head.protected:
        return None
    return head if head.capital == words[0].capital and _SERVICE.search(head.fold) else None


def _with_small(document: Document, p: Passage, words: list[Word]) -> Passage:
    """'edeka | hoppe', 'verein sri kurinchi | kulturhaus': where nothing has a capital, the names beside a house."""
    before, after = document.at(words[0].index - 1), document.at(words[-1].index + 1)
    named = before is not None and (_small_name(document, before) or _trades(document, before, words[0]))
    start = before.start if before is not None and words[0].gap == " " and named else p.start
    if before is not None and words[0].gap == " " and _house_name(before) and not _said_of_many(before):
        start = before.start
    behind = after is not None and after.gap == " " and not function_word(words[-1])
    merchant = after is not None and "org:known" in p.evidence and _merchant(after)
    goes_on = behind and after is not None and (_small_name(document, after) or _house_name(after) or merchant)
    return replace(p, start=start, end=after.end if goes_on and after is not None else p.end)


def _merchant(word: Word) -> bool:
    """'edeka hoppe': who runs the branch of a chain, where a surname is no everyday word."""
    named = word.value & LAST and not word.value & INFLECTED and not function_word(word) and not calendar(word)
    return bool(named) and frequency(word.value) < _MERCHANT and word.fold not in listed("verbs") and not word.protected


def _said_of_many(word: Word) -> bool:
    """'firma' and what is no house though it ends like one."""
    return word.fold in listed("no_houses") | listed("no_heads") | {"firma", "fa"} or person_word(word)


def _house_name(word: Word) -> bool:
    """'kulturhaus', but not 'personalbüro'."""
    return house(word.fold) and not stays(word.fold)


def _trades(document: Document, word: Word, trade: Word) -> bool:
    """'hofherr | trockenbau': a noun that hardly anybody writes before a branch is whoever runs it."""
    if trade.fold not in listed("org_tails") or word.value & LOWER or word.fold.endswith(_ABSTRACT):
        return False
    plain = function_word(word) or person_word(word) or calendar(word) or document.vocabulary.in_glossary(word.fold)
    return not plain and not word.protected and len(word.text) > _SHORTEST and frequency(word.value) < _SELDOM


def _small_name(document: Document, word: Word) -> bool:
    """No word of the language, or a surname that the trained network takes for a part of some name."""
    if word.protected or function_word(word) or person_word(word) or document.vocabulary.in_glossary(word.fold):
        return False
    if len(word.text) < _SHORTEST or word.value & LOWER or document.opinions is None:
        return False
    return strange(word, document) and document.believed(word) >= _BELIEVED
