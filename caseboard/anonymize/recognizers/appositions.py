"""A noun with a name set beside it.

'Hafenapotheke Wismar', 'Reifen Pneuhage', 'Schulsozialarbeiter Timo E.'; German does so only with names.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import ABROAD, COMMON_NAME, FIRST, INFLECTED, LAST, LOWER, PLACE
from caseboard.anonymize.recognizers.base import LIKELY, Recognizer
from caseboard.anonymize.recognizers.name_runs import run
from caseboard.anonymize.recognizers.naming import (
    NAME,
    calendar,
    function_word,
    naming,
    person_word,
    strange,
    strong_first,
)
from caseboard.anonymize.recognizers.word_surnames import surname_like
from caseboard.anonymize.words import listed

_SHORT = 3
_SIDE = re.compile(r" \Z| [„\"»‚]\Z")
_PERSON = re.compile(
    r".{4,}(?:er|erin|erinnen|mann|frau|ist|istin|istin|ent|entin|eur|eurin|ant|antin|loge|login|"
    r"leiter|leiterin|kraft|hilfe|nd|in|iker|ikerin|wirt|wirtin|arzt|aerztin|ige|iger|te|ter)n?$"
)
_HOUSE = re.compile(
    r"(?:haus|heim|stift|hof|treff|treffpunkt|zentrum|schule|gymnasium|kolleg|akademie|klinik|"
    r"klinikum|spital|apotheke|praxis|werk|werke|werkstatt|werkstaetten|fabrik|betrieb|firma|"
    r"laden"
    r"|shop|store|markt|hotel|gasthof|gasthaus|pension|cafe|restaurant|imbiss|bar|kneipe|"
    r"wirtschaft|verein|kreis|bund|verband|initiative|stiftung|genossenschaft|gesellschaft|"
    r"anstalt|jva|theater|museum"
    r"|kino|zirkus|schmiede|huette|zucht|gaertnerei|baeckerei|metzgerei|brauerei|druckerei|"
    r"schreinerei|spedition|logistik|transporte|bau|technik|service|dienst|pflege|reinigung|"
    r"beratung|beratungsstelle|stelle|station"
    r"|kita|kindergarten|krippe|hort|garten|gut|mission|pfarrei|gemeinde|kirche|kloster|moschee|"
    r"tafel|kammer|institut|buero|kanzlei|studio|salon|bank|kasse|versicherung|verlag|agentur|"
    r"gruppe|vhs|volkshochschule|bildungswerk|kolping|forum|projekt|unterkunft|wohngruppe|"
    r"auto|fahrrad|zweirad|catering|siedlung|camp|lager|farm|muehle|alm|huette)$"
)
_NICKNAMED = re.compile(r"[„\"»‚](?P<q>[A-ZÄÖÜ][\w-]{1,20})[“”\"«‘] (?P<n>[A-ZÄÖÜ][^\W\d_]+)")
_NOBLE = re.compile(r"[„\"»‚](?P<n>(?:von|van|zu|zur)(?: der| den| dem)? [A-ZÄÖÜ][\w-]+)[“”\"«‘]")
_WHERE = frozenset(
    [
        "bei",
        "beim",
        "vom",
        "von",
        "im",
        "in",
        "der",
        "dem",
        "die",
        "zur",
        "zum",
        "an",
        "am",
        "das",
        "eine",
        "einer",
        "einem",
        "aus",
        "fuer",
        "mit",
        "durch",
        "ueber",
        "ins",
    ]
)


class Appositions(Recognizer):
    """Person nouns announce a person, nouns for houses and firms an organisation."""

    kinds = ("ORG", "PERSON")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer(_NICKNAMED):
            words = document.within(*match.span("n"))
            if words and not words[0].protected and surname_like(words[0], document):
                yield self.find("PERSON", match.start("q"), match.end("n"), LIKELY, "apposition:nickname")
        for match in document.finditer(_NOBLE):
            yield self.find("PERSON", *match.span("n"), LIKELY, "apposition:quoted")
        for head in document.words:
            after = document.at(head.index + 1)
            if (
                after is None
                or head.protected
                or after.protected
                or not _SIDE.match(after.gap)
                or not self._head(document, head)
            ):
                continue
            if not (after.capital or after.lower_style) or function_word(after) or calendar(after):
                continue
            if _PERSON.match(head.fold) and not _HOUSE.search(head.fold):
                yield from self._person(document, head, after)
            elif self._organisation(document, head, after):
                yield self.find("ORG", head.start, self._end(document, after), LIKELY, f"apposition:{head.text}")

    def _head(self, document: Document, head: Word) -> bool:
        if (
            not (head.capital or head.lower_style)
            or function_word(head)
            or calendar(head)
            or head.fold in listed("no_heads")
        ):
            return False
        if person_word(head) or strong_first(head, document) or len(head.text) < 3:
            return False
        return document.vocabulary.ordinary(head.fold, head.value) or bool(_HOUSE.search(head.fold))

    def _person(self, document: Document, head: Word, name: Word) -> Iterator[RecognizerResult]:
        if not (strong_first(name, document) or self._foreign(document, name)):
            return
        span = run(document, name, forced=False)
        if span:
            yield self.find("PERSON", *span, LIKELY, f"apposition:{head.text}")

    def _foreign(self, document: Document, word: Word) -> bool:
        """Strange, or a listed name that is no ordinary word."""
        flags = naming(word, document)
        if word.lower_style and flags & LAST and not word.value & LOWER and len(word.fold) > _SHORT:
            return not document.vocabulary.in_glossary(word.fold)
        if flags & NAME and not word.value & (LOWER | INFLECTED):
            return not document.vocabulary.in_glossary(word.fold)
        return strange(word, document)

    def _organisation(self, document: Document, head: Word, name: Word) -> bool:
        before = document.at(head.index - 1)
        placed = before is not None and before.fold in _WHERE and head.gap == " "
        placed = placed or head.gap.endswith(("(", "„", '"'))
        third = before is not None and before.capital and head.gap == " " and not function_word(before)
        if third and not head.lower_style and not person_word(before) and not head.starts_sentence:
            return self._foreign(document, name) and bool(head.value & INFLECTED)
        house = bool(_HOUSE.search(head.fold))
        if (
            head.lower_style
            and not house
            and not (placed and before is not None and before.fold in {"bei", "beim", "b"})
        ):
            return False
        flags = naming(name, document)
        if "„" in name.gap or '"' in name.gap or "»" in name.gap:
            return house
        proper = self._foreign(document, name) or bool(
            flags & (PLACE | ABROAD) and not name.value & (LOWER | INFLECTED)
        )
        if proper:
            return house or (placed and before is not None and before.fold in {"bei", "beim", "b"})
        if not house or not placed or not name.capital or name.lower_style:
            return False
        if (
            (name.value & LOWER and not name.value & INFLECTED)
            or document.vocabulary.in_glossary(name.fold)
            or person_word(name)
        ):
            return bool(flags & (LAST | FIRST) and flags & COMMON_NAME) and not document.vocabulary.in_glossary(
                name.fold
            )
        return True

    def _end(self, document: Document, name: Word) -> int:
        end, word = name.end, document.at(name.index + 1)
        while word is not None and word.capital and not word.protected and re.match(r"[ -]\Z|-\Z| & \Z", word.gap):
            if (
                function_word(word)
                or calendar(word)
                or (word.gap == " " and not self._foreign(document, word) and not word.value & PLACE)
            ):
                break
            end, word = word.end, document.at(word.index + 1)
        return end + 1 if document.text[end : end + 1] in '“"«' and any(q in name.gap for q in '„"»') else end
