"""The themes without a database: the rule, what may be shown of it, and what the benchmarks hold it to."""
