"""The pages that every public site owes its readers: legal notice, privacy, accessibility."""

from flask import Blueprint, render_template

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
