"""quizgen: an article goes in, question/answer pairs come out, as an Anki deck and a printable quiz.

articles/     1  file, folder, address, standard input -> Article
document.py   2  Article -> Document (products.py: the arithmetic of its models)
facts/        3  Document + language pack -> Facts
cards/        4  Facts + language pack -> Cards
deck/         5  Cards -> Deck
exports/      6  Deck -> bytes
langs/        the language packs: words as data, grammar as code
model.py      the values that travel; errors.py, resources.py: used by all
ahead.py      several articles through stages 1 and 2 together
pipeline.py   the six stages on one screen; cli.py: the command line
corpus/       thousands of articles: what is done already, who does the rest, what came out
"""

__version__ = "0.1.0"
