"""The words of the placeholders in each gender and case, so that the article before them stays right."""

from typing import Literal

Gender = Literal["f", "m", "n"]

BY_GENDER: dict[str, dict[Gender, str]] = {
    "Klinik": {"f": "Klinik", "n": "Krankenhaus"},
    "Praxis": {"f": "Praxis", "n": "Ärztehaus"},
    "Apotheke": {"f": "Apotheke"},
    "Kita": {"f": "Kita", "m": "Kindergarten", "n": "Kinderhaus"},
    "Schule": {"f": "Schule", "n": "Schulhaus"},
    "Verein": {"m": "Verein", "f": "Vereinigung"},
    "Träger": {"m": "Träger", "f": "Organisation"},
    "Arbeitgeber": {"m": "Arbeitgeber", "f": "Firma", "n": "Unternehmen"},
    "Betrieb": {"m": "Betrieb", "f": "Firma", "n": "Unternehmen"},
    "Einrichtung": {"f": "Einrichtung", "n": "Haus", "m": "Betrieb"},
    "Angabe": {"f": "Angabe", "n": "Gebäude", "m": "Betrieb"},
    "Stadt": {"f": "Stadt", "m": "Ort", "n": "Gebiet"},
    "Kleinstadt": {"f": "Kleinstadt", "m": "Ort", "n": "Gebiet"},
    "Dorf": {"n": "Dorf", "m": "Ort", "f": "Gegend"},
    "Ort": {"m": "Ort", "f": "Gegend", "n": "Gebiet"},
    "Ort im Ausland": {"m": "Ort im Ausland", "f": "Gegend im Ausland", "n": "Gebiet im Ausland"},
    "Beruf": {"m": "Beruf", "f": "Fachfrau"},
    "Erkrankung": {"f": "Erkrankung", "m": "Befund", "n": "Leiden"},
    "Ereignis": {"n": "Ereignis", "m": "Vorfall", "f": "Begebenheit"},
}
"""The first of each is what is written where no article asks for another gender."""

FIELDS = {"Schule": "Bildung", "Klinik": "Gesundheit", "Praxis": "Gesundheit", "Apotheke": "Gesundheit",
          "Kita": "Kinder und Jugend", "Verein": "Freizeit", "Träger": "Soziales"}  # fmt: skip
"""What a kind of house says about its work, for where its own word cannot stand."""

_WEAK = {"Kunde": "Kunden", "Neffe": "Neffen", "Therapeut": "Therapeuten"}
_GENITIVE = {
    "Sohn": "Sohnes", "Kind": "Kindes", "Vater": "Vaters", "Bruder": "Bruders", "Opa": "Opas", "Enkel": "Enkels",
    "Onkel": "Onkels", "Cousin": "Cousins", "Schwager": "Schwagers", "Schwiegervater": "Schwiegervaters",
    "Ehemann": "Ehemanns", "Mann": "Mannes", "Partner": "Partners", "Ex-Partner": "Ex-Partners", "Freund": "Freundes",
    "Arzt": "Arztes", "Anwalt": "Anwalts", "Betreuer": "Betreuers", "Vermieter": "Vermieters", **_WEAK,
    "Krankenhaus": "Krankenhauses", "Ärztehaus": "Ärztehauses", "Kindergarten": "Kindergartens",
    "Kinderhaus": "Kinderhauses", "Schulhaus": "Schulhauses", "Verein": "Vereins", "Träger": "Trägers",
    "Arbeitgeber": "Arbeitgebers", "Betrieb": "Betriebs", "Unternehmen": "Unternehmens", "Haus": "Hauses",
    "Gebäude": "Gebäudes",
    "Ort": "Orts", "Gebiet": "Gebiets", "Dorf": "Dorfs", "Beruf": "Berufs", "Befund": "Befunds", "Leiden": "Leidens",
    "Ereignis": "Ereignisses", "Vorfall": "Vorfalls",
}  # fmt: skip

FORMS = frozenset(
    {*_WEAK.values(), *_GENITIVE.values(), *(word for row in BY_GENDER.values() for word in row.values())}
)
"""Every word that stands in a placeholder for one of these reasons."""


def in_case(label: str, *, genitive: bool, oblique: bool) -> str:
    """'des [Sohnes]', 'mit [Kunden]'; who is one word in all cases stays as it is."""
    return _GENITIVE.get(label, label) if genitive else _WEAK.get(label, label) if oblique else label
