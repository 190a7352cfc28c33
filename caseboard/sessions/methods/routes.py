"""The address of the method library."""

from flask import render_template, request

from caseboard import guard, policy
from caseboard.sessions.answering import language
from caseboard.sessions.blueprint import bp
from caseboard.sessions.methods.library import Wish, library, suiting
from caseboard.sessions.methods.wording import WISHES


@bp.get("/methoden")
@guard.rule(policy.consults)
def methods() -> str:
    """All methods, or those for what somebody wants, the best first."""
    wanted = request.args.get("wunsch", "")
    wish = Wish(wanted) if wanted in set(Wish) else None
    found = suiting(wish) if wish else tuple(library().values())
    return render_template("sessions/methods.html", methods=found, wish=wish, wishes=WISHES, language=language())
