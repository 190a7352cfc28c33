"""The article before a placeholder stays right: houses in both genders, people in their case, one number each."""

import pytest

from caseboard.anonymize import strip, strip_fields
from caseboard.anonymize.articles import Gender, declined, genders, in_gender
from caseboard.anonymize.labels import BY_GENDER, FORMS, in_case
from caseboard.anonymize.placeholder import PLACEHOLDER


def readable(raw: str) -> str:
    """A case text as it is stored."""
    return strip_fields({"text": raw}, polish=True).texts["text"]


@pytest.mark.parametrize(
    ("before", "left"),
    [
        ("Sie war im ", "mn"),
        ("Sie geht in die ", "f"),
        ("Er ist in der ", "f"),
        ("die Leiterin der ", "f"),
        ("Der ", "m"),
        ("Heute schreibt der ", "mf"),
        ("Er kam. Der neue ", "m"),
        ("Das steht im neuen ", "mn"),
        ("Er mag unsere ", "f"),
        ("bei ihrer alten ", "f"),
        ("Er kennt den ", "m"),
        ("Sie geht ins ", "n"),
        ("wegen des ", "mn"),
        ("Sie sucht einen ", "m"),
        ("Seit der ", "mf"),
        ("ein Haus, das jeder hier ", "fmn"),
        ("Er war bei ", "fmn"),
        ("", "fmn"),
    ],
)
def test_an_article_leaves_some_genders_open(before: str, left: str) -> None:
    assert genders(before) == tuple(left)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Sie war im Klinikum Werneck.", "Sie war im [Krankenhaus]."),
        ("Sie war in der Klinik am Galgenberg.", "Sie war in der [Einrichtung, Gesundheit]."),
        ("Sie geht ins Gymnasium Hollfeld.", "Sie geht ins [Schulhaus]."),
        ("Das Kind ist im Kindergarten Spatzennest.", "Das Kind ist im [Kinderhaus]."),
        ("Praxis am Kirchweiher, Telefon folgt.", "[Einrichtung, Gesundheit], Telefon folgt."),
        ("Er kennt den TSV Hollfeld.", "Er kennt den [Verein]."),
        ("Die Kasse des TSV Hollfeld ist leer.", "Die Kasse des [Vereins] ist leer."),
        ("Das war die Caritas Schweinfurt.", "Das war die [Organisation]."),
        ("Er war beim Autohaus Gerstenberger GmbH.", "Er war beim [Arbeitgeber, Fahrzeuge]."),
        ("Sie wohnt im schönen Hammelburg.", "Sie wohnt im [Ort]."),
        ("Sie wohnt in Hammelburg.", "Sie wohnt in [Kleinstadt]."),
        ("Der Großbrand in der Mühle traf ihn.", "Der [Vorfall] traf ihn."),
    ],
)
def test_a_house_is_named_in_the_gender_of_its_article(raw: str, text: str) -> None:
    assert readable(raw) == text
    assert readable(text) == text


def test_one_word_is_used_for_all_mentions_where_one_fits_them_all() -> None:
    raw = "Sie war im Klinikum Werneck. Danach rief das Klinikum Werneck an. Klinikum Werneck schreibt."

    assert readable(raw) == "Sie war im [Krankenhaus]. Danach rief das [Krankenhaus] an. [Krankenhaus] schreibt."


def test_one_house_with_two_words_is_numbered_so_that_it_stays_one() -> None:
    raw = "Die Rexing GmbH kündigt. Er war beim Rexing GmbH."

    assert readable(raw) == "Die [Firma 1] kündigt. Er war beim [Arbeitgeber 1]."


def test_a_house_that_needs_two_words_keeps_its_number() -> None:
    raw = "Die Rexing GmbH kündigt. Er war beim Rexing GmbH. Jetzt ist er bei Ludovici GmbH."

    assert readable(raw) == "Die [Firma 1] kündigt. Er war beim [Arbeitgeber 1]. Jetzt ist er bei [Arbeitgeber 2]."


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Ich sprach mit Herrn Wassiljew.", "Ich sprach mit [Kunden]."),
        ("Herr Wassiljew kommt.", "[Kunde] kommt."),
        ("Herr Wassiljew kommt. Der Brief an Herrn Wassiljew fehlt.", "[Kunde] kommt. Der Brief an [Kunden] fehlt."),
        ("Herr Wassiljew kommt. Wassiljews Miete fehlt.", "[Kunde] kommt. Des [Kunden] Miete fehlt."),
        ("Frau Demirci kommt mit Neffe Kerem.", "[Kundin] kommt mit [Neffen]."),
        ("Frau Demirci kommt, Neffe Kerem auch.", "[Kundin] kommt, [Neffe] auch."),
        ("Frau Demirci bringt den Sohn Kerem mit.", "[Kundin] bringt den [Sohn] mit."),
        ("Sohn Kerem zahlt. Kerems Miete steigt.", "[Sohn] zahlt. Des [Sohnes] Miete steigt."),
    ],
)
def test_people_stand_in_their_case(raw: str, text: str) -> None:
    assert readable(raw) == text
    assert readable(text) == text


@pytest.mark.parametrize(
    ("new", "before", "written"),
    [
        ("[Neffe 2]", "mit dem kleinen ", "[Neffen 2]"),
        ("[Sohn 1]", "die Miete des ", "[Sohnes 1]"),
        ("des [Kunde]", "wegen ", "des [Kunden]"),
        ("[Kundin]", "mit der ", "[Kundin]"),
        ("[Kunde]", "Sehr geehrter Herr ", "[Kunde]"),
        ("[Krankenhaus 2, Gesundheit]", "wegen des ", "[Krankenhauses 2, Gesundheit]"),
        ("rund 300 €", "wegen des ", "rund 300 €"),
    ],
)
def test_only_the_noun_is_declined(new: str, before: str, written: str) -> None:
    assert declined(new, before) == written


@pytest.mark.parametrize("kind", BY_GENDER)
def test_a_kind_has_a_word_for_every_gender_or_falls_back(kind: str) -> None:
    asked: dict[Gender, str] = {"f": "Er sah eine ", "m": "Er sah einen ", "n": "Er ging ins "}

    for gender, before in asked.items():
        assert in_gender(kind, before) == BY_GENDER[kind].get(gender, kind)


def test_every_form_is_known_as_a_placeholder() -> None:
    words = {word for row in BY_GENDER.values() for word in row.values()}

    assert all(PLACEHOLDER.fullmatch(f"[{word} 2, Handwerk]") for word in FORMS | words)
    assert {in_case(word, genitive=True, oblique=False) for word in words} <= FORMS


def test_contributions_are_in_the_gender_of_the_article_too() -> None:
    assert strip("Bei uns half man ihm im Klinikum Werneck.") == "Bei uns half man ihm im [Haus]."
