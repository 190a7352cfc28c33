"""When what advisers say is worth an assessment, at and around every threshold, and what of it has a figure."""

from datetime import date, timedelta

import pytest

from benchmarks.themes.audit import Audit
from benchmarks.themes.tables import Published
from caseboard.themes.assessments import Assessment, Occurrence, assess, quarterly

TODAY = date(2026, 11, 23)
QUARTER, FOLLOWING = date(2026, 7, 1), date(2026, 10, 1)
LAST_DAY = FOLLOWING - timedelta(days=1)
NETWORK = 12
HOUSES = ("kg", "nes", "has", "msp", "kt")


def said(*houses: str, day: date = LAST_DAY, adviser: str = "", known: bool = True) -> list[Occurrence]:
    """What an adviser of each named house says, each another one unless `adviser` is named."""
    return [Occurrence(house, adviser or f"{house}-{number}", day, known) for number, house in enumerate(houses)]


def assessed(*words: Occurrence, network: int = NETWORK, today: date = TODAY) -> Assessment:
    """The assessment of what was said, with the figures of the quarters that are over."""
    quarters = [date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1), date(2026, 4, 1), QUARTER]
    return assess(words, quarterly(words, quarters, network), today, network)


@pytest.mark.parametrize(
    ("houses", "flagged"),
    [
        ((), False),
        (("kg", "nes"), False),
        (("kg", "nes", "nes", "kg", "nes", "kg"), False),
        (("kg", "nes", "has"), True),
        (("kg", "kg", "nes", "has"), True),
        (("kg", "kg", "kg", "nes", "has"), False),
        (("kg", "kg", "kg", "nes", "has", "msp"), True),
    ],
)
def test_three_houses_are_enough_and_none_may_say_more_than_half(houses: tuple[str, ...], flagged: bool) -> None:
    assert assessed(*said(*houses)) == Assessment(flagged, None)


@pytest.mark.parametrize(
    ("houses", "figure"),
    [
        (("kg", "nes", "has") * 3, None),
        (("kg", "nes", "has", "msp", "kt") * 2, 10),
        (("kg",) * 6 + ("nes", "has", "msp", "kt"), None),
        (("kg", "nes", "has", "msp") * 3, 10),
    ],
)
def test_a_figure_begins_with_ten_words_of_a_quarter(houses: tuple[str, ...], figure: int | None) -> None:
    assert assessed(*said(*houses)).figure == figure


@pytest.mark.parametrize("numbers", [(2, 1, 1, 0, 0), (1, 1, 1, 0, 0), (1, 1, 1, 1, 0), (2, 2, 2, 2, 2)])
def test_nobody_can_tell_who_said_so(numbers: tuple[int, ...]) -> None:
    # given a few words of few houses, and the figure that is shown of them
    words = said(*(house for house, number in zip(HOUSES, numbers, strict=True) for _ in range(number)))
    figure = quarterly(words, [QUARTER], len(HOUSES))[QUARTER]

    report = Audit()(
        [Published("debt", QUARTER, FOLLOWING, value=figure)],
        [("debt", house, QUARTER, number) for house, number in zip(HOUSES, numbers, strict=True)],
        HOUSES,
    )

    # then neither an outsider nor one of the houses can tell a one from a two, or a two from a three
    assert report.counts
    assert report.clean


def test_a_flag_without_a_figure_leaves_every_small_count_open() -> None:
    # given everything that five houses can say so that the theme is flagged and has no figure
    split = [
        (a, b, c, d, e)
        for a in range(5) for b in range(5) for c in range(5) for d in range(5) for e in range(5)
    ]  # fmt: skip
    bare = set()
    for numbers in split:
        words = said(*(house for house, number in zip(HOUSES, numbers, strict=True) for _ in range(number)))
        found = assessed(*words, network=len(HOUSES))
        if found.flagged and found.figure is None:
            bare.add(numbers)

    # then beside each of them another one of them gives this house one, two or three, for whoever knows their own
    for numbers in bare:
        for place, number in enumerate(numbers):
            if number in (1, 2):
                others = {other[place] for other in bare if _known_alike(numbers, other, place)}
                assert others >= {1, 2, 3}


def _known_alike(one: tuple[int, ...], other: tuple[int, ...], place: int) -> bool:
    """Whether some other house, which knows its own words alone, cannot tell the two apart."""
    return any(one[own] == other[own] for own in range(len(one)) if own != place)


def test_the_same_adviser_counts_once_however_often_they_answer() -> None:
    # given one adviser who answers after four consultations, and others
    often = said("kg", adviser="busy") * 4

    # then there are two words, not five
    assert not assessed(*often, *said("nes")).flagged
    assert assessed(*often, *said("nes", "has")).flagged


@pytest.mark.parametrize(
    ("day", "flagged"),
    [(TODAY, True), (FOLLOWING, True), (QUARTER, True), (date(2026, 1, 1), True), (date(2025, 12, 31), False)],
)
def test_words_count_in_their_quarter_and_the_three_after(day: date, flagged: bool) -> None:
    assert assessed(*said("kg", "nes", "has", day=day)).flagged is flagged


def test_a_later_no_takes_an_earlier_yes_back_across_the_end_of_a_quarter() -> None:
    # given three houses that knew it in summer, of which one answers again in autumn
    before = said("kg", "nes", "has", day=LAST_DAY)
    assert assessed(*before).flagged

    # then the last answer of the year counts, whichever comes first to hand
    after = said("kg", day=FOLLOWING, known=False)
    assert not assessed(*before, *after).flagged
    assert not assessed(*after, *before).flagged

    # and who says no in summer and yes in autumn knows it
    assert assessed(*said("kg", day=LAST_DAY, known=False), *said("kg", "nes", "has", day=FOLLOWING)).flagged


def test_the_figure_of_a_quarter_is_of_what_was_said_in_it() -> None:
    words = said(*HOUSES, *HOUSES, day=LAST_DAY)
    assert assessed(*words, *said("kg", day=FOLLOWING, known=False)).figure == 10
    assert assessed(*words, *said("msp", day=LAST_DAY, adviser="doubting", known=False)).figure == 10
    assert assessed(*words[1:], *said("kg", day=LAST_DAY, known=False)).figure is None


def test_figures_of_two_quarters_add_up_but_their_words_do_not() -> None:
    # given five words in spring and five in summer
    spring = QUARTER - timedelta(days=1)
    assert assessed(*said(*HOUSES, day=spring), *said(*HOUSES, day=QUARTER)).figure is None

    # then only what each quarter shows by itself adds up
    both = (one for day in (spring, QUARTER) for one in said(*HOUSES, *HOUSES, day=day))
    assert assessed(*both).figure == 20


def test_a_small_network_is_not_assessed() -> None:
    assert not assessed(*said("kg", "nes", "has"), network=4).flagged
