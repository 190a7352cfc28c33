"""Offences, disasters, the missing and television single somebody out; what only sounds like them does not."""

import pytest

from caseboard.anonymize import Decisions, SafeText, estimate, strip_fields
from caseboard.anonymize.residue import traits

OFFENCES = """Er saß wegen Postraubs in Haft.
Nach dem Tankstellenüberfall zog er weg.
Sie wird der Brandstiftung verdächtigt.
Der Brandstifter wohnt nebenan.
Sie kam durch Menschenhandel nach Deutschland.
Er wurde wegen schwerer Erpressung verurteilt.
Der Lehrer wurde wegen sexuellen Missbrauchs suspendiert.
Er sitzt seit Jahren wegen Entführung.
Die Vergewaltigung auf dem Weinfest war 2019.
Er war an einem Raubüberfall beteiligt."""
DISASTERS = """Bei der Flut verlor sie ihr Haus.
Seit der Flutnacht lebt er hier.
Sie kommt aus dem Ahrtal.
Nach dem Tornado war das Dach weg.
Der Akku ist explodiert.
Im Hof explodierte die Gasflasche.
Die Werkstatt war explodiert.
Nach dem Flugzeugabsturz war sie allein.
Er kam in die Schlammlawine.
Die Hochwasserkatastrophe hat alles zerstört."""
MISSING = """Die Tochter wird seit 2019 vermisst.
Sein Bruder ist seit dem Krieg vermisst.
Der Vater gilt seit Jahren als verschollen.
Der Sohn wurde vermisst gemeldet.
Es gibt eine Vermisstenanzeige.
Die Schwester ist spurlos verschwunden.
Bei dem Unfall starben drei Menschen.
Zwei Kollegen starben im Werk.
Es war ein Unfall mit zwei Toten.
Damals gab es einen Toten, es gab drei Tote."""
SEEN = """Er war Kandidat bei Wer wird Millionär.
Sie war Kandidatin in einer Quizshow.
Er trat in einer Talkshow auf.
In der Castingshow hat sie mitgemacht.
Sie gewann im Lotto.
Er hat letztes Jahr im Lotto gewonnen.
Der Lottogewinn ist weg.
Sie hatte eine Million im Lotto.
Der Saale-Kurier berichtete über ihn.
Es gab einen Artikel in der Fulda-Post."""
BODIES = """Er verlor beide Arme.
Sie hat im Krieg ein Bein verloren.
Er verlor das linke Auge."""
ONLY_ONE = """Sie ist Hebamme, einzige im Landkreis.
Er ist Müller, letzter im Dorf.
Er arbeitet als einziger Hufschmied im Tal."""
ORDINARY = """Er wartet auf eine Flut von Anträgen.
In der Flut von Mails ging es unter.
Das Projekt bekam eine Million Euro Fördermittel.
Er sitzt in Haft und wird bald entlassen.
Er saß wegen Fahrens ohne Führerschein in Haft.
Er war wegen Diebstahls und Betrugs in Haft.
Nach der Trennung zog sie um.
Er hatte einen Unfall und ist krank.
Der Arbeitsunfall wurde gemeldet, der Arm ist verletzt.
Er suchte Feuer für die Zigarette.
Die Kosten sind explodiert, die Mietpreise explodierten.
Der Kunde ist im Gespräch fast explodiert.
Sie vermisst ihre Familie in der Heimat.
Das Formular wird seit Mai vermisst.
Die Unterlagen sind verschollen.
Er ist Kandidat für die Maßnahme.
Sie ist Kandidatin bei der Firma.
Sie schaut gern Kochshows und Quizsendungen.
Er spielt Lotto und hofft.
Sie hat noch nie im Lotto gewonnen, er hat im Lotto noch nie gewonnen.
Er wurde wegen Alkoholmissbrauchs entlassen.
Wegen Missbrauchs von Leistungen wurde er verurteilen lassen.
Missbrauchserfahrungen in der Kindheit belasten sie.
Sie hat ihn aus den Augen verloren.
Er verlor den Job und die Geduld.
Drei Kinder leben bei ihr, zwei Personen haben sich beworben.
Beide Eltern starben früh.
Sie räumt Artikel in das Regal und schreibt einen Artikel.
Der Träger hat darüber berichtet.
Die Deutsche Post hat über den Antrag geschrieben.
Der Paketkurier hat darüber berichtet.
Das Bild hat sich über die Jahre geändert.
Die Stadt ist letzte im Landkreis.
Häusliche Gewalt ist bekannt, sie lebt im Frauenhaus."""


def rows(kind: str, sentences: str) -> list[tuple[str, str]]:
    """Each sentence with the kind of trait that it has to have."""
    return [(kind, sentence) for sentence in sentences.splitlines()]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(row for each in (OFFENCES, DISASTERS, MISSING, SEEN) for row in rows("EVENT", each)),
        *rows("HEALTH", BODIES),
        *rows("FAME", ONLY_ONE),
    ],
)
def test_a_fate_that_anybody_can_look_up_is_red(kind: str, text: str) -> None:
    assert kind in {trait.kind for trait in traits(text)}
    assert estimate([SafeText.trusted(text)]).written.light == "red"


@pytest.mark.parametrize("text", ORDINARY.splitlines())
def test_the_ordinary_work_stays(text: str) -> None:
    assert list(traits(text)) == []


@pytest.mark.parametrize(
    "raw",
    [
        "Es gab einen Artikel in der Main-Post darüber.",
        "Die Fränkische Zeitung hat über ihn berichtet.",
        "Nach dem Umzug, über den der BR berichtet hatte, kam sie nicht mehr.",
    ],
)
def test_a_newspaper_that_is_hidden_still_counts(raw: str) -> None:
    done = strip_fields({"text": raw})

    assert "Presse und Rundfunk]" in done.texts["text"]
    assert done.risk.light == "red"
    assert estimate(done.texts.values()).written == done.risk


def test_a_printer_is_no_newspaper_hidden_or_not() -> None:
    raw = {"text": "Der Vogel Verlag hat über ihn geschrieben."}

    assert strip_fields(raw).risk.light == "green"
    assert (
        strip_fields(raw, decisions=Decisions.of(restore=["vogel verlag"], keep=["vogel verlag"])).risk.light == "green"
    )


def test_a_fate_can_be_hidden() -> None:
    raw = {"text": "Er war an der Brandstiftung beteiligt und sucht Arbeit."}
    done = strip_fields(raw, decisions=Decisions.of(coarser=["hide:brandstiftung"]))

    assert done.texts["text"] == "Er war an der [Begebenheit] beteiligt und sucht Arbeit."
    assert done.risk.light == "green"
