"""Where nothing but the person can be meant, though the word may be a thing: 'den Meiler kriegst du'.

Only asked of a word by which somebody is certainly called elsewhere in the text.
"""

import re

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import INFLECTED, LAST, LOWER, NOUN
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.recognizers.naming import function_word, person_word, strange
from caseboard.anonymize.recognizers.word_surnames import everyday
from caseboard.anonymize.words import listed

_ARTICLES = frozenset({"der", "die", "den", "dem"})
_SUBJECTS = frozenset({"der", "die"})
_SAYS = frozenset(
    {"sagt", "sagte", "meint", "meinte", "fragt", "fragte", "schreibt", "schrieb", "erklaert", "behauptet", "glaubt",
     "weiss", "bittet", "telefoniert", "weigert", "verspricht", "unterschreibt", "beschwert"}
)  # fmt: skip
_FACES = frozenset(
    {"grinst", "grinste", "laechelt", "laechelte", "nickt", "nickte", "seufzt", "seufzte", "flucht", "fluchte",
     "schwieg", "schimpft", "schimpfte", "schweigt", "winkt", "winkte", "telefonierte", "unterschrieb", "zoegert",
     "zoegerte",
     "schluckt", "schluckte", "zuckt", "zuckte", "nuschelt", "nuschelte", "murmelt", "murmelte", "bat", "versprach",
     "weigerte", "beschwerte", "entschuldigt", "entschuldigte", "bedankt", "bedankte", "behauptete", "erklaerte"}
)  # fmt: skip
_FILED = re.compile(
    r"-(?:Vertrag|Akte|Fall|Bescheid|Sache|Termin|Mail|Brief|Familie|Haushalt|Antrag|Rechnung|Kündigung|Klage|Urteil"
    r"|Angelegenheit)\w{0,2}(?!\w)"
)
"""'Der Fuchs-Vertrag', 'in der Nagel-Sache': whose papers they are."""
_ASKED = re.compile(
    r"\b(?:frag(?:en?|t|st)?|ruf(?:en?|t|st)?|grüß(?:en|e|t)?|bitte[nt]?|erreich(?:e|en|t)|sprich|sprecht|kenn(?:e|en|t|st))"
    r"(?: (?:sie|mal|doch|bitte|ruhig|halt|einfach|du|ihr|ich|nicht|auch)){0,3} (?:den|die|dem|der) \Z",
    re.I,
)
_HANDED = re.compile(
    r" (?:kriegst|bekommst|nimmst|übernimmst|machst|behältst|kennst|fragst|rufst|triffst|siehst|lädst|erreichst|findest"
    r"|vertrittst|betreust) du\b"
    r"| (?:kriegt|bekommt|nehmt|übernehmt|macht|behaltet|kennt|fragt|ruft|trefft) ihr\b"
)
_REACHABLE = re.compile(
    r" (?:kannst du|könnt ihr|können Sie|könnten Sie|solltest du|solltet ihr|sollten Sie|müsst ihr|musst du)"
    r"(?: \w+){0,3}"
    r" (?:anrufen|fragen|anschreiben|erreichen|einladen|kontaktieren|ansprechen|informieren|anhören|besuchen)\b"
)
_MANY = re.compile(
    r" (?:haben|hatten|sind|waren|wollen|wollten|wohnen|zahlen|können|sagen|meinen|brauchen|ziehen|vermieten)\b"
)
_ADDRESSED = re.compile(r", (?:du|ihr) [a-zäöü]")
_BEING = frozenset({"ist", "war", "bin", "sei", "wird", "wurde", "bleibt", "blieb", "sind", "waren"})  # 'war Schäfer'
_REACHED = frozenset(
    {"handy", "buero", "mobil", "durchwahl", "konto", "wohnung", "bg", "akte", "fall", "mail", "termin", "rueckruf"}
)
_APPOSED = re.compile(r", (?:mein|sein|ihr|unser|dein)e? (?P<who>[A-ZÄÖÜ]\w+)")
_THINKS, _EVEN, _CERTAINLY = 0.1, 0.5, 0.85  # what the trained network must think of a name
_STEM, _REACH = 4, 40


def insisted(document: Document, word: Word) -> bool:
    """The sentence speaks of somebody, so no sense of the word stands against it."""
    before, after = document.at(word.index - 1), document.at(word.index + 1)
    if word.protected:
        return False
    if word.capital and not word.starts_sentence and _FILED.match(document.text, word.end):
        return True
    if before is None or word.gap != " ":
        return word.capital and (_announced(document, word) or _owner(word, after))
    if before.fold in _ARTICLES and _spoken_of(document, word, before, after):
        return True
    if not word.capital:
        return False
    return _announced(document, word) or _reached(document, word, before) or _bare(document, word, before, after)


