"""The one blueprint that the addresses of planning, of running and of what follows a consultation hang on."""

from flask import Blueprint

bp = Blueprint("sessions", __name__)
