"""The document agrees with itself: who is found once is masked everywhere, through endings, spellings and initials."""

import re
from bisect import bisect_right

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import FIRST_SURE, INFLECTED, LOWER, frequency
from caseboard.anonymize.recognizers.known import one_slip
from caseboard.anonymize.recognizers.naming import calendar, function_word
from caseboard.anonymize.recognizers.word_surnames import everyday
from caseboard.anonymize.resolving import Passage
from caseboard.anonymize.words import entries, listed

_DATE_BEFORE = frozenset(
    [
        "im",
        "ab",
        "seit",
        "bis",
        "ende",
        "anfang",
        "mitte",
        "jeden",
        "naechsten",
        "letzten",
        "kommenden",
        "vergangenen",
        "am",
    ]
)
_SCORE = 0.85
_ACTS = re.compile(r"\.(?::|[ \t]*(?:\n|$)|\))")
_OPEN = frozenset({"WORD", "JOB"})
_SUBJECTS = frozenset({"er", "sie", "es", "ich", "wir", "man", "ihr", "du"})
_SLIP_FROM = 6
_TELLING, _COMMON = 5, 3.7
_NOBLE = frozenset({"da", "de", "do", "dos", "di", "del", "la", "le", "van", "ter", "ben", "bin"})
_SHORT = re.compile(r" ?\((?P<s>[^\W\d_]{1,4}\.?)(?=[,;) ])")


def agree(document: Document, passages: list[Passage]) -> list[Passage]:
    """Further passages that follow from those found."""
    names, letters = _names(document, passages)
    houses = _houses(document, passages)
    short = _short_forms(document, passages)
    if not (names or letters or houses or short):
        return []
    starts = [p.start for p in passages]
    out = []
    for word in document.words:
        if word.protected or _covered(word, passages, starts):
            continue
        known = _known(document, word, names)
        if known and _meant(document, word):
            out.append(Passage(_with_particle(document, word), word.end, "PERSON", _SCORE, ("agreement",)))
        elif word.text in short:
            out.append(Passage(word.start, word.end, "PERSON", _SCORE, ("agreement:short-form",)))
        elif word.fold in houses and word.capital and _meant(document, word):
            out.append(Passage(word.start, word.end, "ORG", _SCORE, ("agreement",)))
        elif _initial(document, word, names, letters):
            out.append(Passage(word.start, word.end + 1, "PERSON", _SCORE, ("agreement:initial",)))
    return out


def _covered(word: Word, passages: list[Passage], starts: list[int]) -> bool:
    """Already masked; what is merely unknown or looks like an occupation may still turn out to be somebody."""
    at = bisect_right(starts, word.start) - 1
    return at >= 0 and passages[at].end > word.start and passages[at].kind not in _OPEN


def _names(document: Document, passages: list[Passage]) -> tuple[set[str], set[str]]:
    names: set[str] = set()
    letters: set[str] = set()
    for p in passages:
        if p.kind == "EMAIL":
            local = re.split(r"@|\(|\[| ", document.text[p.start : p.end])[0]
            names |= {fold(w) for w in re.findall(r"[^\W\d_]{4,}", local) if not document.vocabulary.ordinary(fold(w))}
        if p.kind != "PERSON":
            continue
        for word in document.within(p.start, p.end):
            if len(word.text) >= 3 and not function_word(word) and word.fold not in listed("titles"):
                names.add(word.fold)
                stem = word.fold.removesuffix("'s").removesuffix("s")
                if word.fold.endswith("s") and len(stem) >= 4 and not document.vocabulary.value(word.fold) & 0b11000:
                    names.add(stem)
            elif len(word.text) == 1:
                letters.add(word.text)
            elif document.text[word.end : word.end + 1] == ".":
                names.add(word.fold)
    return names, letters


def _with_particle(document: Document, word: Word) -> int:
    """'da Silva' without a title: the particle belongs to the name."""
    before = document.at(word.index - 1)
    if before is None or word.gap != " " or before.fold not in _NOBLE:
        return word.start
    return before.start


def _houses(document: Document, passages: list[Passage]) -> set[str]:
    """The telling word of an organisation, when it is rare enough to tell."""
    found = set()
    for p in passages:
        words = document.within(p.start, p.end) if p.kind == "ORG" else []
        for word in words[1:]:
            rare = len(word.fold) >= _TELLING and frequency(word.value) < _COMMON
            if document.vocabulary.in_glossary(word.fold):
                continue
            if word.capital and rare and word.fold not in listed("org_heads") and not function_word(word):
                found.add(word.fold)
    return found


