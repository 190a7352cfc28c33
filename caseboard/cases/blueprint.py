"""The one blueprint that the addresses of writing and of checking a case hang on."""

from flask import Blueprint

bp = Blueprint("cases", __name__)
