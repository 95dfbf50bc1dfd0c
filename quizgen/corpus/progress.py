"""How far a run is -> one line: articles done, the rate, the time left."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

SMOOTH = 30.0  # seconds over which the rate is taken: long enough not to jump, short enough to follow


class Progress:
    """Counts articles and tells of them, at most ten times a second."""

    def __init__(self, total: int, tell: Callable[[str], None], clock: Callable[[], float] = monotonic) -> None:
        self.total, self.tell, self.clock = total, tell, clock
        self.done = 0
        self.marks = [(clock(), 0)]  # (time, articles done), the oldest first
        self.told = 0.0

    def step(self) -> None:
        """One article more."""
        self.done += 1
        now = self.clock()
        if now - self.told >= 0.1 or self.done == self.total:
            self.told = now
            self.marks = [mark for mark in self.marks if now - mark[0] <= SMOOTH] or self.marks[-1:]
            self.marks.append((now, self.done))
            self.tell(self.line())

    def line(self) -> str:
        """« 120/4,000 articles, 21.3 a second, 3 min left »"""
        (start, before), (now, done) = self.marks[0], self.marks[-1]
        if now <= start or done == before:
            return f"{self.done:,}/{self.total:,} articles"
        rate = (done - before) / (now - start)
        return f"{self.done:,}/{self.total:,} articles, {rate:.1f} a second, {say_time((self.total - self.done) / rate)} left"


def say_time(seconds: float) -> str:
    """« 40 s », « 3 min », « 2 h 10 min »"""
    if seconds < 100:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60} min"
