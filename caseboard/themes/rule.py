"""The numbers of the rule as they are set at present, who set them when, and the floors nobody can undercut."""

from collections.abc import Mapping
from dataclasses import fields, replace

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from caseboard import audit, policy
from caseboard.db import command, db
from caseboard.errors import InvalidInput
from caseboard.models import RuleSetting, User
from caseboard.policy import themes as rules
from caseboard.themes.signals import STANDARD, STRICTER, Parameters

TOO_LOOSE = _l("This would flag more than the rate of false alarms stands for. Only stricter numbers can be set.")
UNFIT = _l("This number does not fit here.")

SETTABLE = tuple(
    one.name for one in fields(Parameters) if STRICTER in one.metadata and not one.name.startswith("standing_")
)
"""The numbers that can be made stricter; every other one would only move the flags elsewhere.

Those of what is always there are not among them: to everybody it is said by the figures, see `publishing.lasting`.
"""


def in_force() -> Parameters:
    """The rule as it is set at present."""
    newest = db.session.scalars(select(RuleSetting).order_by(RuleSetting.id.desc()).limit(1)).first()
    return _of(newest) if newest else STANDARD


@command
def put(administrator: User, numbers: Mapping[str, float]) -> RuleSetting:
    """Set the numbers of the rule from now on; what was decided before keeps the numbers it was decided by.

    Raises:
        InvalidInput: a number is looser than the measured rule, or no number for its place.
    """
    policy.require(rules.may_set_rule(administrator))
    known = {name: _whole(name, numbers[name]) for name in SETTABLE if name in numbers}
    loose = replace(STANDARD, **known).looser_than(STANDARD)
    if loose:
        raise InvalidInput(dict.fromkeys(loose, TOO_LOOSE))
    changed = {name: number for name, number in known.items() if number != getattr(STANDARD, name)}
    setting = RuleSetting(numbers=changed, user_id=administrator.id)
    db.session.add(setting)
    db.session.flush()
    audit.record(administrator, "theme.rule", f"rule:{setting.id}")
    return setting


def _of(setting: RuleSetting) -> Parameters:
    known = {name: number for name, number in setting.numbers.items() if name in SETTABLE}
    return replace(STANDARD, **known, version=f"{STANDARD.version}+{setting.id}")


def _whole(name: str, number: float) -> float:
    """A count stays a whole number; a share or quantile lies between nothing and one."""
    standard = getattr(STANDARD, name)
    fits = 0 < number <= (1 if 0 < standard < 1 else 10_000)
    if not fits or (isinstance(standard, int) and number != int(number)):
        raise InvalidInput({name: UNFIT})
    return int(number) if isinstance(standard, int) else float(number)
