"""Everyday words side by side, and what somebody gets from a house: the words stay, the house goes."""

import pytest

from caseboard.anonymize import strip
from tests.unit.anonymize.covering import uncovered

STAY = """
Fragen Sie bei Nachbarschaftshilfe und Pfarrei nach.
Sie hatte Sport und Portugiesisch als Fächer.
Nachhilfe in Mathe und Physik läuft.
Er ist wegen Physik durchgefallen.
Sie hält die Hand vor dem Mund.
Die Unterlagen aus der Zeit davor fehlen.
Er war beim Versand und danach im Lager.
Kurs im Garten- und Landschaftsbau ab Mai.
Die Kaution für das Haus der Schwiegereltern fehlt.
Zustand nach Insult links im Vorjahr.
Er geht an Gehstützen.
Die Kammerflimmer-Episode ist vorbei.
Er ist der beste Libero.
Sie kam wegen des Turbans nicht rein.
Vorher war er bei der Müllabfuhr.
das ist wie ping pong
Sie näht wie der Heilige Geist persönlich.
Das ist der Wolf aus dem Nationalpark.
Er hilft in der Autowäsche.
Zum Probezeitende kam die Kündigung.
Im Schriftdeutsch ist er sicher.
Ein Ambulanter Pflegedienst kommt täglich.
Er ist im Männerwohnheim gemeldet.
Sie zog aus dem Frauenwohnheim aus.
Im Februar kommt das Regionalwerk mit der Jahresabrechnung.
Er arbeitet nachts im Logistikzentrum und schläft vormittags.
Der Preis für Häuser Brennstoff inklusive steigt.
Sie fährt auf den Gemüsegroßmarkt.
""".strip().splitlines()


@pytest.mark.parametrize("raw", STAY)
def test_they_stay(raw: str) -> None:
    assert strip(raw) == raw


@pytest.mark.parametrize(
    ("raw", "house"),
    [
        ("Sie hilft im Verein Faden und Zwirn.", "Faden"),
        ("Er besucht die Grund- und Mittelschule am Turm.", "Turm"),
        ("Der Haus- und Grundbesitzerverein schrieb.", "Grundbesitzerverein"),
        ("Sie lernt im Haus der Begegnung.", "Begegnung"),
        ("Er ist Mitglied der Schützengilde Waldau e.V.", "Waldau"),
        ("Weihnachtsbeihilfe der Bruderhilfe e.V. kam an.", "Bruderhilfe"),
        ("Das Jobcenter (Garmisch, Frau Neuner) hat abgelehnt.", "Garmisch"),
        ("Förderverein der Lindenschule e.V.", "Lindenschule"),
        ("Sein Berater heißt Physik, Herr Physik.", "Physik"),
    ],
)
def test_houses_of_such_words_go(raw: str, house: str) -> None:
    assert uncovered(raw, house) == []


@pytest.mark.parametrize(
    ("raw", "given"),
    [
        ("Weihnachtsbeihilfe der Bruderhilfe e.V. kam an.", "Weihnachtsbeihilfe der "),
        ("Er hat ein Schreiben der Kletterfreunde Au e.V. dabei.", "Er hat ein Schreiben der "),
        ("Ein Lebensmittelpaket des Vereins Brotkorb Au e.V. kam.", "Ein Lebensmittelpaket des "),
    ],
)
def test_what_somebody_gets_from_a_house_stays(raw: str, given: str) -> None:
    assert strip(raw).startswith(given)
