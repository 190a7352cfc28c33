"""Who is who: mentions of one person share one placeholder, and relatives keep their relation."""

import re
from collections import Counter
from dataclasses import dataclass, field

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import FEMALE, FIRST, LAST, MALE
from caseboard.anonymize.recognizers.known import one_slip
from caseboard.anonymize.resolving import Passage

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
_CLIENT = frozenset(
    [
        "frau",
        "fr",
        "herr",
        "herrn",
        "hr",
        "hrn",
        "kd",
        "kdn",
        "kdin",
        "kundin",
        "kunde",
        "klient",
        "klientin",
        "lb",
        "elb",
        "ehb",
        "tn",
    ]
)
_FAMILY = frozenset({"familie", "fam", "eheleute", "ehepaar"})
_CALLED = frozenset({"kundin", "kunde", "kunden", "klient", "klientin", "kd", "kdin", "kdn", "lb", "elb", "ehb", "tn"})
_ADDRESS = frozenset({"frau", "fr", "frl", "herr", "herrn", "hr", "hrn", "dr", "prof"})
_NEXT_LEAD = re.compile(r"\.?(?:[ \t]|,[ \t]|:[ \t]?)")
_FURTHEST = 40
_YOUNG = frozenset({"Sohn", "Tochter", "Kind", "Enkel", "Enkelin", "Neffe", "Nichte"})
_WOMEN = frozenset(
    {"Tochter", "Enkelin", "Mutter", "Oma", "Schwester", "Cousine", "Nichte", "Tante", "Schwägerin", "Ehefrau",
     "Partnerin", "Ex-Partnerin", "Freundin", "Schwiegermutter"}
)  # fmt: skip
_SLIP_FROM = 6
_FULL_ROLE = 8  # shorter ones are abbreviations that say no sex


@dataclass(slots=True)
class Person:
    """One person of the document."""

    words: set[str] = field(default_factory=set)
    firsts: set[str] = field(default_factory=set)
    label: str = ""
    sex: str = ""
    mentions: int = 0
    titled: int = 0
    families: int = 0
    called: int = 0


def label_persons(document: Document, passages: list[Passage]) -> dict[int, str]:
    """Placeholder by the start of each PERSON passage."""
    people: list[Person] = []
    owner: dict[int, Person] = {}
    for p in passages:
        if p.kind == "PERSON":
            owner[p.start] = _assign(document, p, people)
    _client(people)
    for person in people:
        if fold(person.label) in person.words:  # 'Herr Mann' must not become '[Mann]'
            person.label = ""
    totals = Counter(person.label or "Person" for person in people)
    numbers: Counter[str] = Counter()
    names: dict[int, str] = {}
    for person in people:
        label = person.label or "Person"
        numbers[label] += 1
        names[id(person)] = f"[{label} {numbers[label]}]" if totals[label] > 1 else f"[{label}]"
    return {start: names[id(person)] for start, person in owner.items()}


def _assign(document: Document, p: Passage, people: list[Person]) -> Person:
    words, firsts, sex = _mention(document, p)
    leads = _leads(document, p)
    sex = next((said for lead in leads if (said := _sex_of(lead))), "") or sex
    label = _label(leads, sex)
    titled = any(lead in _CLIENT for lead in leads)
    person = next((x for x in people if _same(x, words, firsts, sex, label, titled=titled)), None)
    if person is None:
        person = Person()
        people.append(person)
    person.words |= words
    person.firsts |= firsts
    person.sex = person.sex or sex
    person.label = person.label or label
    person.mentions += 1
    person.families += bool(leads) and leads[0] in _FAMILY
    person.called += any(lead in _CALLED for lead in leads)
    person.titled += titled
    return person


def _sex_of(before: str) -> str:
    """What the word before a name says: Frau Roth-Sommer is not her landlord, the Vermieter Sommer."""
    if before in _FEMALE:
        return "f"
    full_word = len(before) >= _FULL_ROLE and bool(role_of(before))
    if full_word and before.endswith("in"):
        return "f"
    return "m" if before in _MALE or (full_word and before.endswith(("er", "arzt", "anwalt"))) else ""


