"""From facts back to words: questions, gaps, statements, context lines, wrong options, and whether a card is worth asking."""
