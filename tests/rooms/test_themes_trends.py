"""Trends: the same rounded figures in pictures, tables, files and filters, and nothing that was not published."""

import csv
import io
import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from caseboard import clock
from caseboard.db import db
from caseboard.models import Theme, ThemeEvent, ThemeSnapshot
from caseboard.themes import cutting, events, publishing, service, snapshots, trends
from tests.actors import Actor, Stage
from tests.rooms.recurring import HOUSES, USUAL, a_week, counted, decided, history, recurring
from tests.rooms.test_themes import MOBILITY, newest, words


def sheet(actor: Actor, wish: str = "") -> list[dict[str, str]]:
    """The downloaded table, row by row."""
    answer = actor.opens(f"/themen/verlauf.csv{wish}")
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    text = answer.get_data().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def of(rows: list[dict[str, str]], name: str) -> dict[str, str]:
    """The row of one theme."""
    return next(row for row in rows if row["Thema"].startswith(name))


def picture_of(page: str, name: str) -> str:
    """The first picture of a theme."""
    return re.search(rf'<svg class="trend"[^>]*aria-label="Fälle je Quartal, {name}.*?</svg>', page, re.DOTALL)[0]


def test_picture_table_and_file_say_the_same_rounded_figures(stage: Stage) -> None:
    # given a theme that has risen and one that is always there
    reader = recurring(stage, MOBILITY)[0]
    page = reader.opens("/themen").get_data(as_text=True)

    # when somebody compares what stands in the snapshot, in the picture, and in the file
    for key, name in ((MOBILITY, "Mobilität"), (USUAL, "Sucht")):
        frozen = newest(key).quarters
        quarters = sorted(frozen)[-4:]
        row, picture = of(sheet(reader), name), picture_of(page, name)

        # then they agree, and the heights are to scale
        shown = [row[f"{(int(day[5:7]) + 2) // 3}. Quartal {day[:4]}"] for day in quarters]
        assert shown == ["" if frozen[day] is None else str(frozen[day]) for day in quarters]
        said = re.findall(r"<title>[^:]*: (?:etwa (\d+)|zu wenige für eine Zahl)</title>", picture)
        assert said == shown
        heights = [float(height) for height in re.findall(r'height="([\d.]+)"/>', picture)]
        largest = max(figure for one in frozen_figures() for figure in one if figure)
        assert heights == [
            round(int(figure) / max(largest, publishing.SAFE_CELL) * 50, 1) for figure in shown if figure
        ]
        assert row["Zusammen"] == str(sum(int(figure) for figure in shown if figure))


def frozen_figures() -> list[list[int | None]]:
    """The last four quarters of all themes in the newest week."""
    return [[row.quarters[day] for day in sorted(row.quarters)[-4:]] for row in db.session.query(ThemeSnapshot)]


def test_a_theme_that_was_out_of_use_has_one_total_for_the_same_quarters_everywhere(stage: Stage) -> None:
    # given a theme with a figure, which is then out of use while four further quarters are published
    moderator = stage.moderator("msp")
    recurring(stage, MOBILITY)
    service.retire(moderator.user, db.session.get_one(Theme, MOBILITY))
    for quarters_later in range(1, 6):
        with clock.at(clock.now() + timedelta(days=92 * quarters_later)):
            assert a_week()

    # when it is taken into use again
    with clock.at(clock.now() + timedelta(days=92 * 5 + 7)):
        service.reactivate(moderator.user, db.session.get_one(Theme, MOBILITY))
        assert a_week()
        told = trends.published()

    # then the total beside its name is that of the picture
    assert len(newest(MOBILITY).quarters) < len(told.quarters)
    assert newest(MOBILITY).cases == told.trend(MOBILITY, told.last(snapshots.QUARTERS)).together


def both(theme: str) -> tuple[int | None, int | None]:
    """The total beside the name of a theme, and what its picture adds up to."""
    told = trends.published()
    frozen = db.session.get_one(Theme, theme).newest
    return frozen and frozen.cases, told.trend(theme, told.last(snapshots.QUARTERS)).together


