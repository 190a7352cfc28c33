"""The fields that forms of planning share: who, when, how long, and where people meet on video."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from flask_babel import lazy_gettext as _l
from wtforms import Field, SelectMultipleField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from caseboard.forms import BaseForm, Line
from caseboard.sessions.planning.recurrence import EARLIEST, LATEST
from caseboard.sessions.views import AdviserChoice

DURATIONS = (30, 45, 60, 90)
MOST_SEATS = 30
NOBODY = SelectChoice("", _l("nobody"))


class Advisers(SelectMultipleField):
    """Check boxes with the people who are offered; anybody else is refused."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def offer(self, people: Iterable[AdviserChoice]) -> None:
        """Name the people who can be chosen."""
        self.choices = [person_choice(person) for person in people]


def day_time(_form: BaseForm, field: Field) -> None:
    """Sessions are held by day: no date falls into the hour that is missing or doubled when the clocks change."""
    if field.data is not None and not EARLIEST <= field.data <= LATEST:
        raise ValidationError(_l("Please choose a time between 6:00 and 21:00."))


def plain_https(_form: BaseForm, field: Field) -> None:
    """Only a link that is encrypted on its way, and that holds no password."""
    if field.data and not _is_plain_https(field.data):
        raise ValidationError(_l("Please give a link that starts with https://."))


def video_link_field() -> Line:
    """The link of the video call."""
    hint = _l("A link that starts with https://. Only people who accept see it.")
    return Line(_l("Video link"), plain_https, most=500, description=hint)


def person_choice(person: AdviserChoice) -> SelectChoice:
    """Somebody as one choice of many."""
    return SelectChoice(person.id, f"{person.name} · {person.house}")


def _is_plain_https(link: str) -> bool:
    try:
        parts = urlsplit(link)
        host, port = parts.hostname, parts.port
    except ValueError:
        return False
    free = not any(sign.isspace() or sign in "\"'<>\\" for sign in link)
    return parts.scheme == "https" and bool(host) and port != 0 and parts.username is None and free
