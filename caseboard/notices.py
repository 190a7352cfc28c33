"""The wording of notices and mails: a sentence for each kind and the page it leads to; never any text of a case."""

from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l


@dataclass(frozen=True)
class Wording:
    """What a notice says, and the endpoint that takes the id of its thing (None: the home page)."""

    sentence: LazyString
    endpoint: str | None = None


WORDINGS: dict[str, Wording] = {
    "account.link_made": Wording(_l("Your administration has made a one-time link for your account.")),
    "case.to_check": Wording(_l("A case waits for your check."), "cases.check"),
    "case.sent_back": Wording(_l("Your case was sent back to you, with a reason."), "cases.own"),
    "case.marked": Wording(_l("A checker has masked a passage in your case."), "cases.own"),
    "case.checked": Wording(_l("Your case passed the check in your house."), "cases.own"),
    "case.released": Wording(_l("Your case is released: other houses can read it now."), "cases.own"),
    "case.paused": Wording(_l("Your case is paused: somebody thinks they recognise the person."), "cases.own"),
    "case.paused.officer": Wording(_l("A case of your house is paused. Please decide on it."), "cases.protection"),
    "case.pause_lifted": Wording(_l("The pause of your case is lifted."), "cases.own"),
    "case.deleted": Wording(_l("A case you took part in was withdrawn. Its text is gone.")),
    "case.overdue": Wording(_l("A case has waited for its check for more than two working days."), "cases.check"),
    "case.paused.judge": Wording(_l("A paused case needs the word of two moderators."), "cases.paused_case"),
    "case.blocked": Wording(_l("Data protection has blocked your case for now."), "cases.own"),
    "case.unblocked": Wording(_l("Your case is no longer blocked."), "cases.own"),
    "case.erased": Wording(_l("Your case was deleted because somebody was recognised in it. Its text is gone.")),
    "case.expired": Wording(_l("A draft of yours was deleted after its time was over.")),
    "case.lapsed": Wording(_l("A case of yours was never released and was deleted after its time was over.")),
    "session.invited": Wording(_l("You are invited to a consultation."), "sessions.show"),
    "session.accepted": Wording(_l("Somebody has accepted your invitation."), "sessions.show"),
    "session.declined": Wording(_l("Somebody cannot take part in your consultation."), "sessions.show"),
    "session.tentative": Wording(_l("Somebody may be able to take part in your consultation."), "sessions.show"),
    "session.substitute": Wording(_l("Somebody waits for a free place in your consultation."), "sessions.show"),
    "session.moved_up": Wording(_l("A place has fallen free: you take part in a consultation."), "sessions.show"),
    "session.co_moderator": Wording(_l("You are the co-moderator of a consultation."), "sessions.show"),
    "session.not_co_moderator": Wording(_l("You are no longer the co-moderator of a consultation.")),
    "session.moved": Wording(
        _l("A consultation has moved to another date. Please say again whether you take part."), "sessions.show"
    ),
    "session.date_moved": Wording(_l("A consultation has moved to another date."), "sessions.show"),
    "session.link_changed": Wording(_l("The video link of a consultation has changed."), "sessions.show"),
    "session.still_open": Wording(_l("An invitation to a consultation still waits for your answer."), "sessions.show"),
    "session.soon": Wording(_l("A consultation takes place on the next working day."), "sessions.show"),
    "session.too_few": Wording(_l("Too few people have accepted for your consultation."), "sessions.show"),
    "session.nudged": Wording(_l("A round ends soon and your perspective is still missing."), "sessions.show"),
    "session.asked": Wording(_l("Somebody has a question about your case."), "sessions.show"),
    "session.answered": Wording(_l("The case giver has answered a question."), "sessions.show"),
    "session.question_returned": Wording(
        _l("A question of yours was sent back, with a reason. Please ask it in other words."), "sessions.show"
    ),
    "session.answer_returned": Wording(
        _l("An answer of yours was taken out, with a reason. Please answer in other words."), "sessions.show"
    ),
    "session.perspective_returned": Wording(
        _l("Your perspective was sent back, with a reason. Please put it in other words."), "sessions.show"
    ),
    "session.extended": Wording(_l("A round has more time: it ends later than planned."), "sessions.show"),
    "session.next_phase": Wording(_l("A round has gone on to its next phase."), "sessions.show"),
    "session.all_written": Wording(
        _l("Everybody in your round has written: you can look through it and reveal."), "sessions.show"
    ),
    "session.time_over": Wording(
        _l("The days of your round are over: please reveal the perspectives or extend it."), "sessions.show"
    ),
    "session.overdue": Wording(
        _l("The time of a consultation has long been over. If nobody brings it to an end, it ends by itself soon."),
        "sessions.show",
    ),
    "session.taken_up": Wording(_l("Another moderator has taken up a consultation whose time was long over.")),
    "session.digest": Wording(_l("There is something new in your written rounds."), "sessions.index"),
    "session.planned": Wording(_l("A consultation is planned for your case."), "sessions.show"),
    "session.revealed": Wording(_l("The perspectives are revealed."), "sessions.show"),
    "session.finished": Wording(_l("A live session is over. Its cards are there to read."), "sessions.show"),
    "session.taken_over": Wording(_l("The co-moderator leads a consultation in your place."), "sessions.show"),
    "session.handed_over": Wording(_l("A consultation was handed over to you: you lead it now."), "sessions.show"),
    "session.result": Wording(_l("The result sheet of a consultation is there."), "sessions.result"),
    "session.follow_up": Wording(
        _l("What became of your first step? One click is enough for an answer."), "sessions.follow_up"
    ),
    "session.followed_up": Wording(_l("A case giver tells what became of the first step."), "sessions.result"),
    "session.what_helped": Wording(_l("A case giver tells what has helped."), "sessions.result"),
    "session.not_followed_up": Wording(
        _l("You are not asked any more what became of your first step."), "sessions.result"
    ),
    "helped.to_check": Wording(
        _l("Something that has helped waits for a look by another house."), "sessions.check_helped"
    ),
    "helped.shown": Wording(_l("What you shared stands in the collection of what has helped.")),
    "helped.refused": Wording(_l("A checker has turned down what you shared for the collection."), "cases.own"),
    "case.closed": Wording(_l("Your case is closed and its text is deleted. What has helped stays."), "cases.own"),
    "case.not_concluded": Wording(
        _l("Your case is closed and its text is deleted: nobody said what helps for two months."), "cases.own"
    ),
    "case.not_taken_up": Wording(
        _l("Your case is closed and its text is deleted: it had waited for a consultation for half a year."),
        "cases.own",
    ),
    "case.ends_soon": Wording(
        _l("Your case has waited for a consultation for long. In two weeks its text is deleted."), "cases.own"
    ),
    "case.over": Wording(_l("A case you took part in is closed. Its text is deleted.")),
    "session.cancelled": Wording(_l("A consultation was called off.")),
    "theme.merged": Wording(_l("A theme of one of your cases now counts under another one."), "themes.show"),
    "theme.split": Wording(_l("A theme of one of your cases was split; your case has a more precise one now.")),
    "theme.retired": Wording(_l("A theme of one of your cases is out of use.")),
    "theme.reactivated": Wording(_l("A theme of one of your cases is in use again."), "themes.show"),
    "theme.edited": Wording(_l("A theme of one of your cases is called or described differently now."), "themes.show"),
    "theme.accepted": Wording(_l("A new theme was made, and one of your cases is an example of it."), "themes.show"),
    "theme.undone": Wording(_l("A change to a theme of one of your cases was undone.")),
    "theme.labelled": Wording(_l("A moderator has corrected the themes of your case."), "cases.own"),
    "proposal.to_second": Wording(_l("A proposal needs a second moderator."), "measures.proposal"),
    "proposal.to_decide": Wording(_l("A proposal waits for leadership's decision."), "measures.proposal"),
    "proposal.decided": Wording(
        _l("Leadership has answered a proposal that your contribution led to."), "measures.proposal"
    ),
    "measure.moved": Wording(_l("A measure you contributed to has moved on."), "measures.measure"),
}
