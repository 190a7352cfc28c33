"""What stands in the text instead: readable, the same for the same, and nothing that leads back."""

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.generalise import age_band, branch, coarser_still, region, rounded, season, size_class
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
            out.append(season(surface))
        elif p.kind == "WORD" and profile != "case":
            out.append("[Name]")
        else:
            out.append(_FIXED[p.kind])
    return out


def _numbered(document: Document, passages: list[Passage]) -> dict[int, str]:
    """Places and organisations: a number only where two of the same class would be confused."""
    labels: dict[tuple[str, str], str] = {}
    starts: dict[int, tuple[str, str]] = {}
    for p in passages:
        if p.kind not in ("PLACE", "ORG"):
            continue
        surface = document.text[p.start : p.end]
        key = (p.kind, fold(surface).removesuffix("s").removesuffix("er"))
        labels.setdefault(key, size_class(document, surface) if p.kind == "PLACE" else branch(surface))
        starts[p.start] = key
    totals: dict[str, int] = {}
    numbers: dict[tuple[str, str], int] = {}
    for key, label in labels.items():
        totals[label] = totals.get(label, 0) + 1
        numbers[key] = totals[label]
    return {
        start: f"[{labels[key]} {numbers[key]}]" if totals[labels[key]] > 1 else f"[{labels[key]}]"
        for start, key in starts.items()
    }
