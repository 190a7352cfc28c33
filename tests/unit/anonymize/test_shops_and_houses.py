"""Houses by their compound, their town, their trade, their half word, their year; and rivers that are words."""

import pytest

from caseboard.anonymize.recognizers.branch_names import BranchNames
from caseboard.anonymize.recognizers.local_names import LocalNames
from caseboard.anonymize.recognizers.trade_houses import TradeHouses
from tests.unit.anonymize.covering import uncovered
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Treffpunkt um 12 beim Metzger Gagel.", "Metzger Gagel"),
        ("Er war zum Wirt Huber gegangen.", "Wirt Huber"),
        ("Treffpunkt ist beim Bäcker Roth.", "Bäcker Roth"),
        ("Fleisch vom Metzger Sponsel geholt.", "Metzger Sponsel"),
        ("Lehre beim Schreiner Zirngibl abgebrochen.", "Schreiner Zirngibl"),
        ("Das Auto steht beim Schlosser Pabst.", "Schlosser Pabst"),
        ("Er lernt beim Elektriker Nagel.", "Elektriker Nagel"),
        ("Er jobbt beim Bauer Lochner im Stall.", "Bauer Lochner"),
        ("Nächste Runde beim Wirt am Tor, am Freitag.", "Wirt am Tor"),
        ("Er holt Brot beim Bäcker an der Brücke.", "Bäcker an der Brücke"),
        ("Wurst vom Metzger am Eck.", "Metzger am Eck"),
        ("Er isst oft beim Wirt zum Hirschen.", "Wirt zum Hirschen"),
        ("Sie kommt aus der Église du Réveil und singt dort.", "Église du Réveil"),
        ("Er betet in der Iglesia de Dios.", "Iglesia de Dios"),
        ("Sonntags ist er in der Chiesa della Pace.", "Chiesa della Pace"),
        ("Er hilft in der Assemblée de Dieu.", "Assemblée de Dieu"),
        ("Sie ist Mitglied der House of Prayer.", "House of Prayer"),
        ("Sie tanzt im Centro Cultural do Brasil.", "Centro Cultural do Brasil"),
        ("Er hilft dem Bauern Lochner beim Heuen.", "Bauern Lochner"),
        ("um zwölf beim metzger gagel hat er gesagt aber er kam dann doch nicht", "metzger gagel"),
    ],
)
def test_shops_by_whoever_runs_them_and_houses_of_other_languages(raw: str, name: str) -> None:
    assert surfaces(TradeHouses, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Er war beim Bäcker am Montag und beim Friseur am Abend.",
        "Beim Metzger Fleisch gekauft und beim Bäcker Brot.",
        "Ist beim Friseur Termin um drei?",
        "Er hat die Lehre zum Schreiner im zweiten Jahr beendet.",
        "Umschulung zum Maler an der Berufsschule.",
        "Umschulung zum Elektriker am Nachmittag.",
        "Er wurde vom Bauer nie bezahlt.",
        "Maria de Souza und Vasco da Gama.",
        "Er holt Café au lait.",
        "er war beim friseur und dann beim bäcker um die ecke und hat nichts gekauft",
    ],
)
def test_trades_alone_and_people_are_no_shops(raw: str) -> None:
    assert surfaces(TradeHouses, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("AVGS für Kompass Bildungswege, Jobcoach", "Kompass Bildungswege"),
        ("| AG | Rottaler Backwelt | Minijob |", "Rottaler Backwelt"),
        ("| Altfelder Backwerk |", "Altfelder Backwerk"),
        ("Praktikum in der Fränkischen Genussinsel möglich", "Fränkischen Genussinsel"),
        ("von Horizont Bildungsraum kam die Bestätigung", "Horizont Bildungsraum"),
        ("Maßnahme bei Wegweiser Lernwelten, Beginn im Mai", "Wegweiser Lernwelten"),
    ],
)
def test_compounds_that_call_themselves_a_branch(raw: str, name: str) -> None:
    assert surfaces(BranchNames, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Er sucht Lern- und Spielräume für die Kinder.",
        "Es gibt neue Bildungswege und Lebenswege.",
        "Termin für Beratung Bildungswege fehlt.",
        "| Arbeitsraum | Werkstatt | Küche |",
    ],
)
def test_such_compounds_alone_stay(raw: str) -> None:
    assert surfaces(BranchNames, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Sie ist bei der Wasserwacht Ochsenfurt dabei.", "Wasserwacht Ochsenfurt"),
        ("Die Bergwacht Rhöntal hat ihn geholt.", "Bergwacht Rhöntal"),
        ("Beratung durch den Pflegestützpunkt Haßberge erfolgt.", "Pflegestützpunkt Haßberge"),
        ("Die Soforthilfe des Bürgerfonds Amperland kam an.", "Bürgerfonds Amperland"),
        ("Geld vom Hilfsfonds Altmühltal für den Kühlschrank.", "Hilfsfonds Altmühltal"),
        ("sein Spitzname beim FC Jura 05 ist bekannt", "FC Jura 05"),
        ("Beim SV Rimpar 07 hat er Fußball gespielt.", "SV Rimpar 07"),
        ("Der VfL Spessart 1946 hat ihm eine Jacke gegeben.", "VfL Spessart 1946"),
        ("Sohn besucht die Grund- und Mittelschule am Wasserturm.", "Grund- und Mittelschule am Wasserturm"),
        ("Sie arbeitet im Alten- und Pflegeheim Marienhöhe.", "Alten- und Pflegeheim Marienhöhe"),
        ("Die Kinder- und Jugendhilfe Sonnenau schreibt.", "Kinder- und Jugendhilfe Sonnenau"),
        ("der sohn geht in die grund- und mittelschule am turm und mag es", "grund- und mittelschule am turm"),
        ("Die Rechnung von Licht und Raum über die Lampen ist offen.", "Licht und Raum"),
        ("Zurzeit steht er bei Kachel und Fuge auf der Lohnliste.", "Kachel und Fuge"),
        ("Er ist im Wohn- und Pflegezentrum Lindenhof.", "Wohn- und Pflegezentrum Lindenhof"),
    ],
)
def test_the_whole_name_of_the_house_goes(raw: str, name: str) -> None:
    assert uncovered(raw, name) == []


@pytest.mark.parametrize(
    ("raw", "river"),
    [
        ("er sitzt am Ufer des Regen und angelt", "Regen"),
        ("Das Haus liegt im Tal der Ohm.", "Ohm"),
        ("An der Mündung des Inn steht ein Boot.", "Inn"),
        ("Sie wohnt an der Quelle der Eger.", "Eger"),
        ("Sie wohnt jetzt bei uns, Hausname Schmiedhof.", "Schmiedhof"),
        ("Hausname: Bachschuster, im Dorf bekannt", "Bachschuster"),
        ("Der Hausname ist Zieglerbauer, steht so im Grundbuch.", "Zieglerbauer"),
        ("Der Hof, vulgo Kramer, ist verpachtet.", "Kramer"),
    ],
)
def test_rivers_that_are_words_and_farms(raw: str, river: str) -> None:
    assert river in surfaces(LocalNames, raw)


@pytest.mark.parametrize(
    "raw",
    [
        "Er lief im Regen nach Hause.",
        "Am Ufer des Sees liegt Müll.",
        "Die Quelle des Ärgers.",
        "Im Tal der Tränen.",
        "Der Hausname fehlt, einen Hofnamen hat er auch nicht.",
    ],
)
def test_other_waters_and_words_stay(raw: str) -> None:
    assert surfaces(LocalNames, raw) == []
