"""What names and the words that take them up stand for."""
