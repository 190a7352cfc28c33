"""Where a sentence ends, no find goes on: two people stay two, and the full stop stays in the text."""

import pytest

from caseboard.anonymize import strip, strip_fields


@pytest.mark.parametrize(
    ("raw", "stripped"),
    [
        ("Sie spricht Frau Toprak an. Toprak schweigt.", "Sie spricht Frau [Name] an. [Name] schweigt."),
        ("Mittags rief Ali an. Mia lachte.", "Mittags rief [Name] an. [Name] lachte."),
        ("Im Winter nimmt Frau Reichert zu. Lena freut das.", "Im Winter nimmt Frau [Name] zu. [Name] freut das."),
        ("Der Vater heißt Max. Tom heißt der Sohn.", "Der Vater heißt [Name]. [Name] heißt der Sohn."),
        ("Sie wohnt bei Onkel Ben. Tan zahlt.", "Sie wohnt bei Onkel [Name]. [Name] zahlt."),
        ("Ich traf Frau Ott. Dann war Pause.", "Ich traf Frau [Name]. Dann war Pause."),
        ("Es klagt Herr Graf. Toprak schweigt.", "Es klagt Herr [Name]. [Name] schweigt."),
        ("Kollege Tim Reh. Blum fragt nach.", "Kollege [Name]. [Name] fragt nach."),
    ],
)
def test_a_name_ends_where_the_sentence_ends(raw: str, stripped: str) -> None:
    assert strip(raw) == stripped


@pytest.mark.parametrize(
    "name",
    ["Th. Gruber", "Chr. Reichert", "Joh. Gruber", "Frz. Reichert", "A. M. Gruber", "v. d. Heydte", "H.-J. Gruber"],
)
def test_a_full_stop_that_shortens_belongs_to_the_name(name: str) -> None:
    raw = f"Heute kam Herr {name} zu uns."

    assert any(find.surface.endswith(name) for find in strip_fields({"text": raw}).finds)


@pytest.mark.parametrize("opening", ["Danach", "Heute", "Morgen"])
def test_behind_an_initial_a_small_word_begins_the_next_sentence(opening: str) -> None:
    raw = f"Wir sahen Frau M. {opening} war frei."

    assert opening not in "".join(find.surface for find in strip_fields({"text": raw}).finds)
