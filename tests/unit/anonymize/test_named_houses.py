"""Houses called by a phrase, and landscapes; beside them what looks so and is none."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.recognizers.branch_names import BranchNames
from caseboard.anonymize.recognizers.local_names import LocalNames
from caseboard.anonymize.recognizers.named_houses import NamedHouses
from tests.unit.anonymize.covering import uncovered
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Das sagt Frau Meier vom Haus- und Grundbesitzerverein.", "Haus- und Grundbesitzerverein"),
        ("Er hilft beim Obst- und Gartenbauverein mit.", "Obst- und Gartenbauverein"),
        ("Sie tanzt im Heimat- und Trachtenverein.", "Heimat- und Trachtenverein"),
        ("Er ging zum Geflügel- und Kaninchenzuchtverein.", "Geflügel- und Kaninchenzuchtverein"),
        ("Im Winter hat sie auf der Tannenhütte bedient.", "Tannenhütte"),
        ("Er hat in der Kaiseralm gekocht.", "Kaiseralm"),
        ("Saisonstelle auf der Rotwandhütte bis Oktober.", "Rotwandhütte"),
        ("Post geht an den Verein Hand in Hand im Ort.", "Hand in Hand"),
        ("Schreiben des Vereins Tür an Tür vom Mai.", "Tür an Tür"),
        ("Sie hilft im Laden Kopf an Kopf am Montag.", "Kopf an Kopf"),
        ("Initiative „Mensch für Mensch“ hat angerufen.", "Mensch für Mensch"),
        ("Postadresse c/o Wärmestube Bruder Konrad.", "Wärmestube Bruder Konrad"),
        ("Er schläft in der Herberge Pater Rupert.", "Herberge Pater Rupert"),
        ("Sie wohnt im Altenheim Mutter Teresa.", "Altenheim Mutter Teresa"),
        ("BRUDER PASTOR IKENNA (CHRIST THE ROCK CHAPEL) IST DA.", "CHRIST THE ROCK CHAPEL"),
        ("ER GEHT IN DIE HOUSE OF PRAYER AM SONNTAG UND SINGT.", "HOUSE OF PRAYER"),
        ("Sie hat im Chor Afro-Gospel Mittelschwaben gesungen.", "Chor Afro-Gospel Mittelschwaben"),
        ("Er spielt im Trommelprojekt Ost-West Augsburg mit.", "Trommelprojekt Ost-West Augsburg"),
        ("Vertrag mit Pflegeengel24 läuft.", "Pflegeengel24"),
        ("mein kurs bei euro akademie ist fertig ich habe sprache geschafft", "euro akademie"),
        ("ich arbeite seit mai bei regenbogen bäckerei und habe frei am montag", "regenbogen bäckerei"),
    ],
)
def test_houses_called_by_a_phrase(raw: str, name: str) -> None:
    assert surfaces(NamedHouses, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Er wohnt im Alten- und Pflegeheim.",
        "Sie war auf der Berghütte und hat bedient.",
        "Er stand auf der Baustelle und hat gekocht.",
        "Die Wanderung auf der Tannenhütte war schön.",
        "Die Werkstatt Schritt für Schritt aufbauen.",
        "Alle arbeiten Hand in Hand.",
        "Im Krankenhaus Mutter Irina getroffen.",
        "Er lebt mit Bruder Konrad zusammen.",
        "DER PROOF OF DELIVERY FEHLT UND DIE STATE OF THE ART AUCH.",
        "ich war bei der akademie und bei psychologischer praxis und bei problemen praxis anrufen",
    ],
)
def test_what_looks_like_such_a_house(raw: str) -> None:
    assert surfaces(NamedHouses, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("er wurde gestern in der unterkunft mering-st. afra abgeholt und weint", "mering-st. afra"),
        ("bitte sofort straßenambulanz st. franz anrufen der mann hustet blut", "franz"),
        ("Resi: Baran wurde gestern in der unterkunft mering-st. afra abgeholt", "mering-st. afra"),
        ("sie kann in die kita st. martin gehen aber nur bis zwölf uhr", "martin"),
        ("das wohnheim sankt josef hat ihn genommen sagt er und er bleibt", "josef"),
    ],
)
def test_saints_in_small_letters(raw: str, name: str) -> None:
    assert uncovered(raw, name) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Kosten lt. Nord-Süd Verkehrspsychologie 900 Euro.", "Nord-Süd Verkehrspsychologie"),
        ("Termin bei Kranz Sportmedizin am Ring.", "Kranz Sportmedizin"),
        ("Er wird von Hirschböck Verhaltenstherapie betreut.", "Hirschböck Verhaltenstherapie"),
    ],
)
def test_practices_by_their_field(raw: str, name: str) -> None:
    assert surfaces(BranchNames, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Termin Verkehrspsychologie fehlt.",
        "Sie hat mit Amira Verhaltenstherapie begonnen.",
        "Überweisung an die Schlafmedizin.",
        "Er bekommt dort Gruppentherapie und Sporttherapie.",
    ],
)
def test_fields_alone_stay(raw: str) -> None:
    assert surfaces(BranchNames, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Die Familie kam aus den Dolomiten.", "Dolomiten"),
        ("Er kommt aus der Bukowina.", "Bukowina"),
        ("Sie fährt nach Masuren.", "Masuren"),
        ("Ein Dorf in den Karpaten.", "Karpaten"),
        ("Zwischen Wohnung und Arbeit liegt nun einmal der Regen.", "Regen"),
        ("Er wohnt jenseits des Regen.", "Regen"),
        ("Zwischen Haus und Stall fließt die Leine.", "Leine"),
    ],
)
def test_landscapes_and_rivers(raw: str, name: str) -> None:
    assert set(surfaces(LocalNames, raw)) == {name}


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("meine verwandten aus srebrenica schreiben wieder briefe punkt das ist schön", "srebrenica"),
        ("sie kommt aus prijedor und er aus tuzla sagt sie heute und geht", "prijedor"),
        ("er ist nach debrecen gefahren und kommt erst im mai wieder zu uns", "debrecen"),
    ],
)
def test_towns_in_small_letters(raw: str, name: str) -> None:
    assert uncovered(raw, name) == []


@pytest.mark.parametrize(
    "raw",
    [
        "er arbeitet in kurzarbeit und geht nach feierabend nach hause",
        "sie hat aus versehen angerufen und ist in mutterschutz und in quarantäne",
        "das hat er aus eifersucht gemacht und war danach in psychotherapie",
        "nach rücksprache mit der ärztin ist sie in elternzeit gegangen",
        "er ist in rente und in insolvenz und kommt nach ostern",
    ],
)
def test_states_in_small_letters_are_no_towns(raw: str) -> None:
    assert strip(raw) == raw


@pytest.mark.parametrize("raw", ["Bei Regen ging es schlechter.", "Er geht im Regen.", "Die Leine liegt im Flur."])
def test_weather_and_things_are_no_rivers(raw: str) -> None:
    assert strip(raw) == raw


@pytest.mark.parametrize("raw", ["Sie kam über Herzenswärme24 aus Polen.", "Vertrag mit Pflegeengel24 läuft."])
def test_the_number_in_a_name_goes_too(raw: str) -> None:
    assert "24" not in strip(raw)
