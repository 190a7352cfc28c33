"""The way of a document: normalise, recognise, agree, decide, replace, estimate."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from caseboard.anonymize.agreement import agree, confirmed, everywhere
from caseboard.anonymize.disguise import disguised
from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.grammar import in_their_cases, readable
from caseboard.anonymize.loading import engine
from caseboard.anonymize.normalise import Normal, normal, storable
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.placeholder import PLACEHOLDER
from caseboard.anonymize.placeholders import at_level, replacements
from caseboard.anonymize.profiling import lights_of, person_of, said_more_generally
from caseboard.anonymize.report import Decisions, Find, Lights, Profile, Restored, Stripped
from caseboard.anonymize.rereading import read_until_settled
from caseboard.anonymize.resolving import resolve, unite
from caseboard.anonymize.risk import Person, common, worse
from caseboard.anonymize.sentence_ends import without_sentence_end
from caseboard.anonymize.steps import COARSEST, OLD, coarsened, levels, old_placeholders
from caseboard.anonymize.text import SafeText

_GAP = "\n \n\n"
REMEMBERED = "remembered"
_BUSINESS = frozenset({"PERSON", "ID", "PHONE", "EMAIL"})


@dataclass(frozen=True)
class Part:
    """A field's matching form and where it begins in the common text."""

    name: str
    normal: Normal
    offset: int


@dataclass(frozen=True, repr=False)
class Case:
    """A document after reading, before anybody decided anything; no traceback prints what it holds."""

    parts: list[Part]
    text: str
    document: Document
    passages: list[Passage]
    profile: Profile
    allow: tuple[str, ...]
    model: str


def read_document(
    fields: Mapping[str, str],
    known: tuple[str, ...],
    profile: Profile,
    allow: tuple[str, ...],
    remembered: tuple[Restored, ...] = (),
) -> Case:
    """The slow half: everything that is found, whatever will be decided about it.

    What was put back in an earlier version (`remembered`) counts also where the words around it are gone by which it
    was found then.
    """
    parts, text = _joined(fields)
    machine = engine()
    words = machine.words()

    def read(form: str) -> tuple[Document, list[Passage]]:
        document = machine.read(form, words)
        passages = resolve(document, machine.analyze(document, known))
        passages = confirmed(document, _merged(passages, agree(document, passages)))
        passages = _merged(passages, everywhere(document, passages))
        return document, [without_sentence_end(document, p) for p in passages]

    document, passages = read_until_settled(read, text, profile)
    passages = _merged(passages, _disguised(parts))
    passages = _recalled(text, passages, remembered)
    return Case(parts, text, document, passages, profile, allow, machine.model)


def _recalled(text: str, passages: list[Passage], remembered: tuple[Restored, ...]) -> list[Passage]:
    for each in remembered:
        for found in _phrases(text, (each.surface,), REMEMBERED):
            if not any(p.start < found.end and found.start < p.end for p in passages):
                passages = [*passages, replace(found, kind=each.kind)]
    return sorted(passages, key=lambda p: p.start)


def decide(case: Case, decisions: Decisions, county: str | None, *, polish: bool = False) -> Stripped:
    """The quick half: what is decided, replaced and estimated; the same document can be decided on many times.

    Args:
        case: what was read.
        decisions: those of its author.
        county: where the author works, for the light of a live session.
        polish: let titles go whose placeholder says them; without it only what identifies is replaced.
    """
    text, profile = case.text, case.profile
    passages = _merged(case.passages, _phrases(text, decisions.mask, "own"))
    passages = _allowed(text, passages, case.allow, profile)
    kept = [p for p in passages if _decided(text, p, decisions, profile)]
    masked = [p for p in passages if p not in kept]
    restored = tuple(Restored(p.kind, storable(text[p.start : p.end])) for p in kept if p.quasi)
    if profile == "case":
        masked = sorted([*masked, *coarsened(case.document, masked, decisions)], key=lambda p: p.start)
    masked, chosen, lights = _settled(case, masked, restored, decisions, county)
    widened, chosen = readable(case.document, masked, chosen) if polish else (masked, chosen)
    chosen = in_their_cases(case.document, masked, widened, chosen)
    finds = _finds(text, case.parts, masked, widened, chosen, profile)
    return Stripped(
        texts={part.name: _rewritten(part, finds) for part in case.parts},
        finds=finds,
        kept=tuple(sorted({storable(text[p.start : p.end]) for p in kept if not p.quasi})),
        risk=lights.written,
        kinds=dict(Counter(p.kind for p in masked if OLD not in p.evidence)),
        standing=sum(1 for _ in PLACEHOLDER.finditer(text)),
        model=case.model,
        live=lights.live,
        anywhere=lights.anywhere,
        restored=restored,
    )


