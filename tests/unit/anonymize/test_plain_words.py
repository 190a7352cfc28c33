"""Words that are names elsewhere in the text and mean themselves here, and names that stand almost alike."""

import pytest

from caseboard.anonymize import strip_fields


def _hidden(raw: str, word: str) -> int:
    """How often a word goes; who is called so has been introduced with a title."""
    text = f"Termin mit Frau {word} am Montag. {raw}"
    found = strip_fields({"text": text}).finds
    return sum(text[f.start : f.end].rstrip(".").endswith(word) and f.kind == "PERSON" for f in found) - 1


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("Im Flur steht dauernd Rauch, weil der Ofen nicht zieht.", "Rauch"),
        ("Der Bruder verliest mit Stolz das Schreiben des Amtes.", "Stolz"),
        ("Sie sagt es voller Stolz.", "Stolz"),
        ("Er hat es aus Zorn getan.", "Zorn"),
        ("Die Nachbarn nennen ihn „unseren Ritter“ und lachen.", "Ritter"),
        ("Bei Sturm kommt sie nicht aus dem Haus.", "Sturm"),
        ("Er arbeitet draußen, auch bei Regen.", "Regen"),
        ("Ihr Mann war Schäfer von Beruf.", "Schäfer"),
        ("Ihr Vater war Gerber, die Mutter nähte.", "Gerber"),
        ("Bis 2019 war er als Brenner beschäftigt.", "Brenner"),
        ("Da gibt es auch Hering in Sahne.", "Hering"),
        ("Freitags gab es immer Reis mit Soße.", "Reis"),
        ("Ein Sack Reis steht im Flur.", "Reis"),
        ("Er kocht lieber Reis als Nudeln.", "Reis"),
        ("Der geschnitzte Bär steht auf dem Brett.", "Bär"),
        ("Er ist ein einsamer Wolf und bleibt es.", "Wolf"),
        ("Mit leisem Stolz lehnt er ab.", "Stolz"),
        ("Das ist kein Wunder bei der Miete.", "Wunder"),
        ("Roß und Reiter nennt er nicht.", "Reiter"),
        ("Mit Salz und Pfeffer wird es besser.", "Salz"),
        ("Der Mann ist an Krebs erkrankt.", "Krebs"),
        ("Fromm war sein Wunsch, mehr nicht.", "Fromm"),
        ("Kühn gesagt: Das wird nichts.", "Kühn"),
        ("Der Zorn der Kundin war groß.", "Zorn"),
        ("Ist das Ihr Ernst? Das geht nicht.", "Ernst"),
        ("Im Treppenhaus riecht es nach Kohl.", "Kohl"),
    ],
)
def test_the_thing_stays(raw: str, word: str) -> None:
    assert _hidden(raw, word) == 0


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("Rauch ruft morgen an.", "Rauch"),
        ("Heute mit Stolz telefoniert.", "Stolz"),
        ("Der alte Wolf war auch dabei.", "Wolf"),
        ("Ein gewisser Wolf rief an.", "Wolf"),
        ("Sturm ruft morgen an.", "Sturm"),
        ("Laut Schäfer ist alles erledigt.", "Schäfer"),
        ("Dann hat Brenner unterschrieben.", "Brenner"),
        ("Hering gibt die Unterlagen ab.", "Hering"),
        ("Reis war heute nicht da.", "Reis"),
        ("Krebs will zurück in die Werkstatt.", "Krebs"),
        ("Die Chefin, Schnee, hat zugesagt.", "Schnee"),
        ("Akte Kummer an die Leistung.", "Kummer"),
        ("Der Antrag von Salz ist vollständig.", "Salz"),
        ("Fromm kam ohne Unterlagen.", "Fromm"),
        ("Habt ihr Wolf schon gefragt?", "Wolf"),
    ],
)
def test_the_person_goes(raw: str, word: str) -> None:
    assert _hidden(raw, word) == 1


