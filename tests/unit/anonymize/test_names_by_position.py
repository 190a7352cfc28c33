"""Surnames that are ordinary words, and short forms of colleagues: only where they stand makes them names."""

import pytest

from caseboard.anonymize.recognizers.bare_names import BareNames
from caseboard.anonymize.recognizers.chat_names import ChatNames
from caseboard.anonymize.recognizers.headers import Headers
from caseboard.anonymize.recognizers.initials import Initials
from caseboard.anonymize.recognizers.kinship import Kinship
from caseboard.anonymize.recognizers.listed_names import ListedNames
from caseboard.anonymize.recognizers.name_fields import NameFields
from caseboard.anonymize.recognizers.short_forms import ShortForms
from caseboard.anonymize.recognizers.speakers import Speakers
from caseboard.anonymize.recognizers.subjects import Subjects
from caseboard.anonymize.recognizers.titles import Titles
from caseboard.anonymize.recognizers.word_names import WordNames
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Sommer ruft an und fragt nach dem Geld.", "Sommer"),
        ("Lang meint, das reicht.", "Lang"),
        ("Specht kommt erst am Mittwoch.", "Specht"),
        ("Steinhauer zahlt erst am Fünfzehnten.", "Steinhauer"),
        ("Hat Morgenstern sich gemeldet?", "Morgenstern"),
    ],
)
def test_who_does_what_only_people_do(raw: str, name: str) -> None:
    assert surfaces(Subjects, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Sommer ist schwierig, Winter auch.",
        "Strom kostet zu viel.",
        "Post bleibt ungeöffnet liegen.",
        "Lang ist die Liste der Absagen.",
        "Der Specht kommt jeden Morgen ans Fenster.",
        "sommer ruft an und fragt nach dem geld, dann war er wieder weg und kam nicht mehr",
    ],
)
def test_things_are_no_subjects_of_that_kind(raw: str) -> None:
    assert surfaces(Subjects, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("lt. Kern ist der Antrag vollständig.", "Kern"),
        ("Laut Zorn war er pünktlich.", "Zorn"),
        ("Mit Vogel besprochen, kein Widerspruch.", "Vogel"),
        ("TK m. Specht vereinbart.", "Specht"),
        ("Er ist mit Jung zusammengezogen.", "Jung"),
        ("Anruf von Amsel, sie kommt später.", "Amsel"),
        ("Akte Schwan an Leistung gegeben.", "Schwan"),
        ("Rückruf Fink, Kita ist geklärt.", "Fink"),
    ],
)
def test_bare_surnames_where_grammar_wants_an_article(raw: str, name: str) -> None:
    assert [s for s in surfaces(BareNames, raw) if s == name] == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Laut Attest ist er arbeitsfähig.",
        "Lt. Aktenlage keine Ausbildung.",
        "Mit Partner besprochen, kein Umzug.",
        "Mit Kraft und Ausdauer hat sie es geschafft.",
        "Bei Regen kommt er nicht.",
        "Rückruf Schule steht aus.",
        "Mit dem Vogel besprochen.",
    ],
)
def test_nouns_behind_prepositions_stay(raw: str) -> None:
    assert surfaces(BareNames, raw) == []


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("Anw.: Hübel (U25), Wa., Berg", ["Hübel", "Wa.", "Berg"]),
        ("Anwesend: Stein (Protokoll), Sauer und Reich", ["Stein", "Sauer", "Reich"]),
        ("anw.: Hub, Wei, Frl. Obst (Azubine), KvB", ["Hub", "Wei", "Obst", "KvB"]),
        ("SB: Kurz", ["Kurz"]),
        ("zuständig: Wolf", ["Wolf"]),
        ("Telefonat, aufgen. Kraft", ["Kraft"]),
        ("Verteiler: Wacker, R.", ["Wacker, R."]),
    ],
)
def test_people_behind_their_field(raw: str, names: list[str]) -> None:
    assert surfaces(NameFields, raw) == names


@pytest.mark.parametrize(
    "raw",
    [
        "SB: Leistung klärt das",
        "Anwesend: Kundin, Dolmetscherin, Fachkraft",
        "Teilnehmende: zwei Fachkräfte, Leitung",
        "Kunde: will Vollzeit",
        "Protokoll der Runde vom Montag",
    ],
)
def test_what_stands_behind_a_field_and_is_nobody(raw: str) -> None:
    assert surfaces(NameFields, raw) == []


@pytest.mark.parametrize(
    ("raw", "short"),
    [
        ("Hbl: fragt nach der Kita.\n", "Hbl"),
        ("Rücksprache läuft. Fu. klärt das mit der Leistung.", "Fu."),
        ("Rückfrage bei der Leistung läuft (Wb)\n", "Wb"),
        ("→ wichtiger Grund prüfen, Mz.\n", "Mz."),
        ("Kürzel hei\nein Herr ruft an", "hei"),
        ("Ergänzung 26.1., Sch-K: Darlehen geprüft", "Sch-K"),
        ("03.06. / Hg: Telefonat mit der Anwältin", "Hg"),
    ],
)
def test_short_forms_of_colleagues(raw: str, short: str) -> None:
    assert short in surfaces(ShortForms, raw)


