"""The verbs that change which cases a theme has: merge, split, accept or dismiss a candidate, correct a label."""

from collections.abc import Collection, Mapping, Sequence

from flask_babel import lazy_gettext as _l

from caseboard import audit, clock, labels, policy
from caseboard.db import command, db
from caseboard.errors import InvalidInput
from caseboard.models import (
    CandidateState,
    Case,
    EventKind,
    Theme,
    ThemeCandidate,
    ThemeLabel,
    ThemeOrigin,
    ThemeState,
    User,
)
from caseboard.policy import cases as case_rules
from caseboard.policy import themes as rules
from caseboard.themes import events, kinship, scoring
from caseboard.themes.entries import Entry, key_for

MOVED_ON = _l("This theme has changed in the meantime. Please look at it again.")
OWN_PART = _l("The other theme is part of this one. Please merge it the other way round.")
DECIDED = _l("Somebody has decided on this candidate already.")
ONE_AT_LEAST = _l("Please tick at least one theme, or say that none fits.")


@command
def merge(moderator: User, theme: Theme, into: Theme) -> None:
    """Let a theme lead to another one: its cases count there, each once, and its address leads there.

    Raises:
        WrongMoment: one of the two has been merged, split or put aside in the meantime, or the other is part of this.
    """
    policy.require(rules.may_edit_theme(moderator, theme) and rules.may_edit_theme(moderator, into))
    events.hold()
    fits = theme.id != into.id and into.state is ThemeState.ACTIVE and theme.state is not ThemeState.MERGED
    policy.require_moment(fits, MOVED_ON)
    policy.require_moment(kinship.may_be_part_of(theme.id, into.id, *kinship.known()), OWN_PART)
    concerned = events.cases_of({theme.id})
    into_id = into.id
    events.write(moderator, EventKind.MERGE, theme, {"into": into_id, "was": theme.state.value})
    theme.state, theme.merged_into_id = ThemeState.MERGED, into_id
    labels.settle(concerned)
    events.tell(concerned, "theme.merged", f"theme:{into_id}", but=moderator)


@command
def split(moderator: User, theme: Theme, children: Sequence[Entry], assigned: Mapping[str, int]) -> list[str]:
    """Make new themes out of one, and give them the cases that are named; every other case stays where it is.

    So the theme stays in use for what is left: for cases that this moderator cannot read, for those that only the
    classifier counts, and for those that are over.

    Args:
        moderator: who does it.
        theme: the theme that means too much.
        children: the words of the new themes.
        assigned: which case goes to which child; cases that this moderator cannot read are never among them.

    Returns:
        The ids of the new themes.
    """
    policy.require(rules.may_edit_theme(moderator, theme))
    events.hold()
    policy.require_moment(theme.state is ThemeState.ACTIVE, MOVED_ON)
    theme_id = theme.id
    made = [_new(entry, ThemeOrigin.SPLIT, parent=theme) for entry in children]
    keys = [child.id for child in made]
    event = events.write(moderator, EventKind.SPLIT, theme, {"children": keys, "was": theme.state.value})
    chosen = {key: keys[place] for key, place in assigned.items() if _may_move(moderator, key, theme_id)}
    _move(chosen, theme_id, moderator.id, event.id)
    labels.settle(chosen)
    events.tell(chosen, "theme.split", f"event:{event.id}", but=moderator)
    return keys


def _may_move(moderator: User, case_id: str, theme_id: str) -> bool:
    case = db.session.get(Case, case_id)
    if case is None or not case_rules.may_read_case(moderator, case):
        return False
    return theme_id in case.theme_ids | labels.classified([case_id]).get(case_id, set())


