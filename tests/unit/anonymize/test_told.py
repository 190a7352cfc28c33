"""What a sentence tells and no list holds: work, family, events, illnesses, ages; and what only looks like it."""

import pytest

from caseboard.anonymize import strip, strip_fields
from caseboard.anonymize.recognizers.base import Recognizer
from caseboard.anonymize.recognizers.told_ages import ToldAges
from caseboard.anonymize.recognizers.told_events import ToldEvents
from caseboard.anonymize.recognizers.told_families import ToldFamilies
from caseboard.anonymize.recognizers.told_illnesses import ToldIllnesses
from caseboard.anonymize.recognizers.told_jobs import ToldJobs
from tests.unit.anonymize.recognised import surfaces

JOBS = {
    "Sie war in Tiflis Theaterarchivarin.": "Theaterarchivarin",
    "Er ist Rentierzüchter, ohne Witz.": "Rentierzüchter",
    "Frau Lena Adler, 49, Konzertharfenistin aus Riga.": "Konzertharfenistin",
    "Er hat in Lima Silberdrahtflechter gelernt.": "Silberdrahtflechter",
    "Zuletzt Sprengmeister im Steinbruch bei Lahn.": "Sprengmeister im Steinbruch",
    "Er war früher Richter in Aleppo.": "Richter",
    "Beruf: Hebamme": "Hebamme",
    "in kenia war ich hebamme, hier putze ich": "hebamme",
    "Er war Dolmetscher der Bundeswehr.": "Dolmetscher der Bundeswehr",
    "Daheim war sie Leiterin eines Planetariums.": "Leiterin eines Planetariums",
    "Sie war Näherin für Fallschirme.": "Näherin für Fallschirme",
    "Er hat dort Marionetten geschnitzt.": "Marionetten geschnitzt",
    "Sie hat über Moose promoviert.": "über Moose promoviert",
}
FAMILIES = {
    "Er lebt zu zehnt auf 71 m².": "zu zehnt auf 71 m²",
    "Sie wohnt mit vier Nichten im Haushalt.": "vier Nichten im Haushalt",
    "Er sorgt für die drei kleinen Halbbrüder.": "drei kleinen Halbbrüder",
    "6 personen ein zimmer, so geht das nicht": "6 personen ein zimmer",
    "Ihr Mann ist an der Front vermisst.": "Mann ist an der Front vermisst",
    "Kindsvater ist der Schwager.": "Kindsvater ist der Schwager",
    "Sie ist schwanger mit dem sechsten Kind.": "schwanger mit dem sechsten Kind",
    "Nach dem Verlust beider Söhne trank er.": "Verlust beider Söhne",
    "Sie pflegt einen beatmeten Sohn.": "einen beatmeten Sohn",
    "Er ist Vormund seiner drei Geschwister.": "Vormund seiner drei Geschwister",
}
EVENTS = {
    "Ihre Aussage im Prozess von 2021 ging durch die Zeitungen.": "Ihre Aussage im Prozess von 2021",
    "Er war als Kronzeuge im Schleuserprozess geladen.": "als Kronzeuge im Schleuserprozess",
    "Nach dem Lawinenabgang auf der Alpe gab er auf.": "dem Lawinenabgang auf der Alpe",
    "Das Video lief im Hessenfernsehen.": "im Hessenfernsehen",
    "Sie hat den Vorlesewettbewerb im Landkreis gewonnen.": "Vorlesewettbewerb im Landkreis gewonnen",
    "Rangierunfall mit tödlichem Ausgang": "Rangierunfall mit tödlichem Ausgang",
    "Sie war vier Jahre in Gefangenschaft.": "vier Jahre in Gefangenschaft",
    "Er ist Deutscher Vizemeister im Drachenflug.": "Deutscher Vizemeister im Drachenflug",
    "Der Nachbar, der das Kind aus dem Weiher zog, half.": "der das Kind aus dem Weiher zog",
}
ILLNESSES = {
    "Operiert wegen einer Rotatorenmanschettenruptur re. im Mai.": "Rotatorenmanschettenruptur re.",
    "Z. n. Subarachnoidalblutung": "Z. n. Subarachnoidalblutung",
    "Er hat eine Latexallergie.": "Latexallergie",
    "Hüft-TEP bds. im Juni": "Hüft-TEP bds.",
    "Er hatte einen Aortenriss.": "Aortenriss",
    "COPD, Stadium III": "COPD, Stadium III",
    "Er ist auf dem linken Ohr taub.": "auf dem linken Ohr taub",
    "zwei zehen ab, stehen geht nicht": "zwei zehen ab",
    "er hört wieder stimmen": "hört wieder stimmen",
    "Sie trägt eine künstliche Klappe.": "künstliche Klappe",
    "Schädelbasisbruch im März": "Schädelbasisbruch",
    "Die Mama hat grad Chemo.": "hat grad Chemo",
}
AGES = {
    "1) J. P. (19), Mutter da": "19",
    "Er ist, nach eigener Angabe 23, aus Gambia.": "23",
    "Er ist aus Gambia und höchstens 23.": "23",
    "Tochter Slata (2 J. 4 Mon.) ohne Kita": "2 J. 4 Mon.",
    "der kleine is 2 einhalb": "2 einhalb",
    "Asen u. Rositsa Kolev, er 52, sie 49, aus Lom": "52",
}
FOUND = [
    (kind, raw, found)
    for kind, table in (
        (ToldJobs, JOBS),
        (ToldFamilies, FAMILIES),
        (ToldEvents, EVENTS),
        (ToldIllnesses, ILLNESSES),
        (ToldAges, AGES),
    )
    for raw, found in table.items()
]


