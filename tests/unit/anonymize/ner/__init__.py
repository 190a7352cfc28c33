"""Tests of the trained part of the name recognition."""
