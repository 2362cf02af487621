"""The kinds that linking has rules for are those of the vocabulary."""

from importlib.resources import files

from onrecord.link import kinds


def test_every_kind_with_a_rule_is_in_the_vocabulary() -> None:
    """A kind that is renamed there must be renamed here."""
    known = {path.name.removesuffix(".yaml") for path in files("onrecord.vocab").joinpath("kinds").iterdir()}
    named = {
        *kinds.OCCASIONS,
        *kinds.SPEECH,
        *kinds.BILATERAL,
        *kinds.DIRECTED,
        *kinds.SINGLE,
        *kinds.FREQUENT,
    }
    assert named <= known


def test_related_kinds_are_of_one_family() -> None:
    """Only claims of one family are compared at all, so that two that may be one must be of one."""
    known = [path.name.removesuffix(".yaml") for path in files("onrecord.vocab").joinpath("kinds").iterdir()]
    for one in known:
        for other in known:
            if kinds.kinship(one, other) is not None:
                assert kinds.family(one) == kinds.family(other), (one, other)
