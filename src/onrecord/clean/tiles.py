"""Roles of lines to blocks that cover the text."""

from onrecord.clean.lines import Line
from onrecord.clean.marks import Role
from onrecord.records import Block, BlockKind, Span

KINDS: dict[Role, BlockKind] = {
    "body": "body",
    "title": "title",
    "standfirst": "standfirst",
    "caption": "caption",
    "byline": "byline",
    "related": "related",
    "boilerplate": "boilerplate",
    "masthead": "boilerplate",
    "separator": "boilerplate",
    "stamp": "boilerplate",
    "truncated": "boilerplate",
    "credit": "boilerplate",
    "author": "boilerplate",
    "author_heading": "boilerplate",
    "related_heading": "related",
    "comments_heading": "boilerplate",
}


def tiles(length: int, lines: list[Line], roles: list[Role], dateline: Span | None) -> tuple[Block, ...]:
    """Blocks in order that touch and cover characters 0 to `length`, one a line.

    Line ends and empty lines belong to the block before them, those at the top to the first block. Furniture
    lines that follow each other are one block. The dateline, where there is one, is cut out of its line.
    """
    starts: list[tuple[int, BlockKind]] = []
    for line, role in zip(lines, roles, strict=True):
        kind = KINDS[role]
        if dateline is not None and line.start <= dateline.start < line.end:
            if line.start < dateline.start:
                starts.append((line.start, kind))
            starts.append((dateline.start, "dateline"))
            if dateline.end < line.end:
                starts.append((dateline.end, kind))
        elif not (kind == "boilerplate" and starts and starts[-1][1] == kind):
            starts.append((line.start, kind))
    if not starts:
        return (Block(0, length, "boilerplate"),) if length else ()
    starts[0] = (0, starts[0][1])
    ends = [start for start, _ in starts[1:]] + [length]
    return tuple(Block(start, end, kind) for (start, kind), end in zip(starts, ends, strict=True))