def _short_forms(document: Document, passages: list[Passage]) -> set[str]:
    """'Konrad B. (KB)', 'A. H. (Hü, Jugendamt)': what minutes call people after introducing them."""
    found = set()
    for p in passages:
        if p.kind != "PERSON":
            continue
        after = _SHORT.match(document.text, p.end)
        words = [w.text for w in document.within(p.start, p.end)]
        initials = "".join(w[0] for w in words)
        if len(initials) > 1 and initials.isupper() and initials not in entries("glossary"):
            found.add(initials)
        if after is None:
            continue
        if after["s"] == initials or any(w.startswith(after["s"]) for w in words):
            found.add(after["s"])
    return found


def _known(document: Document, word: Word, names: set[str]) -> bool:
    folded = word.fold
    for form in (
        folded,
        folded.removesuffix("s"),
        folded.removesuffix("es"),
        folded.removesuffix("n"),
        folded.removesuffix("'s"),
        folded.removesuffix("sche"),
        folded.removesuffix("schen"),
    ):
        if len(form) >= 3 and form in names:
            return True
    if len(folded) < _SLIP_FROM or document.vocabulary.ordinary(folded, word.value):
        return False
    return any(len(n) >= _SLIP_FROM and one_slip(folded, n) for n in names)


def _meant(document: Document, word: Word) -> bool:
    """An ordinary word is the name only where no article, weekday or month sense stands against it."""
    if not document.vocabulary.ordinary(word.fold, word.value):
        return True
    if not word.capital and not document.style.lower:
        return False
    before, after = document.at(word.index - 1), document.at(word.index + 1)
    if after is not None and after.gap == "-":
        return True
    if calendar(word):
        return not _dated(document, word)
    if word.starts_sentence:
        return _opens_sentence(document, word, after)
    if everyday(word) and before is not None and before.fold in {"bei", "auf", "aus", "ohne"} and word.gap == " ":
        return False  # 'bei Sonnenschein', 'Stein auf Stein': the thing
    if document.style.lower and word.value & LOWER:
        return False
    if before is not None and re.match(r"[ \t]\Z", word.gap):
        return _after(before, word, after)
    return True


def _dated(document: Document, word: Word) -> bool:
    """'Freitag, 8. September', 'im Mai': the calendar, not the person."""
    before = document.at(word.index - 1)
    following = document.text[word.end : word.end + 5]
    if re.match(r",? ?\d|,? de[nmr] |-|s\b", following) or re.search(r"\d\.? ?\Z", word.gap):
        return True
    return before is not None and before.fold in _DATE_BEFORE


def _opens_sentence(document: Document, word: Word, after: Word | None) -> bool:
    """'Lang sagt', 'Winters Wohnung': a noun without article, or an adjective before a verb."""
    if after is None or after.gap != " ":
        return not word.value & LOWER
    subject = document.at(after.index + 1)
    if not after.capital and subject is not None and subject.gap == " " and subject.fold in _SUBJECTS:
        return False  # 'Reh hatte er keine': the subject stands behind the verb
    if everyday(word) or document.style.lower:
        return after.fold in listed("speech_verbs") or (word.fold.endswith("s") and after.capital)
    verb = (not after.capital and after.fold in listed("function_words")) or after.fold.endswith("t")
    return not word.value & LOWER or (verb and not after.capital) or (word.fold.endswith("s") and after.capital)


def _after(before: Word, word: Word, after: Word | None) -> bool:
    """What an article or an adjective before the word says about it."""
    noun = bool(word.value & INFLECTED)
    if before.fold in listed("determiners"):
        if word.value & FIRST_SURE and not (after is not None and after.fold in {"der", "des", "dieser"}):
            return True
        return not noun
    adjective = (
        not before.capital
        and before.value & LOWER
        and before.fold.endswith(("e", "er", "en", "es", "em"))
        and before.fold not in listed("function_words")
    )
    return not (adjective and noun)


def _initial(document: Document, word: Word, names: set[str], letters: set[str]) -> bool:
    if document.text[word.end : word.end + 1] != "." or not word.capital or len(word.text) > 4:
        return False
    if len(word.text) == 1:
        if word.text not in letters or word.gap == "-":
            return False
        return not re.match(r"\.? ?[a-z]\.", document.text[word.end : word.end + 4]) and not re.search(
            r"\b[a-zA-Z]\. ?$", document.text[max(0, word.start - 3) : word.start]
        )
    acts = bool(_ACTS.match(document.text, word.end))
    if document.vocabulary.listed_abbreviation(word.fold) and not acts:
        return False
    if not acts and document.vocabulary.ordinary(word.fold, word.value) and (calendar(word) or word.fold not in names):
        return False
    return any(n.startswith(word.fold) for n in names)
