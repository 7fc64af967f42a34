"""What a language has to say: one field for each text. Texts in braces are filled in."""

from dataclasses import dataclass

from babel import Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All words of the hosted page, and of the form and mail for a new link, in one language."""

    language: str  # BCP 47

    # How the document stands
    open: str
    partly_paid: str
    overdue: str
    paid: str
    credited: str
    cancelled: str
    refunded: str
    balance: str

    # What can be done
    pay: str
    pay_at: str  # {host}
    download_pdf: str
    download_xml: str
    no_script: str
    details: str
    private: str

    # What became of a payment
    payment_paid: str
    payment_pending: str
    payment_failed: str
    look_again: str

    # A new link
    closed: str
    recover: str
    email: str
    number: str
    send: str
    sent: str
    wait: str
    subject: str  # {number}
    body: str  # {number}, {seller}, {url}

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``, as HTML's ``dir`` has it."""
        return Locale.parse(self.language).text_direction
