"""What stands before or behind a name and is none: 'Familiengericht | Bamberg', 'Sozialdienst | Klinikum Weißer Main'.

Courts, offices, departments and communities of law are the same in every county, so only the name beside them goes.
"""

import re
from dataclasses import replace

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import ABROAD, FIRST, INFLECTED, LAST, LOWER, PLACE
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.recognizers.house_words import house
from caseboard.anonymize.words import listed

_BODY = re.compile(
    r".{3,}(?:gerichte?s?|behoerden?|staatsanwaltschaft|polizeiinspektion|unterkunft)$|(?:ermittlungsdienst|aussendienst)$|(?:staatsanwaltschaft|buergerbuero"
    r"|polizeiinspektion|polizeistation|kriminalpolizei|rathaus|buergeramt)s?$"
    r"|(?:bewaehrungs|gerichts|jugendgerichts|eingliederungs)hilfe$"
    r"|(?:justizvollzugs|jugendstraf|justizvollzug)anstalt$|jva$"
    r"|(?:wohngeld|fuehrerschein|zulassungs|unterhaltsvorschuss|bafoeg|elterngeld|betreuungs|fahrerlaubnis|bussgeld"
    r"|meldestelle|auslaender|rechtsantrag|zahl|beihilfe|familienversicherungs|obdachlosen)s?stelle$"
    r"|jugendberufsagentur$|unfallkasse$"
    r"|(?:jugend|sozial|versorgungs|finanz|landrats|gesundheits|standes|meldeamt|einwohnermelde|hauptzoll|kreisjugend"
    r"|stadtjugend|arbeits|ordnungs|wohnungs|veterinaer|schul|bau|vermessungs|grundbuch|auslaender|inklusions"
    r"|integrations|aufsichts|gewerbeaufsichts|landes|bezirks|strassenverkehrs|liegenschafts|kataster|notariats"
    r"|buerger|wahl|steuer|forst|landwirtschafts|melde)amt(?:es|s)?$"
)
_PRISON = re.compile(r"(?:jva|anstalt)$")
_DEPARTMENT = re.compile(
    r"(?:sozialdienst|pflegedienst|pflegeschule|sozialberatung|kundenservice|kundencenter|kundenzentrum|kundendienst|kundenbetreuung|aufnahme"
    r"|patientenaufnahme|notaufnahme|patientenverwaltung|patientenabrechnung|verwaltung|personalabteilung|personalbuero"
    r"|personalwesen|personalverwaltung|buchhaltung|lohnbuchhaltung|lohnbuero|mietbuchhaltung|mahnabteilung|mahnwesen"
    r"|forderungsmanagement|rechtsabteilung|entlassmanagement|entlassungsmanagement|sekretariat|schulsekretariat"
    r"|pflegedienstleitung|heimleitung|hausleitung|schulleitung|kitaleitung|einrichtungsleitung|wohnbereichsleitung"
    r"|geschaeftsleitung|geschaeftsfuehrung|rechnungsstelle|rechnungsabteilung|beschwerdestelle|poststelle|pforte"
    r"|empfang|zentrale|telefonzentrale|mieterservice|mieterberatung|bewohnerservice|schulsozialarbeit"
    r"|jugendsozialarbeit|betriebsrat|mitarbeitervertretung|elternbeirat|ausbildungsleitung|wareneingang|versand"
    r"|vertrieb|vertragsservice|vertragsabteilung|leistungsabteilung|schadenabteilung|schadensabteilung"
    r"|krankenhaussozialdienst|kliniksozialdienst|sozialpaedagogik|seelsorge|klinikseelsorge|hausmeister|hausverwaltung"
    r"|wohnungsverwaltung|vermietung|finanzbuchhaltung|studierendensekretariat|pruefungsamt|zeugnisstelle)$"
)
_COMMUNITY = re.compile(
    r"(?:bedarfs|haushalts|ehe|erben|lebens|einstands|verantwortungs|eigentuemer|miteigentuemer|gueter|zugewinn|miet"
    r"|familien|partner|fahr|hausgemeinschafts|wohnungseigentuemer|unterhalts|haft|buero|wirtschafts|wohn|haus"
    r"|kommanditisten|insolvenz|pflege|sorgerechts)gemeinschaft(?:en)?$"
    r"|(?:urlaubs|krankheits|elternzeit)?vertretung$|nachfolge$|bamf$"
)
_WIDE = re.compile(r"[ \t]{2,}|, ?|\n| [–|/-] |;")
_ARTICLES = frozenset({"der", "die", "einer", "eine", "zur"})
_SIDES = 2


