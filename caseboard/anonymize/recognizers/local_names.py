"""Names of the place that no gazetteer has: 'am Galgenberg', 'auf der Peterstirn', 'im Musikerviertel', 'Am Weiher'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import FIRST, INFLECTED, LAST, LOWER, NOUN, PLACE, frequency
from caseboard.anonymize.recognizers.base import HINT, LIKELY, SURE, Recognizer
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word
from caseboard.anonymize.words import entries, listed

_ENDS = re.compile(
    r".{3,}(?:berg|stein|hang|hoehe|tal|thal|grund|buehl|leite|siedlung|viertel|stirn|stadt|anger|wiese|weiher|see|feld|huegel"
    r"|kuppe|warte|schanze|brunnen|tor|turm|muehle|platz|markt|gasse|kirche|kapelle|wald|hain|winkel|insel|ufer|bruecke"
    r"|steg|passage|galerie|arkaden|park|hof|wasen|lohe|holz|schlag|ried|moos|graben|bach|grube|hoelzle|aecker|rain)$"
)
_WHERE = frozenset({"am", "im", "vom", "zum", "beim", "unterm"})
_WHERE_OF = frozenset({"auf", "in", "an", "von", "aus", "hinter", "bei", "zu", "unter", "ueber"})
_RARE, _FLAGGED, _EVERYDAY, _LEAST, _SELDOM = 2.7, 3.3, 4.6, 4, 3.0
_STIFF = re.compile(
    r".{3,}(?:ung|heit|keit|schaft|taet|ismus|tion|ie|ik|itis|ose|ur|anz|enz|zeit|sucht|schutz|dienst)$"
)
_DISTRICT = re.compile(r"\b(?:in|nach|Raum|Lkr\.|LK|Kreis|Landkreis) (?P<d>[A-ZÄÖÜ]{2,3})(?!\w|-| ?\d)")
_BEHIND = re.compile(
    r"(?:[a-zäöüß](?:straße|str\.|gasse|weg|platz|ring|allee|schlucht|berg|hof)"
    r"|(?:Am|Im|Zur|Zum|An der|Auf der) [A-ZÄÖÜ]\w+)"
    r" \d{1,3} ?[a-z]?, (?P<p>[A-ZÄÖÜ][a-zäöüß]{2,})(?=[.,;:)\n]|$)"
)
_RIVER = re.compile(
    r"\b(?:Ufers?|Tale?s?|Mündung|Nebenfluss|Oberlauf|Unterlauf|Damm|Altarm|Flussbett|Uferweg|Quelle|Hochwasser"
    r"|Brücke über|Steg über|Zufluss|Nebenarm) (?:de[rsn]) (?P<r>[A-ZÄÖÜ][a-zäöüß]{2,})(?! [A-ZÄÖÜ])"
)
_RIVER_WORDS = frozenset(
    {"ufer", "ufers", "tal", "tals", "tales", "muendung", "nebenfluss", "oberlauf", "unterlauf", "damm", "altarm",
     "flussbett", "uferweg", "quelle", "hochwasser", "bruecke", "steg", "zufluss", "nebenarm"}
)  # fmt: skip
_ACROSS = re.compile(
    r"\b(?:[Zz]wischen [^.!?\n]{3,50} (?:liegt|lag|fließt|floss|strömt)(?: \w+){0,3} (?:der|die)"
    r"|(?:[Jj]en|[Dd]ies|[Bb]eider)seits de[rs])"
    r" (?P<r>[A-ZÄÖÜ][a-zäöüß]{2,})(?! [A-ZÄÖÜ])"
)
_ACROSS_WORDS = frozenset({"zwischen", "jenseits", "diesseits", "beiderseits"})
_OF_LAND = frozenset(
    {"aus", "in", "von", "nach", "durch", "ueber", "der", "den", "dem", "die", "das", "auf", "im", "vom"}
)
_FARM_WORDS = frozenset(
    {"hausname", "hausnamen", "hausnamens", "hofname", "hofnamen", "hofnamens", "flurname", "flurnamen", "vulgo", "vlg",
     "hofbezeichnung"}
)  # fmt: skip
_FARM = re.compile(
    r"\b(?:(?:Haus|Hof|Flur)namen?s?(?: ist| lautet| heißt| war)?|[Vv]ulgo|vlg\.|Hofbezeichnung)"
    r"(?: (?:beim?|zum|der|die|das))?(?::| :)? [„\"»‚]?(?P<h>[A-ZÄÖÜ][\wäöüß-]{2,}(?:-[A-ZÄÖÜ][\wäöüß]+)?)"
)
_SMELL = re.compile(r"riech|roch|schmeck|duft|stink")
_WINDOW = 50
_CAPITAL = re.compile(
    r"(?:(?<=[a-zäöüß\d),] )|(?<=Adresse: )|(?<=Anschrift: ))(?P<s>(?:Am|Im|Zum|Zur|Beim|Unterm|Hinterm|Vorm|Überm"
    r"|(?:An|Auf|In|Hinter|Vor|Bei|Unter|Über) (?:der|dem|den))"
    r" (?:(?:Alten|Neuen|Oberen|Unteren|Hohen|Kleinen|Großen|Roten|Weißen|Grünen|Langen|Kurzen|Hinteren"
    r"|Vorderen|Mittleren|[a-zäöü]{3,9}) )?"
    r"(?P<n>[A-ZÄÖÜ][\wäöüß-]{2,}))(?! ?[A-ZÄÖÜ]\w+ung)"
)


class LocalNames(Recognizer):
    """A rare compound with a local ending behind 'am'; or 'Am' with a capital in mid-sentence."""

    kinds = ("PLACE", "STREET")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        yield from self._small(document)
        if document.style.lower or document.style.shouted:
            return
        for word in document.words:
            if (self._local(document, word) and self._where(document, word)) or self._bare(document, word):
                yield self.find("PLACE", word.start, word.end, HINT, "place:local")
        for match in document.finditer(_DISTRICT):
            if match["d"] in entries("plate_districts") and match["d"] not in entries("glossary"):
                yield self.find("PLACE", *match.span("d"), HINT, "place:district")
        for match in document.finditer(_BEHIND):
            word = document.within(*match.span("p"))[0]
            if word.value & PLACE and not word.protected:
                yield self.find("PLACE", word.start, word.end, LIKELY, "place:behind-number")
        for match in document.finditer(_FARM) if not _FARM_WORDS.isdisjoint(document.folds) else ():
            yield self.find("PLACE", *match.span("h"), SURE, "place:farm")
        for match in document.finditer(_RIVER) if not _RIVER_WORDS.isdisjoint(document.folds) else ():
            if fold(match["r"]) in listed("rivers"):
                yield self.find("PLACE", *match.span("r"), SURE, "place:river")
        for match in document.finditer(_ACROSS) if not _ACROSS_WORDS.isdisjoint(document.folds) else ():
            if fold(match["r"]) in listed("rivers"):
                yield self.find("PLACE", *match.span("r"), SURE, "place:river")
        if not listed("landscapes").isdisjoint(document.folds):
            yield from self._landscapes(document)
        for match in document.finditer(_CAPITAL):
            word = document.within(*match.span("n"))[0]
            if self._thing(document, word) and frequency(word.value) < _EVERYDAY:
                yield self.find("STREET", *match.span("s"), LIKELY, "street:capital-preposition")

    def _small(self, document: Document) -> Iterator[RecognizerResult]:
        """'aus srebrenica': a word without any forms, where nothing has a capital."""
        for word in document.words:
            before = document.at(word.index - 1) if word.lower_style else None
            if before is None or before.fold not in {"aus", "in", "nach"} or word.gap != " ":
                continue
            stiff = word.value & NOUN and not word.value & (INFLECTED | LOWER | FIRST | LAST)
            if not stiff or frequency(word.value) >= _SELDOM or len(word.text) <= _LEAST:
                continue
            if (
                self._thing(document, word)
                and not _STIFF.match(word.fold)
                and not document.vocabulary.compound(word.fold)
            ):
                yield self.find("PLACE", word.start, word.end, HINT, "place:local")

    def _landscapes(self, document: Document) -> Iterator[RecognizerResult]:
        """'aus den Dolomiten', 'in der Bretagne', 'nach Masuren'."""
        for word in document.words:
            before = document.at(word.index - 1)
            if word.fold not in listed("landscapes") or not word.capital or word.protected or before is None:
                continue
            if word.gap == " " and before.fold in _OF_LAND:
                yield self.find("PLACE", word.start, word.end, SURE, "place:region")

    def _thing(self, document: Document, word: Word) -> bool:
        if word.protected or function_word(word) or calendar(word) or person_word(word):
            return False
        return not document.vocabulary.in_glossary(word.fold) and word.fold not in listed("no_places")

    def _local(self, document: Document, word: Word) -> bool:
        if not word.capital or word.fold in listed("no_streets") or not self._thing(document, word):
            return False
        if word.value & PLACE and not word.value & LOWER:
            return frequency(word.value) < _FLAGGED
        return bool(_ENDS.match(word.fold)) and frequency(word.value) < _RARE and word.fold not in listed("org_heads")

    def _bare(self, document: Document, word: Word) -> bool:
        """'in Ebern gepachtet': a seldom noun without article behind 'in' is a town."""
        before, after = document.at(word.index - 1), document.at(word.index + 1)
        if before is None or before.fold not in {"in", "nach", "aus"} or word.gap != " " or before.capital:
            return False
        if not word.capital or word.shouted or len(word.text) < _LEAST or not self._thing(document, word):
            return False
        if _SMELL.search(document.text, max(0, word.start - _WINDOW), word.start):
            return False
        alone = after is None or not after.capital or after.gap != " "
        return alone and frequency(word.value) < _RARE and not document.vocabulary.compound(word.fold)

    def _where(self, document: Document, word: Word) -> bool:
        before = document.at(word.index - 1)
        if before is None or word.gap != " ":
            return False
        if before.fold in _WHERE:
            return True
        of = document.at(before.index - 1)
        article = before.fold in {"der", "dem", "die", "den"} and before.gap == " "
        return article and of is not None and of.fold in _WHERE_OF
