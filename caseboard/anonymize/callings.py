"""What a word says of a person: a relation, a work, a sex, or that this is the client."""

import re

from caseboard.anonymize.words import listed

_KIN = {
    "sohn": "Sohn", "stiefsohn": "Sohn", "tochter": "Tochter", "stieftochter": "Tochter", "kind": "Kind",
    "baby": "Kind", "enkel": "Enkel", "enkelin": "Enkelin",
    "mutter": "Mutter", "mama": "Mutter", "vater": "Vater", "papa": "Vater", "oma": "Oma", "babuschka": "Oma",
    "opa": "Opa", "grossmutter": "Oma", "grossvater": "Opa",
    "bruder": "Bruder", "schwester": "Schwester", "cousin": "Cousin", "cousine": "Cousine", "neffe": "Neffe",
    "nichte": "Nichte", "onkel": "Onkel", "tante": "Tante",
    "schwager": "Schwager", "schwaegerin": "Schwägerin", "ehemann": "Ehemann", "ehefrau": "Ehefrau",
    "partner": "Partner", "partnerin": "Partnerin",
    "lebensgefaehrte": "Partner", "lebensgefaehrtin": "Partnerin", "lg": "Partner", "exmann": "Ex-Partner",
    "exfrau": "Ex-Partnerin", "freund": "Freund",
    "freundin": "Freundin", "schwiegermutter": "Schwiegermutter", "schwiegervater": "Schwiegervater",
    "gatte": "Ehemann", "gattin": "Ehefrau",
    "kindsvater": "Vater", "kindesvater": "Vater", "kindsmutter": "Mutter", "kindesmutter": "Mutter",
}  # fmt: skip
_KIN_LABELS = frozenset(_KIN.values())
_ROLES = (
    (r"(?:haus|fach|amts|zahn|frauen|kinder|augen)?(?:arzt|aerztin)|dr|psychiater(?:in)?|"
        r"neurolog(?:e|in)|orthopaede", ("Arzt", "Ärztin", "Praxis")),
    (r"ra|rain|raein|(?:rechts)?anwalt|(?:rechts)?anwaeltin|kanzlei|notar(?:in)?", ("Anwalt", "Anwältin", "Anwalt")),
    (r"(?:berufs)?betreuer(?:in)?|betr|vormund|bevollmaechtigte[r]?", ("Betreuer", "Betreuerin", "Betreuer")),
    (r"vermieter(?:in)?|verpaechter(?:in)?|hausverwalter(?:in)?|vm", ("Vermieter", "Vermieterin", "Vermieter")),
    (r"(?:psycho)?therapeut(?:in)?|psycholog(?:e|in)", ("Therapeut", "Therapeutin", "Therapeut")),
    (r"lehrer(?:in)?|klassenlehrer(?:in)?|dozent(?:in)?|schulleiter(?:in)?|erzieher(?:in)?", ("Lehrkraft",) * 3),
    (r"fallmanager(?:in)?|fm|pap|av|ifk|sb|sachbearbeiter(?:in)?|teamleiter(?:in)?|tl|kollege|"
        r"kollegin|kollegen|koll|(?:schuldner)?berater(?:in)?|sozialarbeiter(?:in)?|coach|jobcoach|"
        r"bewaehrungshelfer(?:in)?|protokoll|prot|gez", ("Fachkraft",) * 3),
)  # fmt: skip
_READ_ROLES = tuple((re.compile(pattern), labels) for pattern, labels in _ROLES)
_ANY_ROLE = re.compile("|".join(pattern for pattern, _ in _ROLES))
_FEMALE = frozenset(["frau", "fr", "frl", "kdin", "kundin", "klientin", "oma", "tante"])
_MALE = frozenset(["herr", "herrn", "hr", "hrn", "kunde", "klient", "opa", "onkel"])
ADDRESS = frozenset({"frau", "fr", "frl", "herr", "herrn", "hr", "hrn", "dr", "prof"})
CALLED = frozenset({"kundin", "kunde", "kunden", "klient", "klientin", "kd", "kdin", "kdn", "lb", "elb", "ehb", "tn"})
CLIENT = (ADDRESS - {"frl", "dr", "prof"}) | (CALLED - {"kunden"})
FAMILY = frozenset({"familie", "fam", "eheleute", "ehepaar"})
KIN_LABELS = frozenset(_KIN.values())
YOUNG = frozenset({"Sohn", "Tochter", "Kind", "Enkel", "Enkelin", "Neffe", "Nichte"})
BLOOD = YOUNG | {"Mutter", "Vater", "Oma", "Opa", "Bruder", "Schwester", "Onkel", "Tante", "Cousin", "Cousine"}
"""Relatives who may share the surname of whoever they are related to."""
_WOMEN = frozenset(
    {"Tochter", "Enkelin", "Mutter", "Oma", "Schwester", "Cousine", "Nichte", "Tante", "Schwägerin", "Ehefrau",
     "Partnerin", "Ex-Partnerin", "Freundin", "Schwiegermutter"}
)  # fmt: skip
_CUT = (ADDRESS - {"frau", "herr", "herrn"}) | (CALLED - {"kundin", "kunde", "kunden", "klient", "klientin"}) | {
    "med", "fam", "ra", "rain", "raein", "betr", "vm", "fm", "pap", "av", "ifk", "sb", "tl", "koll", "prot", "gez",
    "lg", "dipl", "jur", "phil",
}  # fmt: skip
_FULL_ROLE = 8  # shorter ones are abbreviations that say no sex


def kin_of(word: str) -> str:
    """The relation that a folded word says, or nothing."""
    return _KIN.get(word, "")


def role_of(word: str, sex: str = "") -> str:
    """The work that a folded word says, or nothing."""
    for pattern, labels in _READ_ROLES if _ANY_ROLE.fullmatch(word) else ():
        if pattern.fullmatch(word):
            return labels[1] if sex == "f" or word.endswith("in") else labels[0]
    return ""


def sex_of(word: str) -> str:
    """What the word before a name says: Frau Roth-Sommer is not her landlord, the Vermieter Sommer."""
    if word in _FEMALE:
        return "f"
    full_word = len(word) >= _FULL_ROLE and bool(role_of(word))
    if full_word and word.endswith("in"):
        return "f"
    return "m" if word in _MALE or (full_word and word.endswith(("er", "arzt", "anwalt"))) else ""


def sex_of_kin(word: str) -> str:
    """What a relation says of the sex: a child's is open."""
    label = kin_of(word)
    return "" if label in ("", "Kind") else "f" if label in _WOMEN else "m"


def cut_short(word: str) -> bool:
    """Whether a full stop behind it may belong to the word: behind all others it ends the sentence."""
    return word in _CUT


def is_suffix(word: str) -> bool:
    """'sen.' and 'Jun.' behind a name; the surname 'Şen' is none."""
    return word.lower() in listed("name_suffixes")
