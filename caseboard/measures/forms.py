"""The forms of proposals, answers, commitments and progress."""

import secrets
from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import DateField, IntegerField, RadioField, SelectField
from wtforms.validators import InputRequired, NumberRange, Optional

from caseboard.anonymize import SafeText
from caseboard.forms import BaseForm, Line, Once, Prose, choices, required
from caseboard.measures import lifecycle
from caseboard.measures.input import Pledge, Progress, Verdict
from caseboard.measures.service import IN, OUTCOMES
from caseboard.measures.wording import COMMITMENT_ACTIONS, KINDS, OUTCOME_ACTIONS, STAGES
from caseboard.models import Commitment, CommitmentState, Measure, MeasureKind, MeasureStage, ProposalState

CHOOSE = _l("Please choose one.")


class DraftForm(BaseForm):
    """A proposal: what is needed and what could be done."""

    title = Line(_l("Title"), required(), most=120)
    need = Prose(
        _l("What is needed"),
        required(),
        most=3_000,
        description=_l("What recurs, for whom, and why what there is does not suffice. No single case, please."),
    )
    idea = Prose(_l("Idea"), required(), most=3_000, description=_l("What the jobcenters could do about it together."))
    once = Once(default=lambda: secrets.token_hex(16))

    def typed(self) -> dict[str, str]:
        """What was typed, by field."""
        return {name: self[name].data for name in ("title", "need", "idea")}


class VerdictForm(BaseForm):
    """Leadership's answer."""

    outcome = RadioField(_l("Answer"), [InputRequired(CHOOSE)], choices=choices(OUTCOMES, OUTCOME_ACTIONS))
    until = DateField(
        _l("Postponed until"), [Optional()], description=_l("Only for “postpone”: the day on which it comes up again.")
    )
    reason = Prose(_l("Reason"), required(), most=3_000)

    def typed(self) -> dict[str, str]:
        """What was typed, by field."""
        return {"reason": self.reason.data}

    def verdict(self, texts: Mapping[str, SafeText]) -> Verdict:
        """The answer with its reason stripped."""
        return Verdict(ProposalState(self.outcome.data), texts["reason"], self.until.data)


class PledgeForm(BaseForm):
    """What the own house says."""

    state = RadioField(_l("Our jobcenter"), [InputRequired(CHOOSE)])
    places = IntegerField(
        _l("Places"),
        [Optional(), NumberRange(0, 9_999, _l("Please give a number between 0 and 9,999."))],
        description=_l("How many places your jobcenter would need. An estimate is enough."),
    )
    reason = Prose(_l("Reason or condition"), most=1_000)

    @classmethod
    def of(cls, own: Commitment | None) -> "PledgeForm":
        """The form with what the house said so far; leaving is offered only to a house that takes part."""
        form = cls(
            **({"state": own.state.value, "places": own.places, "reason": own.reason or ""} if own is not None else {})
        )
        inside = own is not None and own.state in IN
        offered = [state for state in CommitmentState if inside or state is not CommitmentState.LEFT]
        form.state.choices = choices(offered, COMMITMENT_ACTIONS)
        return form

    def typed(self) -> dict[str, str]:
        """What was typed, by field."""
        return {"reason": self.reason.data}

    def pledge(self, texts: Mapping[str, SafeText]) -> Pledge:
        """The house's word with its reason stripped."""
        return Pledge(CommitmentState(self.state.data), self.places.data, texts["reason"])


class ProgressForm(BaseForm):
    """Where a measure stands and what is known of it."""

    stage = SelectField(_l("Stage"), [InputRequired(CHOOSE)])
    kind = SelectField(_l("Kind"), [InputRequired(CHOOSE)], choices=choices(MeasureKind, KINDS))
    goal = Prose(_l("Goal"), most=2_000, description=_l("What is to be different afterwards, and how one will see it."))
    concept = Prose(_l("Concept"), most=4_000, description=_l("Content, duration, place, who does it."))
    target_group = Prose(_l("Target group"), most=1_000)
    legal_basis = Line(_l("Legal basis"), most=120)

    TEXTS = ("goal", "concept", "target_group", "legal_basis")

    @classmethod
    def of(cls, measure: Measure) -> "ProgressForm":
        """The form with the measure as it is; only stages that can come next are offered."""
        present: dict[str, Any] = {name: getattr(measure, name) or "" for name in cls.TEXTS}
        form = cls(stage=measure.stage.value, kind=measure.kind.value, **present)
        form.stage.choices = choices((measure.stage, *lifecycle.following(measure.stage)), STAGES)
        return form

    def typed(self) -> dict[str, str]:
        """What was typed, by field."""
        return {name: self[name].data for name in self.TEXTS}

    def progress(self, texts: Mapping[str, SafeText]) -> Progress:
        """The progress with its texts stripped."""
        return Progress(MeasureStage(self.stage.data), MeasureKind(self.kind.data), **texts)
