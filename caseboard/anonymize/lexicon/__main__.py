"""Build the word index: python -m caseboard.anonymize.lexicon."""

import sys

from caseboard.anonymize.lexicon import PATH
from caseboard.anonymize.lexicon.build import build

if __name__ == "__main__":
    sys.stderr.write(f"{build(PATH)} words\n")
