"""The document agrees with itself: who is found once is masked everywhere, through endings, spellings and initials."""

import re
from bisect import bisect_right
from dataclasses import replace

from caseboard.anonymize.acting import acts
from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.fold import fold
from caseboard.anonymize.insistence import insisted, joining_names, joins_no_words, listed_small
from caseboard.anonymize.lexicon import FIRST, LAST, frequency
from caseboard.anonymize.meaning import meant
from caseboard.anonymize.passages import CERTAIN, Passage
from caseboard.anonymize.plain_roles import settled
from caseboard.anonymize.plain_words import plainly
from caseboard.anonymize.recognizers.known import one_slip
from caseboard.anonymize.recognizers.naming import function_word
from caseboard.anonymize.recognizers.word_surnames import everyday, feminine, word_surname
from caseboard.anonymize.shortened import called, first_names, initial, short_forms
from caseboard.anonymize.words import listed

_SCORE, _DOUBTED = 0.85, CERTAIN - 0.01
_NAMES = FIRST | LAST
_OPEN = frozenset({"WORD", "JOB"})
_SLIP_FROM = 6
_TELLING, _COMMON = 5, 3.7
_NOBLE = frozenset({"da", "de", "do", "dos", "di", "del", "la", "le", "van", "ter", "ben", "bin"})
_FEW, _STROKE = 5, re.compile(r"\.? ?/ ?\Z")
_CLOSING = (",", ".", ";", ":", ")", "\n", "")


def agree(document: Document, passages: list[Passage]) -> list[Passage]:
    """Further passages that follow from those found; nothing follows from a mere candidate."""
    known = [p for p in passages if not p.perhaps]
    names, letters = _names(document, known)
    sure, _ = _names(document, [p for p in known if p.certain])
    houses = _houses(document, known)
    short, first = short_forms(document, known), first_names(document, known)
    joining = joining_names(document, known)
    if not passages:
        return []
    starts = [p.start for p in passages]
    out = []
    for word in document.words:
        if word.protected or _covered(word, passages, starts):
            continue
        if _behind_stroke(document, word, passages, starts):
            out.append(Passage(word.start, word.end, "PERSON", _SCORE, ("agreement:short-form",)))
        elif _beside_somebody(document, word, passages, starts) or listed_small(
            document, word, _before_and(document, word, passages, starts)
        ):
            out.append(Passage(word.start, word.end, "PERSON", _SCORE, ("agreement:beside",)))
        elif (
            _known(document, word, names)
            and not settled(document, word)
            and (
                insisted(document, word)
                or (_known(document, word, sure) and acts(document, word, passages, starts))
                or _with_ending(document, word, names)
                or (meant(document, word) and not plainly(document, word))
            )
        ):
            score = _SCORE if _known(document, word, sure) else _DOUBTED  # nothing certain follows from a suspicion
            out.append(Passage(_with_particle(document, word), word.end, "PERSON", score, ("agreement",)))
        elif word.fold in joining and joins_no_words(document, word):
            out.append(Passage(word.start, word.end, "PERSON", _SCORE, ("agreement",)))
        elif word.text in short or called(document, word, first):
            out.append(Passage(word.start, word.end, "PERSON", _SCORE, ("agreement:short-form",)))
        elif word.fold in houses and word.capital and meant(document, word):
            out.append(Passage(word.start, word.end, "ORG", _SCORE, ("agreement",)))
        elif initial(document, word, names, letters) and not plainly(document, word):
            out.append(Passage(word.start, word.end + 1, "PERSON", _SCORE, ("agreement:initial",)))
    return out


def _with_ending(document: Document, word: Word, names: set[str]) -> bool:
    """'die Fuchsin' is meant where somebody is called Fuchs, whatever else the word may be."""
    return word.fold not in names and word.fold.removesuffix("in") in names and feminine(document, word)