def test_a_merge_reaches_the_picture_and_the_total_with_the_same_week(stage: Stage) -> None:
    # given two themes with figures, and a report of the quarter
    moderator = stage.moderator("msp").user
    reader = recurring(stage, MOBILITY)[0]
    apart, usual = both(MOBILITY), both(USUAL)
    assert apart[0] == apart[1] is not None
    assert usual[0] == usual[1] is not None
    reported = of(sheet(reader), "Sucht")

    # when the one becomes part of the other in the middle of a week
    cutting.merge(moderator, db.session.get_one(Theme, MOBILITY), db.session.get_one(Theme, USUAL))

    # then neither knows of it
    assert both(USUAL) == usual
    assert of(sheet(reader), "Sucht") == reported

    # and when the next week is frozen, both do
    with clock.at(clock.now() + timedelta(weeks=1)):
        assert a_week()
    together = apart[0] + usual[0]
    assert both(USUAL) == (together, together)

    # and when it is undone in the middle of that week, both stay, and the other one waits for the next
    events.undo(moderator, db.session.scalars(select(ThemeEvent).order_by(ThemeEvent.id.desc())).first())
    assert both(USUAL) == (together, together)
    assert both(MOBILITY) == (None, None)
    with clock.at(clock.now() + timedelta(weeks=2)):
        assert a_week()
    assert (both(MOBILITY), both(USUAL)) == (apart, usual)


def test_every_figure_of_the_file_is_a_multiple_of_five(stage: Stage) -> None:
    reader = recurring(stage, MOBILITY)[0]
    for row in sheet(reader, "?zeitraum=alle"):
        cells = [cell for head, cell in row.items() if head not in {"Thema", "Stand"} and cell]
        assert all(int(cell) % 5 == 0 and int(cell) > 0 for cell in cells), row


def test_filters_choose_among_what_is_published_and_count_nothing_anew(stage: Stage) -> None:
    reader = recurring(stage, MOBILITY)[0]

    (recent,), (risen,) = sheet(reader, "?stand=signal"), sheet(reader, "?stand=signal&zeitraum=alle")
    assert recent["Thema"] == risen["Thema"] == "Mobilität im ländlichen Raum"
    # all quarters are the ones of the last year, with the same figures, and the one before
    assert list(risen)[3:] == list(recent)[2:]
    assert all(risen[head] == figure for head, figure in recent.items())
    assert re.fullmatch(r"[1-4]\. Quartal \d{4}", list(risen)[2])
    page = words(reader.opens("/themen?stand=standing").get_data(as_text=True)).partition("Themen nach Quartalen")[2]
    assert "Sucht" in page
    assert "Mobilität" not in page
    assert "Zurzeit steht kein Thema dort" in reader.opens("/themen?stand=watch").get_data(as_text=True)
    assert reader.opens("/themen?stand=unsinn&zeitraum=99999").status_code == 200


def test_what_a_house_sees_alone_is_no_filter_of_the_others(stage: Stage) -> None:
    reader = recurring(stage, MOBILITY)[0]
    assert 'value="local"' not in reader.opens("/themen").get_data(as_text=True)
    assert sheet(reader, "?stand=local") == []


def test_leadership_gets_no_row_of_a_theme_it_does_not_see(stage: Stage) -> None:
    recurring(stage, MOBILITY)
    leader = stage.leader("kt")
    assert {row["Thema"] for row in sheet(leader)} == {
        "Mobilität im ländlichen Raum",
        of(sheet(leader), "Sucht")["Thema"],
    }


def test_a_name_that_looks_like_a_formula_is_only_a_name(stage: Stage) -> None:
    reader = recurring(stage, MOBILITY)[0]
    db.session.get_one(Theme, MOBILITY).name_de = '=cmd|"/c calc"!A1'
    db.session.commit()
    assert any(row["Thema"].startswith("'=cmd") for row in sheet(reader))


def test_the_page_of_a_theme_says_since_when_it_stands_where(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a theme that was unremarkable two weeks ago
    reader = stage.case_manager("kg")
    history(stage, MOBILITY)
    decided()
    assert a_week()
    for house in HOUSES:
        for months_ago in (1, 2, 3):
            counted(MOBILITY, house, months_ago, 2)
    decided()
    later = clock.now() + timedelta(weeks=2)
    with monkeypatch.context() as patch:
        patch.setattr(clock, "now", lambda: later)
        assert a_week()

    # when somebody looks at it
    page = words(reader.opens(f"/themen/{MOBILITY}").get_data(as_text=True)).partition("Wie es bisher stand")[2]

    # then both states stand there, the newer one first
    assert page.index("häuft sich") < page.index("nichts Auffälliges")
    assert page.count("seit der Woche vom") == 2


def test_similar_themes_are_similar_by_their_words(stage: Stage) -> None:
    page = words(stage.case_manager("kg").opens("/themen/u25").get_data(as_text=True))
    assert "Ausbildung und Qualifizierung" in page.partition("Ähnliche Themen")[2]
    assert "Ähnliche Themen" not in words(stage.case_manager("kg").opens("/themen/digital").get_data(as_text=True))
