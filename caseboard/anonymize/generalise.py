"""Coarser words in place of exact ones: age bands, seasons, size classes, regions, branches, rounded amounts."""

import re

from caseboard.anonymize.amounts import CURRENCIES, ends, step, value_of
from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import ABROAD, LAST, PLACE, SIZE_MASK, SIZE_SHIFT
from caseboard.anonymize.numerals import number
from caseboard.anonymize.origins import region_of

_NOTHING, _GROWN_UP, _TWENTY, _OLDEST = 2, 18, 20, 110
_SCHOOL = ((3, "Kleinkind"), (6, "Vorschulalter"), (11, "Grundschulalter"), (18, "Jugendalter"))
_SIZES = {1: "Dorf", 2: "Kleinstadt", 3: "Stadt", 4: "Stadt"}  # a region may have one big city: that would name it
_KINDS = (
    ("Klinik", r"klinik|krankenhaus|hospital|sanatorium|bezirksk|reha|hospiz"),
    ("Praxis", r"praxis|mvz|ärztehaus"),
    ("Apotheke", r"apotheke"),
    ("Kita", r"kita|kindergarten|krippe|hort\b|kindernest|spatzennest"),
    ("Schule", r"schule|gymnasium|berufskolleg|schulzentrum"),
    ("Verein", r"verein|\be\. ?v|\b(?:tsv|sv|fc|djk|vfl|vfb|asv|tv|sc)\b|\bclub\b|freunde"),
    (
        "Träger",
        r"caritas|diakonie|\bawo\b|\bbrk\b|\bdrk\b|lebenshilfe|kolping|malteser|johanniter|\bbfz\b|\bvhs\b|"
        r"akademie|bildung",
    ),
)
_BUSINESS = frozenset(
    ("Metall", "Lebensmittel", "Bau", "Transport und Lager", "Gastronomie", "Handel", "Reinigung", "Zeitarbeit",
     "Textil", "Glas und Keramik", "Druck und Medien", "Presse und Rundfunk",
     "Landwirtschaft und Gartenbau", "Fahrzeuge", "Energie und Elektro",
     "Sicherheit", "Körperpflege", "Wohnen", "Bank und Versicherung", "Kanzlei")
)  # fmt: skip
_BRANCH_WORDS = frozenset({"bau", "bank", "bus", "forst", "garten", "glas", "handel", "hof", "markt", "post", "wirt"})
_BRANCHES = (
    ("gasthof|gasthaus|hotel|restaurant|pizzeria|gaststätte", "Gastronomie"),  # 'Gasthof Post' carries no parcels
    ("zeitung|tageblatt|tagblatt", "Presse und Rundfunk"),
    (r"zeitung\b|tag(?:es)?blatt|volksblatt|wochenblatt|lokalblatt|\w+-?anzeiger\b|rundschau\b|rundfunk|fernsehen"
     r"|-post\b|[a-zäöü]post\b|(?<!paket)(?<!rad)-?(?<=[\w-])kurier\b|-presse\b|-echo\b"
     r"|\A(?:br|zdf|ard|rtl|mdr|swr|wdr|ndr)\Z", "Presse und Rundfunk"),
    ("metallbau|stahlbau|schlosser|dreh|fräs|maschinenbau|wälzlager|kugellager|guss|gießerei|"
        "hydraulik|werkzeug|blech", "Metall"),
    ("bäck|konditor|metzger|fleisch|wurst|molkerei|käse|brauerei|lebensmittel|getränke|mälzerei|teig", "Lebensmittel"),
    ("bau|dach|zimmer|maurer|putz|maler|estrich|fliesen|trockenbau|gerüst", "Bau"),
    ("logistik|spedition|transport|kurier|express|paket|versand|lager|taxi|bus|post", "Transport und Lager"),
    ("pflege|senior|altenheim|sozialstation|heim|hospiz|abendfrieden", "Pflege"),
    ("klinik|krankenhaus|bezirksk|hospital|mvz|praxis|arzt|therapie|apotheke|reha|sanatorium", "Gesundheit"),
    ("schule|gymnasium|akademie|bildung|vhs|kolleg|bfz|universität|hochschule|institut|kurs", "Bildung"),
    ("kita|kindergarten|krippe|hort|jugend|kinder|familien", "Kinder und Jugend"),
    ("gasthof|gasthaus|hotel|café|cafe|imbiss|restaurant|pizzeria|kneipe|bistro|wirt|stüberl|"
        "pension|döner|kantine", "Gastronomie"),
    ("markt|kaufhaus|laden|edeka|lidl|aldi|rewe|netto|penny|kaufland|norma|discount|möbel|"
        "modehaus|handel|zalando|amazon", "Handel"),
    ("reinigung|gebäude|facility|wäscherei|hausmeister", "Reinigung"),
    ("zeitarbeit|personal|leih|randstad|adecco|manpower|tempton", "Zeitarbeit"),
    ("textil|schneider|näh|weber|mode", "Textil"), ("porzellan|keramik|glas", "Glas und Keramik"),
    ("druck|verlag|medien", "Druck und Medien"),
    ("garten|gärtner|landschaft|forst|hof|landwirt|weingut|agrar", "Landwirtschaft und Gartenbau"),
    ("auto|kfz|fahrzeug|reifen|werkstatt|lack", "Fahrzeuge"), ("elektro|energie|strom|solar|stadtwerke",
    "Energie und Elektro"),
    ("beratung|caritas|diakonie|awo|brk|drk|lebenshilfe|kolping|malteser|johanniter|verein|e\\. "
        "?v|stiftung|treff|sozial", "Soziales"),
    ("wohnbau|baugenossenschaft|wohnung|immobilien|hausverwaltung", "Wohnen"), ("bank|sparkasse|versicherung",
    "Bank und Versicherung"),
    ("archiv|museum|bibliothek|bücherei|theater|kirche|pfarr|moschee|gemeinde", "Kultur und Kirche"),
    ("security|wach|sicherheit", "Sicherheit"),
    ("friseur|salon|kosmetik|nagel|studio", "Körperpflege"), ("kanzlei|steuer|anwalt|notar", "Kanzlei"),
)  # fmt: skip
_EMPLOYER = re.compile(r"gmbh|\bag\b|\bkg\b|\bug\b|ohg|gbr|\bfa\b|firma|co\.|werke?\b|fabrik|betrieb|söhne|gebr", re.I)
_ABROAD = re.compile(rf"(?:mark|{CURRENCIES})\Z")
_OPENS = re.compile(r"(?!EUR|TEUR)[A-ZÄÖÜ][a-zäöüß]")  # a capital where a sentence begins


