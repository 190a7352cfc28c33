"""The whole chain in a real browser, in every role: from a raw text to the notice about leadership's decision.

In the text stand a name, an address and a BG-Nummer. At the end none of the three stands anywhere.
"""

import logging
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header, make_header
from io import StringIO
from urllib.parse import urlsplit

import pytest
from aiosmtpd.smtp import Envelope
from playwright.sync_api import Browser

from caseboard import worker
from caseboard.accounts import passwords
from caseboard.db import command
from caseboard.models import Role
from tests.actors import Actor, Stage
from tests.journeys.desk import Desk
from tests.journeys.traces import of_the_database, pieces, traces
from tests.postbox import Postbox
from tests.rooms.recurring import a_week

pytestmark = pytest.mark.browser

PASSWORD = "acht Äpfel auf dem Dach"
NAME, STREET, NUMBER = "Walburga Steinmetzger", "Ziegelhüttenweg 14", "71502//0098765"
TITLE = "Der Bus fährt erst nach Schichtbeginn"
SITUATION = f"""Frau {NAME}, wohnhaft {STREET} in 97688 Bad Kissingen, BG-Nummer {NUMBER}, hat eine Zusage
in der Großküche.

Die Frühschicht beginnt um 5:30 Uhr, der erste Bus fährt um 6:40 Uhr. Ein Auto hat Frau Steinmetzger nicht, und der
Betrieb kann den Dienstplan nicht ändern. Sie möchte arbeiten und hat Sorge, die Stelle wieder zu verlieren."""
QUESTION = "Wie kommt jemand zur Frühschicht, wenn es auf dem Land weder Bus noch Auto gibt?"
VIEWS = (
    "Bei uns hat ein Betrieb die Fahrt für die ersten acht Wochen bezahlt, danach gab es eine Fahrgemeinschaft.",
    "Fragen Sie den Arbeitgeber nach Kolleginnen aus derselben Richtung; er darf vermitteln, ohne Namen zu nennen.",
    "Ein Darlehen für einen Roller ist schneller bewilligt, als man denkt, und über den Winter hilft ein Fahrdienst.",
)
ADVISERS = ("kt", "mil", "has")


@pytest.fixture
def log() -> Iterator[StringIO]:
    """Everything that anything in the process writes to a log, down to debugging."""
    stream = StringIO()
    handler, root = logging.StreamHandler(stream), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(before)


class Network:
    """The people of the story, each at a browser of their own."""

    def __init__(self, stage: Stage, browser: Browser, address: str) -> None:
        self.stage, self.browser, self.address = stage, browser, address
        self.desks: list[Desk] = []

    def sits_down(self, actor: Actor, who: str, *, looks: bool = True) -> Desk:
        """Give an account its password and sign in with it."""
        _set_password(actor)
        desk = self.stranger(who)
        desk.looks = looks
        desk.signs_in(actor.user.email, PASSWORD)
        return desk

    def stranger(self, who: str) -> Desk:
        """A browser in which nobody is signed in yet."""
        desk = Desk(self.browser, self.address, who)
        self.desks.append(desk)
        return desk


@command
def _set_password(actor: Actor) -> None:
    actor.user.password_hash = passwords.hashed(PASSWORD)


@pytest.fixture
def network(stage: Stage, chromium: Browser, address: str) -> Iterator[Network]:
    """The browsers of the story, closed at its end."""
    network = Network(stage, chromium, address)
    yield network
    for desk in network.desks:
        desk.context.close()


def test_from_a_raw_text_to_the_notice_about_the_decision(
    network: Network, stage: Stage, postbox: Postbox, log: StringIO
) -> None:
    # given an author whom administration has just invited, and colleagues in six houses
    anna = _is_invited(network, stage.administrator("kg"))
    emre = network.sits_down(stage.case_manager("kg", name="Emre Aydın"), "Emre, prüft im Haus")
    stage.case_manager("kg")
    judith = network.sits_down(stage.person("msp", Role.CASE_MANAGER, Role.MODERATION), "Judith, moderiert")
    advisers = [
        network.sits_down(stage.case_manager(house), f"berät in {house}", looks=house == ADVISERS[0])
        for house in ADVISERS
    ]
    nadja = network.sits_down(stage.moderator("nes"), "Nadja, zweite Moderation")
    birgit = network.sits_down(stage.leader("nes"), "Birgit, Geschäftsführung")
    # when a case is written, checked twice, discussed in a round, and its theme leads to a proposal and a decision
    _writes(anna)
    _checks(emre, "Bestätigen")
    _checks(judith, "Fall freigeben")
    _plans(judith)
    for adviser, view in zip(advisers, VIEWS, strict=True):
        _advises(adviser, view)
    _reveals(judith)
    _concludes(anna)
    advisers[0].opens("/")
    advisers[0].follows("Das Ergebnisblatt einer Beratung liegt vor.")
    advisers[0].sees("Ich rufe morgen im Betrieb an")
    a_week()
    _proposes(judith)
    _seconds(nadja)
    _decides(birgit)
    # then the author is told, on her desk and by mail
    anna.opens("/")
    anna.follows("Die Geschäftsführung hat über einen Vorschlag entschieden")
    anna.sees("Das betrifft mehrere Häuser")
    assert worker.send_due() > 5
    assert any("Geschäftsführung" in _subject(letter) for letter in postbox.letters)
    # and neither name nor address nor number is anywhere but on the author's own screen
    assert _traces_of_the_person(network, anna, postbox, log) == []
    # and nobody met a barrier or a complaint of the browser
    assert [barrier for desk in network.desks for barrier in desk.found] == []
    assert [complaint for desk in network.desks for complaint in desk.complaints] == []


