"""The verbs of the themes: keep the taxonomy, and freeze what everybody may see of it once a week."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from flask_babel import lazy_gettext as _l
from sqlalchemy import exists, select

from caseboard import airlock, audit, clock, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.errors import InvalidInput
from caseboard.models import Basis, Theme, ThemeSnapshot, ThemeState, User
from caseboard.policy import themes as rules
from caseboard.themes import occurrences
from caseboard.themes.assessments import Occurrence, Reason, recurs

POINTS_AT_SOMEBODY = _l("This looks like the name, number or address of a person. Please write it without.")
BASES = {Reason.CASES: Basis.SIGNAL, Reason.OBSERVATIONS: Basis.ASSESSMENT}


@dataclass(frozen=True)
class Entry:
    """What moderators write about a theme, stripped."""

    name_de: SafeText
    name_en: SafeText
    definition: SafeText
    seeds: tuple[SafeText, ...]


def clean(theme: Theme, typed: Mapping[str, str]) -> Entry:
    """Pass what is new in an entry through the airlock; reference data with a gap in it helps nobody, so refuse it.

    Raises:
        InvalidInput: a field points to somebody.
        Unavailable: stripping cannot run.
    """
    present = {"name_de": theme.name_de, "name_en": theme.name_en, "definition": theme.definition}
    seeds = list(dict.fromkeys(line.strip() for line in typed["seeds"].splitlines() if line.strip()))
    kept = [seed for seed in seeds if seed in theme.seeds]
    new = {name: typed[name] for name, text in present.items() if typed[name] != text}
    new["seeds"] = "\n".join(seed for seed in seeds if seed not in kept)
    english = airlock.english_words(new.get("name_en", ""))
    stripped = airlock.business({name: text for name, text in new.items() if text}, allow=english)
    found = {find.field for find in stripped.finds}
    if found:
        raise InvalidInput(dict.fromkeys(sorted(found), POINTS_AT_SOMEBODY))
    texts = {name: stripped.texts.get(name) or SafeText.trusted(text) for name, text in present.items()}
    added = stripped.texts.get("seeds", "").splitlines()
    return Entry(**texts, seeds=tuple(map(SafeText.trusted, (*kept, *added))))


@command
def edit(moderator: User, theme: Theme, entry: Entry) -> None:
    """Give a theme new words; what was labelled with it stays labelled."""
    policy.require(rules.may_edit_theme(moderator, theme))
    theme.name_de, theme.name_en = str(entry.name_de), str(entry.name_en)
    theme.definition, theme.seeds = str(entry.definition), [str(seed) for seed in entry.seeds]
    audit.record(moderator, "theme.edit", f"theme:{theme.id}")


@command
def retire(moderator: User, theme: Theme) -> None:
    """Take a theme out of use: it is suggested and counted no more, and what was stays."""
    policy.require(rules.may_edit_theme(moderator, theme))
    policy.require_moment(theme.state is ThemeState.ACTIVE)
    theme.state = ThemeState.RETIRED
    audit.record(moderator, "theme.retire", f"theme:{theme.id}")


@command
def reactivate(moderator: User, theme: Theme) -> None:
    """Take a retired theme into use again."""
    policy.require(rules.may_edit_theme(moderator, theme))
    policy.require_moment(theme.state is ThemeState.RETIRED)
    theme.state = ThemeState.ACTIVE
    audit.record(moderator, "theme.reactivate", f"theme:{theme.id}")


def take_snapshot() -> bool:
    """Freeze this week's figures unless that was done already; a job, so it has no actor."""
    week = monday(clock.today())
    return not _taken(week) and _freeze(week)


def monday(day: date) -> date:
    """The first day of the ISO week of `day`."""
    return day - timedelta(days=day.weekday())


@command
def _freeze(week: date) -> bool:
    # the lock lets a second worker wait and then find the week done
    themes = db.session.scalars(select(Theme).order_by(Theme.id).with_for_update()).all()
    if _taken(week):
        return False
    found: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for source in (occurrences.of_cases, occurrences.of_observations):
        for theme_id, one in source():
            found[theme_id].append(one)
    db.session.add_all(
        _snapshot(week, theme.id, found[theme.id]) for theme in themes if theme.state is ThemeState.ACTIVE
    )
    audit.record(None, "theme.snapshot", f"week:{week.isoformat()}")
    return True


def _taken(week: date) -> bool:
    return bool(db.session.scalar(select(exists().where(ThemeSnapshot.week == week))))


def _snapshot(week: date, theme_id: str, some: list[Occurrence]) -> ThemeSnapshot:
    signal = recurs(some, clock.today())
    return ThemeSnapshot(
        week=week,
        theme_id=theme_id,
        cases=signal.cases_rounded,
        observations=signal.observations_rounded,
        flagged=signal.flagged,
        basis=BASES.get(signal.reason),
    )
