"""What the land register knows of a piece of land goes; sheets of paper and areas stay."""

import pytest

from caseboard.anonymize import strip
from tests.unit.anonymize.covering import kinds_over, uncovered


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("Laut Grundbuch (Blatt 1187, Flst. 402/7) gehört es ihm.", "1187"),
        ("Laut Grundbuch (Blatt 1187, Flst. 402/7) gehört es ihm.", "402/7"),
        ("Das Flurstück 1187/3 ist verpachtet.", "1187/3"),
        ("Fl.Nr. 88/2 liegt am Wald.", "88/2"),
        ("Fl.-Nr. 403 ist Wiese.", "403"),
        ("flurnummer 1204 gehört der oma", "1204"),
        ("Flst.Nr. 17 und mehr", "17"),
        ("Die Flurstücke 12, 13/2 und 14/3 sind frei.", "13/2"),
        ("Gemarkung Haag, Flur 3, Flurstück 77/4", "77/4"),
        ("Grundbuch des Amtsgerichts, Band 12, Blatt 345", "345"),
        ("Grundbuchblatt 2231 fehlt noch", "2231"),
        ("Grundbuchauszug Bl. 2231 liegt bei", "2231"),
    ],
)
def test_the_number_of_a_plot_goes(raw: str, number: str) -> None:
    assert uncovered(raw, number) == []
    assert "ID" in kinds_over(raw, number)


@pytest.mark.parametrize(
    "raw",
    [
        "Er hat drei Flurstücke und 2 Äcker.",
        "Blatt 3 von 4, siehe Blatt 2 des Bescheids.",
        "Das Flurstück 3 Hektar groß, ein anderes 800 qm.",
        "Das Zimmer ist auf Flur 3.",
        "Ein Blatt Papier mit 12 Zeilen.",
    ],
)
def test_sheets_of_paper_and_areas_stay(raw: str) -> None:
    assert strip(raw) == raw


def test_the_word_before_the_number_stays() -> None:
    assert strip("Die Flst. 402/7 ist frei.").startswith("Die Flst. [")
