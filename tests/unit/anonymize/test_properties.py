"""What holds for any text: stable when stripped twice, nothing invisible stored, offsets that fit, no crash."""

import re
import socket

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseboard.anonymize import problems, strip, strip_fields, warm_up
from caseboard.anonymize.normalise import BIDI, IGNORABLE, normal, storable

PIECES = (
    *(
        "Frau",
        "Herr",
        "Brezina",
        "Lang",
        "lang",
        "Müller",
        "Mu\u0308ller",
        "Мüller",
        "Sohn",
        "Kerem",
        "in",
        "Hof",
        "Haus",
    ),
    *(
        "Am Zwinger 6",
        "57",
        "(43)",
        "DE89 3704 0044 0532 0130 00",
        "3.4.2024",
        "§ 16e SGB II",
        "1.234,56 €",
        "0171-2345678",
    ),
    *(
        "a@b.de",
        "K.",
        "GmbH",
        "Rexing",
        "aus Syrien",
        "\u200b",
        "\u00ad",
        "\n",
        "-\n",
        "[Name]",
        "[Kundin 2]",
        "[",
        "]",
        ".",
    ),
    *(",", "und", "der", "\u202e", "𝐀", "ﬁ"),
)
MASK = re.compile(r"\[(?:Name|Kennung|Datum|E-Mail|Telefonnummer|Ort)\]")
WRITING = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)
TEXTS = st.one_of(st.text(max_size=120), WRITING)
SETTINGS = settings(
    max_examples=120,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@SETTINGS
@given(TEXTS)
def test_nothing_invisible_is_ever_stored(raw: str) -> None:
    stored = strip(raw)

    assert IGNORABLE.search(stored) is None
    assert not BIDI & set(stored)
    assert storable(stored) == stored


@SETTINGS
@given(TEXTS)
def test_finds_are_ordered_passages_of_the_input(raw: str) -> None:
    done = strip_fields({"text": raw})

    at = 0
    for find in done.finds:
        assert at <= find.start < find.end <= len(raw)
        assert raw[find.start : find.end] == find.surface
        at = find.end


@SETTINGS
@given(WRITING)
def test_what_was_masked_is_still_masked_when_stripped_again(raw: str) -> None:
    once = strip(raw)
    twice = strip(once)

    assert [m for m in MASK.findall(once) if m not in raw and MASK.findall(twice).count(m) < once.count(m)] == []


@SETTINGS
@given(TEXTS)
def test_the_matching_form_is_stable_and_points_into_the_input(raw: str) -> None:
    form = normal(raw)

    assert len(form.text) == len(form.starts) == len(form.ends)
    assert all(0 <= a < b <= len(raw) for a, b in zip(form.starts, form.ends, strict=True))
    assert normal(form.text).text == normal(normal(form.text).text).text


@SETTINGS
@given(st.text(alphabet="abc ÄÖü\n\t\r", max_size=60))
def test_ordinary_letters_are_no_problem(raw: str) -> None:
    assert problems(raw) == ()


def test_no_text_opens_a_connection_or_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    warm_up()

    def refused(*_args: object, **_options: object) -> None:
        raise AssertionError("nothing goes out and nothing is written")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr("builtins.open", refused)

    assert (
        strip("Frau Brezina, www.example.de, a@b.de, 10115 Berlin")
        == "Frau [Name], [Internetadresse], [E-Mail], [Postleitzahl] [Ort]"
    )
