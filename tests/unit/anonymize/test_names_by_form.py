"""Names that the form around them shows: cells, ranks, diplomas, greetings with a slip, what somebody is called."""

import pytest

from caseboard.anonymize.recognizers.bare_names import BareNames
from caseboard.anonymize.recognizers.called_names import CalledNames
from caseboard.anonymize.recognizers.chat_names import ChatNames
from caseboard.anonymize.recognizers.listed_names import ListedNames
from caseboard.anonymize.recognizers.name_positions import NamePositions
from caseboard.anonymize.recognizers.titles import Titles
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Zuständig ist der Hausmeister (Wunder, Horst) im Hof.", "Wunder"),
        ("2 | Labor | Cadolzburg | Kummer, Rita | Absage", "Kummer"),
        ("|Herbst, Karl|Lager|", "Herbst"),
        ("Teilnehmende (Kraft, Sabine) fehlt.", "Kraft"),
    ],
)
def test_surname_and_first_name_in_brackets_and_cells(raw: str, name: str) -> None:
    assert name in surfaces(NamePositions, raw)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("2 | Labor | Cadolzburg | Ohr, R. | Absage", "Ohr, R."),
        ("Hausverwaltung (Wunder, H.) anrufen.", "Wunder, H."),
        ("Liste:\nBrand, A.-M.\nKeller, T.", "Brand, A.-M."),
        ("Kurs; Nebel, S.; Pforte", "Nebel, S."),
    ],
)
def test_surname_and_initial_between_the_walls_of_a_cell(raw: str, name: str) -> None:
    assert name in surfaces(NamePositions, raw)


@pytest.mark.parametrize(
    "raw",
    ["| Notiz, A. | Anlage, B. |", "(Absprache, Anruf) und dann weiter.", "| Fürth, Stadt | Bericht, C. |"],
)
def test_papers_in_cells_name_nobody(raw: str) -> None:
    assert surfaces(NamePositions, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Diktat Schönheit vom sechsten Mai Punkt", "Schönheit"),
        ("Diktat Wunder, Absatz", "Wunder"),
        ("Diktatzeichen: Keller\nSehr geehrte Damen", "Keller"),
    ],
)
def test_who_dictates(raw: str, name: str) -> None:
    assert surfaces(NamePositions, raw) == [name]


@pytest.mark.parametrize("raw", ["Diktat Termin vom Montag.", "Diktat Bescheid, Entwurf folgt.", "Diktat vom Mai."])
def test_what_is_dictated_is_nobody(raw: str) -> None:
    assert surfaces(NamePositions, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Der Elektriker Vetter in Vilsbiburg nimmt ihn.", "Vetter"),
        ("Er fängt beim Schreiner Specht an.", "Specht"),
        ("Ein Maler Klammer hat angerufen.", "Klammer"),
        ("Die Friseurin Wachtel bildet aus.", "Wachtel"),
    ],
)
def test_an_occupation_with_its_article_and_a_noun(raw: str, name: str) -> None:
    assert surfaces(NamePositions, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Der Fahrer Termin versäumt, der Kellner Urlaub genommen.",
        "Als Elektriker Arbeit gefunden.",
        "Der Lehrer Mathe und Sport gibt.",
        "Für Maler Farbe besorgt.",
    ],
)
def test_what_somebody_with_an_occupation_gets_is_no_name(raw: str) -> None:
    assert surfaces(NamePositions, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Vermieterin ist Clothilde Freiin v. d. Au, Schloss.", "Clothilde Freiin v. d. Au"),
        ("Inh. ist Korbinian Freiherr v. Thalhamer.", "Korbinian Freiherr v. Thalhamer"),
        ("Verpächter ist Maximilian Graf zu Ortenfels.", "Maximilian Graf zu Ortenfels"),
        ("Mit Egon Ritter von Stahl gesprochen.", "Egon Ritter von Stahl"),
        ("Anna Prinzessin zu Sayn kam.", "Anna Prinzessin zu Sayn"),
    ],
)
def test_a_rank_between_first_name_and_seat(raw: str, name: str) -> None:
    assert name in surfaces(ListedNames, raw)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Dipl.-Psych. van den Berg, die er aufsucht", "van den Berg"),
        ("Gutachterin Dipl.-Psych. de Boer schrieb.", "de Boer"),
        ("Dipl.-Soz. Lang war dabei.", "Lang"),
        ("Herr van der Wiese kommt.", "van der Wiese"),
    ],
)
def test_diplomas_and_dutch_particles(raw: str, name: str) -> None:
    assert name in surfaces(Titles, raw)


