"""What mails say: eleven languages, the merchant's own words, and hostile values."""

from itertools import product

import pytest

from saleor_invoices.delivery.compose.letter import Letter, letter_write
from saleor_invoices.delivery.compose.mail import address_checked, file_name, mail_write
from saleor_invoices.delivery.compose.values import cleaned, sample_values
from saleor_invoices.delivery.services.mail_preview import mail_preview
from saleor_invoices.delivery.words import Occasion, language_for, words_for
from saleor_invoices.domain import mail_text
from saleor_invoices.domain.codes import DocumentKind
from saleor_invoices.domain.errors import Conflict, InvalidInput
from saleor_invoices.domain.profile import LANGUAGES
from saleor_invoices.invoices.models import DownloadLink
from tests.delivery.conftest import Configure, Issue

ALL = list(product(LANGUAGES, DocumentKind, Occasion))


def letter(
    language: str = "en",
    kind: DocumentKind = DocumentKind.INVOICE,
    occasion: Occasion = Occasion.DOCUMENT,
    own: dict[str, str] | None = None,
    **values: str,
) -> Letter:
    """A letter with made-up values."""
    sample = sample_values(
        language=language, kind=kind, seller_name="Sample Shop", country="DE", link="https://x/i/y"
    )
    sample.update(cleaned(**values))
    return letter_write(
        kind=kind, occasion=occasion, language=language, values=sample, own=own or {}
    )


@pytest.mark.parametrize(("language", "kind", "occasion"), ALL)
def test_every_text_of_ours_is_whole(language: str, kind: DocumentKind, occasion: Occasion) -> None:
    text = words_for(language).text(kind, occasion)
    shown = mail_text.names_used(text.subject) | mail_text.names_used(text.body)
    assert {"number", "seller_name", "buyer_name", "link", "message"} <= shown
    wanted = {"total"} if occasion is Occasion.DOCUMENT else {"amount_due", "due_date"}
    assert wanted <= mail_text.names_used(text.body)
    written = letter(language, kind, occasion)
    assert written.problems == ()
    assert "{" not in written.subject + written.text
    assert "2026-00042" in written.subject
    assert "\n\n\n" not in written.text
    direction = "rtl" if language in ("ar", "he") else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in written.html


def test_languages_say_different_things() -> None:
    subjects = {letter(language).subject for language in LANGUAGES}
    assert len(subjects) == len(LANGUAGES)


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [(("de-AT",), "de"), (("pt-BR", "fr"), "fr"), (("sv", ""), "en"), (("zh_Hans",), "zh")],
)
def test_the_nearest_language_is_spoken(wanted: tuple[str, ...], spoken: str) -> None:
    assert language_for(*wanted) == spoken


def test_what_does_not_apply_leaves_no_gap() -> None:
    bare = letter(order_number="", due_date="", amount_due="", link="", has_xml="")
    assert "Order:" not in bare.text
    assert "Please pay" not in bare.text
    assert bare.text.count("\n\n") == 2  # greeting, sentence, closing


def test_a_credit_note_names_what_it_corrects() -> None:
    assert "It corrects invoice 2026-00041." in letter(kind=DocumentKind.CREDIT_NOTE).text


def test_own_texts_are_used_and_broken_ones_give_way_to_ours() -> None:
    own = {"subject": "Re: {{ number }}", "body": "Hi {{ byer_name }}"}
    written = letter(own=own)
    assert written.subject == "Re: 2026-00042"
    assert written.text.startswith("Hello Sample Buyer,")
    (problem,) = written.problems
    assert problem.params["name"] == "byer_name"


def test_the_senders_word_is_there_even_if_the_text_forgets_it() -> None:
    written = letter(own={"body": "Bye."}, message="One line\r\nand another")
    assert written.text == "One line\nand another\n\nBye.\n"


@pytest.mark.parametrize(
    "name", ["A\r\nBcc: evil@example.com", "A\nB", "A\x00B", "A\u2028B", "A\x85B", "\ud800"]
)
def test_no_value_makes_a_second_line_or_header(name: str) -> None:
    written = letter(own={"subject": "For {{ buyer_name }}"}, buyer_name=name)
    assert written.subject.splitlines() == [written.subject]
    mail = mail_write(
        letter=written,
        recipient="a@example.com",
        seller_name=name,
        reply_to="",
        message_id="<1@example.com>",
        automatic=False,
    )
    message = mail.message()
    assert message["Bcc"] is None
    assert mail.recipients() == ["a@example.com"]
    message.as_bytes()


def test_a_name_with_markup_is_text_in_html() -> None:
    evil = '<img src=x onerror="alert(1)"> & <a href="https://evil.example">x</a>'
    written = letter(buyer_name=evil)
    assert evil in written.text
    assert "<img" not in written.html
    assert written.html.count("<a ") == 1  # the link


def test_a_subject_is_never_longer_than_a_header_should_be() -> None:
    assert (
        len(letter(own={"subject": "{{ buyer_name }}" * 10}, buyer_name="x" * 400).subject) == 250
    )


@pytest.mark.parametrize(
    "address",
    [
        "", " ", "x", "a@b", "a@example.com,b@example.com", "a@example.com\nBcc: b@example.com",
        "a@example.com\r\n", "A <a@example.com>", "a@example.com;b@example.com", "a b@example.com",
        "a@exa mple.com", "a\x00@example.com", "x" * 400 + "@example.com",
    ],
)  # fmt: skip
def test_what_is_not_one_address_is_refused(address: str) -> None:
    with pytest.raises(InvalidInput) as error:
        address_checked(address)
    assert error.value.code == "MAIL_RECIPIENT_INVALID"


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("INV-1", "INV-1"), ("FV/1/2026", "FV-1-2026"), ("../../etc", "etc"), ("№ 5\r\n", "5"),
        ("…", "document"),
    ],
)  # fmt: skip
def test_a_number_makes_a_harmless_file_name(number: str, name: str) -> None:
    assert file_name(number) == name


def test_a_preview_says_what_the_mail_would(issue: Issue, configure: Configure) -> None:
    configure(mail_texts={"pl": {"subject": "Nr {{ number }}", "body": "{{ total }}"}})
    document = issue()
    preview = mail_preview(document=document, occasion=Occasion.DOCUMENT)
    assert (preview.language, preview.subject) == ("pl", f"Nr {document.number}")
    assert preview.text == "158,40\xa0zł\n"
    assert preview.default_subject.startswith("Faktura {{ number }}")
    assert DownloadLink.objects.count() == 0


def test_a_preview_tries_other_texts(issue: Issue) -> None:
    document = issue()
    tried = mail_preview(
        document=document, occasion=Occasion.AFTER_DUE, texts={"subject": "{{ x }}", "body": "B"}
    )
    assert tried.subject.startswith("Przypomnienie")
    assert tried.text == "B\n"
    assert [problem.code for problem in tried.problems] == ["MAIL_TEXT_INVALID"]
    with pytest.raises(InvalidInput) as error:
        mail_preview(document=document, occasion=Occasion.DOCUMENT, texts={"subject": "a\nb"})
    assert error.value.params == {"field": "subject"}


def test_a_draft_has_no_mail(issue: Issue) -> None:
    draft = issue(columns={"state": "draft", "number": ""})
    with pytest.raises(Conflict) as error:
        mail_preview(document=draft, occasion=Occasion.DOCUMENT)
    assert error.value.code == "DOCUMENT_NOT_ISSUED"
