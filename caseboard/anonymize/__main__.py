"""The command line of the anonymiser: one JSON object a line in, one out; nothing is kept."""

import argparse
import json
import sys
from typing import Any

from caseboard.anonymize import strip_fields


def answer(row: dict[str, Any]) -> dict[str, Any]:
    """One text stripped, all tiers masked; the words around them stay as they are, so that spans are exact."""
    done = strip_fields({"text": row["text"]})
    spans = [
        {"start": f.start, "end": f.end, "type": f.kind, "replacement": f.replacement, "tier": f.tier}
        for f in done.finds
    ]
    return {"id": row["id"], "text": done.texts["text"], "spans": spans}


def main() -> None:
    """Read standard input to its end."""
    parser = argparse.ArgumentParser(prog="python -m caseboard.anonymize", description=__doc__)
    parser.add_argument("--jsonl", action="store_true", required=True, help="one JSON object with id and text a line")
    parser.parse_args()
    for line in sys.stdin:
        if line.strip():
            sys.stdout.write(json.dumps(answer(json.loads(line)), ensure_ascii=False) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
