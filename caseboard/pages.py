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
    """For whoever watches the machine: texts can be taken only while the trained weights are whole."""
    sound = anonymize.sound()
    return (
        ("bereit\n" if sound else "nicht bereit: names.model\n"),
        200 if sound else 503,
        {"Content-Type": "text/plain"},
    )
