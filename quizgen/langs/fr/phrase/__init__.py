"""Phrases: which words belong to one, what is counted, when it was, and how it is said alone."""