@pytest.mark.parametrize(("kind", "raw", "found"), FOUND)
def test_what_a_sentence_tells_is_found(kind: type[Recognizer], raw: str, found: str) -> None:
    assert found in surfaces(kind, raw)


@pytest.mark.parametrize(
    ("raw", "ages"),
    [
        ("Die Kinder sind 2, 4, 12 und 14 Jahre alt.", ["2", "4", "12", "14"]),
        ("Seine Söhne sind 3 und 11.", ["3", "11"]),
        ("Die Töchter, 7 und 9, gehen zur Schule.", ["7", "9"]),
    ],
)
def test_each_child_has_an_age(raw: str, ages: list[str]) -> None:
    assert list(dict.fromkeys(surfaces(ToldAges, raw))) == ages


@pytest.mark.parametrize(
    "raw", ["Sitzung um 8, 10, 12 Uhr.", "Kinder: 2, Haustiere: 3, 4.", "Die Möbel sind 10, 12 und 15 Jahre alt."]
)
def test_other_lists_are_no_ages(raw: str) -> None:
    assert surfaces(ToldAges, raw) == []


@pytest.mark.parametrize(
    "raw",
    [
        "Er ist Staplerfahrer und war Busfahrer.",
        "Sie ist Ansprechpartnerin für die Maßnahme.",
        "Er war Verkäufer im Supermarkt und Lagerist im Logistikzentrum.",
        "Sie ist Reinigungskraft in einem Hotel.",
        "Die Familienhebamme kommt, der Platzwart auch.",
        "Er war beim Zahnarzt, Beleg gesehen.",
        "Er war Lehrer für Mathematik.",
        "Ich bin Bürger der Stadt und Mieter der Wohnung.",
        "Er hat den Schrank restauriert und Blumen gegossen.",
        "Die Sprachprüfung hat sie bestanden.",
        "Der zweite Platz beim Sprachkurs ist frei.",
        "Der Bewerbungsprozess läuft noch.",
        "Die Akte wird vermisst, ihr Mann ist arbeitslos.",
        "Zwei Nachbarn, zwei Kinder und drei Termine.",
        "Sie kommen zu zweit.",
        "Wegen der Pflichtverletzung wird gemindert.",
        "Eine Entzündung, sonst nichts.",
        "Zimmer 2 (4), fast 20 Euro, knapp 30 Minuten.",
        "Gruppe B. (12), Nr. 3 (19)",
        "Er arbeitete zwei einhalb Jahre lang.",
    ],
)
def test_what_looks_like_it_stays(raw: str) -> None:
    for kind in (ToldJobs, ToldFamilies, ToldEvents, ToldIllnesses, ToldAges):
        assert surfaces(kind, raw) == []


def test_a_craft_that_its_verb_tells_leaves_a_sentence() -> None:
    assert strip("Er hat Marionetten geschnitzt.", profile="case") == "Er hat einen [Beruf] ausgeübt."


@pytest.mark.parametrize(
    ("raw", "readable"),
    [
        ("Er schuldet 6.300 Dollar.", "Er schuldet [Betrag]."),
        ("Die Familie ist jesidisch und kam spät.", "Die Familie ist [Herkunft, Türkei und Naher Osten] und kam spät."),
        ("Staatsang.: rumänisch\nname", "Staatsang.: [Herkunft, Osteuropa]\nname"),
        ("Nach dem Brand in der Waschküche kam sie.", "Nach dem Brand in der Waschküche kam sie."),
        ("Nach § 16i SGB II, fünf Jahre, mit Coaching.", "Nach § 16i SGB II, fünf Jahre, mit Coaching."),
        ("Er war da, 36 Jahre unter Tage.", "Er war da, 36 Jahre unter Tage."),
        ("Die Mutter ist pessimistisch.", "Die Mutter ist pessimistisch."),
        ("Er spricht Igbo.", "Er spricht Igbo."),
    ],
)
def test_money_origin_fires_and_spans(raw: str, readable: str) -> None:
    assert strip(raw, profile="case") == readable


def test_what_is_told_twice_is_found_once() -> None:
    for raw in (*JOBS, *FAMILIES, *EVENTS, *ILLNESSES, *AGES):
        once = strip_fields({"text": raw}).texts["text"]
        assert strip_fields({"text": once}).texts["text"] == once


@pytest.mark.parametrize(
    ("raw", "ages"),
    [
        ("Awa und Efe, 6 und 9, gehen zur Schule.", ["6", "9"]),
        ("Jonas und Mia (5 und 8) sind da.", ["5", "8"]),
        ("Kurt und Erna, 71/69.", ["71", "69"]),
        ("Kind 1 (w, 2014), Kind 2 (m, 2017)", ["2014", "2017"]),
        ("Mädchen (2015, w) und Junge (m 2018)", ["2015", "2018"]),
        ("Montag und Mittwoch, 9 und 11 Uhr.", []),
        ("Würzburg und Kitzingen, 6 und 9, liegen weit weg.", []),
        ("Jonas und Mia, 5, sind da.", []),
        ("Paragraf und Absatz, 6 und 9.", []),
        ("Bescheid (2014), Urteil (m. w. N., 2014).", []),
    ],
)
def test_several_people_have_as_many_ages(raw: str, ages: list[str]) -> None:
    assert list(dict.fromkeys(surfaces(ToldAges, raw))) == ages
