"""Pages as settings that are not saved would print them: shown, and nothing kept."""

import base64
import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from PIL import Image

from saleor_invoices.documents.html import renderer
from saleor_invoices.documents.pages.services import page_picture
from saleor_invoices.invoices.services import look_preview
from saleor_invoices.stores.models import ApiKey, SetupStep
from saleor_invoices.stores.registry import Level
from saleor_invoices.stores.services.settings_update import setting_set
from tests.api.conftest import Ask, Headers, bearer
from tests.api.counter import REFUSED, Counter, code, identity, refusal
from tests.documents.pdf import page_texts
from tests.documents.samples import sample_logo
from tests.plugins import factories

LOOK = """query ($input: SalesLookPreviewInput!) { salesLookPreview(input: $input) {
  pages pageCount problems { line message } findings { code } } }"""
TEMPLATE = "<p>Invoice {{ doc.number }}</p>"


@pytest.fixture
def boss(counter: Counter) -> Headers:
    """Staff who set up the shop and manage its orders."""
    rights = ["MANAGE_APPS", "MANAGE_ORDERS"]
    return bearer(factories.staff_token(counter.store, rights=rights), counter.store)


@pytest.fixture
def look(ask: Ask, boss: Headers) -> Callable[..., dict[str, Any]]:
    """The answer to a preview with this input."""

    def asked(who: Headers | None = None, **wanted: Any) -> dict[str, Any]:
        return ask(LOOK, boss if who is None else who, input=wanted)

    return asked


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The PDFs whose pages were drawn."""
    found: list[bytes] = []

    def drawn(*, pdf: bytes, page: int, width: int) -> bytes:
        found.append(pdf)
        return page_picture(pdf=pdf, page=page, width=width)

    monkeypatch.setattr(look_preview, "page_picture", drawn)
    return found


def setting(key: str, value: object, level: str = "APP", name: str = "") -> dict[str, Any]:
    """A change to try."""
    return {"level": level, "name": name, "key": key, "value": value}


def html(source: str) -> list[dict[str, Any]]:
    """The changes that try a template of one's own."""
    return [setting("template", "html"), setting("html_template", source)]


def shown(answer: dict[str, Any]) -> dict[str, Any]:
    """What came of it."""
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]["salesLookPreview"]
    return found


def picture(address: str) -> Image.Image:
    """A page."""
    assert address.startswith("data:image/png;base64,")
    return Image.open(io.BytesIO(base64.b64decode(address.partition(",")[2])))


def kept() -> dict[str, Any]:
    """All that is in the database, but what a look may leave: that it was taken."""
    models = [
        model
        for label in ("stores", "invoices", "delivery")
        for model in apps.get_app_config(label).get_models()
        if model not in (ApiKey, SetupStep)
    ]
    return {
        model.__name__: list(model._default_manager.order_by("pk").values()) for model in models
    }


def test_a_sample_in_another_look(
    look: Callable[..., Any], counter: Counter, printed: list[bytes]
) -> None:
    before = kept()
    found = shown(look())
    page, _ = found["pages"]
    assert found["pageCount"] == 2
    assert picture(page).size == (1000, 1415)
    text = page_texts(printed[-1])[0]
    assert "Sample Shop GmbH Shop Street 1 10115 Berlin" in text
    assert re.search("INV-20[0-9]{2}-00000", text)
    changes = [setting("paper", "letter"), setting("accent_color", "#ff0000")]
    other = shown(look(changes=changes))["pages"][0]
    assert picture(other).size == (1000, 1295)
    reds = picture(other).convert("RGB").getcolors(1_000_000) or []
    assert (255, 0, 0) in {colour for _, colour in reds}
    assert kept() == before
    assert SetupStep.objects.get().seen_at


def test_a_document_of_ours_keeps_what_it_says(
    look: Callable[..., Any], counter: Counter, printed: list[bytes]
) -> None:
    invoice = counter.invoice()
    before = kept()
    changes = [*html(TEMPLATE), setting("accent_color", "#ff0000")]
    found = shown(look(documentId=identity(invoice), changes=changes))
    assert (len(found["pages"]), found["problems"]) == (1, [])
    assert f"Invoice {invoice.number}" in page_texts(printed[-1])[0]
    assert kept() == before


def test_an_order_as_it_would_be_invoiced(
    look: Callable[..., Any], counter: Counter, printed: list[bytes]
) -> None:
    order_id, before = counter.order(), kept()
    changes = [setting("number_pattern_invoice", "R{YY}/{seq:04}", "LEGAL_ENTITY", "main")]
    wanted = {"level": "CHANNEL", "name": "europe", "orderId": order_id}
    found = shown(look(changes=changes, **wanted))
    assert len(found["pages"]) == 1
    assert "/0000" in page_texts(printed[-1])[0]
    assert "138,17" in page_texts(printed[-1])[0]
    assert kept() == before
    changes = [setting("test_mode", True, "CHANNEL", "europe")]
    shown(look(changes=changes, **wanted))
    assert "TEST-INV-" in page_texts(printed[-1])[0]
    assert kept() == before


def test_an_order_that_can_not_be_drafted_says_why(
    look: Callable[..., Any], counter: Counter
) -> None:
    order_id = counter.order(billingAddress=None, shippingAddress=None)
    found = shown(look(orderId=order_id))
    assert "BILLING_ADDRESS_MISSING" in {one["code"] for one in found["findings"]}
    counter.shop.is_down = True
    assert code(look(orderId=order_id)) == "UNREACHABLE"


def test_a_draft_gets_a_number_that_no_document_has(
    look: Callable[..., Any], counter: Counter, printed: list[bytes]
) -> None:
    draft = factories.issued_document(
        counter.entity, factories.sample_document(number="", issue_date=None), pdf=False
    )
    assert draft.state == "draft"
    found = shown(look(documentId=identity(draft), changes=[setting("second_language", "en")]))
    assert len(found["pages"]) >= 1
    assert "-00000" in page_texts(printed[-1])[0]


