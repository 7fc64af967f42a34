"""A mail's subject, text and HTML, from the merchant's texts or the app's own."""

import html
from collections.abc import Mapping
from dataclasses import dataclass, field

from saleor_invoices.delivery.compose.values import Values, clean_line, printable
from saleor_invoices.delivery.words import RIGHT_TO_LEFT, Occasion, words_for
from saleor_invoices.domain import mail_text
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import InvalidInput

Texts = Mapping[str, str]  # "subject" and "body", either may be missing or empty
LONGEST_SUBJECT = 250
_PAGE = (
    '<!DOCTYPE html>\n<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
    '<title>{subject}</title></head><body style="font-family:Arial,Helvetica,sans-serif;'
    'font-size:15px;line-height:1.5;color:#222">\n{paragraphs}\n</body></html>\n'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a mail says. ``problems`` are own texts that could not be used, in words."""

    language: str
    subject: str
    text: str
    html: str
    problems: tuple[InvalidInput, ...] = field(default=())


def letter_write(
    *, kind: DocumentKind, occasion: Occasion, language: str, values: Values, own: Texts
) -> Letter:
    """Fill the texts in. An own text that can't be used is a problem and gives way to ours.

    What the sender adds (``message``) is put in front where the text leaves it out.
    """
    default, problems = words_for(language).text(kind, occasion), []
    parts = {}
    for part in ("subject", "body"):
        source = own.get(part, "") or getattr(default, part)
        try:
            parts[part] = mail_text.render(source, values)
        except InvalidInput as error:
            problems.append(error)
            source = getattr(default, part)
            parts[part] = mail_text.render(source, values)
        if part == "body" and "message" not in mail_text.names_used(source):
            parts[part] = f"{values.get('message', '')}\n\n{parts[part]}"
    # A line break in a subject would begin another header.
    subject = clean_line(parts["subject"])[:LONGEST_SUBJECT] or clean_line(values["number"])
    text = _tidy(parts["body"])
    return Letter(
        language=language,
        subject=subject,
        text=text,
        html=_html(text, subject=subject, language=language, link=values.get("link", "")),
        problems=tuple(problems),
    )


def _tidy(text: str) -> str:
    """Printable lines, and one empty line at most where parts that are empty left several."""
    lines = [printable(line).rstrip() for line in text.replace("\r\n", "\n").split("\n")]
    paragraphs = "\n".join(lines).strip("\n").split("\n\n")
    return "\n\n".join(part.strip("\n") for part in paragraphs if part.strip("\n")) + "\n"


def _html(text: str, *, subject: str, language: str, link: str) -> str:
    paragraphs = []
    for paragraph in text.rstrip("\n").split("\n\n"):
        safe = html.escape(paragraph).replace("\n", "<br>\n")
        if link:
            address = html.escape(link)
            safe = safe.replace(address, f'<a href="{address}">{address}</a>')
        paragraphs.append(f"<p>{safe}</p>")
    return _PAGE.format(
        language=language,
        direction="rtl" if language in RIGHT_TO_LEFT else "ltr",
        subject=html.escape(subject),
        paragraphs="\n".join(paragraphs),
    )
