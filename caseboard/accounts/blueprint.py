"""The blueprint of the accounts room, which its addresses and its commands hang on."""

from flask import Blueprint

bp = Blueprint("accounts", __name__)
