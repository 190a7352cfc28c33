"""python -m benchmarks.anonymize [--germeval FILE] [--skip-sentences N] [TEXTS ...]

Prints the table of the README, as the module `table` does.
"""

from benchmarks.anonymize.table import main

main()