def age_band(surface: str, level: int = 0) -> str:
    """57 → 'Ende 50', coarser '50 bis 59', coarsest nothing; children by school age."""
    years = None if re.search(r"jahrgang|jg|geb(?!urtstag)|bj", surface, re.I) else number(surface)
    if years is None or level >= _NOTHING or years > _OLDEST:
        return "[Alter]"
    if re.search(r"mon\b|monat", surface, re.I):
        years = years // 12
    if years < _GROWN_UP:
        return f"[Alter, {next(band for below, band in _SCHOOL if years < below)}]"
    decade = max(_GROWN_UP, years // 10 * 10)
    if level or surface.endswith("ern"):  # 'in ihren Vierzigern' says no more than that
        return f"[Alter, {years // 10 * 10} bis {years // 10 * 10 + 9}]" if decade >= _TWENTY else "[Alter, 18 bis 20]"
    about = re.search(r"\b(Anfang|Mitte|Ende)\b", surface, re.I)
    part = about[1].capitalize() if about else "Anfang" if years % 10 < 4 else "Mitte" if years % 10 < 7 else "Ende"
    return f"[Alter, {part} {decade}]" if decade >= _TWENTY else "[Alter, 18 bis 20]"


def coarser_still(placeholder: str, level: int) -> str:
    """An age band or a region of the world, once more generally: as a decade, or not at all."""
    if level > _NOTHING:
        return "[Angabe]"
    if level == _NOTHING:
        return f"[{placeholder.strip('[]').split(',')[0]}]"
    part = re.fullmatch(r"\[Alter, (?:Anfang|Mitte|Ende) (\d)0\]", placeholder)
    return f"[Alter, {part[1]}0 bis {part[1]}9]" if part and level else placeholder


def size_class(document: Document, surface: str) -> str:
    """Kleinstadt, Stadt, Großstadt, Dorf; abroad and unknown places are just places."""
    flags = document.vocabulary.name_value(fold(re.sub(r"\s+", " ", surface)))
    if flags & ABROAD and not flags & PLACE:
        return "Ort im Ausland"
    return _SIZES.get((flags & SIZE_MASK) >> SIZE_SHIFT, "Ort") if flags & PLACE else "Ort"


def branch(document: Document, surface: str) -> tuple[str, str]:
    """What kind of house it is, and the branch that its name tells: ('Arbeitgeber', 'Bau'), ('Klinik', '').

    A surname tells none: 'Weber GmbH' weaves nothing, and the branch would lead back to the name.
    """
    words = re.findall(r"[^\W\d_]+\.?|\W+", surface.lower())
    lowered = "".join(word for word in words if not _surname(document, word))
    name = next((name for pattern, name in _BRANCHES if re.search(pattern, lowered)), "")
    employer = bool(_EMPLOYER.search(surface))
    kind = next((kind for kind, pattern in _KINDS if re.search(pattern, lowered)), "")
    if kind and not (employer and name in _BUSINESS):
        return kind, ""
    if name in ("Wohnen", "Bank und Versicherung"):
        return "Betrieb", name
    return "Arbeitgeber" if employer else "Betrieb" if name in _BUSINESS else "Einrichtung", name


def _surname(document: Document, word: str) -> bool:
    folded = fold(word)
    return folded not in _BRANCH_WORDS and bool(document.vocabulary.value(folded) & LAST)


def rounded(surface: str) -> str:
    """Two leading digits and the word 'rund', of a range at both ends; an amount that cannot be read is not guessed."""
    both = ends(surface)
    totals = [_total(part) for part in (both[::2] if both else (surface,))]
    if None in totals or _ABROAD.search(surface):
        return "[Betrag]"
    about = "Rund" if _OPENS.match(surface) else "rund"
    return f"{about} {(both[1] if both else '').join(map(str, dict.fromkeys(totals)))} €"


def _total(surface: str) -> str | None:
    value = value_of(surface)
    if value is None:
        return None
    size = step(value)
    return f"{max(size, round(value / size) * size):,}".replace(",", ".")


def region(surface: str, level: int = 0) -> str:
    """The world region of a country or nationality, or nothing."""
    if level > _NOTHING:
        return "[Angabe]"
    found = None if level else region_of(surface)
    return f"[Herkunft, {found}]" if found else "[Herkunft]"
