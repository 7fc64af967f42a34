"""What an API key may do."""

from enum import StrEnum


class Scope(StrEnum):
    """One right of a key; reading and writing are separate rights."""

    DOCUMENTS_READ = "documents:read"
    DOCUMENTS_WRITE = "documents:write"
    PAYMENTS_WRITE = "payments:write"
    IMPORTS_WRITE = "imports:write"
    SETTINGS_READ = "settings:read"
    SETTINGS_WRITE = "settings:write"
