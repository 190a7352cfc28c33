"""Settings: where they come from, and what makes the application refuse to start."""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from caseboard.errors import Misconfigured

LOCAL_CONFIG = '''"""Settings of this installation. Keep this file secret: whoever has SECRET_KEY can forge sign-ins."""

SECRET_KEY = "{secret}"

# This installation answers on plain http on this machine only. Behind TLS, take the line out.
PLAIN_HTTP = True

# The demo shows its sign-ins on the sign-in page. Take the line out for real use.
DEMO = True

# Mail: SMTP_HOST = "mail.example.org", SMTP_PORT = 25, MAIL_FROM = "caseboard@example.org"
'''


class Defaults:
    """What holds unless instance/config.py or the caller says otherwise."""

    ASKS_WHILE_READING = 5_000
    ASKS_WHILE_WRITING = 3_000
    """After how many milliseconds an open live board asks whether anything has changed."""
    BABEL_DEFAULT_LOCALE = "de"
    BABEL_DEFAULT_TIMEZONE = "Europe/Berlin"
    BABEL_TRANSLATION_DIRECTORIES = "translations"
    DEMO = False
    MAIL_FROM = "caseboard@localhost"
    MAX_CONTENT_LENGTH = 480 * 1024  # from 500 KiB on Werkzeug would put a sent file into a temporary one
    MAX_FORM_MEMORY_SIZE = 480 * 1024
    NER_MODEL: str | None = None
    """A spaCy model of one's own that reads names along with ours: an installed package, or a path."""
    OPERATOR: str | None = None  # name, address, e-mail: stands in the legal notice and the privacy page
    OVERDUE_AFTER_DAYS = 7
    """How many days after its last one a consultation that nobody has ended stays its moderators' alone."""
    OVERDUE_ENDS_AFTER_DAYS = 14
    """How many days everybody concerned has from then on, before it ends by itself."""
    PLAIN_HTTP = False
    SERVER_URL = "http://127.0.0.1:5000"
    SESSION_COOKIE_HTTPONLY = True
    SESSION_COOKIE_SAMESITE = "Lax"
    SIGN_IN_ABSOLUTE = timedelta(hours=10)
    SIGN_IN_IDLE = timedelta(minutes=30)
    SMTP_HOST: str | None = None
    SMTP_PORT = 25
    SQLALCHEMY_ENGINE_OPTIONS: Mapping[str, Any] = {"hide_parameters": True}
    TEMPLATES_AUTO_RELOAD = False
    TRUSTED_HOSTS: list[str] | None = None
    TRUSTED_PROXIES = 0
    """How many proxies of our own stand in front; what others write into X-Forwarded-For is never believed."""
    WTF_CSRF_TIME_LIMIT = None


def write_local(instance: Path) -> Path:
    """Write an instance/config.py with a fresh secret, readable by its owner alone, unless there is one."""
    instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = instance / "config.py"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(LOCAL_CONFIG.format(secret=secrets.token_urlsafe(48)))
    return path


def check(config: Mapping[str, Any]) -> None:
    """Refuse to start on settings that would not be safe.

    Raises:
        Misconfigured: with a sentence for the operator.
    """
    secret = config.get("SECRET_KEY")
    if not isinstance(secret, str) or len(secret) < 32:
        raise Misconfigured(
            "SECRET_KEY is missing or shorter than 32 characters: run `caseboard init`, or set it in instance/config.py"
        )
    if config.get("DEBUG"):
        raise Misconfigured("DEBUG shows the inside of requests to whoever looks: it must be off")
    for name in ("OVERDUE_AFTER_DAYS", "OVERDUE_ENDS_AFTER_DAYS"):
        days = config.get(name)
        if type(days) is not int or days < 1:
            raise Misconfigured(f"{name} counts days: a whole number from 1 on, please")
