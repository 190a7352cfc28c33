"""Names no list has: what is coined, abbreviated, never written before, or said only by an address beside it."""

import pytest

from caseboard.anonymize.recognizers.coined_names import CoinedNames
from caseboard.anonymize.recognizers.domain_names import DomainNames
from caseboard.anonymize.recognizers.residences import Residences
from caseboard.anonymize.recognizers.scanned_number import ScannedNumber
from tests.unit.anonymize.covering import kinds_over, uncovered
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Der Chef von CleanStar Objekt ruft an.", "CleanStar Objekt"),
        ("Er fängt bei ProLogis an.", "ProLogis"),
        ("Probearbeit bei BlitzBlank Gebäudereinigung am Montag.", "BlitzBlank Gebäudereinigung"),
        ("Sie war bei PflegeHerz und dann daheim.", "PflegeHerz"),
    ],
)
def test_a_capital_inside_a_word_makes_it_a_firm(raw: str, name: str) -> None:
    assert surfaces(CoinedNames, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Er schreibt per WhatsApp und schaut YouTube.",
        "Alle KundInnen und MitarbeiterInnen bekommen Post.",
        "Das BAföG läuft aus, die StVO gilt, die eLb kommt.",
        "DenAntrag hat sie abgegeben, bisOstern ist Zeit.",
        "Lebenslauf in PowerPoint und OpenOffice.",
    ],
)
def test_programmes_inclusive_forms_and_lost_spaces_are_no_firms(raw: str) -> None:
    assert surfaces(CoinedNames, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("jobmagnet süd | j.voitl@jobmagnet-sued.example", "jobmagnet süd"),
        ("Stelle bei Blumen Rita, info@blumen-rita.example, frei.", "Blumen Rita"),
        ("Siehe www.haus-sonnenhang.example: Haus Sonnenhang sucht Leute.", "Haus Sonnenhang"),
    ],
)
def test_words_that_are_a_domain_in_the_same_text_are_a_firm(raw: str, name: str) -> None:
    assert name in surfaces(DomainNames, raw)


@pytest.mark.parametrize(
    "raw",
    [
        "Die Antwort kam per Mail von r.huber@gmail.example, online geht es nicht.",
        "Das Jobcenter schreibt: team@jobcenter-ge.example.",
        "Der Antrag liegt bei, siehe www.antrag.example, der antrag ist kurz.",
    ],
)
def test_providers_and_general_words_of_a_domain_stay(raw: str) -> None:
    assert surfaces(DomainNames, raw) == []


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("freund lubos wohnt in asch drüben, sie ist noch hier gemeldet und zahlt miete", "asch"),
        ("seit mai ist er umgezogen nach schnaittach und sucht dort eine neue arbeit", "schnaittach"),
        ("er sagt wohnhaft hinterm rathaus zwo b in der stadt und hat sonst nichts", "hinterm rathaus zwo b"),
        ("wohnt am kirchberg zwölf und will da auch bleiben bis zum sommer sagt er", "am kirchberg zwölf"),
    ],
)
def test_where_somebody_lives_in_small_letters(raw: str, place: str) -> None:
    assert place in surfaces(Residences, raw)


@pytest.mark.parametrize(
    "raw",
    [
        "sie wohnt in miete und lebt in trennung, das geld reicht nicht bis zum monatsende",
        "er wohnt in einer notunterkunft und lebt in angst vor der räumung im winter",
        "sie wohnt im haus seit drei jahren und zahlt an den vermieter am ersten",
        "gemeldet in der unterkunft, wohnt bei freunden und sucht eine wohnung",
    ],
)
def test_dwellings_and_durations_are_no_addresses(raw: str) -> None:
    assert surfaces(Residences, raw) == []


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("unter SVLFG 09-77 l4 2O3 informiert", "09-77 l4 2O3"),
        ("Kassenzeichen 88 3O 17 4l2 angeben", "88 3O 17 4l2"),
        ("Kto 1O4 553 27O", "1O4 553 27O"),
        ("Sekr. Te1. O38293 / 45 7 – ll\nKopie", "O38293 / 45 7 – ll"),
        ("Mobi1: O176 – 44 5l 2O 9", "O176 – 44 5l 2O 9"),
    ],
)
def test_groups_with_letters_a_scanner_made_are_a_number(raw: str, number: str) -> None:
    assert number in surfaces(ScannedNumber, raw)


