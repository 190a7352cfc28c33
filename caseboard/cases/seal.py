"""The seal: proof that what is stored is exactly what the author saw and confirmed."""

import hashlib
import hmac
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from caseboard.anonymize import Decisions

PURPOSE = b"caseboard: seal of a previewed case"


@dataclass(frozen=True)
class Sealed:
    """Everything the author confirms at once; whoever changes a part of it has to look again."""

    user_id: str
    case_id: str
    texts: Mapping[str, str]
    decisions: Decisions
    model: str
    leave_out: Collection[str]
    concerns_staff: bool

    def canonical(self) -> bytes:
        """The same bytes for the same content, whatever order it came in."""
        content = {
            "user": self.user_id,
            "case": self.case_id,
            "texts": {name: str(text) for name, text in self.texts.items()},
            "decisions": self.decisions.to_json(),
            "model": self.model,
            "leave_out": sorted(self.leave_out),
            "concerns_staff": self.concerns_staff,
        }
        return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()


def seal(secret: str, content: Sealed) -> str:
    """An HMAC under a key that serves this purpose alone."""
    key = hmac.digest(secret.encode(), PURPOSE, "sha256")
    return hmac.new(key, content.canonical(), hashlib.sha256).hexdigest()


def holds(secret: str, content: Sealed, given: str) -> bool:
    """Whether `given` seals exactly this content."""
    return hmac.compare_digest(seal(secret, content).encode(), given.encode())
