"""Who is not the client: people beside whose name an office, a house or the work stands that they do there."""

import re

from caseboard.anonymize.callings import ADDRESS, role_of, sex_of
from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.general_bodies import stays
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.words import listed

_OUTSIDER = re.compile(
    r"\w*(?:leiter|chef|vermittler|begleiter|vollzieher|verwalter|gutachter|ausbilder|vorarbeiter|nachbar|mitbewohner"
    r"|direktor|ansprechpartner|anleiter|dolmetscher|sprachmittler|seelsorger|vorstand|inhaber|arbeitgeber|trainer"
    r"|geschaeftsfuehrer|gruppenfuehrer|schichtfuehrer|richter|staatsanwalt|makler)(?:in)?"
    r"|(?:haus|werk|schicht|buerger|ausbildungs|wacht|polizei|polizeiober|polizeihaupt)?meister(?:in)?"
    r"|(?:familien|erziehungs|alltags|integrations|gerichts|jugendgerichts|jugend)helfer(?:in)?|polier|rektor(?:in)?"
    r"|(?:kriminal|polizei)?(?:haupt|ober)?kommissar(?:in)?|pfarrer(?:in)?|hebamme|vorgesetzte[r]?|personaler(?:in)?"
    r"|verfahrensbeistand|\w*(?:lotse|lotsin)|streetworker(?:in)?|\w*polizist(?:in)?|beamter|beamtin|paechter(?:in)?"
)
"""Whom a client meets at work, next door or at an office; what clients have learnt themselves is not among it."""
_OFFICE = re.compile(
    r"\w*(?:amt|amts|behoerde|gericht|gerichts|jobcenter|agentur|verwaltung|kasse|polizei|beratungsstelle|jugendhilfe"
    r"|staatsanwaltschaft|bewaehrungshilfe|zeitarbeit|rentenversicherung)|asd|spdi|awo|caritas|diakonie|vhs|bamf|tafel"
)
_PLACE_OF_WORK = re.compile(
    r"\w*(?:schule|kita|kindergarten|hort|firma|bank|stelle|dienst|dienstes|hilfe|beratung|verein|vereins|krankenhaus|klinik)"
)
"""A home or a shelter is none: clients live there."""
_OF_OFFICE = re.compile(
    r"fallmanager(?:in)?|fm|pap|av|ifk|sb|sachbearbeiter(?:in)?|teamleiter(?:in)?|tl|jobcoach|arbeitsvermittler(?:in)?"
    r"|bewaehrungshelfer(?:in)?|familienhelfer(?:in)?|gerichtsvollzieher(?:in)?|verfahrensbeistand"
)
"""Works that nobody writes as the occupation that a client has learnt."""
_IS = frozenset({"ist", "war", "heisst", "wird", "bleibt"})
_OBLIQUE = frozenset({"beim", "zum", "vom", "im", "am", "dem", "den", "des", "einem", "einen", "eines"})
_APPOSED = re.compile(r"\.?(?:, | \(| [–-] )")
_ENDED = re.compile(r"\.?[ \t]*(?:[,;:)!?\n(–-]|\Z)|\.\s|[ \t]+(?:vom|von|im|beim|bei|der|des|am|für)\b")
_ENDED_CLEARLY = re.compile(r"\)|, [a-zäöü]+(?<!und)(?<!der)(?<!die)(?<!das) |,? (?:vom|von der) ")


def outsider(word: str) -> bool:
    """Whether a folded word says that somebody is a person whom clients meet."""
    return _OUTSIDER.fullmatch(word) is not None


def works_there(document: Document, p: Passage, sex: str) -> str:
    """The work behind a name or before 'ist': 'Frau Ruppert, Fallmanagerin', 'Ihr Betreuer ist Herr Zahn'."""
    return _apposed(document, p, sex) or _predicate(document, p)


def from_office(document: Document, p: Passage) -> bool:
    """'Frau Liebig vom Jugendamt', 'Herr Lutz (Ausländerbehörde)'."""
    after = _behind(document, p)
    if after is None:
        return False
    if after.gap == " " and after.fold in {"vom", "von"}:
        body = _skipped(document, after, 2)
        return body is not None and (_office(body.fold) or _PLACE_OF_WORK.fullmatch(body.fold) is not None)
    return bool(_APPOSED.fullmatch(after.gap)) and _office(after.fold)


def _office(word: str) -> bool:
    return bool(_OFFICE.fullmatch(word)) or stays(word)


def _behind(document: Document, p: Passage) -> Word | None:
    words = document.within(p.start, p.end)
    return document.at(words[-1].index + 1) if words else None


def _skipped(document: Document, word: Word, most: int) -> Word | None:
    """The first word behind articles."""
    after = document.at(word.index + 1)
    for _ in range(most):
        if after is None or after.gap != " " or after.fold not in listed("determiners"):
            break
        after = document.at(after.index + 1)
    return after if after is not None and after.gap == " " else None


def _apposed(document: Document, p: Passage, sex: str) -> str:
    after = _behind(document, p)
    if after is None or not _APPOSED.fullmatch(after.gap):
        return ""
    article = after.fold in listed("determiners") or after.fold.startswith("zustaendige")
    work = _skipped(document, after, 1) if article else after
    if work is None or (sex and sex_of(work.fold) not in ("", sex)):
        return ""
    if _OF_OFFICE.fullmatch(work.fold) and _ENDED.match(document.text, work.end):
        return work.fold
    known = article and (role_of(work.fold) or outsider(work.fold))
    return work.fold if known and _ENDED_CLEARLY.match(document.text, work.end) else ""


def _predicate(document: Document, p: Passage) -> str:
    first = next(iter(document.within(p.start, p.end)), None)
    verb = document.at(first.index - 1) if first is not None else None
    while verb is not None and verb.fold in ADDRESS:
        verb = document.at(verb.index - 1)
    work = document.at(verb.index - 1) if verb is not None and verb.fold in _IS else None
    if work is None or verb is None or verb.gap != " " or not (role_of(work.fold) or outsider(work.fold)):
        return ""
    before = document.at(work.index - 1)
    if work.starts_sentence or before is None:
        return work.fold
    oblique = before.fold in _OBLIQUE or (before.fold.endswith("er") and work.fold.endswith("in"))
    named = before.fold in listed("determiners") or before.fold.endswith(("e", "er"))
    return work.fold if named and not oblique and work.gap == " " else ""
