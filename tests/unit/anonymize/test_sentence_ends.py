"""Where a sentence ends, no find goes on: two people stay two, and the full stop stays in the text."""

import pytest

from caseboard.anonymize import strip, strip_fields


@pytest.mark.parametrize(
    ("raw", "stripped"),
    [
        ("Sie spricht Frau Toprak an. Toprak schweigt.", "Sie spricht Frau [Name] an. [Name] schweigt."),
        ("Mittags rief Ali an. Mia lachte.", "Mittags rief [Name] an. [Name] lachte."),
        ("Im Winter nimmt Frau Reichert zu. Lena freut das.", "Im Winter nimmt Frau [Name] zu. [Name] freut das."),
        ("Der Vater heißt Max. Tom heißt der Sohn.", "Der Vater heißt [Name]. [Name] heißt der Sohn."),
        ("Sie wohnt bei Onkel Ben. Tan zahlt.", "Sie wohnt bei Onkel [Name]. [Name] zahlt."),
        ("Ich traf Frau Ott. Dann war Pause.", "Ich traf Frau [Name]. Dann war Pause."),
        ("Es klagt Herr Graf. Toprak schweigt.", "Es klagt Herr [Name]. [Name] schweigt."),
        ("Kollege Tim Reh. Blum fragt nach.", "Kollege [Name]. [Name] fragt nach."),
    ],
)
def test_a_name_ends_where_the_sentence_ends(raw: str, stripped: str) -> None:
    assert strip(raw) == stripped


@pytest.mark.parametrize(
    "name",
    [
        "Th. Gruber",
        "Al. Schwarz",
        "Ed. Sommer",
        "Chr. Reichert",
        "Joh. Gruber",
        "Frz. Reichert",
        "A. M. Gruber",
        "v. d. Heydte",
        "H.-J. Gruber",
    ],
)
def test_a_full_stop_that_shortens_belongs_to_the_name(name: str) -> None:
    raw = f"Heute kam Herr {name} zu uns."

    assert any(find.surface.endswith(name) for find in strip_fields({"text": raw}).finds)


@pytest.mark.parametrize("opening", ["Danach", "Heute", "Morgen"])
def test_behind_an_initial_a_small_word_begins_the_next_sentence(opening: str) -> None:
    raw = f"Wir sahen Frau M. {opening} war frei."

    assert opening not in "".join(find.surface for find in strip_fields({"text": raw}).finds)


@pytest.mark.parametrize(
    ("raw", "stripped"),
    [
        ("Die Steuer-ID ist 65 929 970 489. Meine Mutter weiß das.", "[Kennung]. Meine"),
        ("Das stand im Brief vom 5. Dezember. Die Frist lief.", "vom [Datum, Winter]. Die"),
        ("Das gilt seit dem 3. März.", "seit dem [Datum, Frühjahr]."),
        ("Mail an jola@web.de. Danke.", "an [E-Mail]. Danke"),
        ("Mail an jola84@wp.pl. Olgas Bruder liest mit.", "an [E-Mail]. "),
        ("Tel. 0171 2345678. Bitte anrufen.", "Tel. [Telefonnummer]. Bitte"),
        ("Mehr unter www.example.org/plan. Dort steht alles.", "unter [Internetadresse]. Dort"),
        ("Er ist 34 J. Er lernt.", "ist [Alter, Mitte 30]. Er"),
        ("Wir trafen uns am 24.4. Die Mutter kam.", "am [Datum, Frühjahr]. Die"),
        ("Es hilft der Rückenwind e. V. Danach war Ruhe.", "[Verein]. Danach"),
        ("Wir sahen Frau M. Ihr Sohn war da.", "Wir sahen [Kundin]. Ihr"),
    ],
)
def test_the_full_stop_of_the_sentence_stays(raw: str, stripped: str) -> None:
    assert stripped in strip_fields({"text": raw}, profile="case", polish=True).texts["text"]


@pytest.mark.parametrize(
    ("raw", "stripped"),
    [
        ("Termin am 24.4. Raum 3 ist frei.", "[Datum, Frühjahr] Raum"),
        ("24.4. Im Büro war niemand.", "[Datum, Frühjahr] Im"),
        ("Am 3. Sept. Beginn der Maßnahme.", "[Datum, Herbst] Beginn"),
        ("Er, 34 J. Schlosser, lernt.", "[Alter, Mitte 30] Schlosser"),
        ("Es fehlt Hr. M. Beratung entfällt.", "] Beratung"),
    ],
)
def test_a_day_and_an_abbreviation_keep_their_full_stop(raw: str, stripped: str) -> None:
    assert stripped in strip_fields({"text": raw}, profile="case", polish=True).texts["text"]
