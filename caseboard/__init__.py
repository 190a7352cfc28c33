"""Caseboard: anonymised collegial case consultation between jobcenters; nobody imports from this module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Flask

__all__ = ["create_app"]


def create_app(settings: Mapping[str, Any] | None = None) -> Flask:
    """Build the application from the defaults, instance/config.py, CASEBOARD_… in the environment and `settings`.

    Raises:
        Misconfigured: a setting is missing or unsafe.
    """
    # looked up when needed, so that `caseboard.anonymize` can be used without a web application
    from caseboard.wiring import build

    return build(settings)
