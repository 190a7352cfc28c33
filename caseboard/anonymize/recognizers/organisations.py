"""Organisations without a legal form.

A head word with a name behind it, compounds with -Apotheke, bodies known by name.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import ABROAD, FIRST, INFLECTED, LAST, LOWER, NOUN, PLACE, frequency
from caseboard.anonymize.recognizers.base import LIKELY, SURE, Recognizer
from caseboard.anonymize.recognizers.house_words import house
from caseboard.anonymize.recognizers.legal_forms import FORM
from caseboard.anonymize.recognizers.naming import calendar, function_word, name_like, strange
from caseboard.anonymize.recognizers.proper_adjectives import proper_adjective
from caseboard.anonymize.words import entries, listed

_TO_NAME = re.compile(r"(?:[ \t]|\. | [„\"»‚']|-|\n| & )\Z")
_GOES_ON = re.compile(r"(?:[ \t]|\. ?|[ \t]?[-–&/+] ?| ?[„\"»‚']|[“\"«'‘]? )\Z")
_SMALL_GAP = re.compile(r"[. -]{1,2}\Z")
_CLOSING = re.compile(r"[“”\"«'‘]")
_TAIL = re.compile(
    r"(?:apotheke|schule|grundschule|mittelschule|realschule|gymnasium|klinik|klinikum|krankenhaus|stift|hospital|kindergarten"
    r"|kita|hort|heim|haus|hotel|markt|werke?|bau|technik|service|logistik|transporte|reinigung|baeckerei|metzgerei|gasthof"
    r"|verlag|stiftung|bank|praxis|zentrum|treff|club|verein|imbiss|bar|cafe|akademie|kolleg|hof|muehle|stueberl|stube|alm"
    r"|druck|druckerei|textil|moebel|beratung|hilfe|dienst|pflege|wohnbau|braeu|brauerei|center|kurier|express|catering"
    r"|security|immobilien|versicherung|kasse|fabrik|schreinerei|gaertnerei|forum|initiative|projekt|werkstatt|laden)$"
)
_OF_SOMEBODY = ("sche", "schen", "scher", "sches")
_CHURCH = frozenset(
    {"kath", "ev", "evang", "luth", "roem", "katholisches", "evangelisches", "katholische", "evangelische"}
)
_INSTITUTE = re.compile(r"(?:haus|zentrum|treff|akademie|kolleg)$")
_INN = re.compile(r"(?:schwarz|golden|gulden|guelden|rot|weiss|gruen|blau|wild|silbern)e[nrsm]?$")
_PAPER = re.compile(r"(?:tagblatt|tageblatt|zeitung|bote|anzeiger|nachrichten|kurier|rundschau|werke|tafel)$")
_LONGEST, _LONG_ADJECTIVE, _EVERYDAY, _RARE, _COMMON = 5, 6, 4.4, 4.0, 4.5
_AT = frozenset({"am", "an", "im", "zum", "zur"})
_SAINTS = frozenset({"mariae", "st", "sankt", "heilig", "heilige", "heiligen", "jesus", "maria"})
_SHORT_WORD, _JOINED = 3, 10
_FOREIGN = frozenset({"da", "di", "del", "della", "al", "la", "le", "el", "il", "bei"})
_TIMES = frozenset(
    [
        "morgen",
        "vormittag",
        "mittag",
        "nachmittag",
        "abend",
        "wochenende",
        "ende",
        "anfang",
        "tag",
        "telefon",
        "stueck",
        "stand",
    ]
)
_NUMBERS = frozenset({"zwei", "drei", "vier", "fuenf", "sieben", "neun", "zehn", "zwoelf"})


class Organisations(Recognizer):
    """General bodies (Jobcenter, Amtsgericht, Krankenkasse) are in the glossary and stay."""

    kinds = ("ORG",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for word in document.words:
            if word.protected:
                continue
            if word.fold in listed("orgs") and self._known(word, lower=document.style.lower):
                yield self.find("ORG", self._part_of(document, word), self._end(document, word), SURE, "org:known")
            elif self._head(document, word) and self._named(document, word):
                yield self.find("ORG", self._start(document, word), self._end(document, word), SURE, f"org:{word.text}")
            elif word.capital and len(word.fold) > _JOINED and _TAIL.search(word.fold) and strange(word, document):
                yield self.find("ORG", word.start, word.end, LIKELY, "org:joined")
            yield from self._house_of(document, word)
            if (word.capital or document.style.lower) and word.gap == "-" and _TAIL.search(word.fold):
                yield from self._compound(document, word)

    def _known(self, word: Word, *, lower: bool = False) -> bool:
        """As it is written in the list; otherwise only where no ordinary word is meant."""
        if lower and word.fold in listed("orgs") and word.value & NOUN and not word.value & LOWER:
            return True
        if word.text in entries("orgs"):
            return not (word.starts_sentence and word.value & LOWER) or word.shouted
        return not word.value & (LOWER | INFLECTED) and len(word.text) > 2

    def _head(self, document: Document, word: Word) -> bool:
        if not word.capital and not document.style.lower:
            return False
        return house(word.fold)

    def _named(self, document: Document, head: Word) -> bool:
        """What follows must be a name, a place or a noun that no sentence puts there."""
        word = document.at(head.index + 1)
        if word is None or word.protected or not _TO_NAME.match(word.gap):
            return False
        if word.gap == "-" and not name_like(word, document):
            return False
        if any(c in word.gap for c in "„\"»‚'"):
            return word.capital
        if self._counted(document, word) or self._abroad(document, word) or self._of_saint(document, word):
            return True
        if word.fold in _AT and not word.capital:
            return self._at(document, word)
        if function_word(word) and word.fold not in listed("org_joins"):
            return False
        if (
            document.vocabulary.in_glossary(word.fold)
            or calendar(word)
            or word.fold in listed("titles") - listed("org_joins")
        ):
            return False
        if word.fold in listed("org_joins"):
            after = document.at(word.index + 1)
            saint = word.fold in {"st", "sankt", "gebr", "gebrueder"}
            return (
                after is not None and after.capital and (saint or (word.capital and bool(_SMALL_GAP.match(after.gap))))
            )
        if not word.capital:
            return document.style.lower and self._small(word)
        if word.gap == " " and not self._telling(document, head, word):
            return False
        return not (word.value & LOWER and not word.value & NOUN) or word.gap == " "

    def _small(self, word: Word) -> bool:
        """Where nothing has a capital only what is no everyday word can be a name."""
        if not word.value & (LOWER | INFLECTED):
            return True
        return not word.value & LOWER and bool(word.value & LAST or frequency(word.value) < _COMMON)

    def _telling(self, document: Document, head: Word, word: Word) -> bool:
        """'Haus Lichtblick', but not 'Klinik Termin': an everyday noun beside another is telegram style."""
        if name_like(word, document) or word.fold in listed("word_surnames") or word.value & (PLACE | LAST | FIRST):
            return True
        if word.value & LOWER and not word.value & INFLECTED:
            return True  # an adjective or a verb with a capital: 'Möbelhof Herzlich'
        after = document.at(word.index + 1)
        if word.value & LOWER and after is not None and after.gap == " " and after.capital:
            return True
        return frequency(word.value) < (_EVERYDAY if head.fold in listed("org_heads") else _RARE)

    def _counted(self, document: Document, word: Word) -> bool:
        """'Hotel Drei Kronen', 'Sprachschule Neue Wege'."""
        after = document.at(word.index + 1)
        if not word.capital or after is None or not after.capital or after.gap != " " or after.protected:
            return False
        return word.fold in _NUMBERS or (proper_adjective(word) and not document.vocabulary.in_glossary(after.fold))

    def _of_saint(self, document: Document, word: Word) -> bool:
        """'Spital zum Heiligen Geist', 'Gasthof zum grünen Kranz'."""
        adjective, noun = document.at(word.index + 1), document.at(word.index + 2)
        if word.fold not in {"zum", "zur"} or adjective is None or noun is None or noun.gap != " ":
            return False
        described = adjective.gap == " " and adjective.value & LOWER and adjective.fold.endswith(("en", "er"))
        return bool(described) and (noun.capital or document.style.lower) and not function_word(adjective)

    def _abroad(self, document: Document, word: Word) -> bool:
        """'Pizzeria da Mimmo', 'Trattoria La Strada'."""
        after = document.at(word.index + 1)
        small = word.fold in _FOREIGN - {"bei"} and after is not None and after.gap == " "
        return small and after is not None and (after.capital or document.style.lower) and not function_word(after)

    def _end(self, document: Document, head: Word) -> int:
        """Up to five further words with a capital; a full stop, a comma or a small word ends the name."""
        end, word, count = head.end, document.at(head.index + 1), 0
        while word is not None and count < _LONGEST and self._goes_on(document, head, word, count):
            end, word, count = word.end, document.at(word.index + 1), count + 1
        opened = any(c in document.text[head.end : end] for c in "„\"»‚'")
        if opened and (closing := _CLOSING.match(document.text, end)):
            end = closing.end()
        form = FORM.match(document.text, end + 1) if document.text[end : end + 1] == " " else None
        return form.end() if form else end

    def _at(self, document: Document, word: Word) -> bool:
        """'Mittelschule am Galgenberg': a place of the town, no time of the day."""
        after = document.at(word.index + 1)
        if after is not None and after.fold in {"der", "den"} and after.gap == " ":
            after = document.at(word.index + 2)
        if after is None or not (after.capital or document.style.lower) or calendar(after) or after.protected:
            return False
        if document.style.lower and (after.value & LOWER or frequency(after.value) >= _RARE):
            return False
        if after.fold in _TIMES or document.vocabulary.in_glossary(after.fold):
            return False
        return frequency(after.value) < _EVERYDAY or after.fold in listed("spots")

    def _goes_on(self, document: Document, head: Word, word: Word, count: int) -> bool:
        if word.protected or "\n" in word.gap or not _GOES_ON.match(word.gap):
            return False
        before = document.words[word.index - 1]
        if word.gap.startswith(". ") and before.fold not in {"fa", "gebr", "st", "dr", "e"}:
            return False
        if count == 0 and (self._counted(document, word) or self._abroad(document, word)):
            return True
        if count == 1 and (before.fold in _NUMBERS or before.fold in _FOREIGN or proper_adjective(before)):
            return word.capital or document.style.lower
        if count == 0 and self._of_saint(document, word):
            return True
        if count in (1, 2) and self._of_saint(document, document.words[head.index + 1]):
            return True
        if count == 0 and word.fold in _AT and not word.capital:
            return self._at(document, word)
        if self._behind_article(document, word, before):
            return True
        if before.fold in _AT and not before.capital and before is not head:
            return word.capital or word.fold in {"der", "den"} or document.style.lower
        if word.fold in listed("org_joins"):
            after = document.at(word.index + 1)
            joined = after is not None and after.capital and bool(_SMALL_GAP.match(after.gap)) and not calendar(after)
            return joined and (word.capital or word.fold in {"st", "sankt", "gebr", "de", "la"})
        if not word.capital:
            return document.style.lower and count == 0 and self._small(word) and not function_word(word)
        if document.vocabulary.in_glossary(word.fold):
            return False
        if function_word(word) and not (count and word.value & LOWER and len(word.fold) > _SHORT_WORD):
            return False
        if count and (word.fold in listed("titles") or calendar(word)):
            return False
        if before.fold in listed("org_joins") and before is not head:
            return True
        adjective = before.capital and before.value & LOWER and not before.value & INFLECTED
        if (adjective or before.fold in _SAINTS) and before is not head:
            return True
        last = document.text[word.end : word.end + 1] in ".,;:)“\n" and frequency(word.value) < _EVERYDAY
        plain = word.value & INFLECTED and not word.value & (PLACE | LAST | FIRST | ABROAD)
        return not (
            count and plain and word.gap == " " and not (name_like(word, document) or _TAIL.search(word.fold) or last)
        )

    def _behind_article(self, document: Document, word: Word, article: Word) -> bool:
        """'Grundschule an der Rebe': the noun behind preposition and article."""
        of = document.at(article.index - 1)
        placed = article.fold in {"der", "den"} and of is not None and of.fold in _AT and not of.capital
        return placed and (word.capital or document.style.lower) and word.gap == " "

    def _house_of(self, document: Document, head: Word) -> Iterator[RecognizerResult]:
        """'Haus der Begegnung', 'Schwarzer Adler', 'Haßfurter Tagblatt'."""
        after = document.at(head.index + 1)
        last = document.at(head.index + 2)
        if _INSTITUTE.search(head.fold) and after is not None and after.fold in {"der", "des"}:
            if last is not None and last.gap == " " and (last.capital or document.style.lower):
                yield self.find("ORG", head.start, last.end, LIKELY, "org:house-of")
        elif head.capital and after is not None and after.capital and after.gap == " ":
            if _INN.match(head.fold) and not head.starts_sentence and after.value & INFLECTED and not after.protected:
                yield self.find("ORG", head.start, after.end, LIKELY, "org:inn")
            elif (
                head.fold.endswith(_OF_SOMEBODY)
                and house(after.fold)
                and not head.value & LOWER
                and len(head.fold) > _LONGEST
            ):
                yield self.find("ORG", head.start, self._end(document, after), LIKELY, "org:after-somebody")
            elif _PAPER.search(after.fold) and head.fold.endswith("er") and not head.value & LOWER:
                yield self.find("ORG", head.start, after.end, LIKELY, "org:newspaper")

    def _part_of(self, document: Document, known: Word) -> int:
        """'Schuldnerberatung der Diakonie': the house belongs to the name."""
        of, house = document.at(known.index - 1), document.at(known.index - 2)
        if of is None or house is None or of.fold not in {"der", "des", "von"} or known.gap != " " or of.gap != " ":
            return known.start
        return house.start if house.fold in listed("org_heads") and not house.protected else known.start

    def _start(self, document: Document, head: Word) -> int:
        """Take what is joined to the head by a hyphen."""
        word = head
        while word.gap == "-" and word.index:
            word = document.words[word.index - 1]
        before = document.at(word.index - 1)
        if before is not None and before.fold in _CHURCH and word.gap in (" ", ". "):
            return self._start(document, before) if before.gap in (".-", "-") else before.start
        if before is not None and before.gap == "-" and word.gap == " " and before.value & LOWER and before.index:
            joined = document.words[before.index - 1]
            return joined.start if joined.capital else word.start  # 'Eritreisch-orthodoxe Gemeinde'
        if before is not None and word.gap == " " and before.shouted and len(before.text) <= _LONGEST:
            return word.start if document.vocabulary.in_glossary(before.fold) else before.start
        if before is None or word.gap != " " or before.starts_sentence or not before.capital:
            return word.start
        adjective = before.value & LOWER and before.fold.endswith(("e", "er", "es", "en")) and not function_word(before)
        return before.start if adjective and len(before.fold) > _LONG_ADJECTIVE else word.start

    def _compound(self, document: Document, tail: Word) -> Iterator[RecognizerResult]:
        """Steigerwald-Apotheke, St.-Anna-Schule: a name joined to a kind of house."""
        word, named = tail, False
        while word.gap in ("-", ".-") and word.index:
            word = document.words[word.index - 1]
            if word.protected:
                return
            proper = word.value & (PLACE | FIRST | LAST) and not document.vocabulary.in_glossary(word.fold)
            named = named or name_like(word, document) or bool(proper)
        if named:
            end = self._end(document, tail) if self._ends_on(document, tail) else tail.end
            yield self.find("ORG", word.start, end, SURE, "org:compound")

    def _ends_on(self, document: Document, tail: Word) -> bool:
        """A place or another name behind the compound still belongs to it."""
        after = document.at(tail.index + 1)
        if after is None or tail.fold not in listed("org_heads"):
            return False
        return name_like(after, document) or bool(after.value & PLACE and not after.value & INFLECTED)
