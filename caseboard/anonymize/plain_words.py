"""Where grammar leaves no room for a name: 'gibt es auch Hering', 'war Schäfer von Beruf', 'mit griechischem Stolz'.

A trained network hears a name in every surname that is a word, and who is found once is looked for everywhere. Both
are outvoted here, by the words around it; a title, a place in a list or a first name is not.
"""

import re

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, INFLECTED, LAST, LOWER
from caseboard.anonymize.passages import FIRM, Passage
from caseboard.anonymize.plain_phrases import plain_phrase
from caseboard.anonymize.plain_roles import role, settled
from caseboard.anonymize.plain_things import (
    CURSED,
    CURSES,
    GIVES,
    JOINTS,
    OWN,
    SENSES,
    WEATHER,
    ailment,
    among_things,
    described,
    eponym,
    of_a_house,
    paired,
    weather,
    within_reach,
)
from caseboard.anonymize.proper_nouns import TAGS, merely_heard
from caseboard.anonymize.recognizers.naming import person_word
from caseboard.anonymize.recognizers.word_surnames import everyday
from caseboard.anonymize.words import listed

_QUANTITY = frozenset(
    {"dauernd", "staendig", "viel", "wenig", "etwas", "mehr", "genug", "weniger", "lauter", "bisschen", "kaum",
     "reichlich", "keinerlei", "jede", "lieber", "pures", "reines"}
)  # fmt: skip
_FULL = frozenset({"aus", "vor", "voller", "voll"})
_WITH = frozenset({"mit"})
_WORKS = frozenset(
    {"beschaeftigt", "taetig", "gearbeitet", "angestellt", "eingestellt", "arbeitet", "arbeitete", "gelernt", "jobbt",
     "ausgebildet", "versichert", "angemeldet", "in", "im", "bei", "beim", "auf"}
)  # fmt: skip
_BEING = frozenset({"ist", "war", "wurde", "wird", "bin", "waren", "sind"})
_IT = frozenset({"es", "das", "alles", "lage", "sache", "situation", "ihm", "ihr", "mir"})
_SEEMS = frozenset({"erscheint", "scheint", "klingt", "klang", "finde", "fand", "finden", "schien"})
_SAID_SO = frozenset({"gesagt", "gesprochen", "formuliert", "ausgedrueckt", "geschaetzt", "gerechnet", "gefragt"})
_SUFFERS = frozenset(
    {"erkrankt", "erkrankte", "erkrankten", "gestorben", "starb", "verstorben", "leidet", "litt", "leiden"}
)
_TRANSLATED = re.compile(
    r"[„\"»‚][^„“”\"«A-ZÄÖÜ\n]{2,40}[“”\"«‘]"
    r" ?(?:\(?(?:ist|heißt|bedeutet|war|hieß|meint)|[=–-]) (?:auf |das |übersetzt )?"
    r"(?:[A-ZÄÖÜ]\w+isch\b|Deutsch\b|„|\"|wörtlich|so viel wie|soviel wie)"
)
_QUOTED_BEFORE, _QUOTED_BEHIND, _NOUN_AND_SMALL, _SHORT_NAME = 42, 90, 2, 5
_TALKED = (
    "telefoniert", "redet", "spricht", "gesprochen", "streitet", "vereinbart", "trifft", "wohnt", "arbeitet",
)  # fmt: skip
_NETWORK = ("ner:", "half-heard:", "word:", "at:", "network:", "alone:", *(f"{tag}:" for tag in TAGS))


def outvoted(document: Document, p: Passage) -> bool:
    """A passage that only the network has suggested, of one word that is plainly meant as a word."""
    words = document.within(p.start, p.end)
    if "known" not in p.evidence and (
        (len(words) == 1 and eponym(document, words[0])) or (p.kind == "ORG" and of_a_house(document, words))
    ):
        return True
    if p.score >= FIRM:
        return False
    if all(code.startswith((*_NETWORK, "word-name")) for code in p.evidence) and _settled(document, words):
        return True
    if not all(code.startswith(_NETWORK) for code in p.evidence):
        listed_only = all(code.startswith((*_NETWORK, "gazetteer", "unknown")) for code in p.evidence)
        return listed_only and _proverbial(document, words)
    if plain_phrase(document, p) or merely_heard(document, p):
        return True
    if len(words) == 1 and p.kind in ("PERSON", "ORG", "PLACE") and _abbreviation(document, words[0]):
        return True
    telling = _without_small(words)
    if len(telling) == 1 and document.vocabulary.ordinary(telling[0].fold, telling[0].value):
        return plainly(document, telling[0])
    if _proverbial(document, words):
        return True
    return _translated(document, p)


