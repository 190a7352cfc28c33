"""Names by evidence: titles, relatives, lists, unknown words, places and organisations; and words that are no names."""

import pytest

from caseboard.anonymize import strip, strip_fields


@pytest.mark.parametrize(
    ("raw", "stripped"),
    [
        ("Ich traf Frau Gschwendtner.", "Ich traf Frau [Name]."),
        ("Ich traf Herrn Koch.", "Ich traf Herrn [Name]."),
        ("Hr. M. fehlt.", "Hr. [Name] fehlt."),
        ("Fr. H.-Petersen kam.", "Fr. [Name] kam."),
        ("Dr. med. K. Lanz schreibt.", "Dr. med. [Name] schreibt."),
        ("Familie Öztürk zieht um.", "Familie [Name] zieht um."),
        ("Der Sohn Eugen hilft.", "Der Sohn [Name] hilft."),
        ("Tochter Julia Lang-Petrov hilft.", "Tochter [Name] hilft."),
        ("Die Kinder Arwen, Tarek und Milo sind da.", "Die Kinder [Name], [Name] und [Name] sind da."),
        ("Onkel Tan kennt jeder.", "Onkel [Name] kennt jeder."),
        ("Nachbarin Rosa Klee hilft.", "Nachbarin [Name] hilft."),
        ("Rechtsanwältin Constanze zu Rhein schreibt.", "Rechtsanwältin [Name] schreibt."),
        ("Betreuer v. d. Heydte schreibt.", "Betreuer [Name] schreibt."),
        ("Abd al-Karim war da.", "[Name] war da."),
        ("Nguyễn Văn Thành war da.", "[Name] war da."),
        ("An: Amsel, Doris", "An: [Name]"),
        ("In der Korkmaz-Akte steht das.", "In der [Name]-Akte steht das."),
        ("Mit Folasade lief es gut.", "Mit [Name] lief es gut."),
        (
            "frau yilmaz war nicht da, sohn kerem schon, sagt die tante.",
            "frau [Name] war nicht da, sohn [Name] schon, sagt die tante.",
        ),
    ],
)
def test_people(raw: str, stripped: str) -> None:
    assert strip(raw) == stripped


@pytest.mark.parametrize(
    ("raw", "stripped"),
    [
        ("Sie wohnt in Bad Kissingen.", "Sie wohnt in [Ort]."),
        ("Sie wohnt in Hof.", "Sie wohnt in [Ort]."),
        ("Aus dem Landkreis Cham.", "Aus dem Landkreis [Ort]."),
        ("Das Amtsgericht Schweinfurt hat entschieden.", "Das Amtsgericht [Ort] hat entschieden."),
        ("Der Schwandorfer Bus fährt.", "Der [Ort] Bus fährt."),
        ("Er wohnt Lenbachplatz 9, Rgb. seit Mai.", "Er wohnt [Straße] seit Mai."),
        ("Er wohnt Am Zwinger 6 seit Mai.", "Er wohnt [Straße] seit Mai."),
        ("Adresse: Oberer Graben 32", "Adresse: [Straße]"),
        ("Post an Bgm.-Weigand-Str. 5 1/2 bitte", "Post an [Straße] bitte"),
        ("Post an Böhmheide 30, 29614 Soltau bitte", "Post an [Straße], [Postleitzahl] [Ort] bitte"),
        ("Die Rexing GmbH & Co. KG zahlt.", "Die [Einrichtung] zahlt."),
        ("Er war bei der Druckerei Gebr. Auernhammer.", "Er war bei der [Einrichtung]."),
        ("Sie putzt in der Steigerwald-Apotheke.", "Sie putzt in der [Einrichtung]."),
        ("Sie wohnt im Haus Abendfrieden.", "Sie wohnt im [Gebäude]."),
        ("Beratung bei der AWO läuft.", "Beratung bei der [Einrichtung] läuft."),
        ("Er lernt bei Hydraulik Rexing.", "Er lernt bei [Einrichtung]."),
    ],
)
def test_places_streets_and_organisations(raw: str, stripped: str) -> None:
    assert strip(raw) == stripped


@pytest.mark.parametrize(
    "raw",
    [
        "Der Koch in der Tagesstätte lässt ihn mithelfen.",
        "Es dauert ihm zu lang, und sie nimmt es nicht ernst.",
        "Der Brunnen vor dem Haus ist ein Treffpunkt.",
        "Am Freitag ist der Termin, im März der nächste.",
        "Sie ist kein Engel gewesen.",
        "Er sucht Arbeit, einen Ausbildungsplatz oder ein Praktikum.",
        "Auf dem Arbeitsmarkt hilft das Bewerbungscoaching.",
        "Das Jobcenter, das Jugendamt und die Krankenkasse wissen Bescheid.",
        "Sie spricht Türkisch und Arabisch, aber kaum Deutsch.",
        "Der Eingliederungszuschuss und die Kompetenzfeststellung helfen.",
        "Pfändungsschutzkonto, Mietschuldenübernahme, Teilzeitausbildung.",
        "Wer von Ihnen hat Erfahrung mit Zuverdienstprojekten?",
    ],
)
def test_ordinary_words_stay(raw: str) -> None:
    assert strip(raw) == raw


def test_an_unknown_word_is_masked_until_somebody_says_otherwise() -> None:
    assert strip("Das war Bluppidu.") == "Das war [Name]."


@pytest.mark.parametrize(
    ("raw", "surname"),
    [
        ("Herr Pjotr Steinmetzger zahlt nicht.", "Pjotr Steinmetzger"),
        ("Frau Walburga Steinmetzger kam. Steinmetzger sagt nichts.", "Steinmetzger"),
    ],
)
def test_a_surname_that_sounds_like_an_occupation_can_never_be_put_back(raw: str, surname: str) -> None:
    finds = strip_fields({"text": raw}).finds

    assert (surname, "PERSON", False) in {(find.surface, find.kind, find.decidable) for find in finds}


def test_an_occupation_behind_a_comma_stays_one() -> None:
    finds = strip_fields({"text": "Herr Wolfgang Lang, Orgelbauer, kam."}).finds

    assert ("Orgelbauer", "JOB") in {(find.surface, find.kind) for find in finds}


@pytest.mark.parametrize(
    "raw", ["Sie lebt im Haushalt der Familie. Bezahlt wird später.", "Er zahlt in Raten zurück. Gefragt hat niemand."]
)
def test_a_full_stop_behind_a_whole_word_ends_the_sentence(raw: str) -> None:
    assert strip(raw) == raw
