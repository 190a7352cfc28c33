"""Words that look like people, origins or occupations and are none: grades, marks, languages, comparisons."""

import pytest

from caseboard.anonymize import strip
from tests.unit.anonymize.covering import kinds_over, uncovered

STAY = """
Er spricht das Russische besser als das Deutsche.
Das Arabische schreibt er, das Türkische nicht.
Die türkische Rentenversicherung zahlt nicht.
Das polnische Gericht hat geschieden.
das ukrainische ministerium hat bis heute nicht auf den brief geantwortet
Sie kocht türkischen Tee und griechischen Salat.
Die Flüchtlingsberatung hat offen.
Der Gemeinderat will das nicht, vom Stadtrat kam kein Geld.
Er redet wie ein Dichter, sie singt wie eine Sängerin.
Der Drucker ist kaputt, der Trainer der Maßnahme ist krank.
Das ist kein Zauber.
Merkzeichen aG und Gl sind eingetragen.
MZ G, B, H, RF und TBl
Mz. Bl zuerkannt
GdB 50, Merkzeichen G/aG
PG 3 seit Mai, PG: 2 beantragt
Sie erntet Zwetschgen und Äpfel im Garten.
Er sortiert Schrauben und Muttern am Band.
will zur Pflegeschule
Ist beim Friseur Termin um drei?
Insolvenzberatung Termin im Mai.
Rechtsantragstelle Termin.
Abrechnung Heizung/Warmwasser 2023
Der Aktenvermerk fehlt.
Das Dekanat hilft, die Autorität ist geliehen.
Er arbeitet in der Systemgastronomie am Ring.
Umschulung zum Kaufmann für Büromanagement.
Im Trainingswohnen lebt er mit seinem Schäferhund.
Ein Servicecenter fehlt, die Fachoberschule auch.
Bandscheibe und Steißbein schmerzen.
Hausname unbekannt, Hofname fehlt.
""".strip().splitlines()


@pytest.mark.parametrize("raw", STAY)
def test_they_stay(raw: str) -> None:
    assert strip(raw) == raw


@pytest.mark.parametrize("grade", ["VAng.", "RR", "ROI", "StRin", "OStR", "OAR", "OStRin", "VFAng."])
def test_the_grade_behind_a_name_stays(grade: str) -> None:
    raw = f"Gez. Frau Huber, {grade}"

    assert uncovered(raw, "Huber") == []
    assert strip(raw).endswith(f", {grade}")


@pytest.mark.parametrize(
    ("raw", "passage", "kind"),
    [
        ("Die türkische Kollegin hilft.", "türkische", "ORIGIN"),
        ("Er ist Türke und lebt hier.", "Türke", "ORIGIN"),
        ("Er lebt als Flüchtling hier.", "Flüchtling", "ORIGIN"),
        ("Er war Gemeinderat im Dorf.", "Gemeinderat", "JOB"),
        ("Früher war er Drucker.", "Drucker", "JOB"),
        ("Sie war Sängerin an der Oper.", "Sängerin", "JOB"),
        ("Er hat GdB 90.", "GdB 90", "HEALTH"),
    ],
)
def test_the_people_meant_by_the_same_words_are_generalised(raw: str, passage: str, kind: str) -> None:
    assert kind in kinds_over(raw, passage)


@pytest.mark.parametrize("head", ["Aktenvermerk", "Runder Tisch Wohnungsnotfall", "Gesprächsprotokoll"])
def test_what_was_written_on_a_day_is_no_town(head: str) -> None:
    assert strip(f"{head}, 11.01.2024").startswith(head)


def test_the_town_a_letter_is_dated_from_goes() -> None:
    assert uncovered("Kaufbeuren, 12.3.2024", "Kaufbeuren") == []


@pytest.mark.parametrize("term", ["Kinderzuschlag kommt", "Wohngeld kommt", "Unterhaltsvorschuss hilft"])
def test_a_benefit_that_opens_a_sentence_is_nobody(term: str) -> None:
    raw = f"Die Mutter kennt das schon. {term} nicht in Frage."

    assert strip(raw) == raw


def test_a_line_end_in_a_list_ends_a_name() -> None:
    raw = "Kind 1;Aylin;Mutter hat das Sorgerecht;will zur Pflegeschule\nKind 2;Mahad;Realschule"

    assert "will zur Pflegeschule\nKind" in strip(raw)