def _settled(document: Document, words: list[Word]) -> bool:
    """'Reich ist da keiner geworden': not even the place in the sentence makes a name of it."""
    telling = _without_small(words)
    return len(telling) == 1 and document.vocabulary.ordinary(telling[0].fold) and settled(document, telling[0])


def _abbreviation(document: Document, word: Word) -> bool:
    """'Gläub. 2', 'Sprechz. Di', 'Ehem. wohnt dort': what offices shorten, with its full stop."""
    if document.text[word.end : word.end + 1] != "." or word.value & (FIRST | LAST) or len(word.fold) < _SHORT_NAME:
        return False  # 'Schw. meint': shorter ones are colleagues
    return document.vocabulary.listed_abbreviation(word.fold)


def _without_small(words: list[Word]) -> list[Word]:
    """'Hafner werden', 'lang Senn', 'A Bauer': the network has taken a verb, an adverb, an article with the noun."""
    if words[0].lower_style or words[-1].lower_style or len(words) > _NOUN_AND_SMALL:
        return words
    return [w for w in words if w.fold != "a" and (w.capital or not w.value & LOWER)] or words


def _translated(document: Document, p: Passage) -> bool:
    """'„za decu“ ist Serbisch für …': a phrase in small letters whose language is named."""
    if document.text[p.start].isupper():
        return False
    found = _TRANSLATED.search(document.text, max(0, p.start - _QUOTED_BEFORE), p.end + _QUOTED_BEHIND)
    return found is not None and found.start() < p.start and p.end <= found.end()


def _proverbial(document: Document, words: list[Word]) -> bool:
    """Nothing but words that belong together since long, and what joins them."""
    telling = [w for w in words if w.fold not in JOINTS]
    return bool(telling) and all(
        paired(document, w, document.at(w.index - 1), document.at(w.index + 1)) for w in telling
    )


def plainly(document: Document, word: Word) -> bool:
    """Whether the words around it say that this word names a thing, a trait or an occupation."""
    before, after = document.at(word.index - 1), document.at(word.index + 1)
    if after is not None and after.gap == "-":
        return False
    if role(document, before, word, after):
        return True
    if before is not None and before.gap and word.gap == " " and _behind(document, before, word, after):
        return True
    if after is not None and after.gap == " " and _ahead(document, before, word, after):
        return True
    return paired(document, word, before, after) or ailment(document, word, before)


def _behind(document: Document, before: Word, word: Word, after: Word | None) -> bool:
    """What stands before it, the small words first."""
    if _likened(document, before, word):
        return True
    noun = bool(word.value & INFLECTED) and word.capital
    said, ends = before.fold, document.text[word.end : word.end + 1] in '.,;:!?)“"\n'
    if (
        OWN.match(said)
        and noun
        and not _addressed(document, before)
        and not (after is not None and after.capital and after.gap == " ")
    ):
        return True
    if said in _QUANTITY and everyday(word) and word.capital:
        return before.index == 0 or document.words[before.index - 1].fold != "nicht"  # 'nicht mehr Recht entscheidet'
    if said in _FULL and word.fold in listed("traits"):
        return True
    if said in _WITH and word.fold in listed("traits") and _as_a_manner(document, before, after):
        return True
    if said == "als" and _trade(word) and after is not None and after.gap == " " and after.fold in _WORKS:
        return True
    if said in _BEING and _what_is(document, before, word, after, ends=ends):
        return True
    if said == "an" and after is not None and after.fold in _SUFFERS and after.gap == " ":
        return True
    if said == "nach" and noun and within_reach(document, before.index, SENSES - {"es", "sucht", "suchte"}):
        return True
    if said in {"gibts", "gabs"} and noun:
        return True
    if said == "bei" and word.fold in WEATHER and weather(document, before, after):
        return True
    return among_things(document, before, word) or described(document, before, word)


