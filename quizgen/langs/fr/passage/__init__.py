"""Sentences kept in the words of the article: which may be, what may go, what no reader could understand."""
