"""Where a theme comes from, what it has become, and what it is called."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_, select

from caseboard import clock, labels
from caseboard.db import db
from caseboard.models import EventKind, Theme, ThemeEvent, ThemeState
from caseboard.themes import events, kinship


@dataclass(frozen=True)
class Relative:
    """A theme that another one came from or became."""

    id: str
    name: str


@dataclass(frozen=True)
class Lineage:
    """Where a theme comes from and what it has become; and since when its figures mean something else."""

    parent: Relative | None
    children: tuple[Relative, ...]
    merged_into: Relative | None
    merged_from: tuple[Relative, ...]
    cut_on: date | None


def lineage_of(theme: Theme, language: str) -> Lineage:
    """The relatives of a theme, and the day of its last cut."""

    def relatives(*conditions: ColumnElement[bool]) -> tuple[Relative, ...]:
        rows = db.session.scalars(select(Theme).where(*conditions).order_by(Theme.name_de))
        return tuple(Relative(one.id, one.name_in(language)) for one in rows)

    above = {key: end for key, end in kinship.present().items() if key not in labels.redirects()}
    parent, into = relatives(Theme.id == above.get(theme.id)), relatives(Theme.id == theme.merged_into_id)
    return Lineage(
        parent=parent[0] if parent else None,
        children=relatives(Theme.id.in_(key for key, end in above.items() if end == theme.id)),
        merged_into=into[0] if into else None,
        merged_from=relatives(Theme.merged_into_id == theme.id),
        cut_on=_cut_on(theme),
    )


def target_of(theme: Theme) -> str | None:
    """Where the address of a merged theme leads."""
    return labels.redirects().get(theme.id)


def mergeable(theme: Theme, language: str) -> tuple[tuple[str, str], ...]:
    """The themes in use that this one could become part of; its own parts are not among them."""
    known = kinship.known()
    some = db.session.scalars(select(Theme).where(Theme.state == ThemeState.ACTIVE, Theme.id != theme.id))
    fit = ((one.id, one.name_in(language)) for one in some if kinship.may_be_part_of(theme.id, one.id, *known))
    return tuple(sorted(fit, key=lambda pair: pair[1].casefold()))


def broader(theme: Theme, language: str) -> tuple[tuple[str, str], ...]:
    """The themes that this one could be part of; the present one is among them even when it is out of use.

    Where that one was merged since, it stands there by the name of what it has become, and is the same choice.
    """
    chosen, known = theme.parent_id, kinship.known()
    now = labels.redirects().get(chosen or "", chosen)
    some = db.session.scalars(select(Theme).where(or_(Theme.state == ThemeState.ACTIVE, Theme.id == now)))
    fit = (one for one in some if one.id == now or kinship.may_be_part_of(theme.id, one.id, *known))
    pairs = ((chosen if chosen and one.id == now else one.id, one.name_in(language)) for one in fit)
    return tuple(sorted(pairs, key=lambda pair: pair[1].casefold()))


def _cut_on(theme: Theme) -> date | None:
    """The day since which other cases count under this name than before: that of the last cut, or of its undoing."""
    wanted = (
        select(ThemeEvent).where(ThemeEvent.kind.in_({*events.CUTS, EventKind.UNDO})).order_by(ThemeEvent.id.desc())
    )
    rows = db.session.scalars(wanted).all()
    cuts = {one.id: one for one in rows if one.kind in events.CUTS}
    about = ((one, cuts.get(one.undoes_id or one.id)) for one in rows)
    last = next((one for one, cut in about if cut and theme.id in events.touched(cut)), None)
    return last.at.astimezone(clock.BERLIN).date() if last else None
