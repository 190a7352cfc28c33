"""What stays in a text and singles somebody out: courts, the press, violent deaths, bodies, kin of known people."""

import pytest

from caseboard.anonymize import Decisions, SafeText, estimate, strip_fields
from caseboard.anonymize.residue import traits

COURT = """Der Prozess vor dem Landgericht läuft noch.
Die Verhandlung am Landgericht zieht sich.
Das Urteil vom Oberlandesgericht kam gestern.
Vor dem Schwurgericht wird verhandelt.
Er muss sich vor dem Schöffengericht verantworten.
Der Mordprozess endet im Mai.
Im Strafprozess schweigt er.
Er ist angeklagt.
Sie wurde im Mai verurteilt.
Er wurde freigesprochen.
Er ist vorbestraft.
Die Angeklagte schweigt.
Der Bruder steht vor Gericht.
Sie stand damals vor Gericht.
Sie ist Nebenklägerin.
Die Hauptverhandlung ist im Mai.
Die Staatsanwaltschaft hat gegen ihn ermittelt.
Es wurde Anklage erhoben.
Die Anklageschrift liegt vor.
Der Prozess vor dem Amtsgericht dauert."""
PRESS = """Die Zeitung hat über ihn berichtet.
Die Zeitung berichtete darüber.
Eine Zeitung schrieb über die Familie.
Die Presse schrieb davon.
Die Lokalpresse hat ihn porträtiert.
Das Fernsehen hat sie gefilmt.
Ein Fernsehteam filmte im Haus.
Der Rundfunk hat es gesendet.
Ein Kamerateam hat sie interviewt.
Ein Reporter interviewte ihn.
Reporter haben das Haus belagert.
Ein Journalist hat darüber geschrieben.
Journalisten recherchierten im Haus.
Die Reporterin hat sie fotografiert.
Eine Illustrierte druckte das Bild.
Das Boulevardblatt brachte es groß.
Die Medien haben darüber berichtet.
Der Radiosender hat das Gespräch ausgestrahlt.
Sie wurde interviewt von einem Reporter.
Es wurde abgedruckt in der Zeitung."""
DEATH = """Der Sohn hat sich vor den Zug geworfen.
Er warf sich vor einen Güterzug.
Der Mann hat sich das Leben genommen.
Sie nahm sich das Leben.
Der Suizid des Bruders belastet sie.
Nach dem Selbstmord der Mutter zog er um.
Der Vater hat sich erhängt.
Er wurde erschlagen.
Sie wurde erwürgt.
Der Nachbar wurde umgebracht.
Der Bruder kam bei einem Unfall ums Leben.
Sein Freund ist ums Leben gekommen.
Der Onkel ist tödlich verunglückt.
Sie ist von der Brücke gesprungen.
Er wurde tot aufgefunden.
Die Leiche lag im Keller.
Das Haus ist explodiert.
Es gab ein Todesopfer.
Der Attentäter war sein Freund.
Er ist überfahren worden."""
BODY = """Er ist 2,05 m groß.
Er ist 2.10 m groß.
Er ist 203 cm groß.
Er ist zwei Meter groß.
Er ist zwei Meter zehn groß.
Er wiegt 180 kg.
Sie wog 210 Kilo.
Sein Gewicht: 165 kg.
Er ist 190 kg schwer.
Sie ist kleinwüchsig.
Der Kleinwuchs fällt auf.
Er ist blind.
Sie ist fast blind.
Er hat einen Blindenhund.
Ein Blindenführhund begleitet sie.
Der Sohn ist gehörlos.
Er ist taubstumm.
Sie ist taubblind.
Er ist einarmig.
Er ist im Gesicht tätowiert."""
KIN = """Sie ist die Witwe des Bürgermeisters.
Sie ist Schwester des Attentäters.
Er ist der Sohn des Pfarrers.
Die Tochter der Bürgermeisterin sucht Arbeit.
Die Frau des Landrats hilft.
Der Bruder der Landrätin trinkt.
Er ist ein Neffe des Ministers.
Die Nichte eines Abgeordneten ist dabei.
Der Mann der Schulleiterin zahlt.
Die Mutter des Mörders wohnt nebenan.
Der Vater des Getöteten ist krank.
Die Familie des Amokläufers zog weg.
Die Schwester des Chefarztes half.
Die Enkelin des Altbürgermeisters kam.
Der Schwager des Feuerwehrkommandanten zahlt.
Die Cousine der Weinkönigin half.
Der Onkel des Dekans half.
Die Tante des Bischofs half.
Das Kind des Vereinsvorsitzenden weint.
[Tochter] des Oberbürgermeisters ist krank."""
PERSONAL = """Sie ist transgender.
Die transidente Tochter zog aus.
Der transsexuelle Kunde sucht Arbeit.
Sie ist eine Transfrau.
Er ist ein Transmann.
Eine trans Frau sucht Arbeit.
Ein trans Mann sucht Arbeit.
Das Kind ist intersexuell.
Die Person ist intergeschlechtlich.
Sie lebt nichtbinär.
Sie ist nicht-binär.
Er ist schwul.
Das schwule Paar trennt sich.
Sie ist lesbisch.
Als Lesbe wurde sie verfolgt.
Er ist homosexuell.
Er ist bisexuell.
Sie ist queer.
Nach der Geschlechtsangleichung sucht sie Arbeit.
Er tritt als Drag Queen auf."""


