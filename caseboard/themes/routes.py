"""The addresses at which themes are read: the radar, a theme, the rule."""

from flask import redirect, render_template, url_for
from flask_babel import get_locale
from werkzeug.wrappers import Response

from caseboard import guard, policy
from caseboard.guard import viewer
from caseboard.models import Theme
from caseboard.policy import themes as rules
from caseboard.themes import lineage, overviews, queries
from caseboard.themes.blueprint import bp


@bp.get("/themen")
@guard.rule(policy.sees_the_network)
def radar() -> str:
    """What recurs, and what is being watched."""
    view = queries.radar(viewer(), str(get_locale()))
    return render_template("themes/radar.html", radar=view, rule=queries.rule_in_short())


@bp.get("/themen/<id>")
@guard.loads(Theme, may=rules.may_open_theme)
def show(theme: Theme) -> str | Response:
    """One theme: what it means, how often, what was done; a merged one leads on to what it has become."""
    if not rules.may_see_theme(viewer(), theme):
        return redirect(url_for(".show", id=lineage.target_of(theme)), 303)
    view = queries.theme_view(viewer(), theme, str(get_locale()))
    return render_template("themes/show.html", theme_view=view, rule=queries.rule_in_short())


@bp.get("/themen/regel")
@guard.rule(rules.may_see_rule)
def the_rule() -> str:
    """The rule with its numbers, what they stand for, and who set them."""
    return render_template("themes/rule.html", view=overviews.rule_view(), may_set=rules.may_set_rule(viewer()))
