"""Who is who: mentions of one person share one placeholder, and relatives keep their relation."""

from collections import Counter
from dataclasses import dataclass, field

from caseboard.anonymize.callings import (
    BLOOD,
    CALLED,
    CLIENT,
    FAMILY,
    KIN_LABELS,
    YOUNG,
    is_suffix,
    kin_of,
    role_of,
    sex_of,
)
from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.leads import leads_of
from caseboard.anonymize.lexicon import FEMALE, FIRST, LAST, MALE
from caseboard.anonymize.outsiders import from_office, outsider, works_there
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.recognizers.known import one_slip
from caseboard.anonymize.turned_names import in_order

_SLIP_FROM = 6
_ELDER = frozenset({"sen", "sr", "senior"})
_MOSTLY = 6  # who is spoken of so often is no outsider for a single word beside the name


@dataclass(frozen=True, slots=True)
class Mention:
    """What one passage says of a person: the words of the name, and what stands beside them."""

    words: set[str]
    firsts: tuple[str, ...]
    sex: str
    label: str
    leads: list[str]
    elder: bool
    outside: bool

    @property
    def titled(self) -> bool:
        return any(lead in CLIENT for lead in self.leads)

    @property
    def kin(self) -> bool:
        return self.label in KIN_LABELS


@dataclass(slots=True)
class Person:
    """One person of the document."""

    words: set[str] = field(default_factory=set)
    firsts: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    label: str = ""
    sex: str = ""
    mentions: int = 0
    titled: int = 0
    families: int = 0
    called: int = 0
    outside: int = 0
    elder: bool = False

    @property
    def outsider(self) -> bool:
        return not self.called and self.outside * _MOSTLY > self.mentions


def label_persons(document: Document, passages: list[Passage]) -> dict[int, str]:
    """Placeholder by the start of each PERSON passage."""
    people: list[Person] = []
    owner: dict[int, Person] = {}
    found = [p for p in passages if p.kind == "PERSON"]
    named = frozenset(p.end for p in found)
    for p in found:
        owner[p.start] = _assign(_mention(document, p, named), people)
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


def _assign(mention: Mention, people: list[Person]) -> Person:
    alike = [x for x in people if _same(x, mention)]
    called_so = [x for x in alike if x.firsts & mention.words] if len(mention.words) == 1 and not mention.titled else []
    person = next(iter(called_so or alike), None)
    if person is None:
        person = Person(elder=mention.elder)
        people.append(person)
    person.words |= mention.words
    person.firsts |= set(mention.firsts)
    person.given |= set(mention.firsts[:1])
    person.sex = person.sex or mention.sex
    person.label = person.label or mention.label
    person.mentions += 1
    person.families += mention.leads[:1] != [] and mention.leads[0] in FAMILY
    person.called += any(lead in CALLED for lead in mention.leads)
    person.titled += mention.titled
    person.outside += mention.outside
    return person


def _mention(document: Document, p: Passage, named: frozenset[int]) -> Mention:
    words, firsts, sex = _names(document, p)
    leads = leads_of(document, p, named)
    sex = next((said for lead in leads if (said := sex_of(lead))), "") or sex
    if work := works_there(document, p, sex):
        leads.append(work)
    listed_words = document.within(p.start, p.end)
    if leads and kin_of(leads[0]) and len(words) == 1 and document.vocabulary.value(*words) & FIRST:
        firsts = tuple(words)  # 'sein Vater Heinrich': a relative is called by the first name
    beyond = document.at(listed_words[-1].index + 1) if listed_words else None
    behind = (*listed_words[1:], *([beyond] if beyond and beyond.gap in (" ", ", ") else []))
    elder = any(is_suffix(w.text) and w.fold in _ELDER for w in behind)
    outside = elder or any(outsider(lead) for lead in leads) or from_office(document, p)
    return Mention(words, firsts, sex, _label(leads, sex), leads, elder, outside)


def _names(document: Document, p: Passage) -> tuple[set[str], tuple[str, ...], str]:
    words, firsts, sex = set(), [], ""
    listed_words = in_order([w for w in document.within(p.start, p.end) if w.start == p.start or not is_suffix(w.text)])
    for at, word in enumerate(listed_words):
        stem = word.fold
        if len(stem) > 3 and stem.endswith("s") and not document.vocabulary.value(stem) & (FIRST | LAST):
            stem = stem[:-1]
        if len(stem) < 2 and len(listed_words) > 1:
            continue
        words.add(stem)
        flags = document.vocabulary.value(stem)
        if flags & FIRST and ((len(listed_words) > 1 and at < len(listed_words) - 1) or not flags & LAST):
            firsts.append(stem)
            sex = sex or (
                "f" if flags & FEMALE and not flags & MALE else "m" if flags & MALE and not flags & FEMALE else ""
            )
    return words, tuple(firsts), sex


def _label(leads: list[str], sex: str) -> str:
    """What the words before a name say; a doctor's degree only where no other work is named."""
    ranked = sorted(leads, key=lambda lead: lead == "dr")
    return next((label for lead in ranked if (label := kin_of(lead) or role_of(lead, sex))), "")


def _same(person: Person, m: Mention) -> bool:
    if (m.sex and person.sex and m.sex != person.sex) or m.elder != person.elder:
        return False
    if m.firsts and person.firsts:
        other = m.kin and not person.label and m.firsts[0] not in person.given  # Dustin Heinrich, and Vater Heinrich
        return not other and not person.firsts.isdisjoint(m.firsts)
    if m.firsts and person.titled and m.kin:
        return False  # 'Frau Kerner' has a daughter Mia Kerner
    if m.titled and person.firsts and not m.label and person.label in YOUNG:
        return False
    if _related(person, m) or (m.label and person.label and m.label != person.label):
        return False
    return bool(m.words & person.words) or any(_alike(a, b) for a in m.words for b in person.words)


def _related(person: Person, m: Mention) -> bool:
    """'Ali Kaya' and 'sein Vater Kaya' share a surname: whoever is named in full is not the relative."""
    if person.firsts and not person.label and m.label in BLOOD:
        return not m.firsts and m.words.isdisjoint(person.firsts)
    return bool(m.firsts) and not m.label and person.label in BLOOD and not person.firsts and not person.titled


def _alike(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= _SLIP_FROM and one_slip(a, b)


def _client(people: list[Person]) -> None:
    """Whoever is called so, or else the person spoken of most who has no role, is the client."""
    for person in people:
        if not person.label and person.families == person.mentions:
            person.label = "Familie"
    free = [p for p in people if not p.label and not p.outsider and (p.titled or p.mentions > 1)]
    if free:
        client = max(free, key=lambda p: (p.called > 0, p.mentions, p.titled > 0))
        client.label = {"f": "Kundin", "m": "Kunde"}.get(client.sex, "Person")
    for person in people:
        if not person.label and person.titled:
            person.label = {"f": "Frau", "m": "Mann"}.get(person.sex, "Person")