def rows(kind: str, sentences: str) -> list[tuple[str, str]]:
    """Each sentence with the kind of trait that it has to have."""
    return [(kind, sentence) for sentence in sentences.splitlines()]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *rows("EVENT", COURT),
        *rows("EVENT", PRESS),
        *rows("EVENT", DEATH),
        *rows("HEALTH", BODY),
        *rows("OFFICE", KIN),
        *rows("PERSONAL", PERSONAL),
        ("FAMILY", "Sie hat Sechslinge."),
    ],
)
def test_what_anybody_could_look_up_or_see_is_red(kind: str, text: str) -> None:
    assert kind in {trait.kind for trait in traits(text)}
    assert estimate([SafeText.trusted(text)]).written.light == "red"


@pytest.mark.parametrize(
    "text",
    [
        "Der Kunde liest die Zeitung.",
        "Sie trägt die Zeitung aus.",
        "Die Stelle stand in der Anzeige, der Sender passt nicht.",
        "Die Klage vor dem Sozialgericht läuft noch.",
        "Das Insolvenzverfahren beim Amtsgericht läuft.",
        "Die Räumungsklage vor dem Amtsgericht läuft noch.",
        "Das Amtsgericht hat die Betreuung angeordnet.",
        "Im Prozess der Beratung wird vieles klar.",
        "Die Prozesskostenhilfe ist bewilligt.",
        "Er wurde zur Zahlung verurteilt.",
        "Er hat Suizidgedanken und ist suizidal.",
        "Die Mutter ist gestorben.",
        "Das Leben ist teuer, die Preise sind explodiert.",
        "Er lief vor die Tür und warf die Tür zu.",
        "Er ist 1,80 m groß und wiegt 80 kg.",
        "Das Kind ist 1,20 m groß und wiegt 25 kg.",
        "Er kann 200 kg heben.",
        "Sie vertraut ihm blind.",
        "Der Transport ist transparent geregelt, das Gespräch interessant.",
        "Die Tochter der Kundin und die Frau des Vermieters kommen.",
        "Der Sohn des Nachbarn hilft.",
    ],
)
def test_ordinary_life_stays(text: str) -> None:
    assert list(traits(text)) == []


@pytest.mark.parametrize(
    "raw",
    [
        "Der Prozess vor dem Landgericht läuft noch.",
        "Die Zeitung hat über ihn berichtet.",
        "Das Haus ist explodiert.",
        "Sie ist Schwester des Attentäters.",
        "Der Sohn hat sich vor den Zug geworfen.",
        "Er ist blind und hat einen Blindenhund.",
        "Er ist 2,05 m groß und wiegt 180 kg.",
        "Sie hat Sechslinge geboren.",
        "Sie ist die Witwe des Bürgermeisters.",
        "Er ist schwul.",
    ],
)
def test_what_the_anonymiser_leaves_standing_is_red_as_well(raw: str) -> None:
    assert strip_fields({"text": raw}).risk.light == "red"


def test_a_personal_trait_can_be_hidden() -> None:
    done = strip_fields({"text": "Er ist schwul und sucht Arbeit."}, decisions=Decisions.of(coarser=["hide:schwul"]))

    assert done.texts["text"] == "Er ist [Angabe] und sucht Arbeit."
    assert done.risk.light == "green"
