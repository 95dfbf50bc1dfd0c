"""Clauses: a verb with all that belongs to it, so that it can be said again; who tells it."""
