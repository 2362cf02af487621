"""A half-open range of characters in an article's original text."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Characters `start` to `end` (exclusive), counted in code points of the original text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlap(self, other: "Span") -> int:
        """Number of characters shared with `other`; 0 when apart."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly within."""
        return self.start <= other.start and other.end <= self.end
