"""The radar as a table that spreadsheets open: the rounded figures of the page, cell by cell."""

import csv
import io
from collections.abc import Iterator

from flask_babel import gettext as _

from caseboard import client_groups
from caseboard.filters import quarter
from caseboard.models import Basis, Standing
from caseboard.themes import wording
from caseboard.themes.queries import Radar, ThemeCard

FORMULA = ("=", "+", "-", "@")


def render_csv(radar: Radar) -> str:
    """Semicolons and a mark of the encoding, as spreadsheets here expect it; an empty cell is too few for a figure."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    writer.writerows(_of_group(radar) if radar.wanted.group else _figures(radar))
    return "\ufeff" + sheet.getvalue()


def _figures(radar: Radar) -> Iterator[list[object]]:
    quarters = [quarter(one) for one in radar.quarters]
    yield [_("Theme"), _("State"), *quarters, _("Together"), _("“Do you have this too?”")]
    for card in radar.shown:
        figures = [*(bar.figure for bar in card.trend.bars), card.trend.together, card.observations]
        yield [_plain(card.name), _state(card), *("" if one is None else one for one in figures)]


def _of_group(radar: Radar) -> Iterator[list[object]]:
    """Where the page has ticks, the word stands; an empty cell says nothing against it."""
    group = client_groups.name(radar.wanted.group)
    yield [_("Theme"), _("State"), _("Client group"), *(quarter(one) for one in radar.quarters)]
    for card in radar.shown:
        named = (_("named") if radar.wanted.group in bar.groups else "" for bar in card.trend.bars)
        yield [_plain(card.name), _state(card), group, *named]


def _state(card: ThemeCard) -> str:
    said = [str(wording.STANDINGS[Standing(card.standing)])]
    return ", ".join(said + [_("Assessment")] * (card.basis == Basis.ASSESSMENT))


def _plain(name: str) -> str:
    """Nothing that moderators call a theme is taken for a formula."""
    return f"'{name}" if name.startswith(FORMULA) else name