def test_a_logo_that_is_not_saved_yet(
    look: Callable[..., Any], counter: Counter, printed: list[bytes]
) -> None:
    plain = shown(look())["pages"]
    logo = base64.b64encode(sample_logo()).decode()
    assert shown(look(logo=logo))["pages"] != plain
    counter.entity.refresh_from_db()
    assert counter.entity.logo is None


@pytest.mark.parametrize("logo", ["", "?", base64.b64encode(b"%PDF-1.7").decode(), "A" * 480_000])
def test_a_file_that_is_no_image(look: Callable[..., Any], logo: str) -> None:
    assert code(look(logo=logo)) == "LOGO_INVALID"


def test_a_template_is_wrong_at_a_line(look: Callable[..., Any]) -> None:
    found = shown(look(changes=html("<p>\n{{ doc.number }\n</p>")))
    assert (found["pages"], found["pageCount"]) == ([], 0)
    assert found["problems"][0]["line"] == 2
    assert found["problems"][0]["message"]
    assert not SetupStep.objects.exists()


def test_a_template_that_never_ends_is_stopped(
    look: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderer, "CHECK_SECONDS", 1.0)
    endless = (
        "{% for a in range(9999) %}{% for b in range(9999) %}{{ a * b }}{% endfor %}{% endfor %}"
    )
    found = shown(look(changes=html(endless)))
    assert found["pages"] == []
    assert found["problems"]
    assert shown(look(changes=html(TEMPLATE)))["problems"] == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([setting("paper", "a5")], "SETTING_INVALID"),
        ([setting("nothing", "a5")], "SETTING_UNKNOWN"),
        ([setting("paper", "a4", "LEGAL_ENTITY", "gone")], "LEGAL_ENTITY_NOT_FOUND"),
        ([setting("template", "html")], "SETTINGS_MISFIT"),
        ([setting("paper", "a4"), setting("paper", "letter")], "SETTING_TWICE"),
    ],
)
def test_settings_are_checked_as_for_saving(
    look: Callable[..., Any], changes: list[dict[str, Any]], expected: str
) -> None:
    before = kept()
    assert code(look(changes=changes)) == expected
    assert kept() == before


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"level": "CHANNEL"}, "PLACE_INVALID"),
        ({"level": "LEGAL_ENTITY", "name": "gone"}, "LEGAL_ENTITY_NOT_FOUND"),
        ({"documentId": "x"}, "INVALID_ID"),
        ({"documentId": "x", "orderId": "y"}, "PREVIEW_AMBIGUOUS"),
        ({"orderId": "order-404"}, "NOT_FOUND"),
    ],
)
def test_what_is_not_there(look: Callable[..., Any], wanted: dict[str, Any], expected: str) -> None:
    assert code(look(**wanted)) == expected


def test_settings_of_each_level_hold_where_they_are_asked_for(
    look: Callable[..., Any], counter: Counter
) -> None:
    setting_set(
        installation=counter.store, level=Level.LEGAL_ENTITY, name="main", key="paper",
        value="letter", changed_by="x",
    )  # fmt: skip
    heights = [
        picture(shown(look(level=level, name=name))["pages"][0]).size[1]
        for level, name in (("APP", ""), ("LEGAL_ENTITY", "main"), ("CHANNEL", "europe"))
    ]
    assert heights == [1415, 1295, 1295]


def test_one_request_looks_three_times_at_most(ask: Ask, boss: Headers) -> None:
    looks = " ".join(f"a{n}: salesLookPreview(input: {{}}) {{ pageCount }}" for n in range(4))
    answer = ask(f"{{ {looks} }}", boss)
    (error,) = answer["errors"]
    assert error["extensions"]["code"] == "TOO_MANY_TEMPLATES"
    assert sum(found is not None for found in answer["data"].values()) == 3


@pytest.mark.parametrize("who", [*REFUSED, "alice", "cashier", "stella"])
def test_looks_are_of_settings_writers_only(
    look: Callable[..., Any], counter: Counter, who: str
) -> None:
    expected = REFUSED.get(who, "PERMISSION_DENIED")
    assert code(look(counter.people[who])) == expected
    assert not SetupStep.objects.exists()


def test_who_sets_up_needs_their_own_right_to_see_documents(
    ask: Ask, look: Callable[..., Any], counter: Counter
) -> None:
    admin = bearer(factories.staff_token(counter.store, rights=["MANAGE_APPS"]), counter.store)
    assert shown(look(admin))["pageCount"] == 2
    for wanted in ({"documentId": identity(counter.invoice())}, {"orderId": counter.order(1002)}):
        found = refusal(look(admin, **wanted))
        assert found == ("PERMISSION_DENIED", {"permission": "MANAGE_ORDERS"})


def test_another_stores_documents_are_not_there(look: Callable[..., Any], counter: Counter) -> None:
    theirs = factories.issued_document(counter.other.legal_entities.get())
    assert code(look(documentId=identity(theirs))) == "NOT_FOUND"


def test_who_writes_documents_sees_one_as_it_is_and_tries_nothing_out(
    look: Callable[..., Any], counter: Counter
) -> None:
    invoice = identity(counter.invoice())
    alice = counter.people["alice"]
    assert shown(look(alice, documentId=invoice))["pageCount"] == 1
    tried = look(alice, documentId=invoice, changes=[setting("accent_color", "#ff0000")])
    assert code(tried) == "PERMISSION_DENIED"
    assert code(look(counter.people["charlie"], documentId=invoice)) == "PERMISSION_DENIED"
