"""Articles whose trees are made by hand, for tests of what depends on a whole article."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from quizgen.model import Article, Document, Sentence, Span, Token


def write_article(sentences: tuple[str, ...], title: str, lang: str, hung: Mapping[str, tuple[str, str]], verbs: Collection[str]) -> Document:
    """An article of `sentences`; a word in `hung` hangs as it says (label, head), the others from the first word of their sentence."""
    tokens: list[Token] = []
    told = []
    text = " ".join(sentences)
    start = 0
    for sentence in sentences:
        first = len(tokens)
        words = list(re.finditer(r"\w+|[^\w\s]", sentence))
        places = {w.group(): first + n for n, w in enumerate(words)}
        for word in words:
            dep, head = hung.get(word.group(), ("dep", words[0].group()))
            pos = "VERB" if word.group() in verbs else "X"
            span = Span(start=start + word.start(), end=start + word.end())
            tokens.append(Token(i=len(tokens), span=span, text=word.group(), lemma=word.group(), pos=pos, dep=dep, head=places.get(head, first)))
        told.append(Sentence(span=Span(start=start, end=start + len(sentence)), first=first, last=len(tokens), paragraph=0))
        start += len(sentence) + 1
    article = Article(id="article", lang=lang, title=title, text=text)
    return Document(article=article, tokens=tuple(tokens), sentences=tuple(told), model="")
