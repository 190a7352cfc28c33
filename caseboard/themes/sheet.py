"""The radar as a table that spreadsheets open: the rounded figures of the page, cell by cell."""

import csv
import io

from flask_babel import gettext as _

from caseboard.filters import quarter
from caseboard.models import Basis, Standing
from caseboard.themes import wording
from caseboard.themes.queries import Radar, ThemeCard

FORMULA = ("=", "+", "-", "@")


def render_csv(radar: Radar) -> str:
    """Semicolons and a mark of the encoding, as spreadsheets here expect it; an empty cell is too few for a figure."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    quarters = [quarter(one) for one in radar.quarters]
    writer.writerow([_("Theme"), _("State"), *quarters, _("Together"), _("“Do you have this too?”")])
    for card in radar.shown:
        figures = [*(bar.figure for bar in card.trend.bars), card.trend.together, card.observations]
        writer.writerow([_plain(card.name), _state(card), *("" if one is None else one for one in figures)])
    return "\ufeff" + sheet.getvalue()


def _state(card: ThemeCard) -> str:
    said = [str(wording.STANDINGS[Standing(card.standing)])]
    return ", ".join(said + [_("Assessment")] * (card.basis == Basis.ASSESSMENT))


def _plain(name: str) -> str:
    """Nothing that moderators call a theme is taken for a formula."""
    return f"'{name}" if name.startswith(FORMULA) else name
