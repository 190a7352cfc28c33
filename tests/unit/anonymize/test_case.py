"""A case is one document: it agrees with itself, stays readable, and the author decides what is theirs to decide."""

import pytest

from caseboard.anonymize import Decisions, strip_fields


def stripped(raw: str, **options: object) -> str:
    return strip_fields({"text": raw}, **options).texts["text"]  # type: ignore[arg-type]


def test_who_is_found_in_one_field_is_masked_in_all() -> None:
    done = strip_fields(
        {"title": "Brunnhuber und die Miete", "text": "Herr Brunnhuber zahlt nicht. Brunnhubers Sohn hilft."}
    )

    assert done.texts["title"] == "[Kunde] und die Miete"
    assert done.texts["text"] == "Herr [Kunde] zahlt nicht. [Kunde] Sohn hilft."


def test_a_name_that_is_a_word_is_masked_as_a_name_and_stays_as_a_word() -> None:
    assert stripped("Herr Lang kommt. Es dauert lang. Lang sagt ab. Beim Lang ist das so.") == (
        "Herr [Kunde] kommt. Es dauert lang. [Kunde] sagt ab. Beim [Kunden] ist das so."
    )


def test_weekdays_and_months_are_told_from_people() -> None:
    assert stripped("Frau Freitag kommt am Freitag, Frau März im März. Freitag bringt alles mit.") == (
        "Frau [Kundin] kommt am Freitag, Frau [Frau] im März. [Kundin] bringt alles mit."
    )


def test_relatives_keep_their_relation_and_are_told_apart() -> None:
    assert stripped("Frau Demirci kommt mit Sohn Kerem und Sohn Baran. Kerem übersetzt.") == (
        "Frau [Kundin] kommt mit Sohn [Sohn 1] und Sohn [Sohn 2]. [Sohn 1] übersetzt."
    )


def test_a_spelling_variant_is_the_same_person() -> None:
    assert stripped("Herr Wassiljewski war da. Wasiljewski ruft an.") == "Herr [Kunde] war da. [Kunde] ruft an."


def test_replacements_are_coarser_and_still_say_something() -> None:
    text = stripped("Herr Rahimi, 57, aus Syrien, wohnt in Hammelburg. Offen sind 4.817,63 Euro seit dem 3.4.2024.")

    assert text == (
        "Herr [Kunde], [Alter, 50 bis 59], aus [Herkunft, Türkei und Naher Osten], wohnt in [Kleinstadt]."
        " Offen sind rund 4.800 € seit dem [Datum, Frühjahr]."
    )


def test_known_identifiers_are_found_through_slips_and_endings() -> None:
    text = stripped(
        "Heute Bergmans Termin. Das hat Sommer so gesagt, Sommers Antrag fehlt.", known=["Bergmann", "Sommer"]
    )

    assert text == "Heute [Person 1] Termin. Das hat [Person 2] so gesagt, [Person 2] Antrag fehlt."


@pytest.mark.parametrize("written", ["Sommar", "Somer", "Sommmer", "Smomer", "SOMMER", "Sommers"])
def test_one_slip_of_the_pen_does_not_hide_a_known_name(written: str) -> None:
    assert stripped(f"Das hat {written} gesagt.", known=["Sommer"]) == "Das hat [Person] gesagt."


def test_a_word_is_kept_after_no_name_and_checkers_see_it() -> None:
    done = strip_fields({"text": "Sie nutzt Bluppidu."}, decisions=Decisions.of(keep=["bluppidu"]))

    assert done.texts["text"] == "Sie nutzt Bluppidu."
    assert done.kept == ("Bluppidu",)


def test_an_identifier_is_never_kept_whatever_the_decision_says() -> None:
    text = stripped(
        "Frau Brezina, IBAN DE89370400440532013000.", decisions=Decisions.of(keep=["brezina"], restore=["brezina"])
    )

    assert "Brezina" not in text
    assert "DE89" not in text


def test_own_markings_mask_a_phrase_everywhere() -> None:
    text = stripped(
        "Der blaue Bus steht da. Sein Blauer Bus fährt.", decisions=Decisions.of(mask=["blaue Bus", "Blauer Bus"])
    )

    assert text == "Der [entfernt] steht da. Sein [entfernt] fährt."


def test_a_generalisation_can_be_put_back() -> None:
    raw = "Die Kundin, 57, sucht Arbeit."

    done = strip_fields({"text": raw}, decisions=Decisions.of(restore=["57"]))

    assert done.texts["text"] == raw


def test_finds_speak_of_the_input_of_their_field() -> None:
    fields = {"a": "Nichts hier.", "b": "Dort war Frau Brezina."}

    (find,) = strip_fields(fields).finds

    assert (find.field, fields[find.field][find.start : find.end], find.key) == ("b", "Brezina", "brezina")
    assert find.evidence[0] == "title:Frau"


@pytest.mark.parametrize("profile", ["case", "contribution", "business"])
def test_stripping_what_is_stripped_changes_nothing(profile: str) -> None:
    raw = (
        "Frau Brezina, 43, aus Syrien, Sohn Kerem, wohnt in Hof, Am Zwinger 6. Die Rexing GmbH zahlt "
        "1.234,56 € am 3.4.2024."
    )
    once = stripped(raw, profile=profile)

    assert stripped(once, profile=profile) == once


def test_brackets_do_not_protect_a_name() -> None:
    assert "Brezina" not in stripped("Das war [Brezina] selbst.")


def test_contributions_keep_nothing_about_masked_people() -> None:
    done = strip_fields(
        {"text": "Wie bei Sohn Kerem und Bluppidu."}, profile="contribution", decisions=Decisions.of(keep=["bluppidu"])
    )

    assert done.texts["text"] == "Wie bei Sohn [Name] und [Name]."
    assert not any(f.decidable for f in done.finds)


def test_business_texts_keep_venues_and_names_of_the_directory() -> None:
    done = strip_fields(
        {
            "text": "Schulung mit Anna Petersen in Hammelburg am 3.4.2025, Raum im Haus Abendfrieden. Fall Frau "
            "Brezina, 123A456789."
        },
        profile="business",
        allow=["Anna Petersen"],
    )

    assert done.texts["text"] == (
        "Schulung mit Anna Petersen in Hammelburg am 3.4.2025, Raum im Haus Abendfrieden. Fall Frau [Name], [Kennung]."
    )


def test_a_theme_may_be_called_by_one_ordinary_word() -> None:
    fields = {"name_de": "Wege", "name_en": "Ways", "definition": "Wege zur Arbeit.", "seeds": "Bus\nKern\nWald"}

    assert strip_fields(fields, profile="business").texts == fields
    assert strip_fields({**fields, "seeds": "Frau Kern"}, profile="business").texts["seeds"] == "Frau [Name]"


def test_decisions_go_to_json_and_back() -> None:
    decisions = Decisions.of(keep=["b", "a"], mask=["c"], restore=["d"])

    assert Decisions.from_json(decisions.to_json()) == decisions
    assert decisions.to_json()["keep"] == ["a", "b"]
    assert Decisions.from_json({"keep": "kein Text", "mask": [1]}) == Decisions()