@pytest.mark.parametrize(
    "raw", ["Im Haus 12 O 3 ist frei.", "§ 16 l 2 SGB", "100 200 300 Punkte", "Stufe 3 I 2024", "Tel. O,5O Euro"]
)
def test_other_digits_beside_letters_stay(raw: str) -> None:
    assert surfaces(ScannedNumber, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Anzeige bei der Polizei, dort PHM Wagenpfeil angerufen.", "Wagenpfeil"),
        ("Nach Auskunft von KHK Morgenschweis ruht die Sache.", "Morgenschweis"),
        ("Die Chefin Frau Morgen von der Kita hat angerufen.", "Morgen"),
        ("Der Meister, ein Herr Dreher, lobt ihn.", "Dreher"),
        ("Hebamme wäre die Burgi Attenhauser gewesen.", "Burgi Attenhauser"),
        ("Herr Benedikt Stiller kommt. Seit Mai hat der Bene einen Schlüssel.", "Bene"),
        ("Frau Đặng Thu Hà hat gekocht. Dann lachte Hà zum ersten Mal.", "Hà"),
        ("Vorstellung ist Freitag, 24/1, um neun.", "24/1"),
        ("Anruf kam nicht, alles wie immer.\n26.6. mo.", "mo"),
        ("Dort in der Gemeindebücherei am Museum räumt sie Bücher ein.", "Gemeindebücherei am Museum"),
        ("Protokoll / Neustart Coaching Hetzenecker / Gutschein liegt vor", "Neustart Coaching Hetzenecker"),
    ],
)
def test_what_only_its_place_makes_a_name_is_covered(raw: str, name: str) -> None:
    assert uncovered(raw, name) == []


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("Er ist gelernter Dreher und sucht Arbeit.", "Dreher"),
        ("Bis morgen früh, dann am Morgen zum Amt.", "Morgen"),
        ("Der Spiegel von Tacrolimus wird im Labor bestimmt.", "Tacrolimus"),
        ("Frau Huber erhält Regelbedarfsstufe 2.", "Regelbedarfsstufe"),
        ("Das Fest heißt Nouruz, sagt er.", "Nouruz"),
        ("Am Fest des hl. Martin war er krank.", "Martin"),
        ("Die Berufskrankheit (BK 4101) wird geprüft.", "4101"),
        ("Laut Plan ist Teil 24/1 der Akte fertig.", "24/1"),
    ],
)
def test_the_words_themselves_stay(raw: str, word: str) -> None:
    assert uncovered(raw, word) != []


@pytest.mark.parametrize(
    ("raw", "passage", "kind"),
    [
        ("Kd. war Geburtshelferin in einem Bergdorf.", "Geburtshelferin", "JOB"),
        ("Sie war Statikerin für Brücken.", "Statikerin für Brücken", "JOB"),
        ("Früher war er Richter am Berufungsgericht.", "Richter", "JOB"),
        ("Ein Mensch, der 55 ist, wird nicht jünger.", "55", "AGE"),
        ("Im Mai wird sie sechzig.", "sechzig", "AGE"),
        ("Die Familie ist fünfköpfig.", "fünfköpfig", "FAMILY"),
        ("Elf Personen auf drei Zimmern leben dort.", "Elf Personen", "FAMILY"),
        ("Restlohn 5.622,– in bar.", "5.622", "MONEY"),
        ("Er kam mit dem Boot, das vor der Insel sank.", "Boot", "EVENT"),
        ("Seit der Operation ist sie fast blind.", "blind", "HEALTH"),
        ("Gesichert ist eine Quarzstaublunge.", "Quarzstaublunge", "HEALTH"),
    ],
)
def test_what_singles_out_is_generalised(raw: str, passage: str, kind: str) -> None:
    assert kind in kinds_over(raw, passage)


@pytest.mark.parametrize(
    ("raw", "passage"),
    [
        ("Termin beim Berater für Schulden.", "Berater"),
        ("Er war Verkäufer für Schuhe.", "Verkäufer"),
        ("Die Richterin am Sozialgericht fragt nach.", "Richterin"),
        ("Fünf Personen im Kurs haben bestanden.", "Personen"),
        ("Der Bewerbungsprozess dauert lange.", "Bewerbungsprozess"),
        ("Das kostet ihn 50 Euro im Monat.", "50"),
    ],
)
def test_what_thousands_do_stays(raw: str, passage: str) -> None:
    assert kinds_over(raw, passage) == set()