@pytest.mark.parametrize(
    "raw",
    [
        "Mo: Kurs, Di: frei, Mi: Arzt",
        "TL: ok\nSB: prüft\nAV: wartet",
        "Nr. 3 fehlt. Std. zählen nicht.",
        "Das gilt auch für Sie.\nDanke",
        "Der Umgang mit Lob. Danach kam nichts.",
        "zum Beispiel z. B. am Mittwoch",
        "Der Kurs läuft Jan–Mai.",
    ],
)
def test_abbreviations_are_nobody(raw: str) -> None:
    assert surfaces(ShortForms, raw) == []


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("Specht: Wer hat Erfahrung mit solchen Fällen?", ["Specht"]),
        ("26.05. / Wimmer: Frau kam persönlich", ["Wimmer"]),
        ("Sommer: Ich bin dafür.\nSommer: Und du?", ["Sommer", "Sommer"]),
    ],
)
def test_speakers_before_a_colon(raw: str, names: list[str]) -> None:
    assert surfaces(Speakers, raw) == names


@pytest.mark.parametrize("raw", ["Wunsch: Teilzeit in der Pflege", "Sommer: wenig Arbeit", "Ziel: Führerschein"])
def test_headings_before_a_colon_stay(raw: str) -> None:
    assert surfaces(Speakers, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("[08:52] nadine heil: morgen, weiß jemand was?", "nadine heil"),
        ("[09:04] t. bolz: also was nun", "t. bolz"),
        ("05.03.24, 17:02 - Yoni T.: ok, bis dann", "Yoni T."),
        ("geschrieben hat jule.streng im Verteiler", "jule.streng"),
    ],
)
def test_who_writes_in_chats(raw: str, name: str) -> None:
    assert surfaces(ChatNames, raw) == [name]


@pytest.mark.parametrize("raw", ["08:30 Vermerk: Kunde kam nicht", "14:00 Termin: Jugendamt"])
def test_times_before_headings_are_no_chat(raw: str) -> None:
    assert surfaces(ChatNames, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("die Vermieterin Blank droht", "Blank"),
        ("Schichtführerin Glück war dabei", "Glück"),
        ("SPFH Keil kommt mit", "Keil"),
        ("Frau Dipl.-Psych. Reh schreibt", "Reh"),
        ("Anwältin Dr. Friederike Recht schreibt", "Friederike Recht"),
        ("Herr Živko St. war da", "Živko St."),
        ("Frau zur Mühlen bestätigt", "zur Mühlen"),
        ("Ehemann Lê Quang Huy kocht", "Lê Quang Huy"),
    ],
)
def test_names_behind_titles_and_roles(raw: str, name: str) -> None:
    assert name in surfaces(Titles, raw) + surfaces(Kinship, raw) + surfaces(ListedNames, raw)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Frau Brezina von der Schulsozialarbeit war dabei.", "Brezina"),
        ("Herr Petrow von der Schuldnerberatung ruft zurück.", "Petrow"),
        ("Pastor Femi von der Living Fountain Chapel hilft.", "Femi"),
        ("Sohn Kerem, Frau zur Kur", "Kerem"),
    ],
)
def test_where_somebody_works_is_no_part_of_the_name(raw: str, name: str) -> None:
    assert {*surfaces(Titles, raw), *surfaces(Kinship, raw)} == {name}


@pytest.mark.parametrize("raw", ["Der Bruder. Falls er kommt, gut.", "Vermieterin droht mit Räumung.", "TN fehlt oft."])
def test_titles_and_roles_with_nobody_behind_them(raw: str) -> None:
    assert surfaces(Titles, raw) == []


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("Ehrenamtliche Traudl Herbst hilft.", ["Traudl Herbst"]),
        ("05 | Prinz, Janine | fehlt", ["Prinz", "Janine"]),
        ("Chef ist der Glaser Bernd, sagt er.", ["Glaser", "Bernd"]),
        ("Platz für Linh und Long fehlt.", ["Linh", "Long"]),
        ("Sie heißt im Ort die Glocken-Vroni.", ["Glocken-", "Vroni"]),
        ("Im Vertrag steht Sara Nur Ali.", ["Sara Nur Ali"]),
    ],
)
def test_first_names_with_what_belongs_to_them(raw: str, names: list[str]) -> None:
    assert surfaces(ListedNames, raw) == names


@pytest.mark.parametrize(
    "raw",
    [
        "Montag und Dienstag ist Kurs.",
        "Der Herbst wird schwierig.",
        "Angel und Haken kaufte er.",
        "Kinder und Eltern kamen.",
    ],
)
def test_words_that_are_first_names_as_well_stay(raw: str) -> None:
    assert surfaces(ListedNames, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [("Kopie an Wacker, R.", "Wacker, R."), ("mit Ch. Winter vom Wohnungsamt", "Ch. Winter"), ("M. Ö. kam", "M. Ö.")],
)
def test_initials(raw: str, name: str) -> None:
    assert name in surfaces(Initials, raw)


@pytest.mark.parametrize("raw", ["z. B. am Montag", "i. A. der Leitung", "SGB II, Abs. 3", "Anlage A. Empfehlung"])
def test_letters_that_are_no_initials(raw: str) -> None:
    assert surfaces(Initials, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [("Mit freundlichen Grüßen\nIm Auftrag\nEhrlich\n", "Ehrlich"), ("Danke sehr.\nIhr Rausch\n", "Rausch")],
)
def test_signatures(raw: str, name: str) -> None:
    assert surfaces(Headers, raw) == [name]


def test_a_capital_in_mid_sentence_makes_an_adjective_a_name() -> None:
    assert surfaces(WordNames, "Danach hat sie Scharf angerufen.") == ["Scharf"]
    assert surfaces(WordNames, "Danach war sie scharf und grob.") == []
