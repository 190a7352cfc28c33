"""Build the word index: python -m caseboard.anonymize.lexicon."""

import sys

from caseboard.anonymize.lexicon.build import renew

if __name__ == "__main__":
    sys.stderr.write(f"{renew()} words\n")