def _addressed(document: Document, own: Word) -> bool:
    """'Habt ihr Meister gefragt?': those who are asked, and no owner."""
    verb = document.at(own.index - 1)
    if own.fold != "ihr" or verb is None or own.gap != " ":
        return False
    return verb.fold.endswith("t") and verb.fold not in {"ist", "mit", "nicht", "hat", "seit", "jetzt", "erst"}


def _likened(document: Document, before: Word, word: Word) -> bool:
    """'Roman wie der Roman', 'Reis wie Reis im Topf': the word that explains the name."""
    like = document.at(before.index - 1) if before.fold in {"der", "die", "das", "dem", "den"} else before
    if like is None or like.fold != "wie":
        return False
    name = document.at(like.index - 1)
    return name is not None and name.fold == word.fold and like.gap in (" ", ", ")


def _ahead(document: Document, before: Word | None, word: Word, after: Word) -> bool:
    """What stands behind it: 'von Beruf', 'gibt es nicht mehr', 'der Türanlage', 'darüber', 'gesagt'."""
    then = document.at(after.index + 1)
    if then is None or then.gap != " ":
        return after.fold in _SAID_SO and word.starts_sentence and bool(word.value & LOWER)
    if after.fold == "von" and then.fold == "beruf":
        return True
    if after.fold in GIVES and then.fold == "es" and bool(word.value & INFLECTED):
        return True
    if word.fold in CURSED and after.fold in CURSES and before is not None and before.fold == "der":
        return then.fold in {"ihn", "sie", "es", "mich", "dich", "uns", "was", "wo", "wie", "warum", "wann"}
    if after.fold in {"der", "des"} and then.capital:
        thing = not person_word(then) and not then.value & LOWER and word.starts_sentence
        return bool(word.value & INFLECTED) and (word.fold in listed("traits") or (thing and not everyday(word)))
    if word.fold in listed("traits") and after.fold in {"darueber", "darauf", "daran"}:
        return True
    if word.starts_sentence and word.value & LOWER:
        return after.fold in _SAID_SO or _turned_round(document, after, then)
    return False


def _turned_round(document: Document, verb: Word, then: Word) -> bool:
    """'Fromm war sein Wunsch', 'Schön ist was anderes': the adjective stands first, the subject behind the verb."""
    if verb.fold in _SEEMS and then.fold in {"mir", "uns", "es", "das", "ich", "wir"}:
        return True
    if verb.fold not in {"war", "ist", "waere", "klingt", "wird"}:
        return False
    if then.fold in {"was", "etwas"}:
        return True
    subject = document.at(then.index + 1)
    owned = bool(re.match(r"(?:mein|sein|ihr|unser|dies)e?\Z", then.fold))
    return owned and subject is not None and subject.capital and not person_word(subject)


def _what_is(document: Document, verb: Word, word: Word, after: Word | None, *, ends: bool) -> bool:
    """'es ist Ernst', 'ihr Vater war Gerber,', 'ihr Mann war Schäfer von Beruf'."""
    subject = document.at(verb.index - 1)
    if subject is None or verb.gap != " ":
        return False
    if subject.fold in _IT and word.value & LOWER and ends:
        return not (after is not None and after.fold in {"der", "die"} and after.gap == ", ")
    return ends and _trade(word) and (subject.fold in {"er", "ich"} or subject.fold in listed("kinship"))


def _trade(word: Word) -> bool:
    """An occupation by its ending: Gerber, Brenner, Zimmermann."""
    return bool(word.value & INFLECTED) and word.fold.endswith(("er", "mann")) and not everyday(word) and word.capital


def _as_a_manner(document: Document, preposition: Word, after: Word | None) -> bool:
    """'verliest mit Stolz das Schreiben', but not 'telefoniert mit Stolz', 'Termin mit Stolz'."""
    verb = document.at(preposition.index - 1)
    if verb is None or verb.capital or preposition.gap != " " or after is None or after.gap != " ":
        return False
    manner = after.fold in {"das", "den", "die", "seine", "ihre", "seinen", "ihren", "auf", "von", "erfuellt", "ueber"}
    return manner and verb.fold.endswith("t") and not verb.fold.endswith(_TALKED)
