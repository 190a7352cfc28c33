"""The themes of the demo: every state can be seen, the counts are said to be invented, and no small number leaks."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from benchmarks.themes.audit import Audit
from benchmarks.themes.grouped import of_names
from benchmarks.themes.programme import Kind
from benchmarks.themes.published import of_snapshot, of_state
from benchmarks.themes.tables import Published, Row
from caseboard import clock, policy
from caseboard.db import db
from caseboard.demo import history
from caseboard.demo.story import tell
from caseboard.models import Basis, Standing, Theme, ThemeSignal, ThemeSnapshot, User
from caseboard.themes import counting, deciding, occurrences
from caseboard.themes.signals import State
from tests.actors import Actor, Stage
from tests.journeys.grouped_rows import Noting

HOME = "known from home: "


def published() -> Iterator[Published]:
    """Every value of every weekly snapshot: the quarters, and the windows of the sentences."""
    for row in db.session.scalars(select(ThemeSnapshot).order_by(ThemeSnapshot.id)):
        yield from of_snapshot({row.theme_id: {date.fromisoformat(day): one for day, one in row.quarters.items()}})
        for day, names in row.client_groups.items():
            yield from of_names(row.theme_id, date.fromisoformat(day), row.quarters[day], names)
        if row.evidence:
            month = date.fromisoformat(row.evidence["month"])
            about = (row.theme_id, clock.months_before(month, 2), clock.months_before(month, -1))
            yield Published(*about, Kind.FIGURE, row.evidence["observed"])
            if row.evidence["houses"]:
                yield Published(*about, Kind.HOUSES, row.evidence["houses"])
        yield from of_snapshot({HOME + row.theme_id: {date.fromisoformat(day): n for day, n in row.heard.items()}})
    for row in db.session.scalars(select(ThemeSignal).order_by(ThemeSignal.id)):
        exact = row.evidence["exact"]
        yield from of_state(row.theme_id, row.month, State(exact["state"]))


def words() -> Iterator[Row]:
    """What advisers said, beside the cases and never added to them."""
    for theme_id, one in occurrences.of_observations():
        if one.known:
            yield Row(HOME + theme_id, one.jobcenter_id, one.day, 1)


@pytest.fixture
def noting(monkeypatch: pytest.MonkeyPatch) -> Noting:
    """Somebody who remembers which client groups the cases of every quarter had."""
    noted = Noting()
    monkeypatch.setattr(history, "groups", noted)
    return noted


@pytest.fixture
def told(app: Flask, noting: Noting) -> Flask:
    """The demo, told."""
    tell(lambda _done, _of: None)
    return app


def test_every_state_can_be_seen_and_no_small_number_leaks(
    told: Flask, noting: Noting, monkeypatch: pytest.MonkeyPatch
) -> None:
    # every state of the rule is there, beside what advisers say
    newest = deciding.newest()
    states = {Standing.SIGNAL, Standing.WATCH, Standing.LOCAL, Standing.STANDING, Standing.QUIET}
    assert {row.standing for row in newest.values()} == states
    assert {theme.newest.basis for theme in db.session.scalars(select(Theme))} == {None, Basis.SIGNAL, Basis.ASSESSMENT}
    # and a theme that is too new to be compared says so on its page
    (new,) = (theme for theme in db.session.scalars(select(Theme)) if theme.newest.standing is Standing.NO_BASIS)
    assert new.parent_id == "digital"
    (local,) = (row for row in newest.values() if row.standing is Standing.LOCAL)
    stage = Stage(told)
    anna = db.session.scalars(select(User.id).where(User.email == "anna@kg.jobcenter.example")).one()
    others = select(User).where(User.jobcenter_id != "kg").order_by(User.email)
    stranger = next(user.id for user in db.session.scalars(others) if policy.consults(user))
    pages = [
        Actor(user_id, stage.signed_in(user_id)).opens(f"/themen/{local.theme_id}").get_data(as_text=True)
        for user_id in (anna, stranger)
    ]
    assert ["örtliche Häufung" in page for page in pages] == [True, False]
    reader = Actor(anna, stage.signed_in(anna))
    assert "noch keine Vergleichsbasis" in reader.opens(f"/themen/{new.id}").get_data(as_text=True)
    # the demo says that the counts are invented
    monkeypatch.setitem(told.config, "DEMO", True)
    assert "erfunden" in reader.opens("/themen").get_data(as_text=True)
    # client groups are named, and the radar finds them
    assert any(names for row in db.session.scalars(select(ThemeSnapshot)) for names in row.client_groups.values())
    file = reader.opens("/themen/verlauf.csv?gruppe=single-parents&zeitraum=alle").get_data(as_text=True)
    assert file.count("genannt") > 0
    # and of all that was ever published, no count under three can be told from its neighbours
    cube = counting.cube(clock.today())
    told_of = list(published())
    assert {Kind.FIGURE, Kind.NAMED, Kind.CASES} <= {one.kind for one in told_of}
    assert {one.value for one in told_of if str(one.theme).startswith(HOME)} == {None}  # three houses, not ten words
    # whoever guesses
    report = Audit()(told_of, [*noting.rows(cube), *words()], cube.houses)
    assert report.counts > 100
    assert report.leaks == []
    assert report.revised == []
