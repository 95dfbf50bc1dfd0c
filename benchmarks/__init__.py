"""quizgen held against what it stands on, pair by pair on one machine.  `make bench`"""
