"""What people read afterwards: German sentences in which somebody stays who they are."""

import re

import pytest

from caseboard.anonymize import strip, strip_fields
from caseboard.anonymize.calendar_words import distance, read_day, season
from caseboard.anonymize.generalise import age_band, coarser_still, rounded
from caseboard.anonymize.numerals import number
from caseboard.anonymize.placeholder import PLACEHOLDER


def stripped(raw: str, *, polish: bool = True) -> str:
    """A case text as it is stored."""
    return strip_fields({"text": raw}, polish=polish).texts["text"]


@pytest.mark.parametrize(
    ("raw", "readable"),
    [
        ("Frau Demirci ruft an. Demirci weint.", "[Kundin] ruft an. [Kundin] weint."),
        ("Sehr geehrte Frau Demirci,", "Sehr geehrte [Kundin],"),
        ("Ich sprach mit Herrn Wassiljew.", "Ich sprach mit [Kunden]."),
        ("Hr. Wassiljew kommt, Hrn. Wassiljew fehlt Geld.", "[Kunde] kommt, [Kunden] fehlt Geld."),
        ("Frau Demirci kommt mit Sohn Kerem.", "[Kundin] kommt mit [Sohn]."),
        ("Frau Demirci bringt den Sohn Kerem mit.", "[Kundin] bringt den [Sohn] mit."),
        ("Ihr Ehemann Mehmet Demirci arbeitet.", "Ihr [Ehemann] arbeitet."),
        ("Oma Erna Demirci passt auf.", "[Oma] passt auf."),
        ("Rechtsanwalt Gerstenberger schreibt.", "[Anwalt] schreibt."),
        ("Der Vermieter Gerstenberger droht.", "Der [Vermieter] droht."),
        ("Die Vermieterin Gerstenberger droht.", "Die [Vermieterin] droht."),
        ("Der Betreuer Gerstenberger hilft.", "Der [Betreuer] hilft."),
        ("Die Kollegin Gerstenberger weiß mehr.", "Die Kollegin [Fachkraft] weiß mehr."),
        ("Familie Gerstenberger zieht um.", "[Familie] zieht um."),
        ("Frau Demirci kommt. Familie Demirci zieht um.", "[Kundin] kommt. Familie der [Kundin] zieht um."),
    ],
)
def test_a_placeholder_says_once_who_it_is(raw: str, readable: str) -> None:
    assert stripped(raw) == readable


@pytest.mark.parametrize(
    ("raw", "readable"),
    [
        ("Frau Demirci kommt. Demircis Wohnung ist feucht.", "[Kundin] kommt. Der [Kundin] Wohnung ist feucht."),
        ("Frau Demirci kommt. Frau Demircis Deutsch ist gut.", "[Kundin] kommt. Der [Kundin] Deutsch ist gut."),
        ("Herr Wassiljew kommt wegen Wassiljews Miete.", "[Kunde] kommt wegen des [Kunden] Miete."),
        ("Frau Demirci kommt. Das ist Demircis neue Wohnung.", "[Kundin] kommt. Das ist der [Kundin] neue Wohnung."),
        ("Frau Demirtas kommt. Das ist Frau Demirtas’ Wohnung.", "[Kundin] kommt. Das ist der [Kundin] Wohnung."),
        ("Herr Marx kommt. Herr Marx' Antrag liegt vor.", "[Kunde] kommt. Des [Kunden] Antrag liegt vor."),
        (
            "Herr Fuchs kommt. Er sagt: 'Ruft Herrn Fuchs' Und geht.",
            "[Kunde] kommt. Er sagt: 'Ruft [Kunden]' Und geht.",
        ),
        ("Herr Fuchs kommt. Dann war Herr Fuchs Zeuge.", "[Kunde] kommt. Dann war [Kunde] Zeuge."),
    ],
)
def test_a_genitive_has_an_article_and_no_s(raw: str, readable: str) -> None:
    assert stripped(raw) == readable
    assert "]s" not in stripped(raw)