def _is_invited(network: Network, administrator: Actor) -> Desk:
    admin = network.sits_down(administrator, "Administration")
    admin.opens("/personen/neu")
    admin.writes({"Vor- und Nachname": "Anna Bauer", "Dienstliche E-Mail-Adresse": "anna@kg.example"})
    admin.ticks("Fachkraft")
    admin.presses("Person hinzufügen")
    admin.presses("Einmal-Link")
    link = admin.page.get_by_label("Link").input_value()
    anna = network.stranger("Anna, schreibt")
    anna.opens(urlsplit(link).path)
    anna.writes({"Neues Passwort": PASSWORD, "Neues Passwort noch einmal": PASSWORD})
    anna.presses("Passwort festlegen und anmelden")
    return anna


def _writes(anna: Desk) -> None:
    anna.opens("/faelle/neu")
    anna.writes({"Kurztitel": TITLE, "Situation": SITUATION, "Schlüsselfrage": QUESTION})
    anna.presses("Vorschau")
    anna.ticks("Mobilität im ländlichen Raum")
    anna.presses("Zur Prüfung geben")
    anna.sees("Ihr Fall liegt jetzt zur Prüfung.")


def _checks(desk: Desk, button: str) -> None:
    desk.opens("/pruefen")
    desk.follows(TITLE)
    desk.presses(button)


def _plans(judith: Desk) -> None:
    judith.opens("/bibliothek")
    judith.follows(TITLE)
    judith.follows("Beratung planen")
    for box in judith.page.get_by_role("checkbox").all():
        box.check()
    judith.presses("Einladungen verschicken")


def _advises(adviser: Desk, view: str) -> None:
    adviser.opens("/")
    adviser.follows("Eine Einladung zu einer Beratung beantworten")
    adviser.presses("Ich mache mit")
    adviser.follows("Perspektive schreiben")
    adviser.writes({"Ihre Perspektive": view})
    adviser.presses("Ansehen")
    adviser.presses("So abgeben")
    adviser.ticks("ja")
    adviser.presses("Antworten senden")


def _reveals(judith: Desk) -> None:
    judith.opens("/")
    judith.follows("Die Perspektiven gemeinsam aufdecken")
    judith.follows("Durchsehen und aufdecken")
    judith.presses("Alle Perspektiven aufdecken")


def _concludes(anna: Desk) -> None:
    anna.opens("/")
    anna.follows("Sagen, was Ihnen hilft")
    anna.follows("Ergebnisblatt schreiben")
    anna.writes({"Was hilft": "Die Idee mit der Fahrgemeinschaft.", "Erster Schritt": "Ich rufe morgen im Betrieb an."})
    anna.presses("Ansehen")
    anna.presses("Ergebnisblatt so verschicken")


def _proposes(judith: Desk) -> None:
    judith.opens("/themen")
    judith.follows("Mobilität im ländlichen Raum")
    judith.follows("Vorschlag als Einschätzung machen")
    judith.writes(
        {
            "Kurztitel": "Der Weg zur ersten Schicht",
            "Was gebraucht wird": "Die Schicht beginnt vor dem ersten Bus.",
            "Idee": "Acht Wochen Überbrückung, von allen Häusern gleich bewilligt.",
        }
    )
    judith.presses("Speichern und zweite Moderation fragen")


def _seconds(nadja: Desk) -> None:
    nadja.opens("/")
    nadja.follows("Einen Vorschlag als zweite Moderation lesen")
    nadja.presses("Vorschlag mittragen")


def _decides(birgit: Desk) -> None:
    birgit.opens("/")
    birgit.follows("Über einen Vorschlag entscheiden")
    birgit.follows("Vorschlag beantworten")
    birgit.ticks("Empfehlen")
    birgit.writes({"Begründung": "Das betrifft mehrere Häuser, und jedes kann für sich anfangen."})
    birgit.presses("Antwort speichern")


def _subject(letter: Envelope) -> str:
    return str(make_header(decode_header(message_from_bytes(letter.content or b"")["Subject"])))


def _traces_of_the_person(network: Network, author: Desk, postbox: Postbox, log: StringIO) -> list[str]:
    wanted = pieces((NAME, STREET, NUMBER))
    found = [one for name, content in of_the_database().items() for one in traces(name, content, wanted)]
    found += traces("log", log.getvalue().encode(), wanted)
    for letter in postbox.letters:
        mail = message_from_bytes(letter.content or b"")
        found += traces("mail", mail.get_payload(decode=True) + (letter.content or b""), wanted)
    for desk in network.desks:
        found += traces(f"cookie of {desk.who}", repr(desk.context.cookies()).encode(), wanted)
        if desk is not author:
            found += traces(f"page of {desk.who}", "".join(desk.received).encode(), wanted)
    return found
