"""Terms, rules and bodies that every county has: protected as they stand, and what only looks like them is not."""

import pytest

from caseboard.anonymize.recognizers.general_phrases import GeneralPhrases
from caseboard.anonymize.recognizers.safe_terms import SafeTerms
from tests.unit.anonymize.recognised import outermost, surfaces


@pytest.mark.parametrize(
    ("raw", "term"),
    [
        ("Das geht nach § 16e SGB II gut.", "§ 16e SGB II"),
        ("Das geht nach §16eSGB II gut.", "§16eSGB II"),
        ("Siehe §§ 60 ff. SGB I dazu.", "§§ 60 ff. SGB I"),
        ("Siehe § 22 Abs. 1 Satz 2 SGB II dazu.", "§ 22 Abs. 1 Satz 2 SGB II"),
        ("das geht nach § 16e sgb ii gut", "§ 16e"),
        ("Die Akte liegt in Raum 214 oben.", "Raum 214"),
        ("Er hat einen GdB 50 seit langem.", "GdB 50"),
        ("Der Termin ist um 14:30 Uhr.", "14:30 Uhr"),
        ("Geöffnet 8.30-12.00 Uhr dort.", "8.30-12.00 Uhr"),
        ("Geöffnet zwischen 8 und 12 Uhr dort.", "8 und 12 Uhr"),
        ("Sie arbeitet 20 Stunden dort.", "20 Stunden"),
        ("Sie arbeitet 20Std. dort.", "20Std."),
        ("Ohne Arbeit seit 2019 dort.", "2019"),
        ("Krank seit 03/2021 dort.", "03/2021"),
        ("Sie bekommt Hartz IV dort.", "Hartz IV"),
        ("Das steht auf jobcenter.digital dazu.", "jobcenter.digital"),
        ("Sie hat Deutsch auf B1/B2 gelernt.", "B1/B2"),
        ("Eine Gruppe für Ü25 dort.", "Ü25"),
        ("Die Diagnose F32.1 steht.", "F32.1"),
        ("Das steht laut ICD-10 so da.", "ICD-10"),
        ("Der Lasègue rechts negativ.", "Lasègue"),
        ("Der Schober-Test ist gut.", "Schober-Test"),
        ("Er nimmt Pantoprazol ein.", "Pantoprazol"),
        ("Der MRT-Termin steht.", "MRT-Termin"),
        ("Er hat Merkzeichen G und B im Ausweis.", "Merkzeichen G und B"),
        ("Es gibt Nürnberger Würstchen mittags.", "Nürnberger Würstchen"),
        ("Er zahlt nach der Düsseldorfer Tabelle.", "Düsseldorfer Tabelle"),
        ("Er kommt an Mariä Himmelfahrt dort.", "Mariä Himmelfahrt"),
        ("Er wartet seit Martini dort.", "seit Martini"),
        ("Seit Martini ist er krank.", "Seit Martini"),
        ("Bis zu Lichtmess wartet er.", "Bis zu Lichtmess"),
        ("Kurz nach Georgi zog sie um.", "Kurz nach Georgi"),
        ("Sie hat den M. Sc. in Informatik.", "M. Sc."),
        ("Er hat einen 1-Euro-Job dort.", "1-Euro-Job"),
        ("Es schreibt Reh, VAng, heute.", ", VAng"),
        ("Sie hat die Rote Karte bekommen.", "Rote Karte"),
        ("Ihr fehlt die Mittlere Reife noch.", "Mittlere Reife"),
        ("Es kommen Hinz und Kunz vorbei.", "Hinz und Kunz"),
        ("Er ist wie Hans im Glück heute.", "Hans im Glück"),
        ("Das ist der Wolf im Märchen.", "der Wolf im Märchen"),
        ("Das Fest des hl. Martin naht.", "hl. Martin"),
        ("Es schreibt der Fachdienst Recht und Soziales an uns.", "Fachdienst Recht und Soziales"),
        ("Ich komme on monday zu euch.", "monday"),
        ("Es läuft die Nachsorge IRENA dort.", "IRENA"),
        ("Er sagte „Servus“ und ging.", "Servus"),
        ("Er schreibt Programme in Perl dort.", "Perl"),
    ],
)
def test_terms_rules_and_times(raw: str, term: str) -> None:
    assert outermost(surfaces(SafeTerms, raw)) == [term]