def _settled(
    case: Case, masked: list[Passage], restored: tuple[Restored, ...], decisions: Decisions, county: str | None
) -> tuple[list[Passage], list[str], Lights]:
    """The finest generalisation that shines green, or else the finest of those that shine best."""
    if case.profile != "case":
        return masked, replacements(case.document, masked, case.profile, COARSEST), Lights()
    labelled = [*masked, *old_placeholders(case.document)]
    labelled.sort(key=lambda p: p.start)
    best: tuple[list[str], Person] | None = None
    finest = replacements(case.document, labelled, case.profile)
    person = person_of(_told(case.text, labelled, finest), restored)
    for level in levels(decisions):
        chosen = at_level(case.document, labelled, finest, level)
        person = said_more_generally(person, _told(case.text, labelled, chosen), restored)
        light = common(person)
        if best is None or light != worse(light, common(best[1])):
            best = chosen, person
        if light == "green":
            break
    chosen, person = best or ([], Person())
    changed = [(p, new) for p, new in zip(labelled, chosen, strict=True) if case.text[p.start : p.end] != new]
    return [p for p, _ in changed], [new for _, new in changed], lights_of(person, county)


def _told(text: str, masked: list[Passage], chosen: list[str]) -> str:
    pieces, at = [], 0
    for p, new in zip(masked, chosen, strict=True):
        pieces += [text[at : p.start], new]
        at = p.end
    return "".join([*pieces, text[at:]])


def _joined(fields: Mapping[str, str]) -> tuple[list[Part], str]:
    parts, pieces, offset = [], [], 0
    for name, raw in fields.items():
        part = Part(name, normal(raw), offset)
        parts.append(part)
        pieces.append(part.normal.text)
        offset += len(part.normal.text) + len(_GAP)
    return parts, _GAP.join(pieces)


def _merged(passages: list[Passage], more: list[Passage]) -> list[Passage]:
    """Add direct passages; quasi-identifiers they touch give way."""
    if not more:
        return passages
    direct = unite([*(p for p in passages if not p.quasi), *more])
    quasi = [p for p in passages if p.quasi and not any(d.start < p.end and p.start < d.end for d in more)]
    return sorted([*direct, *quasi], key=lambda p: p.start)


def _disguised(parts: list[Part]) -> list[Passage]:
    """Words of two alphabets and turned stretches, whatever they say."""
    return [
        Passage(part.offset + start, part.offset + end, "WORD", 1.0, ("disguised",))
        for part in parts
        for start, end in disguised(part.normal)
    ]


def _phrases(text: str, phrases: frozenset[str] | tuple[str, ...], code: str) -> list[Passage]:
    """Every occurrence of a word or phrase, whatever its case and spacing."""
    out = []
    for phrase in phrases:
        words = re.findall(r"\w+", phrase)
        if words:
            pattern = r"(?<!\w)" + r"[\W_]{1,3}".join(map(re.escape, words)) + r"(?!\w)"
            out += [Passage(*m.span(), "WORD", 1.0, (code,)) for m in re.finditer(pattern, text, re.I)]
    return out


def _allowed(text: str, passages: list[Passage], allow: tuple[str, ...], profile: Profile) -> list[Passage]:
    if profile == "business":  # a theme is called 'Wege': a word alone in its line looks like a name to the networks
        passages = [p for p in passages if (p.kind in _BUSINESS and not p.perhaps) or "own" in p.evidence]
    stay = _phrases(text, allow, "allow")
    return [p for p in passages if not any(a.start <= p.start and p.end <= a.end for a in stay)]


def _decidable(p: Passage, profile: Profile) -> bool:
    if profile != "case" or "own" in p.evidence or "names-inside" in p.evidence:
        return False
    return p.quasi or not p.certain


def _decided(text: str, p: Passage, decisions: Decisions, profile: Profile) -> bool:
    wanted = decisions.restore if p.quasi else decisions.keep
    return _decidable(p, profile) and key_of(text[p.start : p.end]) in wanted


def key_of(surface: str) -> str:
    """The folded words of a passage: what a decision about it is made on."""
    return " ".join(fold(w) for w in re.findall(r"\w+", surface))


def _finds(
    text: str, parts: list[Part], masked: list[Passage], widened: list[Passage], chosen: list[str], profile: Profile
) -> tuple[Find, ...]:
    offsets = [part.offset for part in parts]
    out = []
    for p, wide, replacement in zip(masked, widened, chosen, strict=True):
        part = parts[bisect_right(offsets, p.start) - 1]
        end = min(wide.end - part.offset, len(part.normal.text))
        start, stop = part.normal.span(wide.start - part.offset, end)
        surface = part.normal.raw[start:stop]
        tier = "own" if "own" in p.evidence else "quasi" if p.quasi else "certain" if p.certain else "suspicious"
        key = key_of(text[p.start : p.end])
        out.append(
            Find(part.name, start, stop, surface, p.kind, replacement, tier, p.evidence, _decidable(p, profile), key)
        )
    return tuple(out)


def _rewritten(part: Part, finds: tuple[Find, ...]) -> SafeText:
    pieces, at = [], 0
    for find in finds:
        if find.field == part.name:
            pieces += [storable(part.normal.raw[at : find.start]), find.replacement]
            at = find.end
    return SafeText.trusted("".join([*pieces, storable(part.normal.raw[at:])]))
