"""What the network tells apart, and the kinds of identifiers that stand for it."""

LABELS = ("O", "PER", "LOC", "ORG", "STR")
SKIP = "-"
"""A stretch nothing is learnt from, because the sources disagree about it."""

KINDS = {"PER": "PERSON", "LOC": "PLACE", "ORG": "ORG", "STR": "STREET"}
