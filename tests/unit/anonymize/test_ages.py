"""Ages by their own shape and by the person beside them, each recogniser alone; and numbers that are nobody's age."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.recognizers.age import Age
from caseboard.anonymize.recognizers.age_of_person import AgeOfPerson
from caseboard.anonymize.recognizers.told_ages import ToldAges
from tests.unit.anonymize.marked import marked, unmarked


@pytest.mark.parametrize(
    "row",
    [
        "Der Vater ist ⟦57 Jahre alt⟧ und sucht.",
        "der vater ist ⟦57 jahre alt⟧ und sucht",
        "Der Vater, ⟦57J. alt⟧, sucht.",
        "Eine ⟦43-jährige⟧ Verkäuferin hat Mut.",
        "Eine ⟦43jährige⟧ Verkäuferin hat Mut.",
        "Ein ⟦43 jähriger⟧ Schreiner hat Mut.",
        "Sie steht im ⟦34. Lebensjahr⟧ und hofft.",
        "Er (⟦Jg. 1964⟧) wartet.",
        "Der Mann ist ⟦Jahrgang ’64⟧ und fit.",
        "Die Kundin, ⟦geb. 1971⟧, ledig.",
        "Die Kundin, ⟦geboren im Jahr 1971⟧, ledig.",
        "Herr Huber (⟦Bj. 1971⟧) wartet.",
        "Sie ist ⟦57⟧, ledig und allein.",
        "Er hofft, er wird ⟦bald 60⟧.",
        "Frau Kern, ⟦57⟧, ledig.",
        "Frau Kern, ⟦57 J.⟧, ledig.",
        "Die ⟦dreiundvierzigjährige⟧ Köchin hofft.",
        "die ⟦vierzehnjährige⟧ lernt.",
        "Er ist ⟦Ende fünfzig⟧ und müde.",
        "Er ist ⟦Anfang 50⟧ und müde.",
        "Das Kind ist ⟦14 Monate alt⟧ und läuft.",
        "Sie ist ⟦vierundvierzig⟧, ledig.",
        "sie ist ⟦vierzig⟧ jahre geworden",
        "Mein Sohn ist ⟦zwölf⟧ und klug.",
        "Das Kind ist ⟦9 Jahre⟧ und klug.",
        "Sie ist heute ⟦57 Jahre⟧.",
        "Sie fragt: ⟦Wie alt? 34⟧",
        "Dort sitzt der ⟦57⟧, ist allein.",
        "Jetzt bin ich ⟦57⟧.",
        "Bald wird die Oma ⟦achtzehn⟧ geworden sein.",
        "Kind: Mila, ⟦4⟧, gesund.",
        "Frau Kern ⟦*1971⟧ kam.",
        "Frau Kern kam mit ⟦34Jahre⟧ her.",
        "Frau Kern ⟦57 J.⟧, ledig.",
        "Herr Kern 1968 (⟦57⟧) kam.",
        "- ⟦57⟧, Schreiner\n- ⟦48⟧, Köchin",
        "Sie schreibt: I'm ⟦34⟧ years old.",
        "Er feierte den ⟦50. Geburtstag⟧ allein.",
        "Er feierte den ⟦fünfzigsten Geburtstag⟧ allein.",
        "Sie ist ⟦Mittfünfzigerin⟧ und munter.",
        "Sie ist in den späten ⟦Vierzigern⟧.",
        "Die Gruppe heißt ⟦Ü50⟧ und ist nett.",
        "Im Bogen steht ⟦Alter: 57⟧ und mehr.",
        "Die Kinder (⟦3⟧, ⟦5⟧ und ⟦12⟧) sind da.",
        "Söhne ⟦9⟧/⟦11⟧ kommen mit.",
        "Eine ⟦43-\njährige⟧ Verkäuferin hat Mut.",
        "Er ist ⟦57\nJahre alt⟧ und sucht.",
        "Frau Kern,\n⟦57⟧, ledig.",
        "Sie ist\n⟦57⟧, ledig und allein.",
        "Der Kunde,\n⟦dreiundvierzig⟧, wartet.",
        "Er ging mit ⟦63⟧, sie mit ⟦60⟧.",
    ],
)
def test_a_shape_or_a_verb_makes_an_age(row: str) -> None:
    assert marked(Age, unmarked(row)) == row


@pytest.mark.parametrize(
    "row",
    [
        "Das Auto ist 17 Jahre alt.",
        "Sein Hund ist schon 12 Jahre alt.",
        "Die Therme (Bj. 1989) raucht.",
        "Der Opel, Bj. 2009, 120000 km, steht.",
        "Der Turm ist 157 Jahre alt.",
        "Die Quote ist 57 Prozent.",
        "Er ist um 12, um 13 und um 14 da.",
        "Er arbeitet mit 30 Stunden, sie mit 20 Euro.",
        "Der Kurs dauert 12 Monate.",
        "Seit 30 J. lang wohnt sie hier.",
        "Er hat 12 J. Haft hinter sich.",
        "Es sind Ende 50 Euro da.",
        "Anfang 20 Prozent, Ende 30 %.",
        "Im Jahr 1971 war Schnee.",
        "Er bekommt 57, 58 oder 59 Euro.",
        "Jahrgangsstufe 12 ist voll.",
        "Die Wohnung, 57,5 qm, ist frei.",
        "Sie hat vierzig Jahre lang gekocht.",
        "Die Kinder sind klein, die Söhne groß.",
        "Auf dem Antrag stehen Kinder 3 Mal.",
        "Das Spiel geht U21-Spielern nahe.",
        "Er hat bezahlt mit 50, dann mit 20 und ging.",
        "Die Arbeit wurde bewertet mit 15, nicht mit 12.",
        "Sie rechnet mit 60, er kauft mit 50, dann mit 20.",
        "Das wurde entlohnt mit 30, vergütet mit\n40, mehr nicht.",
    ],
)
def test_things_quotas_and_times_have_no_age(row: str) -> None:
    assert marked(Age, row) == row


@pytest.mark.parametrize(
    "row",
    [
        "Kerem (⟦6⟧) und Ali sind da.",
        "kerem (⟦6⟧) und ali sind da und es geht ihnen gut",
        "Mia Le, ⟦elf⟧, liest gern.",
        "Mia Le, ⟦11⟧, liest gern.",
        "Frau Brezina ⟦57⟧, ledig.",
        "Frau Brezina ⟦57 J.⟧, ledig.",
        "Frau Brezina (⟦57⟧) kam.",
        "Frau Brezina (⟦57⟧ am 3. Mai) kam.",
        "Kd. (⟦34⟧) wartet.",
        "Kd. ⟦34⟧, ledig.",
        "Der Kunde, ⟦dreiundvierzig⟧, wartet.",
        "Der Kunde Komma ⟦dreiundvierzig⟧ Komma wartet.",
        "Meine Mutter, ⟦78 Jahre⟧, fällt oft.",
        "Die Kleine ⟦14 Mon.⟧, schläft.",
        "Die Tochter (⟦3½⟧) singt.",
        "die tochter (⟦14⟧) singt.",
        "Der Sohn (⟦ca. 14⟧) singt.",
        "Der Bruder (⟦16 oder 17⟧) fehlt.",
        "Er kommt mit Frau und Sohn ⟦12⟧",
        "Die Tochter\n(⟦14⟧) singt.",
        "Der Sohn\n(⟦4⟧) singt.",
        "Frau Brezina,\n⟦57⟧, ledig.",
        "Herr Zimmer (⟦62⟧) kam, Frau Block (⟦34⟧) auch.",
        "Die Verkäuferin (⟦43⟧) und der Vorstand (⟦57⟧) warten.",
        "Die Geschiedene (⟦43⟧) und eine Bedienung (⟦24⟧) warten.",
    ],
)
def test_the_person_before_it_makes_an_age(row: str) -> None:
    assert marked(AgeOfPerson, unmarked(row)) == row


@pytest.mark.parametrize(
    "row",
    [
        "Zimmer (6) und Küche.",
        "Zimmer 6, Haus 3, rechts.",
        "Klasse 9, Stufe 3 und Gruppe 4.",
        "Der Antrag (3) fehlt.",
        "Der Antrag, drei, vier Seiten lang.",
        "SGB II, fünf Jahre, danach nichts.",
        "Pflegegrad 4, Bett am Fenster.",
        "Wohnung im EG 3, links.",
        "Frau Brezina 57 Euro.",
        "Der Kunde, 57 Termine, kam nie.",
        "Die Tochter, drei Kinder, zwei Hunde.",
        "Die Tochter (2014) singt.",
        "Die Tochter (145) singt.",
        "Die Tochter hat 14 Punkte.",
        "Der Kurs (3) beginnt.",
        "Sie zahlt, 57, mehr nicht.",
        "Zimmer (12), Anlage (12) und Zeile (57) fehlen.",
        "Das Einzelzimmer (12), die Steuerklasse (13) und Seite (34) fehlen.",
        "Bewerbungen (12), Anträge (10) und Termine (15) sind da.",
        "Pflegegrad (12) und Position (57), SGB (12).",
        "Die Maßnahme endet im Antrag\n(12) Der Träger zahlt.",
    ],
)
def test_what_no_person_stands_before_has_no_age(row: str) -> None:
    assert marked(AgeOfPerson, row) == row


@pytest.mark.parametrize(
    "row",
    [
        "die kinder sind ⟦zwölf⟧ und ⟦vierzehn⟧",
        "Die Kinder sind ⟦drei⟧, ⟦fünf⟧ und ⟦elf⟧.",
        "Ihre Töchter (⟦zwei⟧ und ⟦vier⟧) kommen mit.",
        "die söhne sind jetzt ⟦neun⟧ und ⟦elf⟧ jahre alt",
        "Zwei Kinder im Alter von ⟦sechs⟧ und ⟦siebzehn⟧ Komma",
        "Die Kinder sind ⟦3⟧ und ⟦5⟧.",
        "Die Kinder sind zwei und drei Tage krank.",
        "Die Kinder kamen um zwei und um drei.",
        "Die Stufen sind zwei und drei.",
    ],
)
def test_every_child_has_an_age(row: str) -> None:
    assert marked(ToldAges, unmarked(row)) == row


@pytest.mark.parametrize(
    ("raw", "age"),
    [
        ("Der Vater ist 57\nJahre alt und sucht.", "57"),
        ("Der Sohn ist\n14 Jahre alt und sucht.", "14"),
    ],
)
def test_an_age_goes_also_where_the_line_ends(raw: str, age: str) -> None:
    assert age not in strip(raw)
