"""The addresses of proposals and measures."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import guard, policy
from caseboard.errors import InvalidInput
from caseboard.forms import BaseForm
from caseboard.guard import viewer
from caseboard.measures import lifecycle, queries, service, wording
from caseboard.measures.forms import DraftForm, PledgeForm, ProgressForm, VerdictForm
from caseboard.measures.input import Draft
from caseboard.measures.views import MeasureView, ProposalView
from caseboard.models import Measure, Proposal, Theme
from caseboard.policy import measures as rules
from caseboard.policy import themes as theme_rules

bp = Blueprint("measures", __name__)
Answer = tuple[str, int] | Response


@bp.app_context_processor
def _words() -> dict[str, Any]:
    """The wording of states for every page that names one, also in the room of the themes."""
    return {"measure_words": wording, "measure_way": lifecycle.WAY}


@bp.get("/massnahmen")
@guard.rule(policy.sees_the_network)
def index() -> str:
    """What is proposed and what is done."""
    return render_template("measures/index.html", overview=queries.overview(viewer(), str(get_locale())))


@bp.route("/vorschlaege/neu/<id>", methods=["GET", "POST"])
@guard.loads(Theme, may=theme_rules.may_propose)
def draft(theme: Theme) -> Answer:
    """Make a proposal of a theme."""
    form = DraftForm()
    if form.validate_on_submit():
        try:
            texts, masked = service.clean(form.typed())
            made = service.draft(viewer(), theme, Draft(**texts, once_key=form.once.key))
        except InvalidInput as error:
            form.take(error)
        else:
            _tell(_("The proposal is saved. Moderators of other jobcenters were asked to bear it too."), masked=masked)
            return redirect(url_for(".proposal", id=made.id), 303)
    return _page("measures/draft.html", form, theme=queries.theme_evidence(theme, str(get_locale())))


@bp.get("/vorschlaege/<id>")
@guard.loads(Proposal, may=rules.may_read_proposal)
def proposal(proposal: Proposal) -> str:
    """One proposal with its evidence and its answers."""
    return render_template("measures/proposal.html", proposal=_view(proposal))


@bp.post("/vorschlaege/<id>/mittragen")
@guard.loads(Proposal, may=rules.may_second)
def second(proposal: Proposal) -> Response:
    """Bear a proposal as second moderator."""
    service.second(viewer(), proposal)
    _tell(_("The proposal now lies with leadership."))
    return redirect(url_for(".proposal", id=proposal.id), 303)


@bp.post("/vorschlaege/<id>/verwerfen")
@guard.loads(Proposal, may=rules.may_drop)
def drop(proposal: Proposal) -> Response:
    """Take back a draft."""
    service.drop(viewer(), proposal)
    _tell(_("The draft is gone."))
    return redirect(url_for(".index"), 303)


@bp.route("/vorschlaege/<id>/entscheidung", methods=["GET", "POST"])
@guard.loads(Proposal, may=rules.may_decide)
def decide(proposal: Proposal) -> Answer:
    """Leadership's answer to a proposal."""
    service.require_open(proposal)
    form = VerdictForm()
    if form.validate_on_submit():
        try:
            texts, masked = service.clean(form.typed())
            service.decide(viewer(), proposal, form.verdict(texts))
        except InvalidInput as error:
            form.take(error)
        else:
            _tell(_("The answer is saved. Everybody who contributed is told."), masked=masked)
            return redirect(url_for(".proposal", id=proposal.id), 303)
    return _page("measures/decide.html", form, proposal=_view(proposal))


@bp.get("/massnahmen/<id>")
@guard.loads(Measure, may=rules.may_read_measure)
def measure(measure: Measure) -> str:
    """One measure: where it stands, what it is, who takes part."""
    return render_template("measures/measure.html", measure=_measure_view(measure))


@bp.route("/massnahmen/<id>/beteiligung", methods=["GET", "POST"])
@guard.loads(Measure, may=rules.may_commit)
def commit(measure: Measure) -> Answer:
    """What the own house says about a measure."""
    form = PledgeForm.of(queries.own_commitment(viewer(), measure))
    if form.validate_on_submit():
        try:
            texts, masked = service.clean(form.typed())
            service.commit(viewer(), measure, form.pledge(texts))
        except InvalidInput as error:
            form.take(error)
        else:
            _tell(_("Your jobcenter's word is saved."), masked=masked)
            return redirect(url_for(".measure", id=measure.id), 303)
    return _page("measures/commit.html", form, measure=_measure_view(measure))


@bp.route("/massnahmen/<id>/fortschritt", methods=["GET", "POST"])
@guard.loads(Measure, may=rules.may_advance)
def advance(measure: Measure) -> Answer:
    """Fill in what is known of a measure, and move it on."""
    form = ProgressForm.of(measure)
    if form.validate_on_submit():
        try:
            texts, masked = service.clean(form.typed())
            service.advance(viewer(), measure, form.progress(texts))
        except InvalidInput as error:
            form.take(error)
        else:
            _tell(_("The measure is saved."), masked=masked)
            return redirect(url_for(".measure", id=measure.id), 303)
    return _page("measures/advance.html", form, measure=_measure_view(measure))


def _view(proposal: Proposal) -> ProposalView:
    return queries.proposal_view(viewer(), proposal, str(get_locale()))


def _measure_view(measure: Measure) -> MeasureView:
    return queries.measure_view(viewer(), measure, str(get_locale()))


def _page(template: str, form: BaseForm, **views: Any) -> tuple[str, int]:
    """The form, once more with what was typed where it could not be taken."""
    return render_template(template, form=form, **views), 422 if form.is_submitted() else 200


def _tell(sentence: str, *, masked: bool = False) -> None:
    flash(sentence, "success")
    if masked:
        flash(_("Names or numbers were masked in your text. Please read it once more."), "warning")
