"""Where somebody of this text acts, is spoken with or is announced, though the name is a word: 'Schwarz regt … an'.

Only asked of a word by which somebody is certainly called in the same text. The sentence must have a place for a
person there, and where the word is also a household thing or a season the trained network must not laugh at it.
"""

import re
from bisect import bisect_right

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.plain_words import plainly
from caseboard.anonymize.recognizers.naming import calendar
from caseboard.anonymize.recognizers.word_surnames import everyday
from caseboard.anonymize.words import listed

_ACTS = frozenset(
    {"regt", "regte", "vertritt", "vertrat", "verweist", "verwies", "stellt", "stellte", "beantragt", "beantragte",
     "befuerwortet", "bezweifelte", "kritisiert", "kritisierte", "moniert", "vereinbart", "vereinbarte", "telefonierte",
     "erinnerte", "erkundigt", "erkundigte", "beraet", "referiert", "referierte", "protokollierte",
     "moderierte", "pruefte", "klaerte", "gruesst", "widerspricht", "widersprach", "zweifelt", "bezweifelt",
     "hospitiert", "vermutet", "vermutete", "raeumt", "raeumte", "stimmte", "wies", "ergaenzte", "begruesst", "dankt",
     "dankte", "hinterfragt", "entgegnet", "entgegnete", "erwidert", "erwiderte", "einigt", "plaediert", "wendet"}
)  # fmt: skip
"""What only people do in a meeting, beside the verbs of speech."""
_MEETS = frozenset(
    {"vertritt", "vertrat", "informiert", "informierte", "begleitet", "begleitete", "erinnert", "erinnerte", "bittet",
     "bat", "fragt", "fragte", "unterstuetzt", "unterstuetzte", "gruesst"}
)  # fmt: skip
"""Whose object is somebody."""
_ANNOUNCES = frozenset(
    {"vorschlag", "idee", "frage", "rueckfrage", "nachfrage", "einwand", "einwurf", "notiz", "anruf", "rueckruf",
     "mail", "email", "e-mail", "rueckmeldung", "anmerkung", "hinweis", "bericht", "antwort", "beitrag",
     "bitte", "meldung", "nachricht", "stellungnahme", "vermerk", "zusage", "absage", "kommentar", "telefonat",
     "gespraech", "ergaenzung"}
)  # fmt: skip
"""'Vorschlag Gerber:': whose contribution it is."""
_ROLES = frozenset({"moderation", "protokoll", "leitung", "vertretung", "sitzungsleitung", "protokollfuehrung"})
_SOURCES, _SHORTENED = frozenset({"laut", "lt", "gez"}), frozenset({"lt", "gez"})
_ANYTHING = frozenset(
    {"ist", "war", "hat", "hatte", "wird", "wurde", "kann", "konnte", "muss", "musste", "soll", "sollte", "darf",
     "durfte", "laesst", "liess", "bleibt", "blieb", "steht", "stand", "liegt", "lag", "geht", "ging", "kommt", "kam",
     "gibt", "gab", "braucht", "brauchte", "bringt", "brachte", "haelt", "hielt", "zieht", "zog", "legt", "legte"}
)  # fmt: skip
"""Verbs of people that things do as well."""
_CLOSES = re.compile(
    r" ?[:;,.!?()/\]\n–-]|\Z| \d| (?:vom|von|am|um|zu[mr]?|wegen|dazu|daraufhin|heute|gestern|telef\w*)\b"
)
_TO_READ = re.compile(r" (?:z\. ?(?:K|Kts|Ktn|w\. ?V|d\. ?A)\b|zur (?:Kenntnis|Info|Rücksprache|Wiedervorlage)\b)")
_I, _JOINTS = frozenset({"ich", "mir", "mich"}), frozenset({"und", "u", "sowie"})
_MASCULINE = re.compile(
    r"(?!(?:leit|fed|mau|kamm|wimp|schult|numm|ziff|kief|ad|els|faus|fas|trau|dau|feu|steu|butt|mutt|tocht|schwest|op)er)"
    r"\w{2,}(?:er|l[ei]nz|herbst|hirt|wirt|koch)\Z"
)
"""Masculine by its ending: 'die sommer ist', in the singular, is a woman of that name."""
_ALONE = re.compile(r"(?:bin|habe?|war|hatte|kann|will|muss|soll|darf|\w+e)\Z")
_BEING = frozenset({"ist", "war", "wird", "wurde", "bin", "sei", "bleibt", "als"})
_OBJECTS = frozenset({"sich", "ihn", "ihm", "mir", "der"})
_OTHERS = _OBJECTS | {"man", "er", "es", "ich", "wir", "sie", "kein", "keiner", "niemand"}
_OVER = frozenset({"ueber", "durch", "fuer", "in", "an", "auf", "gegen", "ohne", "um", "wie", "als", "bis", "wegen"})
_THING, _LEAST, _LINE = 0.1, 0.05, 0.25  # what the network must think of a name at least


