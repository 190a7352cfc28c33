"""The forms that change what was planned: another date, and other seats, another link or another co-moderator."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, IntegerField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import NumberRange, Optional

from caseboard import airlock, clock
from caseboard.errors import InvalidInput
from caseboard.forms import BaseForm, Line, required
from caseboard.models import CaseSession, SeatState, SessionKind
from caseboard.sessions.planning.dated_form import DatedForm
from caseboard.sessions.planning.fields import MOST_SEATS, NOBODY, person_choice, video_link_field
from caseboard.sessions.planning.views import PlanChoices
from caseboard.sessions.service import Arrangement, Move, Overtaken, arrangement_of, date_stamp


class SeenForm(BaseForm):
    """A form that carries the stamp of what stood on its page, and after a collision that of what stands there now."""

    seen = HiddenField()

    overtaken = False

    def stamp(self) -> str:
        """What was sent, never what the form began with."""
        return next(iter(self.seen.raw_data or ()), "")

    def take(self, error: InvalidInput) -> None:
        """Whoever comes second can send once more: then they have seen what the first has done."""
        super().take(error)
        if isinstance(error, Overtaken):
            self.seen.data, self.overtaken = error.now, True


class MoveForm(SeenForm, DatedForm):
    """Another date for a live session."""

    reason = Line(_l("Why"), most=200, description=_l("Such as: two of us are ill. Please no names."))

    planned: int

    @classmethod
    def of(cls, case_session: CaseSession, offered: PlanChoices) -> "MoveForm":
        """A form that begins with the date as it is planned."""
        starts = case_session.starts_at.astimezone(clock.BERLIN)
        form = cls(data={"day": starts.date(), "starts": starts.time(), "seen": date_stamp(case_session)})
        form.offer_dates(offered.slots, _l("as long as the date of the series, or as planned"))
        form.planned = int((case_session.ends_at - case_session.starts_at).total_seconds() // 60)
        return form

    def validate(self, extra_validators: Any = None) -> bool:
        """The date is still to come."""
        super().validate(extra_validators)
        self.check_date()
        return not any(field.errors for field in self)

    def move(self) -> Move:
        """What was chosen; the reason goes through the airlock here, before any transaction."""
        reason = airlock.safe(self.reason.data, field="reason") if self.reason.data else None
        slot = self.chosen_slot()
        return Move(self.starts_at(), self.lasts(self.planned), self.stamp(), slot.id if slot else None, reason)


class ArrangementForm(SeenForm):
    """What can be changed without asking anybody again."""

    least_seats = IntegerField(_l("At least this many advisers"), [required(), NumberRange(1, MOST_SEATS)])
    most_seats = IntegerField(
        _l("At most this many advisers"),
        [Optional(), NumberRange(1, MOST_SEATS)],
        description=_l("Nobody loses a place. With more places, whoever waits moves up."),
    )
    video_link = video_link_field()
    co_moderator = SelectField(_l("Co-moderator"), default="")
    presents = BooleanField(_l("I present the case myself"))

    kept: Arrangement

    @classmethod
    def of(cls, case_session: CaseSession, offered: PlanChoices) -> "ArrangementForm":
        """A form that begins with what is planned; a written round has no link, and nobody opens it."""
        now = arrangement_of(case_session)
        named = now.co_moderator_id
        form = cls(obj=now, data={"co_moderator": named or "", "presents": now.moderator_presents})
        people = [one for one in offered.moderators if _is_free(case_session, one.id)]
        form.co_moderator.choices = [NOBODY, *map(person_choice, people)]
        if named and named not in {one.id for one in people}:
            form.co_moderator.choices.append(SelectChoice(named, _l("as it is")))
        if case_session.kind is SessionKind.WRITTEN:
            del form.video_link, form.least_seats, form.presents
        form.kept = now
        return form

    def arrangement(self) -> Arrangement:
        """What was chosen; what is not on the page stays as it is."""
        return Arrangement(
            seen=self.stamp(),
            least_seats=self.least_seats.data if self.least_seats else self.kept.least_seats,
            most_seats=self.most_seats.data,
            co_moderator_id=self.co_moderator.data or None,
            video_link=(self.video_link.data or None) if self.video_link else self.kept.video_link,
            moderator_presents=self.presents.data if self.presents else self.kept.moderator_presents,
        )


def _is_free(case_session: CaseSession, user_id: str) -> bool:
    seat = case_session.seat_of(user_id)
    return seat is None or seat.state is SeatState.DECLINED
