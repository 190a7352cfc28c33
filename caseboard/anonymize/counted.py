"""What a number counts: '1500 Stühle', 'rund 1200 freie Plätze'; but a label makes it somebody's: 'Kunde 4711'."""

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, INFLECTED, LAST, LOWER, NOUN, PLACE, frequency

_ROUND = 50
_ALWAYS_SEVERAL = frozenset({"leute", "eltern", "kosten", "moebel", "daten", "ferien", "personen", "geschwister"})
_UMLAUTS = (("aeu", "au"), ("ae", "a"), ("oe", "o"), ("ue", "u"))
_ENDS = ("n", "en", "e", "er", "s")
_BEFORE_N = ("e", "er", "el")
_OPEN = ("a", "i", "o", "u", "y")
_LONG_ENOUGH, _MORE_OFTEN = 4, 0.6
_CUT_SHORT = frozenset({"ca", "rd", "mind", "max", "min", "insg", "ungef", "bzw", "zzgl", "inkl"})
_SAYS_WHICH = frozenset(
    ["unter", "nr", "nummer", "lautet", "lauten", "heisst", "kennung", "code", "az", "tel", "kd", "id", "apparat"]
)
_SET_OFF = frozenset({"", ",", ".", "!", "?", "(", "–", "-", "…", ";"})


def counts_things(document: Document, token: str, end: int) -> bool:
    """Whether several of something follow a number, and no label stands before it."""
    behind = document.within(end, end + 2)
    if not behind:
        return False
    head, _, tail = behind[0].gap.rpartition(token)
    noun = _counted(document, behind[0])
    if tail not in (" ", "\n") or noun is None or not several(document, noun):
        return False
    before = document.at(behind[0].index - 1)
    if before is not None and (head in (" ", "\n") or (head == ". " and before.fold in _CUT_SHORT)):
        return _counting(before, cut_short=head == ". ") and (noun.capital or _round(token))
    told = before is None or not document.vocabulary.abbreviation(before.text)
    return told and head.strip() in _SET_OFF and _round(token)


def things_follow(document: Document, end: int) -> bool:
    """'zwei Stunden', 'drei kleine Kinder': whether several of something follow a number in words."""
    behind = document.within(end, end + 2)
    noun = _counted(document, behind[0]) if behind and behind[0].gap in (" ", "\n") else None
    return noun is not None and several(document, noun)


def several(document: Document, noun: Word) -> bool:
    """A plural of an ordinary noun that is nobody's name: 'Stühle', 'Äpfel', 'Autos', 'Besucher'."""
    folded = noun.fold
    if folded in _ALWAYS_SEVERAL:
        return True
    if noun.value & (FIRST | LAST | PLACE) or not document.vocabulary.ordinary(folded, noun.value):
        return False
    if folded.endswith("er") and noun.value & INFLECTED:
        return True
    plain = _without_umlaut(folded)
    if plain != folded and any(_singular(document, form) for form in (plain, plain.removesuffix("e"))):
        return True
    return any(_known(document, noun, end) for end in _ENDS if folded.endswith(end))


def _known(document: Document, noun: Word, end: str) -> bool:
    """Whether the noun without this ending is its singular: 'Brief(e)', 'Auto(s)'; but not 'Schul(e)', 'Kur(s)'."""
    stem = noun.fold[: -len(end)]
    if end == "s":
        loan = len(stem) >= _LONG_ENOUGH or stem.endswith(_OPEN)
        return loan and bool(document.vocabulary.value(stem) & NOUN)
    if end == "n" and not stem.endswith(_BEFORE_N):
        return False
    seldom = frequency(document.vocabulary.value(stem)) < frequency(noun.value) - _MORE_OFTEN
    if end == "e" and seldom:
        return False
    return any(_singular(document, form) for form in (stem, _without_umlaut(stem)))


def _counted(document: Document, word: Word) -> Word | None:
    """The noun behind a number, over one adjective: '1200 freie Plätze'."""
    if word.capital or not word.value & LOWER or not word.fold.endswith(("e", "en", "er")):
        return word if word.capital or word.lower_style else None
    noun = document.at(word.index + 1)
    named = noun is not None and noun.gap == " " and (noun.capital or noun.lower_style)
    return noun if named else word if word.lower_style else None


def _counting(before: Word, *, cut_short: bool) -> bool:
    """'kamen 1500 Leute', 'mit ca. 1500 Leuten': a small word that names nothing itself."""
    if cut_short:
        return True
    small = not before.capital or (before.starts_sentence and bool(before.value & LOWER))
    return small and before.fold not in _SAYS_WHICH and bool(before.value & LOWER)


def _round(token: str) -> bool:
    """Where nothing leads to a number, only a round one is believed to count."""
    return not any(int(part) % _ROUND for part in token.replace("–", "-").split("-"))


def _singular(document: Document, stem: str) -> bool:
    value = document.vocabulary.value(stem)
    return bool(value & NOUN and value & INFLECTED)


def _without_umlaut(stem: str) -> str:
    for umlaut, vowel in _UMLAUTS:
        if umlaut in stem:
            before, _, behind = stem.rpartition(umlaut)
            return before + vowel + behind
    return stem
