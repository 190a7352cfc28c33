"""What somebody is, becomes or is likened to: 'Reich wird hier keiner', 'möchte Hafner werden', 'nicht etwa Gerber'.

The part of `plain_words` about sentences that need a word where a name would make no sense, although somebody in the
same text is called so: predicates, comparisons, numbers and quantities, seasons, small letters among capitals.
"""

import re

from caseboard.anonymize.belongings import owned
from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import INFLECTED, LOWER, NOUN, frequency
from caseboard.anonymize.proverbs import in_a_proverb
from caseboard.anonymize.recognizers.naming import person_word
from caseboard.anonymize.recognizers.word_surnames import everyday

_BEING = frozenset(
    {"ist", "war", "wird", "wurde", "waere", "bleibt", "blieb", "macht", "machte", "wirkt", "wirkte", "klingt", "klang"}
)
_NOBODY = frozenset({"keiner", "niemand", "einer", "jemand", "keine", "nichts", "es"})
_FILLS = frozenset(
    {"hier", "da", "dort", "dabei", "damit", "davon", "daran", "darin", "dran", "darueber", "dadurch", "deshalb",
     "erst", "nur", "auch", "noch", "schon", "so", "gar", "wohl", "bisher", "nie", "eben", "halt", "jetzt", "heute"}
)  # fmt: skip
_OVER_IT = frozenset({"dabei", "daran", "darin", "dran", "darueber", "dadurch"})
_DATIVE = frozenset({"ihm", "ihr", "mir", "uns", "ihnen", "beiden", "allen"})
_WANTS = frozenset(
    {"moechte", "will", "wollte", "wolle", "moechten", "wollen", "mag", "als", "einmal", "mal", "wieder"}
)
_NO_WISH = frozenset({"dass", "der", "die", "den", "dem", "zu", "von", "mit", "an", "wenn", "weil"})
_BECOMES = frozenset({"werden", "sein", "bleiben", "spielen", "lernen", "geworden"})
_NUMERALS = frozenset(
    {"zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "zehn", "mehrere", "etliche", "viele"}
)
_AT_THE_HOUR = frozenset(
    {"um", "bis", "gegen", "ab", "nach", "vor", "halb", "viertel", "dreiviertel", "punkt", "nummer", "uhr"}
)
_MEASURED = re.compile(
    r"\d ?(?:ha|ar|qm|m²|m2|m³|cbm|kg|g|mg|l|ml|cl|m|cm|mm|t|fm|rm|Ztr\.?|Pfd\.?|Ster|Kilo|Liter|Gramm|Pfund|Meter) \Z"
)
_SEASONS = frozenset(
    {"sommer", "winter", "herbst", "fruehling", "lenz", "ostern", "pfingsten", "weihnacht", "weihnachten", "mai",
     "maerz", "april", "august", "fasching", "fastnacht", "silvester", "advent"}
)  # fmt: skip
_AROUND = frozenset({"vor", "nach", "bis", "ab", "seit", "im", "zum", "zu"})
_EARLIEST = frozenset(
    {"nicht", "erst", "noch", "schon", "spaetestens", "fruehestens", "kurz", "wohl", "gleich", "bereits", "wieder"}
)
_DEGREE = frozenset(
    {"zu", "sehr", "selten", "nie", "nicht", "ganz", "recht", "immer", "so", "etwas", "ziemlich", "besonders",
     "weniger", "noch", "schon", "wieder", "eher", "richtig", "echt", "auch", "viel", "gar", "nur"}
)  # fmt: skip
_LEARNT = ("gelernt", "ausgebildet", "studiert", "geprueft", "ungelernt", "angelernt", "frueher", "ehemalig", "werdend")
_BY_NAME = frozenset({"dienstbezeichnung", "berufsbezeichnung", "amtsbezeichnung", "dienstgrad", "beruf", "rasse"})
_ONE = re.compile(r"k?eine?[mnrs]?\Z")
_ENDS, _CALLED = ("e", "er", "en", "es", "em"), ("gewiss", "angeblich", "zweit", "ander", "weiter", "neu", "sogenannt")
_I_AM = frozenset({"bin", "is", "ist", "war", "werd", "wird", "bleib", "bleibt", "hat", "warst", "bist"})
_CLOSES = '.,;:!?)(“"\n«'
_REACH, _FREQUENT, _LINE = 5, 3.5, 60


def role(document: Document, before: Word | None, word: Word, after: Word | None) -> bool:
    """Whether the sentence makes a word of it, before anything else is asked."""
    if in_a_proverb(document, word):
        return True
    if after is not None and word.starts_sentence and word.value & LOWER and _predicate(document, after):
        return True
    if before is None or word.gap != " ":
        return False
    if owned(document, before, word):
        return True
    if not word.capital:
        return _small(document, before, word)
    if _wished_for(document, before, word, after) or _counted(document, before, word):
        return True
    if _one_of_many(document, before, word, after):
        return True
    return _denied(document, before, word) or _season(document, before, word)


def settled(document: Document, word: Word) -> bool:
    """As much as no sentence about the person of that name can say otherwise."""
    return role(document, document.at(word.index - 1), word, document.at(word.index + 1))


def _closes(document: Document, end: int) -> bool:
    return document.text[end : end + 1] in _CLOSES or document.text[end : end + 2] == " ("


def _predicate(document: Document, verb: Word) -> bool:
    """'Reich wird hier keiner', 'Kühn war daran gar nichts', 'Heilig ist ihr das Examen'."""
    if verb.fold not in _BEING or verb.gap != " ":
        return False
    seen: list[Word] = []
    for step in range(1, _REACH):
        then = document.at(verb.index + step)
        if then is None or then.gap != " ":
            return False
        if then.fold in _NOBODY:
            return _nobody(document, then, seen)
        if then.fold in _DATIVE and not seen:
            noun = document.at(then.index + 1)
            return noun is not None and noun.gap == " " and noun.fold in {"das", "der", "die", "nichts", "nur", "vor"}
        if then.fold in {"der", "die", "das"} and any(w.fold in _OVER_IT for w in seen):
            noun = document.at(then.index + 1)
            return noun is not None and noun.capital and _closes(document, noun.end)
        if then.fold not in _FILLS:
            return False
        seen.append(then)
    return False


def _nobody(document: Document, subject: Word, seen: list[Word]) -> bool:
    """'keiner' is who gets rich; 'einer der Ruhigen' and 'Kühn war nichts anzumerken' tell of somebody."""
    then = document.at(subject.index + 1)
    if subject.fold == "nichts":
        return any(w.fold in _OVER_IT for w in seen) and _closes(document, subject.end)
    if _closes(document, subject.end):
        return document.text[subject.end : subject.end + 1] != "," or subject.fold in {"keiner", "niemand"}
    return (
        then is not None
        and then.gap == " "
        and then.fold in {"geworden", "mehr", "dabei", "davon", "dort", "hier", "damit"}
    )


def _wished_for(document: Document, before: Word, word: Word, after: Word | None) -> bool:
    """'möchte Hafner werden', 'sein Leben lang Senn', 'gelernter Bauer', 'Dienstbezeichnung: ebenfalls Amtmann'."""
    noun = bool(word.value & (INFLECTED | NOUN)) and not word.shouted
    if not noun or (after is not None and after.gap in (" ", "-") and after.capital):
        return False
    if after is not None and after.gap == " " and after.fold in _BECOMES and not before.capital:
        then = document.at(after.index + 1)
        wishing = before.fold in _WANTS or (then is not None and then.gap == " " and then.fold in _WANTS)
        closes = document.text[after.end : after.end + 1] in _CLOSES
        return (wishing or closes) and before.fold not in _NO_WISH
    first = document.at(before.index - 1)
    if before.fold == "lang" and first is not None and first.fold in {"leben", "jahre", "zeit"}:
        return True
    if before.fold in {"ebenfalls", "auch"} and first is not None and first.fold in _BY_NAME:
        return True
    return not before.capital and before.fold.startswith(_LEARNT) and before.fold.endswith(("er", "e", "en"))


def _counted(document: Document, before: Word, word: Word) -> bool:
    """'2,1 ha Wald', 'vorm Haus zwei Weiden', but not 'um drei Bauer anrufen'."""
    if word.value & (INFLECTED | NOUN) and _MEASURED.search(document.text, max(0, word.start - _LINE), word.start):
        return True
    if before.fold not in _NUMERALS or not word.value & INFLECTED or not word.fold.endswith(("en", "e", "n")):
        return False
    first = document.at(before.index - 1)
    return first is None or before.gap != " " or first.fold not in _AT_THE_HOUR


def _one_of_many(document: Document, before: Word, word: Word, after: Word | None) -> bool:
    """'davor eine alte Linde', 'a Bauer bin i': one of its kind, but not 'eine gewisse Linde'."""
    if not word.value & (NOUN | INFLECTED) or (after is not None and after.gap in (" ", "-") and after.capital):
        return False
    if before.fold == "a" and (not before.capital or before.starts_sentence):
        return after is not None and after.fold in _I_AM
    first = document.at(before.index - 1)
    if first is None or before.gap != " " or not _ONE.match(first.fold) or before.capital:
        return False
    return before.fold.endswith(_ENDS) and not before.fold.startswith(_CALLED) and bool(before.value & LOWER)


def _denied(document: Document, before: Word, word: Word) -> bool:
    """'ist Kürschner und nicht etwa Gerber,': an occupation that is none; 'seines Glückes Schmied'."""
    first = document.at(before.index - 1)
    occupation = bool(word.value & INFLECTED) and not everyday(word) and _closes(document, word.end)
    return occupation and before.fold == "etwa" and first is not None and first.fold == "nicht"


def _season(document: Document, before: Word, word: Word) -> bool:
    """'nicht vor Sommer.', 'erst nach Ostern,'."""
    first = document.at(before.index - 1)
    timed = word.fold in _SEASONS and before.fold in _AROUND and first is not None and before.gap == " "
    return (
        timed
        and first is not None
        and first.fold in _EARLIEST
        and document.text[word.end : word.end + 1] in '.,;)!?\n“"'
    )


def _small(document: Document, before: Word, word: Word) -> bool:
    """'Betrag zu klein, meint Hr. Klein', 'selten fröhlich': an adjective where the line has capitals."""
    if not word.value & LOWER or word.lower_style or frequency(word.value) < _FREQUENT:
        return False
    line = document.words[max(0, word.index - _REACH - _REACH) : word.index + _REACH + _REACH]
    nouns = sum(w.capital and not w.starts_sentence and not person_word(w) and w.fold != word.fold for w in line)
    return nouns > 1 and before.fold in _DEGREE
