"""How customers are told: by Saleor, by the app's mails, and by reminders."""

from saleor_invoices.domain.profile import NotifyPolicy
from saleor_invoices.stores import values
from saleor_invoices.stores.registry.declared import Declared, Declaring, Group

_mails = Declaring(Group.MAILS)

DECLARED: tuple[Declared, ...] = (
    _mails(
        "notify_policy",
        values.choice(NotifyPolicy),
        NotifyPolicy.NEVER.value,
        "Whether Saleor tells the customer that the invoice is ready.",
    ),
    _mails(
        "mail_policy",
        values.choice(NotifyPolicy),
        NotifyPolicy.NEVER.value,
        "Whether the app mails each document to the customer by itself.",
    ),
    _mails("mail_texts", values.mail_texts, {}, "Subject and body of the mails, by language."),
    _mails("mail_attach_xml", values.flag, False, "Mails carry the e-invoice's XML as well."),
    _mails(
        "reminder_days",
        values.day_offsets,
        [],
        "When to remind of what is owed: days after the due date, negative ones before it.",
    ),
    _mails("reminder_texts", values.mail_texts, {}, "Subject and body of reminders."),
    _mails("reply_to", values.email, "", "Reply-To of the app's mails."),
)