def test_in_capitals_too() -> None:
    text = "ANRUF VON HERRN ERNST WEGEN DER MIETE. ES IST ERNST. WOHNUNG IST GEKÜNDIGT, BITTE RÜCKRUF."
    found = strip_fields({"text": text}).finds
    assert [text[f.start : f.end] for f in found if f.kind == "PERSON"] == ["ERNST"]


def test_the_plural_of_a_plant_in_small_letters() -> None:
    text = "ich bin die tochter von frau rose sie hat garten mit rosen und ist sehr lieb zu uns allen hier"
    found = strip_fields({"text": text}).finds
    assert [text[f.start : f.end] for f in found if f.kind == "PERSON"] == ["rose"]


@pytest.mark.parametrize(
    "raw",
    [
        "Der Geier holt ihn sonst, sagt sie.",
        "Herr Beierlein sagt, Rücken. Ehrlich gesagt glaube ich es.",
        "Auf dem Zettel „za decu“ ist Serbisch und heißt etwas für Kinder.",
    ],
)
def test_words_nobody_is_called_by_here(raw: str) -> None:
    found = [raw[f.start : f.end] for f in strip_fields({"text": raw}).finds if f.kind == "PERSON"]
    assert set(found) <= {"Beierlein"}


def test_an_adjective_that_seems() -> None:
    assert _hidden("Wunderlich erscheint uns, dass der Lohn fehlt.", "Wunderlich") == 0


def test_how_a_letter_sounds_names_nobody_and_spelling_does() -> None:
    found = strip_fields({"text": "Herr Gruber mit weichem B wie Berta. Zeugin: L wie Ludwig, E wie Emil."}).finds
    assert [f.surface for f in found if f.kind == "PERSON"] == ["Gruber", "L wie Ludwig, E wie Emil"]


@pytest.mark.parametrize("raw", ["Ich heiße Reis wie der Reis.", "Name: Reis wie Reis im Topf, ein Witz."])
def test_the_word_that_explains_the_name(raw: str) -> None:
    found = strip_fields({"text": raw}).finds
    assert [(f.start, f.surface) for f in found if f.kind == "PERSON"][1:] == []


@pytest.mark.parametrize(
    "raw",
    [
        "Er hat Parkinson.",
        "Morbus Basedow seit Jahren.",
        "Beginnender Parkinson.",
        "Die Oma (Alzheimer, Pflegegrad 3) kam.",
        "Der Sohn (Asperger) bleibt daheim.",
        "Der Bruder (Crohn seit 2019) hilft.",
    ],
)
def test_an_illness_called_by_a_name_is_no_person(raw: str) -> None:
    kinds = {find.kind for find in strip_fields({"text": raw}).finds}

    assert kinds == {"HEALTH"}


@pytest.mark.parametrize(
    "raw", ["Frau Parkinson kam.", "Anruf an Addison, Peter.", "Peter Crohn hat angerufen.", "Der Sohn (Kevin)."]
)
def test_people_are_called_like_illnesses(raw: str) -> None:
    assert any(find.kind == "PERSON" for find in strip_fields({"text": raw}).finds)


@pytest.mark.parametrize(
    "raw",
    [
        "Die Kita-Tage sind gestrichen.",
        "Schulmensa, Kita-Küche, Nachhilfe und Hallenbad.",
        "Die Hort-Plätze sind rar, der Praxis-Alltag ist voll.",
        "Ein Klinik-Aufenthalt steht an.",
        "Die Kita-Gebühren und die Kita-Leitung sind neu.",
    ],
)
def test_what_a_house_has_is_not_its_name(raw: str) -> None:
    assert strip_fields({"text": raw}).texts["text"] == raw


@pytest.mark.parametrize("raw", ["Die Kita-Regenbogen rief an.", "Sie war in der Praxis-Wegner.", "Kita-Sonnenblume."])
def test_how_a_house_is_called_goes_also_with_a_hyphen(raw: str) -> None:
    assert any(find.kind in ("ORG", "PERSON") for find in strip_fields({"text": raw}).finds)
