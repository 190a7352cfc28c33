"""The one form of the verbs that cross rooms: what has helped, where a case ends without a consultation."""

from flask_babel import lazy_gettext as _l

from caseboard.forms import Prose
from caseboard.sessions.forms import ConfirmedForm


class CloseForm(ConfirmedForm):
    """What has helped, if anything."""

    text = Prose(
        _l("What has helped?"),
        most=2000,
        description=_l("Write what others can use: which way, which words, which contact. Leave the story out."),
    )
