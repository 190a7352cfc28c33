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
    "circled": "Ⓜüⓛⓛⓔⓡ",
    "bracketed": "🄜⒰⒠⒧⒧⒠⒭",
    "squared": "🄼üller",
    "dark circles": "🅜ü🅛🅛🅔🅡",
    "dark squares": "🅼ü🅻🅻🅴🆁",
    "raised": "ᴹᵘᵉˡˡᵉʳ",
    "roman numerals": "Müⅼⅼer",
    "struck through": "M\u0336ü\u0336l\u0336l\u0336e\u0336r\u0336",
    "underlined": "M\u0332ü\u0332l\u0332l\u0332e\u0332r\u0332",
    "empty braille cell": "Mül\u2800ler",
    "spaced": "M ü l l e r",
    "hyphenated": "M-ü-l-l-e-r",
    "with wide hyphens": "M - ü - l - l - e - r",
    "dotted": "M.ü.l.l.e.r",
    "underscored": "M_ü_l_l_e_r",
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


@pytest.mark.parametrize("written", [one for one in HIDDEN.values() if len(one.split()) == 1 and "-" not in one])
def test_what_is_stored_is_what_was_read(written: str) -> None:
    # given a name in disguise that nothing masked
    plain = storable(written)
    # then it stands there in letters that a search and a checker find
    assert storable(plain) == plain
    assert plain in ("Müller", "Mueller", "MüLLER", "MÜLLER", "M.ü.l.l.e.r", "M_ü_l_l_e_r")


@pytest.mark.parametrize(
    "written", ["M ü l l e r", "M-ü-l-l-e-r", "m ü l l e r", "M·ü·l·l·e·r", "🅼ü🅻🅻🅴🆁", "Mül\u2800ler"]
)
def test_a_known_name_is_found_however_its_letters_stand(written: str) -> None:
    raw = f"Auf dem Zettel stand {written} wieder ganz oben."

    done = strip_fields({"text": raw}, known=("Müller",))

    assert [raw[find.start : find.end] for find in done.finds] == [written]


def test_spaced_letters_say_who_it_is_where_somebody_is_called_so() -> None:
    done = strip_fields({"text": "Frau Müller kam. Später sprach ich noch einmal mit M-ü-l-l-e-r."})

    assert done.texts["text"] == "Frau [Kundin] kam. Später sprach ich noch einmal mit [Kundin]."


@pytest.mark.parametrize(
    "raw",
    [
        "Das ist w i c h t i g für sie.",
        "Auf dem Bild v.l.n.r. steht er hinten.",
        "Nº 4, 20 m², 16 ℃, 1\u20e3.",
        "Sie fragt: a) wann, b) wo, c) wie, d) warum.",
    ],
)
def test_other_writing_stays_as_it_is(raw: str) -> None:
    assert strip(raw) == raw


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


DAMAGED = {
    "soft hyphen at a line end": "Bre\u00ad\nzina",
    "hyphen of another kind at a line end": "Bre\u2010\nzina",
    "capitals broken at a line end": "BRE-\nZINA",
    "equals sign of a mail at a line end": "Bre=\nzina",
    "struck through": "B\u0336r\u0336e\u0336z\u0336i\u0336n\u0336a\u0336",
    "small capitals": "Bʀᴇᴢɪɴᴀ",
    "a scanner's digits": "Brez1na",
    "a scanner's first letter": "8rezina",
    "carriage return": "Brezina\r",
}


@pytest.mark.parametrize("written", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_name_is_found_from_end_to_end(written: str) -> None:
    raw = f"Gestern war Frau {written} hier."

    find = strip_fields({"text": raw}).finds[-1]

    assert raw[find.start : find.end].strip() == written.strip()


@pytest.mark.parametrize(
    "number",
    [
        "0171\u20102345678",
        "0171\u22122345678",
        "０１７１-２３４５６７８",
        "٠١٧١-٢٣٤٥٦٧٨",
        "𝟎𝟏𝟕𝟏 𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
        "0171\u00a02345678",
        "017\u200b1-234\u00ad5678",
    ],
)
def test_a_number_in_digits_and_dashes_of_any_kind_goes(number: str) -> None:
    assert strip(f"Handy {number} notiert") == "Handy [Telefonnummer] notiert"


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("Er sagte kосht dazu.", "Er sagte [Name] dazu."),
        ("Er sagte \u202enegeb\u202c dazu.", "Er sagte [Name] dazu."),
        ("Er sagte \u2067so und so\u2069 dazu.", "Er sagte [Name] dazu."),
        ("Er sagte \u202eso und so\nund mehr.", "Er sagte [Name]\nund mehr."),
        ("Er sagte ge\u200fsagt dazu.", "Er sagte [Name] dazu."),
    ],
)
def test_disguised_words_are_masked_where_no_form_refuses_them(raw: str, stored: str) -> None:
    assert strip(raw) == stored
    assert problems(raw)


def test_a_mark_of_nothing_inside_a_word_of_two_alphabets_does_not_hide_it_from_a_form() -> None:
    assert [p.code for p in problems("М\u200büller")] == ["mixed-script"]


@pytest.mark.parametrize(
    "raw", ["Zeile\r\nZeile", "Zeile\rZeile", "Zeile\u2028Zeile", "Zeile\x85Zeile", "Zeile\x0bZeile"]
)
def test_every_kind_of_line_end_is_stored_as_one(raw: str) -> None:
    assert strip(raw) == "Zeile\nZeile"


@pytest.mark.parametrize("written", ["Müller", "Mu\u0308ller", "Mül\u200dler", "Müller\u0301", "Müller\ufe0f"])
def test_a_find_covers_whole_characters(written: str) -> None:
    raw = f"Frau {written}, die Kundin"

    find = strip_fields({"text": raw}).finds[0]

    assert raw[find.start : find.end] == written


def test_detecting_twice_in_the_matching_form_finds_the_same() -> None:
    raw = "Frau Mu\u0308l-\nler, Tel. 0171\u201023\u200b45678, geb. l2.O3.1984 \U0001d40cit"

    form = normal(raw).text

    assert normal(form).text == form
