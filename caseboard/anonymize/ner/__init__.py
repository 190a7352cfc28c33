"""Names by learning: features of words, a small network with weights of our own, and the command that trains it."""
