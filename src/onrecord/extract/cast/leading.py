"""Titles of those who head a state, a government or a ministry: whom "the two leaders" may mean."""

HEADS = frozenset(
    {
        *("president", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "supreme leader"),
        *("leader", "crown prince", "secretary-general", "general secretary", "pope"),
    }
)
LEADERS = HEADS | {"foreign minister", "defence minister", "vice president"}
