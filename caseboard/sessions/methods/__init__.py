"""How a group can consult in its ten minutes: the library of methods, and which of them suits which key question."""
