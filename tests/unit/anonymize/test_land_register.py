"""What the land register knows of a piece of land goes; sheets of paper and areas stay."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.recognizers.land_register import LandRegister
from tests.unit.anonymize.covering import kinds_over, uncovered
from tests.unit.anonymize.marked import marked, unmarked


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


@pytest.mark.parametrize(
    "row",
    [
        "Das ⟦Flurstück⟧ ⟦1187/3⟧ ist verpachtet.",
        "Das ⟦Flurstück⟧ ⟦1187/4⟧ ist verpachtet.",
        "Das ⟦Flurstück⟧ ⟦1187 / 3⟧ ist verpachtet.",
        "Das ⟦Flurstück⟧⟦1187/3⟧ ist verpachtet.",
        "das ⟦flurstück⟧ ⟦1187/3⟧ ist verpachtet",
        "DAS ⟦FLURSTÜCK⟧ ⟦1187/3⟧ IST VERPACHTET",
        "Die ⟦Flurstücke⟧ ⟦12, 13/2 und 14/3⟧ sind frei.",
        "Die ⟦Flst.⟧ ⟦402/7⟧ und die ⟦Flst.-Nr.⟧ ⟦17⟧ sind frei.",
        "Die ⟦Fl.Nr.⟧ ⟦88/2⟧ und die ⟦Fl.-Nr.⟧ ⟦403⟧ sind frei.",
        "Die ⟦Fl. Nr.⟧ ⟦403⟧ und die ⟦Flurnummer⟧: ⟦1204⟧ sind frei.",
        "Die ⟦Parzellennummer⟧ ⟦77⟧ und die ⟦Grundstücksnr.⟧ ⟦78⟧ sind frei.",
        "Die ⟦Flst.⟧ [Kennung] ist frei.",
        "Gemarkung Haag, Flur ⟦3⟧, ⟦Flurstück⟧ ⟦77/4⟧, ist frei.",
        "Grundbuch von Haag, Blatt ⟦1187⟧, ist da.",
        "Grundbuch von Haag, Band ⟦12, Blatt 345⟧, ist da.",
        "Amtsgericht Haag, Bl. ⟦345⟧, ist da.",
        "Das Grundbuchblatt Nr. ⟦2231⟧ ist da.",
    ],
)
def test_the_word_is_kept_and_its_number_taken(row: str) -> None:
    assert marked(LandRegister, unmarked(row)) == row


@pytest.mark.parametrize(
    "row",
    [
        "Er hat drei Flurstücke und 2 Äcker.",
        "Das Flurstük 1187/3 ist verpachtet.",
        "Das Flurstück 3 Hektar groß ist Wiese, Flurstück 800 qm auch.",
        "Das Flurstück 12 € wert oder 3 ha groß.",
        "Das Zimmer ist auf Flur 3, im Flur 12 Stühle.",
        "Das Grundstück 12 hat ein Haus.",
        "Das Grundstück kostet 12000 Euro.",
        "Im Grundbuch stehen 3 Schulden.",
        "Das Grundbuch fehlt; Blatt 3 von 4 auch.",
        "Das Amtsgericht schrieb 12 Blätter.",
        "Der Flurschaden ist 300 Euro, die Parzelle 12 leer.",
        "Blatt 3 von 4 und Band 12 der Akte fehlen.",
        "Das Gemarkungsblatt 12 ist neu.",
    ],
)
def test_other_sheets_plots_and_corridors(row: str) -> None:
    assert marked(LandRegister, row) == row


@pytest.mark.parametrize(
    "raw",
    [
        "Das Flurstück\n1187/3 ist frei.",
        "Das Flurstück 1187/\n3 ist frei.",
        "Laut Grundbuch\nBlatt 1187 gehört es ihm.",
    ],
)
def test_the_number_goes_also_where_the_line_ends(raw: str) -> None:
    assert "1187" not in strip(raw)
