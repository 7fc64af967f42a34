"""In which language somebody wants to be told."""

from saleor_invoices.api.context import Info

MOST_TAGS = 10


def languages_asked(info: Info, language: str) -> list[str]:
    """BCP 47 tags, the dearest first: the given one, else those of ``Accept-Language``."""
    if language:
        return [language]
    accepted = info.context.request.headers.get("Accept-Language", "")
    return [part.partition(";")[0].strip() for part in accepted.split(",")[:MOST_TAGS]]
