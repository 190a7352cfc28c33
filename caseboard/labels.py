"""What people said a case is about: how labels are written, and what they add up to at present."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import ColumnElement, Select, delete, exists, insert, or_, select
from sqlalchemy.orm import aliased

from caseboard.db import db
from caseboard.models import (
    Case,
    CaseTheme,
    EventKind,
    Theme,
    ThemeAssignment,
    ThemeEvent,
    ThemeLabel,
    ThemeOrigin,
    ThemeState,
    User,
    present_run,
)
from caseboard.topics.spec import ThemeSpec

AT_ONCE = 500
"""Databases take only so many values in one question."""

Words = Mapping[str | None, bool]
"""The last word of people on each theme of one case; None stands for "fits no theme"."""

Word = tuple[str | None, bool]
"""Of which theme something was said, and whether it fits."""

CLASSIFIED = (ThemeAssignment.counts, ThemeAssignment.run_id == present_run())
"""What the classifier counts where nobody has spoken, by the run whose word holds."""


def answer(case: Case, author: User, wanted: Collection[str], *, final: bool) -> None:
    """Note what an author ticks, as far as it differs from what was said before.

    Args:
        case: the case, which may be new.
        author: whose words these are.
        wanted: the ids of the ticked themes.
        final: whether the author hands the case in; only then an empty answer says that no theme fits.
    """
    said = fold(sorted(case.labels, key=lambda label: label.id)) if case.labels else {}
    ticked = {key for key, says in said.items() if says and key is not None}
    for key in sorted(set(wanted) - ticked):
        case.labels.append(ThemeLabel(theme_id=key, says=True, user_id=author.id))
    for key in sorted(ticked - set(wanted)):
        case.labels.append(ThemeLabel(theme_id=key, says=False, user_id=author.id))
    if final and not wanted and not said.get(None):
        case.labels.append(ThemeLabel(theme_id=None, says=True, user_id=author.id))


def fold(labels: Iterable[ThemeLabel]) -> dict[str | None, bool]:
    """The last word on each theme; a tick takes "fits no theme" back."""
    return _folded((label.theme_id, label.says) for label in labels)


def _folded(some: Iterable[Word]) -> dict[str | None, bool]:
    said: dict[str | None, bool] = {}
    for theme_id, says in some:
        said[theme_id] = says
        if theme_id is not None and says:
            said[None] = False
    return said


def words_of(case_ids: Collection[str] | None = None) -> dict[str, dict[str | None, bool]]:
    """The last words on every case, or on those that are named; what an undone event wrote is not among them."""
    found: defaultdict[str, list[Word]] = defaultdict(list)
    for part in parts(case_ids):
        for case_id, theme_id, says in db.session.execute(_holding().where(part).order_by(ThemeLabel.id)):
            found[case_id].append((theme_id, says))
    return {case_id: _folded(some) for case_id, some in found.items()}


def present(words: Words, redirects: Mapping[str, str]) -> set[str]:
    """The themes of a case at present, each where it was redirected to."""
    return {redirects.get(key, key) for key, says in words.items() if says and key is not None}


def counted(case_id: str) -> set[str]:
    """The themes under which one case counts, by people and by the classifier; each by one of its former names."""
    leads_to, said = redirects(), words_of([case_id]).get(case_id, {})
    ticked = {key for key, says in said.items() if says and key is not None}
    spoken = {leads_to.get(key, key) for key in said if key is not None}
    rows = select(ThemeAssignment.theme_id).where(ThemeAssignment.case_id == case_id, *CLASSIFIED)
    added = {key for key in db.session.scalars(rows) if leads_to.get(key, key) not in spoken}
    themes = sorted(ticked | added)
    return set({leads_to.get(key, key): key for key in themes}.values())


def classified(case_ids: Collection[str]) -> dict[str, set[str]]:
    """The themes for which the classifier counts these cases, each where it was redirected to."""
    leads_to = redirects()
    found: defaultdict[str, set[str]] = defaultdict(set)
    for part in parts(case_ids, ThemeAssignment.case_id):
        rows = select(ThemeAssignment.case_id, ThemeAssignment.theme_id).where(part, *CLASSIFIED)
        for case_id, theme_id in db.session.execute(rows):
            found[case_id].add(leads_to.get(theme_id, theme_id))
    return dict(found)


def specs() -> tuple[ThemeSpec, ...]:
    """The themes in use as the classifier has to know them.

    What was known of a theme before there were labels holds for whatever it was merged into, and also after a split:
    its other cases stay where they are. Of a theme that was made here nothing is known.
    """
    themes = {theme.id: theme for theme in db.session.scalars(select(Theme).order_by(Theme.id))}
    origins: defaultdict[str, list[str]] = defaultdict(list)
    for key, end in {**{key: key for key in themes}, **redirects()}.items():
        if themes[key].origin is ThemeOrigin.SHIPPED:
            origins[end].append(key)
    return tuple(
        ThemeSpec(
            theme.id,
            theme.name_de,
            theme.definition,
            tuple(theme.seeds),
            tuple(theme.excludes),
            tuple(origins[theme.id]),
        )
        for theme in themes.values()
        if theme.state is ThemeState.ACTIVE
    )


def redirects() -> dict[str, str]:
    """Where each merged theme leads to in the end."""
    rows = db.session.execute(select(Theme.id, Theme.merged_into_id).where(Theme.merged_into_id.is_not(None)))
    steps = {row.id: row.merged_into_id for row in rows}
    return {start: _end(start, steps) for start in steps}


def divided() -> dict[str, str]:
    """From which theme each child of a split was made."""
    undone = select(ThemeEvent.undoes_id).where(ThemeEvent.undoes_id.is_not(None))
    splits = select(ThemeEvent).where(ThemeEvent.kind == EventKind.SPLIT, ThemeEvent.id.not_in(undone))
    return {child: str(event.theme_id) for event in db.session.scalars(splits) for child in event.payload["children"]}


def held_by(theme_id: str) -> frozenset[str]:
    """The theme and everything that was merged into it: what was done about these was done about it."""
    return frozenset({theme_id, *(key for key, end in redirects().items() if end == theme_id)})


def settle(case_ids: Collection[str]) -> None:
    """Bring the present themes of these cases in line with their labels, inside the running transaction."""
    db.session.flush()
    leads_to, words = redirects(), words_of(case_ids)
    rows = [
        {"case_id": case_id, "theme_id": theme_id}
        for case_id in sorted(case_ids)
        for theme_id in sorted(present(words.get(case_id, {}), leads_to))
    ]
    for part in parts(case_ids, CaseTheme.case_id):
        db.session.execute(delete(CaseTheme).where(part), execution_options={"synchronize_session": False})
    if rows:
        db.session.execute(insert(CaseTheme), rows)
    db.session.expire_all()


def labelled_with(theme_ids: Collection[str]) -> Select[tuple[str]]:
    """The ids of all cases that somebody gave or refused one of these themes."""
    return select(ThemeLabel.case_id).where(ThemeLabel.theme_id.in_(theme_ids)).distinct()


def _holding() -> Select[tuple[str, str | None, bool]]:
    undo = aliased(ThemeEvent)
    return select(ThemeLabel.case_id, ThemeLabel.theme_id, ThemeLabel.says).where(
        or_(ThemeLabel.event_id.is_(None), ~exists().where(undo.undoes_id == ThemeLabel.event_id))
    )


def parts(case_ids: Collection[str] | None, column: ColumnElement[str] | None = None) -> Iterable[ColumnElement[bool]]:
    """Conditions that together name these cases; one that names all of them where none are given."""
    key = ThemeLabel.case_id if column is None else column
    if case_ids is None:
        yield key.is_not(None)
        return
    ordered = sorted(case_ids)
    for start in range(0, len(ordered), AT_ONCE):
        yield key.in_(ordered[start : start + AT_ONCE])


def _end(start: str, steps: Mapping[str, str]) -> str:
    seen = {start}
    here = steps[start]
    while here in steps and here not in seen:
        seen.add(here)
        here = steps[here]
    return here
