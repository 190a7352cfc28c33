"""Which themes a stripped text is offered."""

import itertools

import pytest

from caseboard import taxonomy
from caseboard.db import command, db
from caseboard.models import Theme, ThemeState
from tests.growing import LINEAR, growth


def offered(text: str) -> list[str]:
    """The ids that are suggested for `text`."""
    return [one.theme_id for one in taxonomy.suggest(text)]


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Die Kita schließt um halb zwei, einen Platz im Hort gibt es nicht.", "kinderbetreuung"),
        ("Ein Kitaplatz fehlt.", "kinderbetreuung"),
        ("Der Dorfbus fährt zweimal am Tag.", "mobilitaet"),
        ("Sie kann keine Busfahrpläne lesen.", "mobilitaet"),
        ("Er hat wieder drei Termine versäumt.", "mitwirkung"),
        ("Angst vor der nächsten STROMSPERRE", "energie"),
    ],
)
@pytest.mark.usefixtures("app")
def test_a_seed_is_found_inflected_shouted_in_compounds_and_in_phrases(text: str, theme: str) -> None:
    assert offered(text)[:1] == [theme]


@pytest.mark.parametrize("text", ["", "Die Autoren stellten die Hortensien auf.", "[Kita] [Bus] [Schulden]"])
@pytest.mark.usefixtures("app")
def test_words_that_only_look_like_a_seed_and_placeholders_offer_nothing(text: str) -> None:
    assert offered(text) == []


@pytest.mark.usefixtures("app")
def test_three_themes_are_offered_best_first_with_how_likely_it_is_that_none_fits() -> None:
    # given a text that touches four themes, one of them with two seeds
    text = {"title": "", "situation": "Schulden und Pfändung, dazu die Kita, der Bus und die Sucht. "}

    # when
    offer = taxonomy.offer(text)

    # then
    assert offer.themes[0].theme_id == "schulden"
    assert len(offer.themes) == 3
    assert [one.score for one in offer.themes] == sorted((one.score for one in offer.themes), reverse=True)
    assert offer.none < 0.1
    assert taxonomy.offer("Gestern war es schön.").none > 0.8


@pytest.mark.usefixtures("app")
def test_a_text_in_everyday_words_is_offered_its_theme_without_any_seed() -> None:
    text = (
        "Der Zähler ist abgeklemmt, sie kocht auf dem Campingkocher, und das Kind macht bei Kerzenlicht Hausaufgaben."
    )

    assert offered(text)[0] == "energie"


@pytest.mark.usefixtures("app")
def test_a_retired_theme_is_neither_offered_nor_listed() -> None:
    # given
    retire("mobilitaet")

    # then
    assert "mobilitaet" not in offered("Bus, Fahrplan und Führerschein")
    assert "mobilitaet" not in taxonomy.names()


@pytest.mark.usefixtures("app")
def test_names_come_in_the_language_of_the_reader_and_in_the_order_of_the_alphabet() -> None:
    german, english = taxonomy.names(), taxonomy.names("en")

    assert german["schulden"] == "Schulden und Pfändung"
    assert english["schulden"] == "Debts"
    assert list(german.values()) == sorted(german.values(), key=str.casefold)
    assert taxonomy.suggest("Schulden", language="en")[0].name == "Debts"


@pytest.mark.usefixtures("app")
def test_a_long_case_is_answered_in_linear_time() -> None:
    numbers = itertools.count()

    def suggests(sentences: int) -> None:  # nearly every word is seen for the first time by the index
        fresh = itertools.islice(numbers, sentences)
        taxonomy.suggest(
            " ".join(f"Der Bus kommt nicht und die Fahrt zum Kurs{letters(n)}ort fällt aus." for n in fresh)
        )

    assert growth(suggests, 300, 1_500) <= LINEAR


def letters(number: int) -> str:
    """A number as a word that no other number has."""
    return "".join(chr(97 + int(digit)) for digit in str(number))


@command
def retire(theme_id: str) -> None:
    """Take a theme out of use."""
    theme = db.session.get(Theme, theme_id)
    assert theme is not None
    theme.state = ThemeState.RETIRED
