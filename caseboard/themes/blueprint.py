"""The blueprint of the themes, which their addresses hang on."""

from flask import Blueprint

bp = Blueprint("themes", __name__)
