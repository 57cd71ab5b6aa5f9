"""Replace methods of moto from outside, and refuse to start when moto no longer has them.

A fix is a function with a docstring that names the symptom it cures. It receives the original as its first argument, so
it can call on. Each fix is applied when its module is imported (see `patches.apply_all`).
"""

import functools
from collections.abc import Callable
from typing import Any

import moto


class StaleFix(Exception):
    """The installed moto has no such method any more: read its release notes, then drop or move the fix."""


def _original(owner: Any, name: str, fix: Callable[..., Any]) -> Any:
    if not fix.__doc__:
        raise StaleFix(f"{fix.__module__}.{fix.__name__}: a fix must say in its docstring which symptom it cures")
    original = getattr(owner, name, None)
    if original is None:
        place = getattr(owner, "__qualname__", owner.__name__)
        raise StaleFix(f"moto {moto.__version__} has no {place}.{name}, which {fix.__module__} fixes: {fix.__doc__}")
    return original


def around(owner: Any, name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Replace the method (or module function) `name` of `owner` by the decorated one: `fix(original, *args)`."""

    def decorate(fix: Callable[..., Any]) -> Callable[..., Any]:
        original = _original(owner, name, fix)

        @functools.wraps(original)
        def replacement(*args: Any, **kwargs: Any) -> Any:
            return fix(original, *args, **kwargs)

        setattr(owner, name, replacement)
        return fix

    return decorate


def around_property(owner: type, name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Replace the property `name` of `owner` by the decorated one: `fix(original, self)`; `original(self)` reads it."""

    def decorate(fix: Callable[..., Any]) -> Callable[..., Any]:
        original = _original(owner, name, fix)
        if not isinstance(original, property):
            raise StaleFix(f"moto {moto.__version__}: {owner.__qualname__}.{name} is no property any more: {fix.__doc__}")
        setattr(owner, name, property(lambda self: fix(original.fget, self)))
        return fix

    return decorate


def default(owner: type, name: str, value: Any) -> None:
    """Give instances of `owner` the attribute `name`, unless moto has it by now."""
    if not hasattr(owner, name):
        setattr(owner, name, value)


def truthy(value: Any) -> bool:
    """Whether a request value (`True`, `"true"`, `"True"`, None) says yes."""
    return str(value).lower() == "true"
