"""The addresses at which themes are read: the radar, a theme, the rule."""

from flask import redirect, render_template, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import client_groups, guard, paper, policy
from caseboard.guard import viewer
from caseboard.models import Basis, Standing, Theme
from caseboard.policy import themes as rules
from caseboard.themes import lineage, overviews, queries, wording
from caseboard.themes.blueprint import bp
from caseboard.themes.sheet import render_csv
from caseboard.themes.wanted import Wanted


@bp.get("/themen")
@guard.rule(policy.sees_the_network)
def radar() -> str:
    """What recurs, and what is being watched."""
    view = queries.radar(viewer(), str(get_locale()), _wanted())
    groups = client_groups.names(str(get_locale()))
    rule, states = queries.rule_in_short(), _states(view)
    return render_template("themes/radar.html", radar=view, rule=rule, states=states, groups=groups)


@bp.get("/themen/verlauf.csv")
@guard.rule(policy.sees_the_network)
def trend_file() -> Response:
    """The figures of the radar as a table to open elsewhere, exactly those of the page."""
    view = queries.radar(viewer(), str(get_locale()), _wanted())
    return paper.download(render_csv(view).encode(), "text/csv", _("themes-by-quarter"))


@bp.get("/themen/<id>")
@guard.loads(Theme, may=rules.may_open_theme)
def show(theme: Theme) -> str | Response:
    """One theme: what it means, how often, what was done; a merged one leads on to what it has become."""
    if not rules.may_see_theme(viewer(), theme):
        return redirect(url_for(".show", id=lineage.target_of(theme)), 303)
    view = queries.theme_view(viewer(), theme, str(get_locale()))
    groups = client_groups.names(str(get_locale()))
    return render_template("themes/show.html", theme_view=view, rule=queries.rule_in_short(), groups=groups)


@bp.get("/themen/regel")
@guard.rule(rules.may_see_rule)
def the_rule() -> str:
    """The rule with its numbers, what they stand for, and who set them."""
    return render_template("themes/rule.html", view=overviews.rule_view(), may_set=rules.may_set_rule(viewer()))


def _wanted() -> Wanted:
    return Wanted.of(request.args.get("zeitraum"), request.args.get("stand"), request.args.get("gruppe"))


def _states(view: queries.Radar) -> list[tuple[str, str]]:
    """The states to filter by; nobody is offered a local cluster but the house that has one."""
    words = {str(key): str(word) for key, word in wording.STANDINGS.items() if key != Standing.LOCAL or view.local}
    return [*words.items(), (str(Basis.ASSESSMENT), _("Assessment"))]
