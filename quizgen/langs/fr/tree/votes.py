"""« par 54 voix contre, 12 pour et 3 abstentions » as the parser reads it (« pour et 3 abstentions ») -> a list of three counts."""

from __future__ import annotations

from dataclasses import replace

from quizgen.model import Token

BALLOTS = ("voix", "votes", "suffrages")
SIDES = ("pour", "contre")
CLOSING = (",", ".", ";", ")", "et", "ainsi")  # behind « pour » where nothing stands that the votes are for
UNSIDED = ("abstention", "bulletin")
STOPS = (".", "!", "?", ";")
FARTHEST = 40  # tokens between a count and its verb
LONGEST = 12  # tokens behind the first noun in which the rest of the list stands


def join_votes(tokens: list[Token], i: int) -> None:
    """Hangs the counts of a vote on the first of them, and « pour » and « contre » on what they count."""
    told = tokens[i].dep == "conj" and tokens[tokens[i].head].text.lower() in BALLOTS  # with the first of them
    if tokens[i].text.lower() not in BALLOTS or i < 1 or tokens[i - 1].pos != "NUM" or not _closes_side(tokens, i + 1) or told:
        return
    counts = _find_counts(tokens, i)
    if len(counts) < 2:
        return
    _hang_first(tokens, i, counts[-1][-1])
    for count in counts:
        head = next((k for k in count if tokens[k].pos == "NOUN"), count[0])
        if head != i:
            tokens[head] = replace(tokens[head], dep="conj", head=i)
            for k in (count[0] - 1, count[0] - 2):
                if tokens[k].text in (",", "et"):
                    tokens[k] = replace(tokens[k], dep="cc" if tokens[k].text == "et" else "punct", head=head)
        for k in count:
            if k != head:
                tokens[k] = replace(tokens[k], dep="nummod" if tokens[k].pos == "NUM" else "advmod", head=head)


def join_pair(tokens: list[Token], i: int) -> None:
    """« adoptée par 302 voix contre 225 et 12 abstentions »: the votes tell how it was adopted, and are nobody who did it."""
    votes = tokens[i]
    if votes.text.lower() not in BALLOTS or i < 2 or i + 2 >= len(tokens) or tokens[i - 1].pos != "NUM" or tokens[i - 2].text.lower() != "par":
        return
    if tokens[i + 1].text.lower() != "contre" or tokens[i + 2].pos != "NUM" or not votes.dep.startswith("obl"):
        return
    tokens[i] = replace(votes, dep="obl:mod")
    tokens[i + 1] = replace(tokens[i + 1], dep="case", head=i + 2)
    tokens[i + 2] = replace(tokens[i + 2], dep="nmod", head=i)
    if i + 5 < len(tokens) and tokens[i + 3].text in ("et", ",") and tokens[i + 4].pos == "NUM" and tokens[i + 5].lemma in UNSIDED:
        tokens[i + 3] = replace(tokens[i + 3], dep="cc" if tokens[i + 3].text == "et" else "punct", head=i + 5)
        tokens[i + 4] = replace(tokens[i + 4], dep="nummod", head=i + 5)
        tokens[i + 5] = replace(tokens[i + 5], dep="conj", head=i)


def is_side(token: Token) -> bool:
    """« pour » or « contre », of votes."""
    return token.text.lower() in SIDES


def _closes_side(tokens: list[Token], i: int) -> bool:
    """Whether the word `i` is a « pour » or « contre » that nothing follows."""
    return i + 1 < len(tokens) and is_side(tokens[i]) and tokens[i + 1].text.lower() in CLOSING


def _find_counts(tokens: list[Token], i: int) -> list[list[int]]:
    """The tokens of each count of the list that begins with the number before the word `i`."""
    counts, k = [[i - 1, i, i + 1]], i + 2
    while k < min(i + LONGEST, len(tokens) - 1):
        k += tokens[k].text == ","
        k += tokens[k].text.lower() == "et"
        if tokens[k].pos != "NUM" or k == counts[-1][-1] + 1:
            break
        if _closes_side(tokens, k + 1):
            count = [k, k + 1]
        elif tokens[k + 1].text.lower() in BALLOTS and _closes_side(tokens, k + 2):
            count = [k, k + 1, k + 2]
        elif tokens[k + 1].lemma in UNSIDED:
            count = [k, k + 1]
        else:
            break
        counts.append(count)
        k = count[-1] + 1
    return counts


def _hang_first(tokens: list[Token], i: int, last: int) -> None:
    """« adopté la réforme des retraites par 54 voix pour »: what stands behind « par » tells how the nearest verb was done."""
    if i < 2 or tokens[i - 2].text.lower() != "par":
        return
    start = next((t.i for t in reversed(tokens[max(0, i - FARTHEST) : i]) if t.text in STOPS or t.dep == "ROOT"), max(0, i - FARTHEST))
    end = next((t.i for t in tokens[last : last + FARTHEST] if t.text in STOPS), min(last + FARTHEST, len(tokens)))
    verb = next((t for t in reversed(tokens[start:i]) if t.pos == "VERB" and not t.dep.startswith("acl")), None)
    if verb is None:
        verb = next(
            (t for t in tokens[last:end] if t.pos == "VERB" and any(a.head == t.i and a.dep == "aux:tense" for a in tokens[last : t.i])), None
        )
        if verb is not None:
            _raise_verb(tokens, tokens[start:last], verb, last)
    if verb is not None:
        tokens[i] = replace(tokens[i], dep="obl:mod", head=verb.i)
        tokens[i - 2] = replace(tokens[i - 2], dep="case", head=i)


def _raise_verb(tokens: list[Token], opening: list[Token], verb: Token, last: int) -> None:
    """« Après trois ans de débats, et par 54 voix contre, …, le projet a été rejeté » with « ans » as the root: the verb takes its place."""
    root = next((t for t in opening if t.dep == "ROOT"), None)
    subject = next((t for t in tokens[last + 1 : last + 5] if t.pos in ("NOUN", "PROPN")), None)
    if root is None or subject is None:
        return
    tokens[verb.i] = replace(verb, dep="ROOT", head=verb.i)
    tokens[root.i] = replace(root, dep="obl:mod", head=verb.i)
    passive = any(t.head == verb.i and t.dep == "aux:pass" for t in tokens[last : verb.i])
    tokens[subject.i] = replace(subject, dep="nsubj:pass" if passive else "nsubj", head=verb.i)
    for t in tokens[verb.i + 1 : verb.i + FARTHEST]:
        if t.head == root.i and t.dep == "punct":
            tokens[t.i] = replace(t, head=verb.i)