@pytest.mark.parametrize(
    ("raw", "readable"),
    [
        ("Termin am 14.1.2025, dann am 28.1.2025.", "Termin am [Datum, Winter], dann am [Datum, zwei Wochen später]."),
        ("Am 3. Juli 2025 und wieder am 3.7.2025.", "Am [Datum, Sommer] und wieder am [Datum, am selben Tag]."),
        ("Am 3.7.2025, am 1.4. noch nicht.", "Am [Datum, Sommer], am [Datum, drei Monate vorher] noch nicht."),
        ("Am 3.7.2025; geboren am 4.5.1980.", "Am [Datum, Sommer]; geboren am [Geburtsdatum]."),
        ("Am 3.7.2025; erster Kontakt 2.7.2010.", "Am [Datum, Sommer]; erster Kontakt [Datum]."),
        ("Am 31.2.2024 kam nichts.", "Am [Datum, Winter] kam nichts."),
    ],
)
def test_dates_are_told_from_the_first_one(raw: str, readable: str) -> None:
    assert stripped(raw) == readable


@pytest.mark.parametrize(
    ("raw", "readable"),
    [
        ("Am 4.2.2022. Post vom 9.11.2024, Mahnung vom 7.1.!", ("Winter", "drei Jahre später", "Winter")),
        ("Am 14.1.2025, BWZ bis 31.12.2025, dann 28.1.!", ("Winter", "ein Jahr später", "Winter")),
        ("Am 14.1.2025, Ende der Maßnahme 31.7.!", ("Winter", "Sommer")),
        ("Am 20.12.2024, am 8.1. und am 4.2.2025!", ("Winter", "drei Wochen später", "zwei Monate später")),
        ("Am 14.1.2025, am 28.1. und am 4.2.!", ("Winter", "zwei Wochen später", "drei Wochen später")),
        ("Am 14.1., am 28.1. und am 4.2.!", ("Winter", "Winter", "Winter")),
    ],
)
def test_without_a_year_a_distance_is_told_only_where_no_other_can_be_meant(
    raw: str, readable: tuple[str, ...]
) -> None:
    assert tuple(re.findall(r"\[Datum, ([^\]]+)\]", stripped(raw))) == readable


@pytest.mark.parametrize(
    ("raw", "readable"),
    [
        (
            "Frau Demirci (4.5.1980) kam am 3.4.2024 und am 10.4.2024.",
            "[Kundin] ([Geburtsdatum]) kam am [Datum, Frühjahr] und am [Datum, eine Woche später].",
        ),
        (
            "Frau Demirci, 4.5.1980, kam am 3.4.2024 und am 10.4.2024.",
            "[Kundin], [Datum], kam am [Datum, Frühjahr] und am [Datum, eine Woche später].",
        ),
        (
            "Ihr Sohn (3.5.2017) und die Tochter (4.6.2019) fehlten am 14.1.2025.",
            "Ihr Sohn ([Geburtsdatum]) und die Tochter ([Geburtsdatum]) fehlten am [Datum, Winter].",
        ),
        (
            "Der Kunde (4.5.1980) kam am 3.4.2024.",
            "Der Kunde ([Geburtsdatum]) kam am [Datum, Frühjahr].",
        ),
        (
            "Der Antrag (12.3.2021) und der Bescheid (4.5.2024) fehlen.",
            "Der Antrag ([Datum, Frühjahr]) und der Bescheid ([Datum, drei Jahre später]) fehlen.",
        ),
        (
            "Frau Demirci (3.4.2024) rief am 10.4.2024 an.",
            "[Kundin] ([Datum, Frühjahr]) rief am [Datum, eine Woche später] an.",
        ),
    ],
)
def test_nothing_is_told_from_the_day_somebody_was_born(raw: str, readable: str) -> None:
    assert stripped(raw) == readable


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "am selben Tag"),
        (1, "einen Tag später"),
        (-3, "wenige Tage vorher"),
        (6, "eine Woche später"),
        (-15, "zwei Wochen vorher"),
        (24, "drei Wochen später"),
        (25, "einen Monat später"),
        (329, "elf Monate später"),
        (-330, "ein Jahr vorher"),
        (3650, "zehn Jahre später"),
    ],
)
def test_distances_are_rounded_as_people_say_them(days: int, words: str) -> None:
    assert distance(days) == words


