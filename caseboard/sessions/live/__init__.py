"""The live session: people meet on one date, walk through the phases together and write on one board."""
