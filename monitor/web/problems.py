"""What a page answers when it cannot answer, in words that can be said in each language of the interface."""

from __future__ import annotations


class PageProblem(Exception):  # noqa: N818  (it is what the problem page shows)
    """A message of the interface, its values, and the HTTP status."""

    def __init__(self, status: int, message: str, **values: object) -> None:
        super().__init__(message.format(**values))
        self.status, self.message, self.values = status, message, values


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for it)
    """Mark a message for translation where it is not yet said."""
    return message