@pytest.mark.parametrize("raw", ["TN Verlängerung bis Juni.", "Kd. Belehrung erhalten.", "LB Anmeldung gemacht."])
def test_what_a_participant_gets_is_no_name(raw: str) -> None:
    assert surfaces(Titles, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("bitte frau ruf vormerken für donnerstag sie kommt mit dem kind", "ruf"),
        ("kannst du herrn sorge zurückrufen wegen der wohnung heute noch", "sorge"),
        ("frau zettel einladen für nächste woche wenn noch platz ist", "zettel"),
    ],
)
def test_who_is_to_be_called_in_small_letters(raw: str, name: str) -> None:
    assert surfaces(Titles, raw) == [name]


def test_what_women_do_in_small_letters() -> None:
    raw = "die frau sachen verkaufen wollte und ich muss meiner frau kinder bringen jeden tag"
    assert surfaces(Titles, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("hallo her sommer, ich kann nicht", "sommer"),
        ("Hallo frua Winter, wann ist Termin?", "Winter"),
        ("guten morgen hern blank", "blank"),
        ("Danke fr engel!", "engel"),
        ("08:11 ok. bitte fra stein", "stein"),
    ],
)
def test_greetings_with_a_slip(raw: str, name: str) -> None:
    assert surfaces(ChatNames, raw) == [name]


@pytest.mark.parametrize("raw", ["hallo her mit dem geld", "Und her damit!", "ja hr und so", "komm her sofort"])
def test_her_with_a_small_word_behind_it_is_no_title(raw: str) -> None:
    assert surfaces(ChatNames, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Der Fall, wie ihn die Werkstatt nannte, Floh, lag einfach.", "Floh"),
        ("Er, wie ihn alle nennen, Bär, kam zu spät.", "Bär"),
        ("Sie heißt bei uns Spatz.", "Spatz"),
        ("Der Lehrling hieß bei allen „Igel“, weil er stachlig war.", "Igel"),
        ("Er wird überall Wolf genannt.", "Wolf"),
        ("im Dorf „Hex“ gerufen", "Hex"),
        ("der neue, der heißt nur pfarrer. hat angerufen", "pfarrer"),
        ("Er hieß bei uns nur Floh.", "Floh"),
    ],
)
def test_what_somebody_is_called_among_others(raw: str, name: str) -> None:
    assert set(surfaces(CalledNames, raw)) == {name}


@pytest.mark.parametrize(
    "raw", ["das heißt nur warten.", "Er heißt nur so.", "Das heißt bei uns nichts.", "Wie sie alle nennen wollten."]
)
def test_meaning_something_is_not_being_called_so(raw: str) -> None:
    assert surfaces(CalledNames, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Die Schwester My Linh hilft.", "My Linh"),
        ("Die Cousine Ngoc Anh wartet.", "Ngoc Anh"),
        ("Wir haben Thi Lan gesehen.", "Thi Lan"),
    ],
)
def test_syllables_before_a_name_of_syllables(raw: str, name: str) -> None:
    assert name in surfaces(ListedNames, raw)


def test_a_month_before_a_name_of_syllables() -> None:
    assert surfaces(ListedNames, "Im Mai Linh getroffen.") == ["Linh"]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Schlüssel bei Mo., Mo bis Mi, danach Pforte.", "Mo."),
        ("Lt. Di. abgelehnt, sonst lt. Do. und Zeuge.", "Do."),
        ("sein Fahrrad steht bei Haus, und das Haus zahlt.", "Haus"),
        ("Der Ordner liegt bei Keller.", "Keller"),
        ("Geld gibt es bei Zettel, im Büro.", "Zettel"),
        ("Nr. 2 bitte mit Post klären, bevor wir handeln.", "Post"),
        ("Das muss ich mit Keller noch besprechen.", "Keller"),
    ],
)
def test_a_preposition_that_wants_an_article(raw: str, name: str) -> None:
    assert surfaces(BareNames, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Sie kommt von Mo. bis Fr., ab Di. früher.",
        "Das gilt bei Nacht, bei Regen und bei Licht.",
        "bei Tisch.",
        "Das wollen wir mit Geduld klären.",
    ],
)
def test_days_and_weather_behind_a_preposition(raw: str) -> None:
    assert surfaces(BareNames, raw) == []