@pytest.mark.parametrize("written", ["14.1.25", "14. Januar 2025", "2025-01-14", "14.01.2025", "14/1/2025", "14012025"])
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    day = read_day(written)

    assert day is not None
    assert (day.day, day.month, day.year) == (14, 1, 2025)


@pytest.mark.parametrize(
    ("written", "words"), [("siebten Mai", "[Datum, Frühjahr]"), ("Dez.", "[Datum, Winter]"), ("bald", "[Datum]")]
)
def test_a_season_needs_no_digits(written: str, words: str) -> None:
    assert season(written) == words


@pytest.mark.parametrize(
    ("raw", "readable"),
    [
        ("Sie war im Klinikum Werneck.", "Sie war im [Krankenhaus]."),
        ("Er ist in der Bezirksklinik Werneck.", "Er ist in der [Klinik]."),
        ("Die Kinder gehen in die Dinzelbach-Schule.", "Die Kinder gehen in die [Einrichtung, Bildung]."),
        ("Sie besucht die Mittelschule am Galgenberg.", "Sie besucht die [Schule]."),
        ("Er putzt bei der Blitzblank Gebäudereinigung GmbH.", "Er putzt bei [Arbeitgeber, Reinigung]."),
        ("Er war beim Autohaus Gerstenberger GmbH.", "Er war beim [Arbeitgeber, Fahrzeuge]."),
        (
            "Erst bei Metallbau Krug GmbH, dann bei Spedition Krug GmbH.",
            "Erst bei [Arbeitgeber 1, Metall], dann bei [Arbeitgeber 2, Transport und Lager].",
        ),
        ("Er arbeitet bei der Weber GmbH.", "Er arbeitet bei [Arbeitgeber]."),
        ("Er kocht im Gasthof Post.", "Er kocht im [Betrieb, Gastronomie]."),
        ("Sie war bei der IHK Würzburg-Schweinfurt.", "Sie war bei der IHK [Ort]."),
    ],
)
def test_houses_are_named_by_their_kind(raw: str, readable: str) -> None:
    assert stripped(raw) == readable


@pytest.mark.parametrize(
    ("surface", "level", "words"),
    [
        ("57", 0, "[Alter, Ende 50]"),
        ("57 J.", 1, "[Alter, 50 bis 59]"),
        ("57", 2, "[Alter]"),
        ("dreiundvierzigjährig", 0, "[Alter, Anfang 40]"),
        ("Mitte fünfzig", 0, "[Alter, Mitte 50]"),
        ("Ende 40", 0, "[Alter, Ende 40]"),
        ("19", 0, "[Alter, 18 bis 20]"),
        ("19", 1, "[Alter, 18 bis 20]"),
        ("siebzehn", 0, "[Alter, Jugendalter]"),
        ("10 Mon.", 0, "[Alter, Kleinkind]"),
        ("4 Jahre", 0, "[Alter, Vorschulalter]"),
        ("Jahrgang 1970", 0, "[Alter]"),
    ],
)
def test_ages_are_bands(surface: str, level: int, words: str) -> None:
    assert age_band(surface, level) == words


@pytest.mark.parametrize(
    ("placeholder", "level", "words"),
    [
        ("[Alter, Ende 40]", 0, "[Alter, Ende 40]"),
        ("[Alter, Ende 40]", 1, "[Alter, 40 bis 49]"),
        ("[Alter, 40 bis 49]", 1, "[Alter, 40 bis 49]"),
        ("[Alter, Jugendalter]", 2, "[Alter]"),
        ("[Herkunft, Afrika]", 0, "[Herkunft, Afrika]"),
        ("[Herkunft, Afrika]", 2, "[Herkunft]"),
        ("[Herkunft]", 3, "[Angabe]"),
    ],
)
def test_placeholders_can_become_coarser(placeholder: str, level: int, words: str) -> None:
    assert coarser_still(placeholder, level) == words


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("vier", 4),
        ("einundzwanzig", 21),
        ("neunundneunzig", 99),
        ("Siebzehnjähriger", 17),
        ("bald", None),
        ("einmal", None),
    ],
)
def test_numbers_are_read_in_words(written: str, value: int | None) -> None:
    assert number(written) == value


