"""The quarterly report: what recurred, in the rounded figures of one week, and what moderators recommend."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from caseboard import clock
from caseboard.db import db
from caseboard.errors import NotFound
from caseboard.models import Basis, ReportFile, Standing, Theme, ThemeAdvice, ThemeReport, ThemeSnapshot, User
from caseboard.policy import themes as rules
from caseboard.themes import kinship, publishing, queries, trends, wording
from caseboard.themes.families import Family, of_themes
from caseboard.themes.queries import Sentence
from caseboard.themes.trends import Trend

QUARTERS = 4
"""How many quarters up to the reported one stand in a row."""


@dataclass(frozen=True)
class Item:
    """One theme of the report."""

    id: str
    name: str
    parent: str
    basis: str
    standing: str
    trend: Trend
    observations: int | None
    sentence: Sentence | None


@dataclass(frozen=True)
class Cluster:
    """Themes of one state that belong together."""

    family: Family
    items: tuple[Item, ...]

    def near(self, item: Item) -> str:
        """The other one of a pair."""
        return next((one.name for one in self.items if self.family.paired and one is not item), "")


@dataclass(frozen=True)
class Section:
    """The themes that stand in one state."""

    key: str
    heading: str
    clusters: tuple[Cluster, ...]


@dataclass(frozen=True)
class Advice:
    """What is recommended on the themes of one family; nothing yet, or words on a theme that recurs no more."""

    key: str
    name: str
    words: str


@dataclass(frozen=True)
class Report:
    """The report of one quarter, as of one week."""

    quarter: date
    week: date
    sections: tuple[Section, ...]
    quarters: tuple[date, ...]
    most: int
    recommendations: str
    advice: tuple[Advice, ...]

    @property
    def is_draft(self) -> bool:
        """Whether the figures still follow the week: until the quarter after the reported one is over too."""
        return publishing.quarter_of(self.week) == publishing.quarter_of(clock.today())


@dataclass(frozen=True)
class ReportPage:
    """A report, the other ones there are, and what the reader can do."""

    report: Report
    others: tuple[date, ...]
    version: int
    file: str
    may_write: bool


def quarters() -> dict[date, date]:
    """The quarters that there is a report of, the newest first, each with the week whose figures hold."""
    weeks = db.session.scalars(select(ThemeSnapshot.week).distinct().order_by(ThemeSnapshot.week)).all()
    told = trends.published().quarters
    newest = {publishing.quarter_of(week): week for week in weeks}
    found = {quarter: newest.get(publishing.following(quarter)) for quarter in told}
    return {quarter: week for quarter, week in sorted(found.items(), reverse=True) if week is not None}


def chosen(typed: str | None) -> tuple[date, date] | None:
    """The quarter of an address with its week; the newest one where none is named, nothing where there is none yet.

    Raises:
        NotFound: there is no report of this quarter.
    """
    known = quarters()
    if not typed:
        return next(iter(known.items()), None)
    found = next(((quarter, week) for quarter, week in known.items() if quarter.isoformat() == typed), None)
    if found is None:
        raise NotFound
    return found


def page(user: User, quarter: date, week: date, language: str) -> ReportPage:
    """The report for whoever reads it."""
    row = db.session.get(ThemeReport, quarter)
    file = file_of(quarter, language)
    fresh = file is not None and file.week == week
    return ReportPage(
        report=report(quarter, week, language),
        others=tuple(other for other in quarters() if other != quarter),
        version=row.version if row and row.recommendations is not None else 0,
        file="" if not fresh or file is None else "made" if file.content else "wanted",
        may_write=rules.may_write_report(user),
    )


def report(quarter: date, week: date, language: str) -> Report:
    """What stands in the report, whoever reads it; nothing in it is hidden from leadership."""
    told = trends.published(week)
    window = tuple(one for one in told.quarters if one <= quarter)[-QUARTERS:]
    recurs = or_(ThemeSnapshot.flagged, ThemeSnapshot.standing == Standing.STANDING)
    rows = db.session.execute(
        select(ThemeSnapshot, Theme)
        .join(Theme, Theme.id == ThemeSnapshot.theme_id)
        .where(ThemeSnapshot.week == week, recurs)
    ).all()
    names = {theme.id: theme.name_in(language) for theme in db.session.scalars(select(Theme))}
    families, parents = of_themes(), kinship.present()
    found: dict[str, list[Item]] = {Basis.SIGNAL: [], Basis.ASSESSMENT: [], Standing.STANDING: []}
    for snapshot, theme in rows:
        trend = told.trend(theme.id, window)
        found[snapshot.basis or Standing.STANDING].append(
            Item(
                id=theme.id,
                name=names[theme.id],
                parent=names.get(parents[theme.id] or "", ""),
                basis=snapshot.basis.value if snapshot.basis else "",
                standing=snapshot.standing.value,
                trend=trend,
                observations=snapshot.observations,
                sentence=queries.sentence_of(snapshot) if snapshot.standing is Standing.SIGNAL else None,
            )
        )
    row = db.session.get(ThemeReport, quarter)
    sections = tuple(_section(key, some, families) for key, some in found.items() if some)
    everything = [item for section in sections for cluster in section.clusters for item in cluster.items]
    return Report(
        quarter=quarter,
        week=week,
        sections=sections,
        quarters=window,
        most=trends.most(item.trend for item in everything),
        recommendations=str(row.recommendations or "") if row else "",
        advice=_advice(everything, row.advice if row else (), families, names),
    )


def _section(key: str, items: Iterable[Item], families: Mapping[str, Family]) -> Section:
    """The themes of a state by what they belong to, in the order of names; it says nothing about counts."""
    together: defaultdict[Family, list[Item]] = defaultdict(list)
    for item in sorted(items, key=lambda item: item.name.casefold()):
        together[families[item.id]].append(item)
    clusters = tuple(Cluster(family, tuple(some)) for family, some in together.items())
    return Section(str(key), str(wording.SECTIONS[key]), clusters)


def _advice(
    items: Iterable[Item], rows: Iterable[ThemeAdvice], families: Mapping[str, Family], names: Mapping[str, str]
) -> tuple[Advice, ...]:
    """What is recommended, by family; words on themes that do not stand in the report any more come last."""
    present: defaultdict[Family, list[str]] = defaultdict(list)
    for item in items:
        present[families[item.id]].append(item.id)
    words: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        words[families[row.theme_id].key].append(str(row.words))
    called = {family.key: family.name(some, names) for family, some in present.items()}
    called |= {key: names[key] for key in sorted(words) if key not in called}
    return tuple(Advice(key, name, "\n".join(words.get(key, ()))) for key, name in called.items())


def names_of(theme_ids: Collection[str], language: str) -> dict[str, str]:
    """What these themes are called, as far as there are any."""
    return {one.id: one.name_in(language) for one in db.session.scalars(select(Theme).where(Theme.id.in_(theme_ids)))}


def file_of(quarter: date, language: str) -> ReportFile | None:
    """The file of a report in one language, made or wanted."""
    return db.session.scalar(select(ReportFile).where(ReportFile.quarter == quarter, ReportFile.language == language))
