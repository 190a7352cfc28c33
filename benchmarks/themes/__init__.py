"""What is measured of the themes: suggestions, candidates, the rule, and the audit of what is shown."""
