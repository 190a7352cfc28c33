"""What readers of other houses see: released cases without author, house, county or time of day."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select

from caseboard import clock, searching, taxonomy
from caseboard.cases import wording
from caseboard.cases.checks.texts import TextView, texts_of
from caseboard.db import db
from caseboard.models import Case, CaseState, CaseTheme, User
from caseboard.policy import cases as rules
from caseboard.policy import moderates
from caseboard.searching import Search

COLUMNS = tuple(getattr(Case, name) for name in wording.FIELDS)


@dataclass(frozen=True)
class CaseCard:
    """One case in the library."""

    id: str
    title: str
    key_question: str
    released_on: date
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Shelf:
    """One page of the library."""

    cards: tuple[CaseCard, ...]
    page: int
    pages: int
    narrowed: bool


@dataclass(frozen=True)
class CaseView:
    """A released case as other houses read it."""

    id: str
    title: str
    texts: tuple[TextView, ...]
    themes: tuple[str, ...]
    light: str
    light_label: str
    live_light: str
    live_label: str
    state: str
    released_on: date
    printed_by: str
    printed_on: date
    may_plan: bool
    counts_only: bool


def shelf(user: User, wanted: Search, language: str) -> Shelf:
    """The page of the library that fits the search, the newest day first.

    Inside a day the order is that of the random ids: stable, and it says nothing about who was first.
    """
    found = db.session.execute(_matching(user, wanted).with_only_columns(Case.id, Case.released_at)).all()
    days = {row.id: row.released_at.astimezone(clock.BERLIN).date() for row in found}
    ordered = sorted(days, key=lambda key: (-days[key].toordinal(), key))
    page = searching.page_of(ordered, wanted.page)
    rows = {row.id: row for row in db.session.scalars(select(Case).where(Case.id.in_(page.keys)))}
    names = searching.theme_names(language)
    cards = tuple(
        CaseCard(key, str(rows[key].title), str(rows[key].key_question or ""), days[key], _themes(rows[key], names))
        for key in page.keys
    )
    return Shelf(cards, page.number, page.count, wanted.narrowed)


def case_view(user: User, case: Case, language: str) -> CaseView:
    """One released case for somebody who may read it."""
    return CaseView(
        id=case.id,
        title=str(case.title or ""),
        texts=texts_of(case),
        themes=_themes(case, searching.theme_names(language)),
        light=case.light.value,
        light_label=str(wording.LIGHTS[case.light]),
        live_light=case.anywhere_light.value,
        live_label=str(wording.LIGHTS[case.anywhere_light]),
        state="" if case.state is CaseState.RELEASED else str(wording.STATES[case.state]),
        released_on=case.released_at.astimezone(clock.BERLIN).date(),
        printed_by=user.name,
        printed_on=clock.today(),
        may_plan=moderates(user) and case.state is CaseState.RELEASED and not case.counts_only,
        counts_only=case.counts_only and case.state is CaseState.RELEASED,
    )


def themes_to_choose(language: str) -> dict[str, str]:
    """The names of the active themes by id."""
    return taxonomy.names(language)


def _matching(user: User, wanted: Search) -> Select[tuple[Case]]:
    wish = rules.readable_cases(user).where(*searching.containing(wanted.words, COLUMNS))
    if not wanted.theme_id:
        return wish
    return wish.where(Case.id.in_(searching.labelled(CaseTheme.case_id, CaseTheme.theme_id, wanted.theme_id)))


def _themes(case: Case, names: dict[str, str]) -> tuple[str, ...]:
    return tuple(sorted(names[key] for key in case.theme_ids))
