"""The verbs of network administration: what a process is called, and what holds in each of its phases."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from caseboard import airlock, audit, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.errors import InvalidInput
from caseboard.models import Process, SessionKind, User
from caseboard.policy import processes as rules
from caseboard.policy.sessions import Part
from caseboard.sessions import actions
from caseboard.sessions.phases import Work, read_agenda
from caseboard.sessions.wording import EVERYBODY

POINTS_AT_SOMEBODY = _l("This looks like the name, number or address of a person. Please write it without.")
OVERTAKEN = _l("Somebody else has just changed this. What you see here is yours; save it again to replace theirs.")
NO_KIND = _l("Please choose at least one kind of consultation.")
FEWER_THAN_LEAST = _l("This is fewer than the least number of people.")
NOBODY_SPEAKS = _l("Please choose who speaks.")
NOT_IN_THIS_PHASE = _l("Not all of these can do that in this phase.")
NOT_WHOLE: Mapping[SessionKind, LazyString] = {
    SessionKind.LIVE: _l(
        "In a live session the group has to consult, and then the case giver closes; a phase is missing."
    ),
    SessionKind.WRITTEN: _l(
        "In a written round the group has to consult for a day or more, and then the case giver closes; a phase is "
        "missing."
    ),
}


@dataclass(frozen=True)
class Frame:
    """For whom a process is made, and whether it is in use."""

    live: bool
    written: bool
    least_people: int
    most_people: int
    active: bool


@dataclass(frozen=True)
class Typed:
    """What was typed and chosen for one phase."""

    words: Mapping[str, str]
    minutes: int | None
    share: int | None
    optional: bool
    off: bool
    speaks: frozenset[Part] = frozenset()
    writes: frozenset[Part] = frozenset()
    turns: bool = False


Row = dict[str, Any]


def clean(known: Mapping[str, str], typed: Mapping[str, str]) -> dict[str, SafeText]:
    """Pass what is new through the airlock; reference data with a gap in it helps nobody, so refuse it.

    Raises:
        InvalidInput: a field points to somebody.
        Unavailable: stripping cannot run.
    """
    new = {name: text for name, text in typed.items() if text and text != known.get(name, "")}
    english = " ".join(text for name, text in new.items() if name.endswith("_en"))
    stripped = airlock.business(new, allow=airlock.english_words(english))
    found = {find.field for find in stripped.finds}
    if found:
        raise InvalidInput(dict.fromkeys(sorted(found), POINTS_AT_SOMEBODY))
    return {name: stripped.texts.get(name) or SafeText.trusted(text) for name, text in typed.items()}


def words_of(process: Process) -> dict[str, str]:
    """The words of a process as they are, by field."""
    return {name: getattr(process, name) for name in ("name_de", "name_en", "line_de", "line_en")}


def words_of_phase(row: Row) -> dict[str, str]:
    """The words of a phase as they are, by field."""
    pairs = [(name, row.get(name) or {}) for name in ("name", "goal", "help")]
    pairs += [(f"prompt_{part}", words) for part, words in row.get("prompts", {}).items()]
    return {f"{name}_{language}": text for name, both in pairs for language, text in both.items()}


def row_of(process: Process, key: str) -> Row:
    """One phase as it is stored.

    Raises:
        NotAllowed: there is none with this key.
    """
    found = next((row for row in process.phases if row["key"] == key), None)
    policy.require(found is not None)
    return found or {}


@command
def keep(admin: User, process: Process, words: Mapping[str, SafeText], frame: Frame, *, seen: int | None) -> None:
    """Give a process new words, another frame, or take it out of use; consultations that are planned keep theirs.

    Raises:
        InvalidInput: it could not be held that way, or somebody else was faster.
    """
    _hold(admin, process, seen)
    if not (frame.live or frame.written):
        raise InvalidInput({"live": NO_KIND})
    if frame.most_people < frame.least_people:
        raise InvalidInput({"most_people": FEWER_THAN_LEAST})
    for name, text in {**words, **asdict(frame)}.items():
        setattr(process, name, str(text) if isinstance(text, SafeText) else text)
    _require_whole(process, process.phases)
    audit.record(admin, "process.keep", f"process:{process.id}")


@command
def keep_phase(
    admin: User, process: Process, key: str, typed: Typed, words: Mapping[str, SafeText], *, seen: int | None
) -> None:
    """Change one phase.

    Raises:
        InvalidInput: the process could not be held that way, or somebody else was faster.
    """
    _hold(admin, process, seen)
    _require_fitting(row_of(process, key), typed)
    fresh = [_changed(row, typed, words) if row["key"] == key else row for row in process.phases]
    _require_whole(process, fresh)
    process.phases = fresh
    audit.record(admin, "process.keep_phase", f"process:{process.id}")


@command
def move(admin: User, process: Process, key: str, *, up: bool) -> None:
    """Let a phase change places with its neighbour; at either end it stays where it is.

    Raises:
        WrongMoment: the process could not be held in that order.
    """
    _hold(admin, process, process.version)
    rows = list(process.phases)
    here = rows.index(row_of(process, key))
    there = here - 1 if up else here + 1
    if not 0 <= there < len(rows):
        return
    rows[here], rows[there] = rows[there], rows[here]
    for kind in _kinds(process):
        policy.require_moment(is_whole(rows, kind), NOT_WHOLE[kind])
    process.phases = rows
    audit.record(admin, "process.move_phase", f"process:{process.id}")


def is_whole(rows: Sequence[Row], kind: SessionKind) -> bool:
    """Whether a consultation can be held by these phases: the group consults, and then somebody closes."""
    held = [phase for phase in read_agenda(rows).phases if phase.held(kind) and not phase.optional]
    works = [phase.work for phase in held]
    if works.count(Work.CLOSING) != 1 or Work.CONSULTATION not in works:
        return False
    last = len(works) - 1 - works[::-1].index(Work.CONSULTATION)
    takes_a_day = any(phase.share for phase in held if phase.work is Work.CONSULTATION)
    return works.index(Work.CLOSING) > last and (kind is SessionKind.LIVE or takes_a_day)


def _kinds(process: Process) -> list[SessionKind]:
    made_for = {SessionKind.LIVE: process.live, SessionKind.WRITTEN: process.written}
    return [kind for kind, made in made_for.items() if made]


def _require_whole(process: Process, rows: Sequence[Row]) -> None:
    missing = [NOT_WHOLE[kind] for kind in _kinds(process) if not is_whole(rows, kind)]
    if missing:
        raise InvalidInput({"": missing[0]})


def _require_fitting(row: Row, typed: Typed) -> None:
    """Nobody gets more by a process than the table gives them."""
    work = Work(row["work"])
    beyond = {"speaks": typed.speaks - actions.speakers(work), "writes": typed.writes - actions.writers(work)}
    wrong = {name: NOT_IN_THIS_PHASE for name, parts in beyond.items() if parts}
    if typed.turns and not actions.has_turns(work):
        wrong["turns"] = NOT_IN_THIS_PHASE
    if not typed.speaks:
        wrong["speaks"] = NOBODY_SPEAKS
    if wrong:
        raise InvalidInput(wrong)


def _hold(admin: User, process: Process, seen: int | None) -> None:
    db.session.refresh(process, with_for_update={"of": Process})
    policy.require(rules.may_keep_process(admin, process))
    if seen != process.version:
        raise InvalidInput({"": OVERTAKEN})


def _changed(row: Row, typed: Typed, words: Mapping[str, SafeText]) -> Row:
    chosen = {"minutes": typed.minutes, "share": typed.share, "optional": typed.optional, "off": typed.off}
    people = {"speaks": _listed(typed.speaks), "writes": _listed(typed.writes), "turns": typed.turns}
    fresh = {**row, **chosen, **people}
    prompts: dict[str, dict[str, str]] = {}
    for name, text in words.items():
        what, _, language = name.rpartition("_")
        if what.startswith("prompt_"):
            if text:
                prompts.setdefault(what.removeprefix("prompt_"), {})[language] = str(text)
        else:
            fresh[what] = {**(fresh.get(what) or {}), language: str(text)}
    return {**fresh, "prompts": prompts}


def _listed(parts: frozenset[Part]) -> list[str]:
    return [part.value for part in EVERYBODY if part in parts]