def _move(chosen: Mapping[str, str], theme_id: str, user_id: str, event_id: int) -> None:
    """Write the labels of a split: no more the parent, under whatever name it was ticked, but the child."""
    leads_to, words = labels.redirects(), labels.words_of(chosen.keys())
    for case_id, child_id in sorted(chosen.items()):
        said = words.get(case_id, {})
        former = [key for key, says in said.items() if key and says and leads_to.get(key, key) == theme_id]
        for key, says in (*((one, False) for one in former or [theme_id]), (child_id, True)):
            db.session.add(ThemeLabel(case_id=case_id, theme_id=key, says=says, user_id=user_id, event_id=event_id))


@command
def accept(moderator: User, candidate: ThemeCandidate, entry: Entry, case_ids: Collection[str]) -> str:
    """Make a theme of a candidate, with the cases that the moderator takes for good examples; its id."""
    policy.require(rules.may_decide_candidate(moderator, candidate))
    events.hold()
    policy.require_moment(candidate.state is CandidateState.OPEN, DECIDED)
    theme = _new(entry, ThemeOrigin.CANDIDATE)
    theme_id = theme.id
    event = events.write(moderator, EventKind.ACCEPT, theme, {"terms": candidate.terms}, candidate)
    candidate.state, candidate.decided_at = CandidateState.ACCEPTED, clock.now()
    readable = [key for key in case_ids if _may_read(moderator, key)]
    for case_id in readable:
        db.session.add(
            ThemeLabel(case_id=case_id, theme_id=theme_id, says=True, user_id=moderator.id, event_id=event.id)
        )
    labels.settle(readable)
    events.tell(readable, "theme.accepted", f"theme:{theme_id}", but=moderator)
    return theme_id


def _may_read(moderator: User, case_id: str) -> bool:
    case = db.session.get(Case, case_id)
    return case is not None and case_rules.may_read_case(moderator, case)


@command
def dismiss(moderator: User, candidate: ThemeCandidate) -> None:
    """Put a candidate aside; nothing like it is put forward again."""
    policy.require(rules.may_decide_candidate(moderator, candidate))
    policy.require_moment(candidate.state is CandidateState.OPEN, DECIDED)
    candidate.state, candidate.decided_at = CandidateState.DISMISSED, clock.now()
    events.write(moderator, EventKind.DISMISS, None, {"terms": candidate.terms}, candidate)


@command
def correct(moderator: User, case: Case, wanted: Collection[str]) -> None:
    """Say what a case is about in the place of its author; the author is told, and the last word holds.

    Who says so has looked at all themes, so that from now on the classifier is silent: what it counted is part of the
    answer where it stays ticked, and refused where it does not.
    """
    policy.require(rules.may_label_case(moderator, case))
    events.hold()
    active = {theme.id for theme in db.session.query(Theme).filter(Theme.state == ThemeState.ACTIVE)}
    if set(wanted) - active - case.theme_ids:
        raise InvalidInput({"themes": ONE_AT_LEAST})
    case_id, before, leads_to = case.id, case.theme_ids, labels.redirects()
    said = labels.words_of([case_id]).get(case_id, {})
    gone = [key for key, says in said.items() if says and key and leads_to.get(key, key) in before - set(wanted)]
    refused = labels.classified([case_id]).get(case_id, set()) & active - before - set(wanted)
    changes = [(key, False) for key in (*gone, *sorted(refused))]
    changes += [(key, True) for key in sorted(set(wanted) - before)]
    if not wanted and not said.get(None):
        changes.append((None, True))
    for key, says in changes:
        db.session.add(ThemeLabel(case_id=case_id, theme_id=key, says=says, user_id=moderator.id))
    if not changes:
        return
    scoring.silence(case_id)
    audit.record(moderator, "theme.label", f"case:{case_id}")
    labels.settle([case_id])
    events.tell([case_id], "theme.labelled", f"case:{case_id}", but=moderator)


def _new(entry: Entry, origin: ThemeOrigin, parent: Theme | None = None) -> Theme:
    theme = Theme(
        id=key_for(str(entry.name_de)), origin=origin, parent_id=parent.id if parent else None, **entry.plain()
    )
    db.session.add(theme)
    db.session.flush()
    return theme
