"""The list of placeholders is closed: what the anonymiser writes is on it, and nothing somebody types beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.anonymize import generalise, origins, strip_fields
from caseboard.anonymize.calendar_words import distance, season
from caseboard.anonymize.placeholder import BRANCHES, LABELS, PLACEHOLDER, REGIONS
from caseboard.cases.checks.marking import places

TYPED = {
    "Brezina": "Brezina",
    "Lena Brezina": "Brezina",
    ", Dr. Tavakoli": "Tavakoli",
    "DE89 3704 0044 0532 0130 00": "3704",
    "Am Zwinger 6 97421 Schweinfurt": "Zwinger",
    "0971 8012-345": "8012",
    "m.brezina@post.example": "brezina",
    "vom 12.03.1984": "12.03.1984",
}


@pytest.mark.parametrize(
    "label", ["Kundin", "Tochter", "Arzt", "Kontonummer", "Anschrift", "Person 2", "Ort", "Angabe"]
)
@pytest.mark.parametrize("typed", TYPED)
def test_brackets_and_a_label_hide_nothing(label: str, typed: str) -> None:
    said = f"Gestern war [{label} {typed}] selbst hier.".replace(" ,", ",")

    assert TYPED[typed] not in strip_fields({"text": said}).texts["text"]


@given(label=st.sampled_from(LABELS), word=st.from_regex(r"[A-ZÄÖÜ][a-zäöüß]{2,12}", fullmatch=True))
def test_a_label_with_a_word_behind_it_is_no_placeholder(label: str, word: str) -> None:
    said = f"[{label} {word}]"

    assert not PLACEHOLDER.fullmatch(said) or said[1:-1] in LABELS


@given(st.integers(-4000, 4000))
def test_every_distance_of_time_is_one(days: int) -> None:
    assert PLACEHOLDER.fullmatch(f"[Datum, {distance(days)}]")


@given(st.integers(0, 130), st.integers(0, 3))
def test_every_age_is_one(years: int, level: int) -> None:
    assert PLACEHOLDER.fullmatch(generalise.age_band(f"{years} Jahre", level))


@pytest.mark.parametrize("month", range(1, 13))
def test_every_season_is_one(month: int) -> None:
    assert PLACEHOLDER.fullmatch(season(f"3.{month}.2024"))


def test_every_branch_and_region_is_on_the_list() -> None:
    assert {name for _pattern, name in generalise._BRANCHES} | generalise._BUSINESS <= set(BRANCHES)
    assert set(origins.countries().values()) <= set(REGIONS)


@pytest.mark.parametrize("text", ["Er arbeitet [beim alten Sägewerk] in der Frühschicht.", "[Kundin Sägewerk]"])
def test_a_checker_can_hide_what_stands_in_brackets(text: str) -> None:
    assert [text[start:end] for start, end in places(text, "Sägewerk")] == ["Sägewerk"]


def test_what_is_hidden_already_is_left_alone() -> None:
    assert places("Mit [Kundin 2] und der Kundin.", "Kundin") == [(23, 29)]