@pytest.mark.parametrize(
    "raw",
    [
        "Am 14.3. kommt er.",
        "Er schuldet 20 Euro.",
        "Ruf 0977 1234 an.",
        "Seit 1819 steht das Haus.",  # older than anybody
        "Die Nr. 14567 fehlt.",
        "Der Raum 2140 fehlt.",
        "Sie hat Gesetz 16e gelesen.",
        "Es ist 25:61 vorbei.",
        "Die Diagnose F32 steht.",
        "Der Jahrgang Ü256 fehlt.",
        "Peter Hartz kommt.",
        "Herr Babinski kommt.",
        "Herr Schober testet.",
        "Herr Weber-Klein testet.",
        "Frau Pantopra kommt.",
        "Die Tabelle ist aus Düsseldorf.",
        "Sie wohnt in der Nürnberger Straße.",
        "Martini kommt, und Frau Lichtmess auch.",
        "Er war seit Martini Koch dort.",  # a surname behind it
        "Ab Martini Koch gilt das.",
        "Der Chef heißt VAng Reh.",
        "Hinz kommt mit Kunz.",
        "Hans ist im Glück.",
        "Herr Wolf ist im Wald.",
        "Der Fachdienst Brezina schreibt.",
        "Frank hilft.",
        "Frau Monday hilft.",
        "Irena Koch macht Nachsorge.",
        "Frau Servus sagt nichts.",
        "Sie wohnt in Perl.",
        "Er programmiert mit Julia Koch zusammen.",
    ],
)
def test_people_places_and_numbers_are_not_protected(raw: str) -> None:
    assert surfaces(SafeTerms, raw) == []


@pytest.mark.parametrize(
    ("raw", "phrase"),
    [
        ("Die Frühen Hilfen melden sich.", "Frühen Hilfen"),
        ("Er ist bei Housing First dabei.", "Housing First"),
        ("er ist bei housing first dabei", "housing first"),
        ("ER IST BEI HOUSING FIRST DABEI", "HOUSING FIRST"),
        ("Er ist bei Housing\nFirst dabei.", "Housing\nFirst"),
        ("Er ist im Projekt Housing First dabei.", "Projekt Housing First"),
        ("Wir fragen den Allgemeinen Sozialen Dienst danach.", "Allgemeinen Sozialen Dienst"),
        ("DIE DEUTSCHE RENTENVERSICHERUNG BUND ZAHLT.", "DEUTSCHE RENTENVERSICHERUNG BUND"),
        ("Der Antrag auf Bildung und Teilhabe fehlt.", "Bildung und Teilhabe"),
        ("Die Bundesagentur f. Arbeit schreibt.", "Bundesagentur f. Arbeit"),
        ("Das Amt für Kinder, Jugend und Familie lädt ein.", "Amt für Kinder, Jugend und Familie"),
        ("Er macht ein Freiwilliges Soziales Jahr.", "Freiwilliges Soziales Jahr"),
        ("Sie braucht ein Persönliches Budget.", "Persönliches Budget"),
        ("Der Job-Coach hilft.", "Job-Coach"),
        ("Der Girls' Day ist im April.", "Girls' Day"),
    ],
)
def test_bodies_and_programmes(raw: str, phrase: str) -> None:
    assert outermost(surfaces(GeneralPhrases, raw)) == [phrase]


@pytest.mark.parametrize(
    "raw",
    [
        "Die Frühen Wege melden sich.",
        "Die frühe Hilfe war gut.",  # another number
        "Housing und First.",  # a word between
        "Housing! First kam sie.",  # a sentence ends
        "Er sucht Housing. First kommt später.",
        "Sie mag die Frühen. Hilfen gibt es kaum.",
        "Er braucht Bildung. Und Teilhabe auch.",
        "First Housing.",
        "Die Soziale Brücke hilft.",
        "Das Projekt Frühe Wege läuft.",
        "Die Bundesagentur für Brezina.",
        "Der Dienst ist sozial.",
        "Bildung oder Teilhabe.",
        "Housng First hilft.",
        "Die Rentenversicherung.",
    ],
)
def test_other_phrases(raw: str) -> None:
    assert surfaces(GeneralPhrases, raw) == []