def acts(document: Document, word: Word, passages: list[Passage], starts: list[int]) -> bool:
    """Whether its place in the sentence is one for people."""
    if word.protected or (document.style.shouted and not word.shouted):
        return False
    before, after = document.at(word.index - 1), document.at(word.index + 1)
    if before is not None and word.gap == " " and _she(before, word, after, document):
        return True
    heard = document.believed(word)
    if not word.capital or calendar(word) or (everyday(word) and heard < _THING):
        return False
    if before is not None and _announced(document, before, word):
        return True
    if heard < _LEAST:
        return False
    if not plainly(document, word) and (
        _joined(document, word, passages, starts) or (_opens(word) and _subject(document, after))
    ):
        return True
    if _line(document, word):
        return True
    return _TO_READ.match(document.text, word.end) is not None and word.starts_sentence


def _opens(word: Word) -> bool:
    """The first word of a sentence, a line, a clause behind a comma."""
    return word.starts_sentence or word.gap in (", ", "; ", ": ", " – ", " - ")


def _subject(document: Document, verb: Word | None) -> bool:
    """'Schwarz regt Gutachten an', 'Sommer findet das gut'; 'Reich findet er das' has its subject behind the verb."""
    if verb is None or verb.gap != " " or verb.capital:
        return False
    if verb.fold not in _ACTS | listed("speech_verbs") - _ANYTHING:
        return False
    then = document.at(verb.index + 1)
    return then is None or then.gap != " " or then.fold not in _OTHERS - _OBJECTS


def _line(document: Document, word: Word) -> bool:
    """'Gerber: will nachfragen': who speaks, at the head of a line."""
    heads = document.text[word.end : word.end + 2] == ": " and document.text[word.start - 1 : word.start] in ("", "\n")
    return heads and not everyday(word) and document.believed(word) >= _LINE


def _announced(document: Document, before: Word, word: Word) -> bool:
    """'Vorschlag Gerber:', 'Moderation: Koch', 'lt. Gerber', 'informiert Klein.'."""
    if (word.gap == " " and before.fold in _SOURCES) or (word.gap == ". " and before.fold in _SHORTENED):
        return True
    if _CLOSES.match(document.text, word.end) is None:
        return False
    if word.gap == ": " or before.capital:
        return word.gap in (" ", ": ") and before.fold in (_ROLES if word.gap == ": " else _ROLES | _ANNOUNCES)
    return word.gap == " " and before.fold in _MEETS


def _joined(document: Document, word: Word, passages: list[Passage], starts: list[int]) -> bool:
    """'Gerber und ich', 'ich und Gerber', 'Gerber und Frau Koch'."""
    for step in (-1, 1):
        joint, other = document.at(word.index + step), document.at(word.index + 2 * step)
        if joint is None or other is None or joint.fold not in _JOINTS:
            continue
        if {(word if step < 0 else joint).gap, (joint if step < 0 else other).gap} - {" ", ". "}:
            continue
        if other.fold in _I:
            return not _apart(document, word, other)
        if _somebody(other, passages, starts) and not _apart(document, word, other):
            return True
    return False


def _apart(document: Document, word: Word, other: Word) -> bool:
    """'Er ist Koch und ich bin Maler': two clauses."""
    verb, before = document.at(other.index + 1), document.at(word.index - 1)
    if before is not None and word.gap == " " and before.fold in _BEING:
        return True
    return other.index > word.index and verb is not None and bool(_ALONE.match(verb.fold)) and verb.gap == " "


def _somebody(word: Word, passages: list[Passage], starts: list[int]) -> bool:
    at = bisect_right(starts, word.start) - 1
    p = passages[at] if at >= 0 else None
    return p is not None and p.end > word.start and p.kind == "PERSON" and p.certain


def _she(article: Word, word: Word, verb: Word | None, document: Document) -> bool:
    """'die sommer ist schwierig': a masculine noun in the singular behind 'die' is a woman."""
    if article.fold != "die" or verb is None or verb.gap != " " or not _MASCULINE.match(word.fold):
        return False
    first, then = document.at(article.index - 1), document.at(verb.index + 1)
    if verb.capital or verb.fold not in listed("verbs") or then is None or then.gap != " ":
        return False
    return then.fold not in _OTHERS and (first is None or first.fold not in _OVER or article.starts_sentence)