@pytest.mark.parametrize(
    ("written", "words"), [("4.817,63 Euro", "rund 4.800 €"), ("214 euro", "rund 210 €"), ("23.418 €", "rund 23.000 €")]
)
def test_amounts_are_rounded(written: str, words: str) -> None:
    assert rounded(written) == words


@pytest.mark.parametrize(
    "raw",
    [
        "Das war in der Steigerwald-Apotheke.",
        "Er war bei der Krug Bau GmbH.",
        "Sie wohnt in Stadt Schwarzach.",
        "Herr Mann kommt. Mann ruft an.",
        "Frau Kunde kommt. Kunde ruft an.",
        "Er war in der Klinik Werneck und in der Praxis Gerstenberger.",
    ],
)
def test_no_word_of_a_name_comes_back_in_its_replacement(raw: str) -> None:
    for find in strip_fields({"text": raw}).finds:
        words = find.surface.replace("-", " ").split()
        assert not any(word in find.replacement.strip("[]").replace(",", "").split() for word in words), find


def test_big_towns_are_towns() -> None:
    assert stripped("Sie lebt in Würzburg.") == "Sie lebt in [Stadt]."


def test_without_polish_only_what_identifies_is_touched() -> None:
    raw = "Frau Demirci kommt mit Sohn Kerem. Frau Demircis Deutsch ist gut."

    assert stripped(raw, polish=False) == "Frau [Kundin] kommt mit Sohn [Sohn]. Frau [Kundin] Deutsch ist gut."


def test_every_placeholder_is_known_as_one() -> None:
    raw = (
        "Herr Rahimi, 57, aus Syrien, wohnt in Hammelburg, Vermieter Gerstenberger. Am 14.1.2025 bei Metallbau Krug "
        "GmbH, am 28.1.2025 bei Spedition Krug GmbH, dann im Klinikum Werneck und beim TSV Hollfeld; er zahlt 817,63 €."
    )
    once = stripped(raw)

    assert not PLACEHOLDER.sub("", once).count("[")
    assert stripped(once) == once


def test_a_client_is_not_her_landlord_of_half_the_name() -> None:
    text = "Frau Mehtap Roth-Sommer kam zum Gespräch. Der Vermieter Sommer hat gekündigt. Frau Roth will bleiben."
    stripped = str(strip(text, profile="case"))
    assert stripped.count("[Kundin]") == 2
    assert stripped.count("[Vermieter]") == 1


@pytest.mark.parametrize(
    ("raw", "readable"),
    [
        ("Frau Demirci kam mit der Tochter. Frau Demirci weinte.", "[Kundin] kam mit der Tochter. [Kundin] weinte."),
        ("Sie lebt bei ihrer Mutter. Emma lernt noch.", "Sie lebt bei ihrer Mutter. [Person] lernt noch."),
        ("Er war beim Arzt. Herr Kaya ist krank.", "Er war beim Arzt. [Kunde] ist krank."),
        ("Sie schläft bei Oma. Emma freut sich.", "Sie schläft bei Oma. [Person] freut sich."),
        ("Dann kam die Familie. Frau Demirci lacht.", "Dann kam die Familie. [Kundin] lacht."),
        ("Gespräch mit FM. Frau Demirci weint.", "Gespräch mit FM. [Kundin] weint."),
        ("Betr. Kolb ruft an. Fr. Demirci kommt.", "[Betreuer] ruft an. [Kundin] kommt."),
        ("Fr. Dr. Wolf schreibt sie krank.", "[Ärztin] schreibt sie krank."),
        ("Ich fragte Herrn Dr. Wolf.", "Ich fragte [Arzt]."),
        ("Ich fragte Frau Prof. Dr. Wolf.", "Ich fragte [Ärztin]."),
    ],
)
def test_no_replacement_reaches_over_the_end_of_a_sentence(raw: str, readable: str) -> None:
    assert stripped(raw) == readable


