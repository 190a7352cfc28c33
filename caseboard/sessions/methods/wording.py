"""The words of the method library: what somebody can want from a consultation."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from caseboard.sessions.methods.library import Wish

WISHES: Mapping[Wish, LazyString] = {
    Wish.IDEAS: _l("I want ideas"),
    Wish.STUCK: _l("I am stuck"),
    Wish.UNDERSTAND: _l("I want to understand somebody"),
    Wish.BURDEN: _l("It weighs on me"),
    Wish.TALK: _l("A difficult talk lies ahead"),
    Wish.DECIDE: _l("I have to decide"),
    Wish.UNCLEAR: _l("I am still looking for my question"),
}
