"""What stands in the text instead: readable, the same for the same, and nothing that leads back."""

import re

from caseboard.anonymize.articles import REACH, in_gender
from caseboard.anonymize.calendar_words import Story
from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.generalise import age_band, coarser_still, region, rounded
from caseboard.anonymize.groups import GROUPED, group_of, without_groups
from caseboard.anonymize.happenings import told, worked
from caseboard.anonymize.houses import general_label, label_houses
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.persons import label_persons
from caseboard.anonymize.report import Profile
from caseboard.anonymize.steps import FINEST, OLD, TRAIT, Level

_FIXED = {
    "STREET": "[Straße]", "POSTCODE": "[Postleitzahl]", "PHONE": "[Telefonnummer]", "EMAIL": "[E-Mail]",
    "URL": "[Internetadresse]",
    "ID": "[Kennung]", "WORD": "[Wort]", "PERSON": "[Name]", "PLACE": "[Ort]",
    "DATE": "[Datum]",
    "FAMILY": "[Familienverhältnisse]",
    "FAME": "[Angabe]", "PERSONAL": "[Angabe]", "OFFICE": "[Ehrenamt]", "HOBBY": "[Freizeit]",
}  # fmt: skip
_FITTED = {"JOB": "Beruf", "HEALTH": "Erkrankung", "EVENT": "Ereignis"}
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
    numbered = label_houses(document, passages) if profile == "case" else {}
    story = Story(document.text, passages)
    out = []
    for p in passages:
        surface = document.text[p.start : p.end]
        if "own" in p.evidence:
            out.append("[entfernt]")
        elif OLD in p.evidence and p.kind not in _LEVELLED:
            out.append(surface)
        elif p.start in persons:
            out.append(persons[p.start])
        elif p.start in numbered:
            out.append(numbered[p.start])
        elif p.kind in _COARSER:
            out.append(_coarser(p, surface, level))
        elif p.kind == "DATE" and profile == "case":
            out.append(story.tell(p))
        elif p.kind == "WORD" and profile != "case":
            out.append("[Name]")
        elif p.kind == "ORG":
            out.append(general_label(document, p))
        elif p.kind in _FITTED:
            out.append(_fitted(document, p, with_group=profile == "case" and TRAIT not in p.evidence))
        else:
            out.append(_FIXED[p.kind])
    return out


def _fitted(document: Document, p: Passage, *, with_group: bool) -> str:
    """'[Beruf, Handwerk]', 'eine [Erkrankung, Nerven]', 'der [Vorfall]'; no word of the passage comes back."""
    surface = document.text[p.start : p.end]
    if p.kind == "EVENT" and (sentence := told(document.text, p.start, p.end)):
        return sentence
    if p.kind == "JOB" and (sentence := worked(surface)):
        return sentence
    label = in_gender(_FITTED[p.kind], document.text[max(0, p.start - REACH) : p.start])
    if any(fold(word) in fold(label) for word in re.findall(r"[^\W\d_]{4,}", surface)):
        label = "Angabe"
    group = group_of(p.kind, surface) if with_group and p.kind in GROUPED else ""
    return f"[{label}, {group}]" if group else f"[{label}]"


def at_level(document: Document, passages: list[Passage], finest: list[str], level: Level) -> list[str]:
    """The same replacements with ages, origins and groups as coarse as this level; who is who does not depend on it."""
    levelled = [
        _coarser(p, document.text[p.start : p.end], level) if p.kind in _LEVELLED and "own" not in p.evidence else new
        for p, new in zip(passages, finest, strict=True)
    ]
    return [without_groups(each) for each in levelled] if level.group else levelled