def general_body(folded: str) -> bool:
    """'Führerscheinstelle', 'Sozialamt', 'Bürgerbüro': a body that every town has."""
    return _BODY.match(folded) is not None


def stays(folded: str) -> bool:
    """A body, a department or a community of law: the name beside it is not its own."""
    return any(pattern.match(folded) for pattern in (_BODY, _DEPARTMENT, _COMMUNITY))


def without_body(document: Document, p: Passage) -> Passage:
    """The passage without a general body, a department or a community of law at either end."""
    if p.kind in ("WORD", "POSTCODE") or p.end - p.start < 8 or p.quasi:
        return p
    words = document.within(p.start, p.end)
    if len(words) < _SIDES:
        return p
    first, last = words[0], words[-1]
    if first.fold == "jobcenter" and first.start == p.start and p.kind in ("PLACE", "STREET") and words[1].gap == " ":
        return replace(p, start=words[1].start, kind="PLACE")
    if _course(document, first) and words[1].fold in listed("orgs") and first.start == p.start:
        return replace(p, start=words[1].start)
    apart = last.end == p.end and _WIDE.match(last.gap) and _DEPARTMENT.match(last.fold)
    if apart and not _DEPARTMENT.match(first.fold):
        return replace(p, end=words[-2].end)
    if first.start != p.start or first.fold in listed("orgs"):
        return p
    kind = _kind_behind(document, first, words[1:])
    return replace(p, start=words[1].start, kind=kind or p.kind) if kind else p


def _kind_behind(document: Document, first: Word, rest: list[Word]) -> str:
    """What the passage is without its first word; empty where that belongs to it."""
    if rest[0].gap not in (" ", "\n") and not rest[0].gap.isspace():
        return ""
    if _COMMUNITY.match(first.fold):
        return "PERSON" if _named(document, rest[0]) else ""
    if _BODY.match(first.fold):
        places = (document.vocabulary.name_value(word.fold) & (PLACE | ABROAD) for word in rest)
        town = all(flags or word.text[-2:] == "er" for flags, word in zip(places, rest, strict=True)) or (
            len(rest) == 1 and not document.vocabulary.ordinary(rest[0].fold, rest[0].value)
        )
        return "PLACE" if town and (not _PRISON.search(first.fold) or _in_sentence(document, first)) else ""
    if _DEPARTMENT.match(first.fold):
        if first.fold.startswith("pflege") and len(rest) < _SIDES:
            return ""  # 'Pflegedienst Samariterhof': the service itself is called so
        return "ORG" if house(rest[0].fold) or rest[0].fold in listed("orgs") else ""
    return ""


def _course(document: Document, first: Word) -> bool:
    """'Integrationskurs | VHS Chamer Land': what is attended there, and no part of the name."""
    return first.fold.endswith(("kurs", "massnahme", "beratung", "praktikum")) and document.vocabulary.in_glossary(
        first.fold
    )


def _in_sentence(document: Document, prison: Word) -> bool:
    """'aus der JVA Kempten'; without an article the whole is the name of a house."""
    before = document.at(prison.index - 1)
    return before is not None and before.fold in _ARTICLES and prison.gap.isspace()


def _named(document: Document, word: Word) -> bool:
    """A surname or a word nobody knows: 'Bedarfsgemeinschaft Munteanu', but not 'Wohngemeinschaft Lichtblick'."""
    flags = document.vocabulary.name_value(word.fold)
    if flags & (FIRST | LAST) and not word.value & (LOWER | INFLECTED):
        return True
    return bool(flags & LAST) or not document.vocabulary.ordinary(word.fold, word.value)
