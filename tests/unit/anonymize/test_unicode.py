"""Tricks of writing that hide a name from a search do not hide it from the anonymiser, and none of them is stored."""

import pytest

from caseboard.anonymize import problems, strip, strip_fields
from caseboard.anonymize.normalise import IGNORABLE, normal, storable

HIDDEN = {
    "decomposed umlaut": "Mu\u0308ller",
    "zero width space": "Mü\u200bller",
    "zero width joiner": "Mü\u200dller",
    "soft hyphen": "Mül\u00adler",
    "tag character": "Mül\U000e0041ler",
    "grapheme joiner": "Mül\u034fler",
    "variation selector": "Mül\ufe0fler",
    "hangul filler": "Mül\u3164ler",
    "non-joiner before the dots": "Mu\u200c\u0308ller",
    "full width": "Ｍüller",
    "mathematical bold": "\U0001d40cüller",
    "without umlaut": "Mueller",
    "line break": "Mül-\nler",
    "capitals": "MÜLLER",
}


@pytest.mark.parametrize("written", HIDDEN.values(), ids=HIDDEN.keys())
def test_a_disguised_name_is_found_from_end_to_end(written: str) -> None:
    raw = f"Gestern war Frau {written} hier, Müller sagte ab."

    done = strip_fields({"text": raw})

    assert done.texts["text"].count("[Kundin]") == 2
    first = done.finds[0]
    assert raw[first.start : first.end].strip() == written


@pytest.mark.parametrize("written", ["Мüller", "Mülleг", "Μüller"])
def test_look_alikes_of_other_alphabets_are_masked_and_a_form_refuses_them(written: str) -> None:
    raw = f"Heute kam Frau {written}."

    assert strip(raw) == "Heute kam Frau [Name]."
    assert [p.code for p in problems(raw)] == ["mixed-script"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [("a\0b", "nul"), ("a\u202eb", "bidi"), ("a\u2067b", "bidi"), ("a\x07b", "control"), ("Кoch", "mixed-script")],
)
def test_forms_are_told_what_to_refuse(raw: str, code: str) -> None:
    assert problems(raw)[0].code == code


@pytest.mark.parametrize(
    "raw", ["Zeile\nZeile\r\n\tTab", "Gut 👍🏽 gemacht", "سلام und שלום", "Nguyễn Văn Thành", "Иванов"]
)
def test_ordinary_writing_is_no_problem(raw: str) -> None:
    assert problems(raw) == ()


def test_a_superscript_is_not_read_as_a_further_digit() -> None:
    assert strip("Nach § 16² SGB II gilt das.") == "Nach § 16² SGB II gilt das."


def test_nothing_invisible_is_stored() -> None:
    stored = strip("Gu\u200bt ge\u00admacht\u2060, wei\ufeffter so\U000e0041.")

    assert stored == "Gut gemacht, weiter so."
    assert IGNORABLE.search(stored) is None


def test_a_mark_hidden_between_letter_and_dots_leaves_one_letter() -> None:
    assert storable("Mu\u200c\u0308ller") == "Müller"


def test_storing_twice_changes_nothing() -> None:
    once = storable("Mu\u0308he \u200b Ｗeg \r\n Ende")

    assert storable(once) == once == "Mühe  Weg \n Ende"


def test_every_place_of_the_matching_form_points_into_the_input() -> None:
    raw = "ein\u200b Mu\u0308l-\nler ﬁel \U0001d40cit"
    form = normal(raw)

    assert len(form.text) == len(form.starts) == len(form.ends)
    at = form.text.index("Müller")
    start, end = form.span(at, at + 6)
    assert raw[start:end] == "Mu\u0308l-\nler"
