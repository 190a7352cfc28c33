"""What stands before a placeholder and asks for a gender or a case: articles, possessives, prepositions."""

import re

from caseboard.anonymize.labels import BY_GENDER, Gender, in_case

REACH = 60
ANY: tuple[Gender, ...] = ("f", "m", "n")
_NO_ADJECTIVE = (
    r"(?!(?:die|sie|wie|hier|jede|jeder|alle|immer|aber|oder|über|unter|hinter|wieder|sehr|eine|einer|seine|ihre|dieser"
    r"|haben|waren|wurden|werden|wollen|können|sollen|müssen|gehen|kommen) )"
)
_ADJECTIVES = rf"(?:{_NO_ADJECTIVE}[a-zäöüß]{{2,24}}e[nrsm]? ){{0,2}}\Z"
_OWN = r"(?:mein|dein|sein|ihr|unser|eur)"
_ASKING: tuple[tuple[tuple[Gender, ...], re.Pattern[str]], ...] = tuple(
    (genders, re.compile(rf"(?<![\w-])(?:{words}) {_ADJECTIVES}", re.I))
    for genders, words in (
        (("f",), rf"die|zur|k?eine|k?einer|(?:dies|jed|welch)e|{_OWN}er?"),
        (("m",), rf"(?:k?ein|dies|jed|jen|{_OWN})en"),
        (("n",), r"das|ins|ans|aufs|durchs|fürs|ums|dieses|jedes"),
        (
            ("m", "n"),
            rf"beim|im|vom|zum|am|dem|vorm|unterm|überm|hinterm|des|(?:k?ein|dies|jed|{_OWN})e[ms]|k?ein|{_OWN}",
        ),
    )
)
_DEN = re.compile(rf"(?<![\w-])den {_ADJECTIVES}", re.I)
_DER = re.compile(rf"(?<![\w-])(?:der|dieser|jeder) {_ADJECTIVES}", re.I)
_WITH_DATIVE = re.compile(
    r"(?:(?i:\b(?:in|bei|von|mit|aus|an|vor|nach|hinter|neben|über|zu|auf|unter|wegen|trotz|gegenüber|außer|samt|laut"
    r"|statt|anstatt|zwischen|innerhalb|außerhalb|seitens|dank|mittels|zugunsten))"
    r"|(?<=[^.!?:;–„(] )[A-ZÄÖÜ][\w-]*|\])\s\Z"
)
_SENTENCE = re.compile(r"(?:\A|[.!?:;–„\"(\n]\s*)\Z")
_GENITIVE = re.compile(rf"(?<![\w-])(?:des|(?:k?ein|jen|{_OWN})es) {_ADJECTIVES}", re.I)
_TITLES = re.compile(r"(?:(?:Herr|Hr\.?|Dr\.|Prof\.) )+\Z")
_OBLIQUE = re.compile(
    rf"(?<![\w-])(?:(?:(?:de|(?:k?ein|dies|jed|jen|{_OWN})e)[mn]|beim|vom|zum|im|am) {_ADJECTIVES}"
    r"|(?:mit|von|bei|zu|nach|aus|seit|gegenüber|für|gegen|ohne|durch|um|wegen|an|auf|in|über|unter|vor|hinter|neben"
    r"|zwischen|laut|trotz|samt|außer|statt|während|Herrn|Hrn\.?) \Z)",
    re.I,
)


def genders(before: str) -> tuple[Gender, ...]:
    """The genders that the words before a placeholder leave open: 'beim' is no woman's, 'ins' no man's."""
    for asked, pattern in _ASKING:
        if pattern.search(before):
            return asked
    if _DEN.search(before):
        return ("m",)
    der = _DER.search(before)
    if der is None:
        return ANY
    if _WITH_DATIVE.search(before, 0, der.start()):
        return ("f",)
    return ("m",) if _SENTENCE.search(before, 0, der.start()) else ("m", "f")


def in_gender(kind: str, before: str) -> str:
    """The word for something in a gender that fits the article: 'der [Vorfall]', 'eine [Erkrankung]'."""
    words = BY_GENDER.get(kind, {})
    open_ones = genders(before) if words else ANY
    return next((word for gender, word in words.items() if gender in open_ones), kind)


def declined(new: str, before: str) -> str:
    """The placeholder in the case of the article before it: 'des [Sohnes 1]', 'mit dem [Kunden]'."""
    lead, bracket, said = new.partition("[")
    label, tail = _label(said)
    before = _TITLES.sub("", before + lead)
    word = in_case(label, genitive=bool(_GENITIVE.search(before)), oblique=bool(_OBLIQUE.search(before)))
    return f"{lead}{bracket}{word}{tail}" if bracket else new


def _label(said: str) -> tuple[str, str]:
    label = re.match(r"[^\d,\]]*[^\d,\] ]", said)
    return (label[0], said[label.end() :]) if label else (said, "")
