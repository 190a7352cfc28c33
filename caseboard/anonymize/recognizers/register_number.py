"""Entries of the public registers (§ 13 HRV, § 1 VRV): HRA, HRB, VR, GnR, PR and GsR with their number.

They name a firm, a club or a sole trader, so they identify somebody as well as the name does.
"""

import re

from caseboard.anonymize.recognizers.base import LIKELY, SURE, Shape, ShapeRecognizer


class RegisterNumber(ShapeRecognizer):
    """HRA and HRB prove themselves; VR, PR and the rest need a register or court beside them, or capitals."""

    kinds = ("ID",)
    complete = 1
    beside = re.compile(r"register|\bAG\b|amtsgericht|\bHR\b|e\. ?V\.|verein|genossenschaft|partnerschaft", re.I)
    shapes = (
        Shape(
            re.compile(r"(?<!\w)H ?R ?[AB] ?[:.-]? ?(?:Nr\.? ?)?[\dlIOSB]{1,6}(?: ?[A-Z]\b)?(?!\w)", re.I),
            "register",
            SURE,
        ),
        Shape(
            re.compile(r"(?<!\w)(?:VR|GnR|PR|GsR|GüR|PartR) ?(?:Nr\.? ?)?[\dSB]{2,6}(?!\w)", re.I), "register", 0, SURE
        ),
        Shape(re.compile(r"(?<!\w)(?:VR|GnR|GsR|PR) \d{3,6}(?!\w)"), "register", LIKELY),
    )
