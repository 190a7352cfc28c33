"""Counting what checkers still find: the running proof of how well the pipeline works, in kinds and never in words."""

from collections.abc import Mapping
from typing import Final

from caseboard import clock
from caseboard.cases.checks.marking import Coarser
from caseboard.db import db
from caseboard.models import Case, StrippingTally

KIND_OF: Final[Mapping[Coarser, str]] = {
    Coarser.HIDDEN: "WORD",
    Coarser.NAME: "PERSON",
    Coarser.PLACE: "PLACE",
    Coarser.ADDRESS: "STREET",
    Coarser.EMPLOYER: "ORG",
    Coarser.POSTCODE: "POSTCODE",
    Coarser.PHONE: "PHONE",
    Coarser.EMAIL: "EMAIL",
    Coarser.LINK: "URL",
    Coarser.NUMBER: "ID",
    Coarser.DATE: "DATE",
    Coarser.JOB: "JOB",
    Coarser.ILLNESS: "HEALTH",
    Coarser.EVENT: "EVENT",
    Coarser.DETAIL: "WORD",
}
"""The kind under which a checker's marking is counted."""


def note_missed(case: Case, coarser: Coarser, times: int) -> None:
    """Remember with the case that a checker had to hide something in `times` places."""
    kind = KIND_OF[coarser]
    case.missed = {**case.missed, kind: case.missed.get(kind, 0) + times}


def count_released(case: Case) -> None:
    """Add what was found and missed in a case that is released; a case is released once, so it counts once."""
    month = clock.today().replace(day=1)
    for kind in sorted({*case.kinds, *case.missed}):
        found, missed = case.kinds.get(kind, 0), case.missed.get(kind, 0)
        if found or missed:
            db.session.add(StrippingTally(month=month, kind=kind, found=found, missed=missed))