def confirmed(document: Document, passages: list[Passage]) -> list[Passage]:
    """A suspicion is none any more where somebody is certainly called so elsewhere in the text."""
    people = [p for p in passages if p.kind == "PERSON"]
    sure = {word.fold for p in people if p.certain for word in document.within(p.start, p.end) if len(word.text) >= 3}

    def is_sure(p: Passage) -> bool:
        words = document.within(p.start, p.end)
        return bool(words) and all(word.fold in sure or word.fold.removesuffix("s") in sure for word in words)

    return [
        replace(p, score=CERTAIN, evidence=(*p.evidence, "agreement"))
        if p.kind == "PERSON" and not p.certain and is_sure(p)
        else p
        for p in passages
    ]


def everywhere(document: Document, passages: list[Passage]) -> list[Passage]:
    """The other places of a word that nobody knows: it is asked about once, so it is hidden at all of them."""
    unknown = {document.text[p.start : p.end]: p for p in passages if p.kind == "WORD"}
    starts = [p.start for p in passages]
    return [
        replace(unknown[word.text], start=word.start, end=word.end)
        for word in document.words
        if word.text in unknown and not word.protected and _over(word, passages, starts) is None
    ]


def _beside_somebody(document: Document, word: Word, passages: list[Passage], starts: list[int]) -> bool:
    """'Absprache mit Kuhn und Busch': joined to somebody found for certain."""
    joint = document.at(word.index - 1)
    if joint is None or joint.fold not in {"und", "u", "oder"} or word.gap not in (" ", ". "):
        return False
    if everyday(word) and document.text[word.end : word.end + 1] not in _CLOSING:
        return False  # 'Frau Kuhn und Wasser im Keller'
    after = document.at(word.index + 1)
    if not word_surname(word, document) or (after is not None and after.gap == " " and after.capital):
        return False
    at = bisect_right(starts, joint.start) - 1
    p = passages[at] if at >= 0 else None
    return p is not None and p.kind == "PERSON" and p.certain and document.text[p.end : joint.start] == " "


def _before_and(document: Document, word: Word, passages: list[Passage], starts: list[int]) -> Passage | None:
    """What was found of the word before the joint: 'emirhan' before 'und nehir'."""
    other = document.at(word.index - 2)
    return _over(other, passages, starts) if other is not None else None


def _behind_stroke(document: Document, word: Word, passages: list[Passage], starts: list[int]) -> bool:
    """'v. Mh./Plz', 'Gez. Ob/Fr': two colleagues sign, each with a few letters."""
    if not word.capital or len(word.text) > _FEW or not _STROKE.match(word.gap) or word.shouted:
        return False
    if document.vocabulary.in_glossary(word.fold) and word.fold not in listed("titles") | listed("weekdays"):
        return False
    before = document.at(word.index - 1)
    p = _over(before, passages, starts) if before is not None else None
    return (
        p is not None
        and p.kind == "PERSON"
        and len(document.within(p.start, p.end)) == 1
        and before is not None
        and len(before.text) <= _FEW
    )


def _covered(word: Word, passages: list[Passage], starts: list[int]) -> bool:
    """Already masked; what is merely unknown or looks like an occupation may still turn out to be somebody."""
    p = _over(word, passages, starts)
    return p is not None and p.kind not in _OPEN


def _over(word: Word, passages: list[Passage], starts: list[int]) -> Passage | None:
    """The passage in which a word begins."""
    at = bisect_right(starts, word.start) - 1
    return passages[at] if at >= 0 and passages[at].end > word.start else None


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
                if word.fold.endswith("s") and len(stem) >= 4 and not document.vocabulary.value(word.fold) & _NAMES:
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


def _known(document: Document, word: Word, names: set[str]) -> bool:
    folded = word.fold
    for form in (
        folded,
        folded.removesuffix("s"),
        folded.removesuffix("es"),
        folded if document.vocabulary.ordinary(folded, word.value) else folded.removesuffix("n"),
        folded.removesuffix("'s"),
        folded.removesuffix("sche"),
        folded.removesuffix("schen"),
        folded.removesuffix("in") if feminine(document, word) else folded,
    ):
        if len(form) >= 3 and form in names:
            return True
    if len(folded) < _SLIP_FROM or document.vocabulary.ordinary(folded, word.value):
        return False
    return any(len(n) >= _SLIP_FROM and one_slip(folded, n) for n in names)