@pytest.mark.parametrize(
    ("raw", "readable"),
    [
        ("Frau Weiß sen., die Oma, passt auf.", "[Frau], die Oma, passt auf."),
        ("Frau Şen kam. Frau Şen weinte.", "[Kundin] kam. [Kundin] weinte."),
        ("Termin Frau Weber, Jun. bis Aug. frei.", "Termin [Kundin], Jun. bis Aug. frei."),
        ("Frau Weiß senior kocht. Frau Weiß arbeitet.", "[Frau] kocht. [Kundin] arbeitet."),
        ("Das weiß Herr Kaya jun. Er kommt morgen.", "Das weiß [Kunde]. Er kommt morgen."),
        ("Herr Kaya jun. kommt.", "[Kunde] kommt."),
    ],
)
def test_a_suffix_goes_with_the_name(raw: str, readable: str) -> None:
    assert stripped(raw) == readable


@pytest.mark.parametrize(
    ("raw", "readable"),
    [
        ("Frau Demirci kommt morgen. LG Petra", "[Kundin] kommt morgen. LG [Person]"),
        ("Danke dir!\nLG\nPetra Lange", "Danke dir!\nLG\n[Person]"),
        ("Danke und LG Petra", "Danke und LG [Person]"),
        ("Frau Demirci lebt mit ihrem LG Mehmet.", "[Kundin] lebt mit ihrem [Partner]."),
        ("LG Mehmet zahlt nicht. Frau Demirci weint.", "[Partner] zahlt nicht. [Kundin] weint."),
        ("BG: Frau Demirci, LG Mehmet", "BG: [Kundin], [Partner]"),
    ],
)
def test_greetings_are_no_partners(raw: str, readable: str) -> None:
    assert stripped(raw) == readable


@pytest.mark.parametrize(
    ("raw", "readable"),
    [
        (
            "Er hat vier Kinder, davon drei noch klein, im Winter oft wegen Schnupfen daheim.",
            "Er hat [Familienverhältnisse], im Winter oft wegen Schnupfen daheim.",
        ),
        (
            "Sie hat sechs Kinder, davon eins mit einem besonderen Unterstützungsbedarf.",
            "Sie hat [Familienverhältnisse].",
        ),
    ],
)
def test_no_replacement_ends_inside_a_word(raw: str, readable: str) -> None:
    assert stripped(raw) == readable


@pytest.mark.parametrize(
    ("raw", "readable"),
    [
        ("Frau Rosina Hertz ruft an.", "[Kundin] ruft an."),
        ("Herr Karl Siemens ruft an.", "[Kunde] ruft an."),
        ("Er arbeitet bei Siemens.", "Er arbeitet bei [Einrichtung]."),
    ],
)
def test_who_is_addressed_is_no_firm(raw: str, readable: str) -> None:
    assert stripped(raw) == readable


@pytest.mark.parametrize(
    "raw",
    [
        "Sie braucht den Arzt. Solange wartet das Amt.",
        "Er sprach mit dem Chef. Trotzdem bleibt es dabei.",
        "Der Hort sucht eine Diabetesberaterin.",
        "Sie wird von einem Demenzbegleiter besucht.",
        "Die Diabetesassistentin schult das Team.",
        "Der Plan ist nach Satzbau geordnet.",
        "Er hat es nicht aus Mitgefühl getan.",
    ],
)
def test_who_helps_and_what_a_sentence_opens_with_stay(raw: str) -> None:
    assert stripped(raw) == raw


def test_what_somebody_does_in_a_place_is_no_part_of_it() -> None:
    assert stripped("Sie wohnt in Kleinostheim zur Miete.").endswith("] zur Miete.")
