"""Organisations without legal form: heads, compounds, phrases, branches, workplaces, adjectives with a capital."""

import pytest

from caseboard.anonymize.recognizers.branch_names import BranchNames
from caseboard.anonymize.recognizers.legal_forms import LegalForms
from caseboard.anonymize.recognizers.org_compounds import OrgCompounds
from caseboard.anonymize.recognizers.org_phrases import OrgPhrases
from caseboard.anonymize.recognizers.organisations import Organisations
from caseboard.anonymize.recognizers.proper_adjectives import ProperAdjectives
from caseboard.anonymize.recognizers.workplaces import Workplaces
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Das Kind geht in die Kita Regenbogen.", "Kita Regenbogen"),
        ("Sie geht auf die Berufsschule an der Saale.", "Berufsschule an der Saale"),
        ("Sie putzt im Hotel Drei Kronen.", "Hotel Drei Kronen"),
        ("Kurs an der Sprachschule Neue Wege.", "Sprachschule Neue Wege"),
        ("Er kam ins Spital zum Heiligen Geist.", "Spital zum Heiligen Geist"),
        ("Er kocht in der Pizzeria da Mimmo.", "Pizzeria da Mimmo"),
        ("Probetag in der Buchhandlung am Tor.", "Buchhandlung am Tor"),
        ("Betrieb ist der Möbelhof Herzlich.", "Möbelhof Herzlich"),
        ("Termin bei der Suchtberatung der Diakonie.", "Suchtberatung der Diakonie"),
        ("Sie gehört zur Kath. Pfarrei Mariä Himmelfahrt.", "Kath. Pfarrei Mariä Himmelfahrt"),
        ("Sie ist im IQ Netzwerk Saale.", "IQ Netzwerk Saale"),
        ("Sie näht im Nähcafé des Vereins Faden und Zwirn mit.", "Vereins Faden und Zwirn"),
        ("Er singt in der Freikirche Licht und Leben.", "Freikirche Licht und Leben"),
        ("Die Schwester führt den Dorfladen Ums Eck.", "Dorfladen Ums Eck"),
        ("Die Nachbarin aus der Wohnanlage Am Mühlbach hilft.", "Wohnanlage Am Mühlbach"),
        ("Fax an den Frauen-Notruf Morgenröte.", "Frauen-Notruf Morgenröte"),
        ("Gebracht vom Möbellager Zweite Chance.", "Möbellager Zweite Chance"),
        ("sie putzt im hotel krone und dann ist sie müde, sagt ihre schwester am telefon", "hotel krone"),
        ("der sohn geht in die grundschule an der rebe und mag es dort sehr gern, sagt sie", "grundschule an der rebe"),
    ],
)
def test_heads_with_their_name(raw: str, name: str) -> None:
    assert name in surfaces(Organisations, raw)


@pytest.mark.parametrize(
    "raw",
    [
        "Das Kind geht in die Kita um die Ecke.",
        "Er war in der Klinik am Montag.",
        "Praxis am Telefon nicht erreichbar.",
        "Im Haus wohnt auch der Bruder.",
        "Schule Probleme seit Herbst.",
        "Ich rufe beim Bildungsträger an. Elena kommt später.",
        "Der Verein und die Kinder sind dort.",
        "Die Feuerwehr musste kommen.",
        "Das Jobcenter und das Amtsgericht wissen Bescheid.",
        "in der schule probleme, zu hause auch, und die mutter weiß nicht mehr weiter damit",
    ],
)
def test_houses_without_a_name_stay(raw: str) -> None:
    assert surfaces(Organisations, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Rezept aus der Steigerwald-Apotheke.", "Steigerwald-Apotheke"),
        ("Er lernt an der St.-Anna-Schule.", "St.-Anna-Schule"),
        ("Sie geht in die Dinzelbachschule.", "Dinzelbachschule"),
        ("die balthasar-berufsschule meldet fehltage und wir wissen nicht mehr weiter", "balthasar-berufsschule"),
    ],
)
def test_names_joined_to_a_house(raw: str, name: str) -> None:
    assert surfaces(OrgCompounds, raw) == [name]