def joining_names(document: Document, passages: list[Passage]) -> frozenset[str]:
    """Surnames that are small words: 'Silvia Gut', 'Herr Weniger', 'Annegret Morgen'."""
    certain = [document.within(p.start, p.end) for p in passages if p.kind == "PERSON" and p.certain]
    return frozenset(words[-1].fold for words in certain if words and words[-1].capital and function_word(words[-1]))


def joins_no_words(document: Document, word: Word) -> bool:
    """'an Weniger anzeigen': a capital that the sentence does not explain; 'Morgen' and 'Gut' need the network too."""
    if not word.capital or word.protected or word.shouted:
        return False
    sure = document.believed(word) >= _CERTAINLY
    if word.starts_sentence or everyday(word) or word.gap != " ":
        return sure
    before = document.at(word.index - 1)
    quantity = listed("determiners") | {"etwas", "nichts", "alles"}
    return before is not None and not before.capital and before.fold not in quantity


def listed_small(document: Document, word: Word, p: Passage | None) -> bool:
    """'mit den kids emirhan und nehir': where nobody writes capitals, a strange word behind a name and 'und'."""
    joint = document.at(word.index - 1)
    if p is None or p.kind != "PERSON" or joint is None or word.capital or not word.lower_style:
        return False
    if joint.fold not in {"und", "u"} or document.text[p.end : joint.start] != " " or word.gap not in (" ", ". "):
        return False
    return strange(word, document) and not word.value & LOWER and document.believed(word) >= _EVEN


def _spoken_of(document: Document, word: Word, article: Word, after: Word | None) -> bool:
    """'der winter sagt er hat nichts', 'fragen sie den bach', 'den Meiler kriegst du'."""
    if _ASKED.search(document.text, max(0, word.start - _REACH), word.start):
        return True
    acts = after is not None and after.gap == " " and after.fold in _SAYS | _FACES
    if article.fold in _SUBJECTS and word.capital and acts and word.value & LAST and not person_word(word):
        return True
    if article.fold == "den" and word.capital and _HANDED.match(document.text, word.end):
        return True
    if word.capital and (_REACHABLE.match(document.text, word.end) or _family(document, word, article)):
        return True
    return not word.capital and after is not None and after.gap == " " and after.fold in _SAYS


def _family(document: Document, word: Word, article: Word) -> bool:
    """'Die Sommers haben nie Miete genommen': no noun of the language has this plural, as 'die Parks' has."""
    plural = word.fold.endswith("s") and (word.value & LOWER or not word.value & INFLECTED)
    return bool(plural) and article.fold == "die" and bool(_MANY.match(document.text, word.end))


def _announced(document: Document, word: Word) -> bool:
    """'• Kraft: 94 % Anwesenheit', 'Streit, ihr Mitbewohner': the first word of a line or sentence, and who that is."""
    if not word.starts_sentence:
        return False
    if _ADDRESSED.match(document.text, word.end):
        return True
    apposed = _APPOSED.match(document.text, word.end)
    if apposed and any(person_word(other) for other in document.within(*apposed.span("who"))):
        return document.believed(word) >= _THINKS
    return document.text[word.end : word.end + 1] == ":" and document.believed(word) >= _EVEN


def _owner(word: Word, after: Word | None) -> bool:
    """'Sonntags Wagen ist abgemeldet': whose it is, and no day on which something happens."""
    if not (word.starts_sentence and word.fold.endswith("s") and len(word.fold) > _STEM) or after is None:
        return False
    thing = after.gap == " " and after.capital and bool(after.value & NOUN) and not after.shouted
    return thing and not person_word(after)


def _reached(document: Document, word: Word, noun: Word) -> bool:
    """'weitergeleitet aus Handy Kraft, Gärtnerei': whose telephone it is."""
    closes = document.text[word.end : word.end + 1] in (",", ".", ";", ":", ")", "]", "\n", "")
    return noun.capital and noun.fold in _REACHED and closes and document.believed(word) >= _THINKS


def _bare(document: Document, word: Word, before: Word, after: Word | None) -> bool:
    """'brachte Ruf von da an vorbei': a noun that needs an article has none, and the network rather sees a name."""
    if everyday(word) or word.starts_sentence or before.capital or document.believed(word) < _EVEN:
        return False
    if after is not None and after.gap in (" ", "-") and after.capital:
        return False
    return before.fold in listed("person_verbs") | listed("verbs") and before.fold not in _BEING
