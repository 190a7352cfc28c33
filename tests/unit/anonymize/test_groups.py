"""A rare occupation or a single illness is said as its group, and no word of it comes back."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseboard.anonymize import strip, strip_fields
from caseboard.anonymize.fold import fold
from caseboard.anonymize.groups import NAMES, group_of, share_of
from caseboard.anonymize.words import entries, grouped

JOBS = st.sampled_from([stem.capitalize() for stem in entries("rare_jobs")])
ILLNESSES = st.sampled_from(
    [stem.capitalize() for stem in (*entries("rare_diagnoses"), *grouped("common_diagnoses"))]
    + [name for name in NAMES if " " not in name]
)
ENDINGS = st.sampled_from(["", "er", "erin", "meister", "kranker", "leiden", " im Handwerk", " mit Kunst und Musik"])
SENTENCES = st.sampled_from(["Er war {}.", "Sie ist eine {}.", "Beim {} fing es an.", "Die {} traf ihn.", "{}"])


@pytest.mark.parametrize(
    ("raw", "readable"),
    [
        ("Er ist gelernter Orgelbauer.", "Er ist gelernter [Beruf, Handwerk]."),
        ("Sie war eine Restauratorin.", "Sie war eine [Fachfrau, Kunst und Musik]."),
        ("Er war zuletzt Hufschmied.", "Er war zuletzt [Beruf, Handwerk]."),
        ("Sie hat eine Epilepsie.", "Sie hat eine [Erkrankung, Nerven]."),
        ("Er leidet an Mukoviszidose.", "Er leidet an [Erkrankung, Atemwege]."),
        ("Wegen des Hörsturzes fehlt er.", "Wegen des [Befunds, Sinne] fehlt er."),
        ("Morbus Crohn ist gesichert.", "[Erkrankung, Verdauung] ist gesichert."),
        ("Das Merkzeichen aG liegt vor.", "Das Merkzeichen aG liegt vor."),
    ],
)
def test_it_is_said_as_its_group_in_the_gender_of_the_article(raw: str, readable: str) -> None:
    assert strip(raw, profile="case") == readable


def test_what_a_colleague_writes_names_no_group() -> None:
    assert strip("Bei mir war es ein Orgelbauer mit Mukoviszidose.") == "Bei mir war es ein [Beruf] mit [Erkrankung]."


@pytest.mark.parametrize("illness", ["Mukoviszidose", "Sarkoidose", "Hämophilie"])
def test_an_illness_is_no_unknown_word(illness: str) -> None:
    found = [(f.kind, f.surface) for f in strip_fields({"text": f"Die Kundin, 41, hat {illness}."}).finds]

    assert found == [("AGE", "41"), ("HEALTH", illness)]


@settings(max_examples=200, deadline=None, database=None, derandomize=True)
@given(st.one_of(JOBS, ILLNESSES), ENDINGS, SENTENCES)
def test_no_word_comes_back_and_nothing_is_found_twice(stem: str, ending: str, sentence: str) -> None:
    done = strip_fields({"text": sentence.format(stem + ending)})
    once = done.texts["text"]

    for find in done.finds:
        told = fold(find.replacement)
        if find.kind in ("JOB", "HEALTH"):
            assert not [word for word in re.findall(r"[^\W\d_]{4,}", find.surface) if fold(word) in told]
    assert strip(once, profile="case") == once


def test_a_group_that_repeats_a_word_is_not_named() -> None:
    assert group_of("JOB", "Restaurator für Kunst") == ""
    assert group_of("JOB", "Restaurator") == "Kunst und Musik"
    assert group_of("JOB", "Sternzähler") == ""


@pytest.mark.parametrize("table", ["job_groups", "illness_groups", "common_diagnoses"])
def test_a_group_is_a_line_of_its_own(table: str) -> None:
    assert len(set(grouped(table).values())) > 4
    assert all(stem == fold(stem) for stem in grouped(table))


@pytest.mark.parametrize(
    ("surface", "share"),
    [
        ("Asthma", 0.05),
        ("Epilepsie", 0.005),
        ("Mukoviszidose", None),
        ("Arthroseprothese", None),
        ("Asthma durch Asbest", None),
        ("", None),
    ],
)
def test_only_a_common_illness_has_a_share(surface: str, share: float | None) -> None:
    assert share_of(surface) == share


def test_no_illness_is_rare_and_common() -> None:
    rare = {fold(stem) for stem in entries("rare_diagnoses")}

    assert not [stem for stem in grouped("common_diagnoses") if any(stem.startswith(each) for each in rare)]