@pytest.mark.parametrize(
    "raw", ["Er macht Teilzeit-Arbeit.", "In der Großküche ist es heiß.", "Das Wohn-Haus ist alt."]
)
def test_ordinary_compounds_stay(raw: str) -> None:
    assert surfaces(OrgCompounds, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Treffen im Haus der Begegnung.", "Haus der Begegnung"),
        ("Er bedient im Schwarzen Adler.", "Schwarzen Adler"),
        ("Fahrten zur Haunerschen Kinderklinik.", "Haunerschen Kinderklinik"),
        ("Das stand im Haßfurter Tagblatt.", "Haßfurter Tagblatt"),
        ("War beim Löwen in der Küche auf Probe.", "Löwen"),
        ("Seitdem wohnt er beim Wirt, in der Post, über der Kammer.", "Post"),
        ("Projekt: „Ankerpunkt U25“ im Ort", "Ankerpunkt U25"),
        ("Ein Platz im betreuten Wohnen „Die Insel“ wäre gut.", "Die Insel"),
        ("Im Haus der kleinen Füße ist Platz.", "Haus der kleinen Füße"),
    ],
)
def test_phrases(raw: str, name: str) -> None:
    assert surfaces(OrgPhrases, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Das Haus ist alt.",
        "Schwarze Schuhe sind Pflicht.",
        "Die Zeitung kommt morgens.",
        "Er sah im Zoo beim Löwen zu.",
        "Sie lebt im Haus der alten Mutter.",
        "Er sagte zum Kurs: „Das ist mir zu viel.“",
    ],
)
def test_phrases_that_name_nothing(raw: str) -> None:
    assert surfaces(OrgPhrases, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Sie kellnert im Goldenen Lamm.", "Goldenen Lamm"),
        ("Stelle in der Frischen Theke angeboten.", "Frischen Theke"),
        ("Coaching bei Neue Wege, dann Pause.", "Neue Wege"),
        ("Er wohnt in der Kleinen Freiheit, sagt er.", "Kleinen Freiheit"),
    ],
)
def test_an_adjective_with_a_capital_and_its_noun_are_a_name(raw: str, name: str) -> None:
    assert surfaces(ProperAdjectives, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Gutachten durch den Ärztlichen Dienst.",
        "Hilfe vom Sozialpsychiatrischen Dienst.",
        "Er ist auf dem Zweiten Arbeitsmarkt.",
        "Die Deutsche Rentenversicherung prüft.",
        "Kleine Schritte helfen.",
        "Sie hat einen roten Faden verloren.",
        "Im Betreuten Wohnen geht es besser.",
    ],
)
def test_general_bodies_and_plain_adjectives_stay(raw: str) -> None:
    assert surfaces(ProperAdjectives, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Die Stojkovic Trockenbau zahlt nicht.", "Stojkovic Trockenbau"),
        ("Brief von Tesch Inkasso.", "Tesch Inkasso"),
        ("Er ist über Pluspunkt Personal da.", "Pluspunkt Personal"),
        ("5) Zeitpunkt Personal: Einladung", "Zeitpunkt Personal"),
        ("Lohn von Reinlich Gebäudedienste fehlt.", "Reinlich Gebäudedienste"),
        ("Sie kocht in der Mensaküche Nord.", "Mensaküche Nord"),
    ],
)
def test_branches_behind_a_name(raw: str, name: str) -> None:
    assert surfaces(BranchNames, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    ["Das Personal fehlt.", "Termin Schuldnerberatung fehlt.", "Er sucht Arbeit in Logistik und Bau.", "EGZ Handel"],
)
def test_branches_alone_stay(raw: str) -> None:
    assert surfaces(BranchNames, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Probearbeiten bei Farben Krämer, Montag.", "Farben Krämer"),
        ("Sie hat bei Knauf gelernt.", "Knauf"),
        ("Arbeitgeber: Holzwurm, Schreinerei", "Holzwurm"),
        ("Er ist Koch im Bambusgarten.", "Bambusgarten"),
        ("1) Morgenrot, Großbäckerei in der Stadt", "Morgenrot"),
        ("Die Stelle bei Perspektive Plus ist frei.", "Perspektive Plus"),
    ],
)
def test_where_people_work(raw: str, name: str) -> None:
    assert name in surfaces(Workplaces, raw)


@pytest.mark.parametrize(
    "raw",
    [
        "Er arbeitet bei Nacht und schläft am Tag.",
        "Sie arbeitet bei einer Reinigungsfirma.",
        "Bei Bedarf ruft sie an.",
        "Er arbeitet bei Freunden mit.",
        "Arbeitgeber: keiner",
        "Arbeitgeber: unbekannt",
        "Bei Fragen hilft die Leistungsabteilung.",
        "Er arbeitet im Schrebergarten.",
    ],
)
def test_work_without_a_firm_stays(raw: str) -> None:
    assert surfaces(Workplaces, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Die Rexing GmbH & Co. KG zahlt.", "Rexing GmbH & Co. KG"),
        ("Er war beim Trockenbau Adler und Sohn in Arnstein.", "Trockenbau Adler und Sohn"),
        (
            "kündigung durch hand in hand personal gmbh zum ende des monats, sagt er, und keiner weiß warum",
            "hand in hand personal gmbh",
        ),
    ],
)
def test_legal_forms(raw: str, name: str) -> None:
    assert surfaces(LegalForms, raw) == [name]


@pytest.mark.parametrize(
    "raw", ["Sohn Kerem und Sohn Jan kommen.", "Liebe Kolleginnen und Kollegen,", "§ 2 Abs. 1 AG."]
)
def test_what_looks_like_a_legal_form(raw: str) -> None:
    assert surfaces(LegalForms, raw) == []
