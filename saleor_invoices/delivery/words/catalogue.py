"""The words of the app's own mails, as texts in the merchants' template language."""

from dataclasses import dataclass
from enum import StrEnum

from saleor_invoices.domain.codes import DocumentKind


class Occasion(StrEnum):
    """What a mail says about a document."""

    DOCUMENT = "document"  # here it is
    BEFORE_DUE = "before_due"
    AFTER_DUE = "after_due"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Subject and body of a mail, in the language of ``domain.mail_text``."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language's sentences; (subject, first sentence) where there are two."""

    names: tuple[str, str, str]  # invoice, credit note, proforma
    greeting: str
    invoice: tuple[str, str]
    credit_note: tuple[str, str]
    proforma: tuple[str, str]
    before_due: tuple[str, str]
    after_due: tuple[str, str]
    order: str
    corrects: str
    pay: str
    xml: str
    link: str
    closing: str

    def name(self, kind: DocumentKind) -> str:
        """How a kind of document is called."""
        return self.names[list(DocumentKind).index(kind)]

    def text(self, kind: DocumentKind, occasion: Occasion) -> Text:
        """The whole mail."""
        key = kind.value if occasion is Occasion.DOCUMENT else occasion.value
        subject, first = getattr(self, key)
        paragraphs = [self.greeting, "{% if message %}{{ message }}{% endif %}"]
        paragraphs.append(first + self._facts(kind))
        if occasion is Occasion.DOCUMENT:
            paragraphs.append(f"{{% if amount_due and due_date %}}{self.pay}{{% endif %}}")
            paragraphs.append(f"{{% if has_xml %}}{self.xml}{{% endif %}}")
        paragraphs += [f"{{% if link %}}{self.link}{{% endif %}}", self.closing]
        return Text(subject=subject, body="\n\n".join(paragraphs))

    def _facts(self, kind: DocumentKind) -> str:
        facts = f"{{% if order_number %}}\n{self.order}{{% endif %}}"
        if kind is not DocumentKind.CREDIT_NOTE:
            return facts
        return f"{{% if preceding_number %}}\n{self.corrects}{{% endif %}}{facts}"