def _mention(document: Document, p: Passage) -> tuple[set[str], set[str], str]:
    words, firsts, sex = set(), set(), ""
    listed_words = document.within(p.start, p.end)
    for at, word in enumerate(listed_words):
        stem = word.fold
        if len(stem) > 3 and stem.endswith("s") and not document.vocabulary.value(stem) & (FIRST | LAST):
            stem = stem[:-1]
        if len(stem) < 2 and len(listed_words) > 1:
            continue
        words.add(stem)
        flags = document.vocabulary.value(stem)
        if flags & FIRST and ((len(listed_words) > 1 and at < len(listed_words) - 1) or not flags & LAST):
            firsts.add(stem)
            sex = sex or (
                "f" if flags & FEMALE and not flags & MALE else "m" if flags & MALE and not flags & FEMALE else ""
            )
    return words, firsts, sex


def _leads(document: Document, p: Passage) -> list[str]:
    """What stands before a name, the nearest first: 'Ärztin Frau Dr. Heim' has three words that say who she is."""
    words = document.within(max(0, p.start - _FURTHEST), p.start)
    if not words or not re.match(r"^[\s.,:(„\"]{0,3}\Z", document.text[words[-1].end : p.start]):
        return []
    leads = [words[-1].fold]
    for at in range(len(words) - 2, -1, -1):
        lead = words[at].fold
        gap = document.text[words[at].end : words[at + 1].start]
        if leads[-1] not in _ADDRESS or not _NEXT_LEAD.fullmatch(gap):
            break
        if "." in gap and len(lead) >= _FULL_ROLE:
            break  # 'sagt die Sachbearbeiterin. Frau Lutz …' begins anew
        if lead not in _ADDRESS and not _goes_with(lead, leads, words[at - 1].fold if at else ""):
            break
        leads.append(lead)
    return leads


def _goes_with(lead: str, titles: list[str], article: str) -> bool:
    """'die Vermieterin Frau Kolb' is one person; 'hat der Arzt Herrn Kolb', 'ihr Sohn, Frau Kolb' are two."""
    if not (lead in _CALLED or kin_of(lead) or role_of(lead)):
        return False
    if article == "der" and {"herrn", "hrn"} & set(titles):
        return False
    said = _sex_of(lead) or (("f" if kin_of(lead) in _WOMEN else "m") if kin_of(lead) not in ("", "Kind") else "")
    meant = next((sex for title in titles if (sex := _sex_of(title))), "")
    return not said or not meant or said == meant


def kin_of(word: str) -> str:
    """The relation that a folded word says, or nothing."""
    return _KIN.get(word, "")


def role_of(word: str, sex: str = "") -> str:
    """The work that a folded word says, or nothing."""
    before = word
    for pattern, labels in _READ_ROLES if _ANY_ROLE.fullmatch(before) else ():
        if pattern.fullmatch(before):
            return labels[1] if sex == "f" or before.endswith("in") else labels[0]
    return ""


def _label(leads: list[str], sex: str) -> str:
    """What the words before a name say; a doctor's degree only where no other work is named."""
    ranked = sorted(leads, key=lambda lead: lead == "dr")
    return next((label for lead in ranked if (label := kin_of(lead) or role_of(lead, sex))), "")


def _same(person: Person, words: set[str], firsts: set[str], sex: str, label: str, *, titled: bool) -> bool:
    if sex and person.sex and sex != person.sex:
        return False
    if firsts and person.firsts:
        return bool(firsts & person.firsts)
    if firsts and person.titled and label in _KIN_LABELS:
        return False  # 'Frau Kerner' has a daughter Mia Kerner
    if titled and person.firsts and not label and person.label in _YOUNG:
        return False
    if label and person.label and label != person.label:
        return False
    return bool(words & person.words) or any(_alike(a, b) for a in words for b in person.words)


def _alike(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= _SLIP_FROM and one_slip(a, b)


def _client(people: list[Person]) -> None:
    """The person spoken of most, with a title and without a role, is the client."""
    for person in people:
        if not person.label and person.families == person.mentions:
            person.label = "Familie"
    free = [p for p in people if not p.label and (p.titled or p.mentions > 1)]
    if free:
        client = max(free, key=lambda p: (p.called > 0, p.titled > 0, p.mentions))
        client.label = {"f": "Kundin", "m": "Kunde"}.get(client.sex, "Person")
    for person in people:
        if not person.label and person.titled:
            person.label = {"f": "Frau", "m": "Mann"}.get(person.sex, "Person")
