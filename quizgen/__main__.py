"""`python -m quizgen`: the command line."""

from quizgen.cli import main

if __name__ == "__main__":
    main()
