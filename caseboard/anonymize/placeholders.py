"""What stands in the text instead: readable, the same for the same, and nothing that leads back."""

import re
from collections import Counter

from caseboard.anonymize.calendar_words import Story
from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.generalise import age_band, branch, coarser_still, region, rounded, size_class
from caseboard.anonymize.persons import label_persons
from caseboard.anonymize.report import Profile
from caseboard.anonymize.resolving import Passage
from caseboard.anonymize.steps import FINEST, OLD, Level

_FIXED = {
    "STREET": "[Straße]", "POSTCODE": "[Postleitzahl]", "PHONE": "[Telefonnummer]", "EMAIL": "[E-Mail]",
    "URL": "[Internetadresse]",
    "ID": "[Kennung]", "WORD": "[Wort]", "PERSON": "[Name]", "PLACE": "[Ort]", "ORG": "[Einrichtung]",
    "DATE": "[Datum]",
    "FAMILY": "[Familienverhältnisse]", "JOB": "[Beruf]", "HEALTH": "[Erkrankung]", "EVENT": "[Ereignis]",
    "FAME": "[Angabe]", "OFFICE": "[Ehrenamt]", "HOBBY": "[Freizeit]",
}  # fmt: skip
_BEFORE = 16
_FEMININE = re.compile(
    r"\b(?:die|zur|eine|einer"
    r"|(?:in|bei|von|mit|aus|an|vor|nach|seit|hinter|neben|über) (?:der|ihrer|seiner|unserer)) \Z",
    re.I,
)
_MASCULINE = re.compile(r"\b(?:beim|im|vom|zum|am|dem|den|des|einem|einen|ins|der) \Z", re.I)
_WOMANLY = {"Arbeitgeber": "Firma", "Betrieb": "Firma", "Träger": "Einrichtung"}
_FIELDS = {"Schule": "Bildung", "Klinik": "Gesundheit", "Praxis": "Gesundheit", "Apotheke": "Gesundheit",
           "Kita": "Kinder und Jugend", "Verein": "Freizeit"}  # fmt: skip
_MANLY = {"Einrichtung": "Haus"}
_LEVELLED = frozenset({"AGE", "ORIGIN"})
_COARSER = frozenset({"AGE", "MONEY", "ORIGIN"})


def _coarser(p: Passage, surface: str, level: Level) -> str:
    if OLD in p.evidence:
        return coarser_still(surface, level.age if p.kind == "AGE" else level.origin)
    if p.kind == "MONEY":
        return rounded(surface)
    return age_band(surface, level.age) if p.kind == "AGE" else region(surface, level.origin)


def replacements(document: Document, passages: list[Passage], profile: Profile, level: Level = FINEST) -> list[str]:
    """One replacement a passage, in order."""
    persons = label_persons(document, passages) if profile == "case" else {}
    numbered = _numbered(document, passages) if profile == "case" else {}
    story = Story()
    out = []
    for p in passages:
        surface = document.text[p.start : p.end]
        if "own" in p.evidence:
            out.append("[entfernt]")
        elif p.start in persons:
            out.append(persons[p.start])
        elif p.start in numbered:
            out.append(numbered[p.start])
        elif p.kind in _COARSER:
            out.append(_coarser(p, surface, level))
        elif p.kind == "DATE" and profile == "case":
            out.append(story.tell(surface, document.text[max(0, p.start - _BEFORE) : p.start]))
        elif p.kind == "WORD" and profile != "case":
            out.append("[Name]")
        else:
            out.append(_FIXED[p.kind])
    return out


def at_level(document: Document, passages: list[Passage], finest: list[str], level: Level) -> list[str]:
    """The same replacements with ages and origins as coarse as this level; who is who does not depend on it."""
    return [
        _coarser(p, document.text[p.start : p.end], level) if p.kind in _LEVELLED and "own" not in p.evidence else new
        for p, new in zip(passages, finest, strict=True)
    ]


def _without_trace(surface: str, head: str, name: str) -> tuple[str, str]:
    """'Steigerwald-Apotheke' does not become '[Apotheke]', nor 'Krug Bau' something with 'Bau': no word comes back."""
    said = {fold(word) for word in re.findall(r"[^\W\d_]+", surface)}
    if fold(head) in said:
        name = name or _FIELDS.get(head, "")
        head = next(each for each in ("Einrichtung", "Ort", "Angabe") if fold(each) not in said)
    return head, "" if any(fold(word) in said for word in name.split()) else name


def _house(document: Document, p: Passage) -> tuple[str, str]:
    """The kind of an organisation in the gender of the article before it: 'beim Betrieb', 'in der Firma'."""
    head, name = branch(document, document.text[p.start : p.end])
    before = document.text[max(0, p.start - _BEFORE) : p.start]
    if _FEMININE.search(before):
        return _WOMANLY.get(head, head), name
    return (_MANLY.get(head, head) if _MASCULINE.search(before) else head), name


def _numbered(document: Document, passages: list[Passage]) -> dict[int, str]:
    """Places and organisations: a number only where two of the same sort would be confused."""
    labels: dict[tuple[str, str], tuple[str, str]] = {}
    starts: dict[int, tuple[str, str]] = {}
    for p in passages:
        if p.kind in ("PLACE", "ORG"):
            surface = document.text[p.start : p.end]
            key = (p.kind, fold(surface).removesuffix("s").removesuffix("er"))
            if key not in labels:
                told = (size_class(document, surface), "") if p.kind == "PLACE" else _house(document, p)
                labels[key] = _without_trace(surface, *told)
            starts[p.start] = key
    totals = Counter(head for head, _ in labels.values())
    so_far: Counter[str] = Counter()
    named: dict[tuple[str, str], str] = {}
    for key, (head, name) in labels.items():
        so_far[head] += 1
        counted = f"{head} {so_far[head]}" if totals[head] > 1 else head
        named[key] = f"[{counted}, {name}]" if name else f"[{counted}]"
    return {start: named[key] for start, key in starts.items()}
