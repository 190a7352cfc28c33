"""Who presents himself, is known under a name or holds an office beside it is somebody, whatever the word means."""

import pytest

from caseboard.anonymize.recognizers.presented_names import PresentedNames
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("„Grüß Gott, ich bin der Rauch, und das ist mein Hund.“", "Rauch"),
        ("I bin der Huber vom Berg.", "Huber"),
        ("Hier spricht die Amsel, bitte zurückrufen.", "Amsel"),
        ("Ein Herr, der sich als „Schnalle“ vorstellte.", "Schnalle"),
        ("Er hat sich bei uns als „Kuckuck“ vorgestellt.", "Kuckuck"),
        ("Sie unterschrieb mit „Bella Blum“.", "Bella Blum"),
        ("Von da an war er der Stoffl. Ein Jahr drauf ging er.", "Stoffl"),
        ("Bei uns heißt er nur der Fink, warum auch immer.", "Fink"),
        ("16 Kontrolle: Dremel, Teamleitung", "Dremel"),
        ("4. Prüfung: Hummel, Sachbearbeitung", "Hummel"),
        ("Das hat Kübler senior so entschieden.", "Kübler senior"),
        ("Knoll d. Ä. war auch da.", "Knoll d. Ä."),
        ("Nachbarin (Krapf oder so) hat angerufen.", "Krapf"),
        ("Der Kollege (hieß Grobe, glaub ich) war da.", "Grobe"),
        ("Der Brief war unterschrieben mit كريم الجبوري.", "كريم الجبوري"),
    ],
)
def test_who_is_presented_by_the_sentence(raw: str, name: str) -> None:
    assert surfaces(PresentedNames, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Ich bin der Vater, ich bin die Neue, ich bin der Koch, ich bin der Meinung, ich bin die Ruhe selbst.",
        "Ich bin der Antragsteller. Ich bin die Kleine. Ich bin der Älteste, ich bin die Letzte.",
        "Er meldet sich als „krank“, sie stellte sich als „Vermittlerin“ vor, er trat als „Zeuge“ auf.",
        "Seitdem war er der Chef. Im Team ist sie die Älteste, für alle war er der Retter.",
        "Bei uns ist er der Ansprechpartner, danach war er der Verlierer.",
        "Thema: Urlaub, Teamleitung. Prüfung: Datenschutz, Teamleitung; Anwesend: Kunde, Teamleitung",
        "TOP 3: Personal, Teamleitung\nThema: Umzug, Sachbearbeitung",
        "Das Team junior trainiert, Berater senior gesucht, Projekt junior läuft.",
        "Unterlagen (Vertrag oder so), Termin (Montag oder so), der Arzt (Urlaub oder so)",
        "Auf dem Zettel stand nur مرحبا mit Bleistift.",
    ],
)
def test_roles_things_and_greetings_are_not_presented(raw: str) -> None:
    assert surfaces(PresentedNames, raw) == []
