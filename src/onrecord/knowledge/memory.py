"""Look-ups that remember their answers, each object its own."""

import functools
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

_Self = TypeVar("_Self")
_P = ParamSpec("_P")
_R = TypeVar("_R")

LIMIT = 50_000
"""Answers kept per look-up; when there are more, all are forgotten, so that memory stays bounded."""


def remembered(method: Callable[Concatenate[_Self, _P], _R]) -> Callable[Concatenate[_Self, _P], _R]:
    """A method whose answers are kept on the object. Arguments must be hashable, answers immutable."""
    attribute = f"_answers_of_{method.__name__}"

    @functools.wraps(method)
    def look_up(self: _Self, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        answers: dict[Any, _R] = self.__dict__.setdefault(attribute, {})
        key = (args, tuple(sorted(kwargs.items()))) if kwargs else args
        if key not in answers:
            if len(answers) >= LIMIT:
                answers.clear()
            answers[key] = method(self, *args, **kwargs)
        return answers[key]

    return look_up
