"""What is measured and never asserted by the clock."""
