"""The pages that every public site owes its readers, and the one that tells a monitor whether it works."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from caseboard import anonymize
from caseboard.guard import open_to_all

bp = Blueprint("pages", __name__)


@bp.get("/impressum")
@open_to_all
def imprint() -> str:
    """Who runs this."""
    return render_template("pages/imprint.html")


@bp.get("/datenschutz")
@open_to_all
def privacy() -> str:
    """What is stored, who reads it, how long."""
    return render_template("pages/privacy.html")


@bp.get("/barrierefreiheit")
@open_to_all
def accessibility() -> str:
    """What can be used how, and whom to tell about barriers."""
    return render_template("pages/accessibility.html")


@bp.get("/bereit")
@open_to_all
def ready() -> ResponseReturnValue:
    """For whoever watches the machine: texts can be taken only while all that the anonymiser reads is whole."""
    broken = anonymize.broken()
    return (
        (f"nicht bereit: {', '.join(broken)}\n" if broken else "bereit\n"),
        503 if broken else 200,
        {"Content-Type": "text/plain"},
    )
