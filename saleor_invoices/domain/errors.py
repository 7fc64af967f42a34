"""One small tree of errors.

::

    AppError                  anything this app refuses or fails at, with a stable code
    |- InvalidInput           the caller's data is wrong
    |- NotAllowed             the caller may not
    |- NotFound               not there, or not the caller's to see
    |- Conflict               the state does not allow it (any more)
    |- CannotIssue            the order cannot become a document; the merchant must act
    |- Unverified             a signature or token does not hold
    |- Unforeseen             an error that is none of ours; temporary
    `- ExternalFailure        another system failed or refused
       |- Unreachable         temporary: try again
       |- Throttled           temporary: try again after ``retry_after`` seconds
       |- Refused             permanent: the other system said no
       `- Disconnected        permanent: the store no longer accepts our token

``permanent`` says whether trying the same again can help; each edge (HTTP, GraphQL, inbox,
command) maps the tree once.
"""

from collections.abc import Mapping


class AppError(Exception):
    """Base of all errors of this app.

    ``code`` is stable and part of the API; ``message`` is for people and holds no secrets;
    ``params`` are JSON values for the message.
    """

    code = "ERROR"
    permanent = True

    def __init__(
        self, message: str, *, code: str | None = None, params: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        if code is not None:
            self.code = code
        self.params: dict[str, object] = dict(params or {})


class InvalidInput(AppError):
    """The caller's data is wrong; ``params["field"]`` names where."""

    code = "INVALID"


class NotAllowed(AppError):
    """The caller is known but may not do this."""

    code = "PERMISSION_DENIED"


class NotFound(AppError):
    """There is no such thing in the caller's store, or the caller may not see it."""

    code = "NOT_FOUND"


class Conflict(AppError):
    """The present state forbids the change."""

    code = "CONFLICT"


class CannotIssue(AppError):
    """No document can be issued until the merchant repairs what the code names."""

    code = "CANNOT_ISSUE"


class Unverified(AppError):
    """A signature, token or code does not hold."""

    code = "UNVERIFIED"


class Unforeseen(AppError):
    """An error that is none of ours; trying again may help."""

    code = "INTERNAL_ERROR"
    permanent = False


class ExternalFailure(AppError):
    """Another system failed or refused."""

    code = "EXTERNAL_FAILURE"


class Unreachable(ExternalFailure):
    """No answer, a time-out, or a server error: may heal by itself."""

    code = "UNREACHABLE"
    permanent = False


class Throttled(Unreachable):
    """Too many requests; ``retry_after`` is in seconds."""

    code = "THROTTLED"

    def __init__(self, message: str, *, retry_after: float) -> None:
        super().__init__(message, params={"retry_after": retry_after})
        self.retry_after = retry_after


class Refused(ExternalFailure):
    """The other system understood and said no; ``params["codes"]`` holds its codes."""

    code = "REFUSED"


class Disconnected(ExternalFailure):
    """The store no longer accepts our token: the app was removed or switched off there."""

    code = "DISCONNECTED"
