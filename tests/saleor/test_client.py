"""The client: what each answer of Saleor means, what is repeated, and what is kept secret."""

import gzip
import logging
from decimal import Decimal
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from saleor_invoices.domain.errors import (
    AppError,
    Disconnected,
    InvalidInput,
    Refused,
    Throttled,
    Unreachable,
)
from saleor_invoices.saleor import answers, client, net
from saleor_invoices.saleor.client import SaleorClient
from tests.saleor.fake_saleor import (
    DENIED,
    TOKEN,
    Reply,
    Script,
    data,
    denied,
    failure,
    served,
)
from tests.saleor.signing import API_URL

ALIVE = data(app={"id": "QXBwOjE="})


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "PAUSE_SECONDS", 0.0)


def over(script: Script) -> SaleorClient:
    return SaleorClient(api_url=API_URL, token=TOKEN, transport=script.transport)


def query(script: Script) -> dict[str, Any]:
    return over(script).execute("orderInvoices", {"id": "T3JkZXI6MQ=="})


def mutate(script: Script) -> dict[str, Any]:
    return over(script).execute("invoiceDelete", {"id": "SW52b2ljZTo5"})


def test_a_real_request_carries_document_variables_and_token() -> None:
    script = Script(orderInvoices=data(order=None))
    with served(script) as url:
        answer = SaleorClient(api_url=url, token=TOKEN).execute("orderInvoices", {"id": "x"})
    assert answer == {"order": None}
    (call,) = script.calls
    assert (call.method, call.path) == ("POST", "/graphql/")
    assert call.headers["authorization"] == f"Bearer {TOKEN}"
    assert call.variables == {"id": "x"}
    assert "fragment OrderInvoice on Invoice" in call.body.decode()


def test_fractions_arrive_as_decimals() -> None:
    raw = b'{"data": {"order": {"amount": 131.70999999999998, "rate": 0.08875, "n": 3}}}'
    answer = query(Script(orderInvoices=Reply(raw)))["order"]
    assert answer == {"amount": Decimal("131.70999999999998"), "rate": Decimal("0.08875"), "n": 3}
    assert not any(isinstance(value, float) for value in answer.values())


def test_decimals_are_sent_as_exact_numbers() -> None:
    script = Script(orderInvoices=data(order=None))
    over(script).execute("orderInvoices", {"id": "x", "amount": Decimal("131.70")})
    assert b'"amount":131.70' in script.calls[0].body


def test_unknown_document_is_a_programming_error() -> None:
    with pytest.raises(LookupError):
        over(Script()).execute("orderDestroy")


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_server_errors_may_heal(status: int) -> None:
    script = Script(orderInvoices=Reply(b"<html>", status=status))
    with pytest.raises(Unreachable) as error:
        query(script)
    assert (error.value.code, error.value.permanent) == ("UNREACHABLE", False)
    assert len(script.calls) == 2


def test_a_short_fault_of_a_query_heals_by_itself() -> None:
    script = Script(orderInvoices=[Reply(b"", status=502), data(order=None)])
    assert query(script) == {"order": None}
    assert len(script.calls) == 2


def test_a_mutation_that_may_have_been_done_is_not_sent_again() -> None:
    script = Script(invoiceDelete=[Reply(b"", status=502), data(invoiceDelete={"errors": []})])
    with pytest.raises(Unreachable):
        mutate(script)
    assert len(script.calls) == 1


def test_a_mutation_that_was_not_sent_is_sent_again() -> None:
    tries: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        tries.append(request.method)
        if len(tries) == 1:
            raise httpx.ConnectError("refused", request=request)
        return httpx.Response(200, json={"data": {"invoiceDelete": {"errors": []}}})

    saleor = SaleorClient(api_url=API_URL, token=TOKEN, transport=httpx.MockTransport(answer))
    assert saleor.execute("invoiceDelete", {"id": "x"}) == {"invoiceDelete": {"errors": []}}
    assert len(tries) == 2


def test_nobody_at_the_port_is_unreachable() -> None:
    with served(Script()) as url:
        pass
    with pytest.raises(Unreachable, match="can't be reached"):
        SaleorClient(api_url=url, token=TOKEN).execute("orderInvoices", {"id": "x"})


def test_silence_is_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(net, "TIMEOUT", httpx.Timeout(0.1))
    net.close()
    script = Script(invoiceDelete=Reply({}, delay=0.5))
    with served(script) as url, pytest.raises(Unreachable, match="in time"):
        SaleorClient(api_url=url, token=TOKEN).execute("invoiceDelete", {"id": "x"})
    assert len(script.calls) == 1


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0), ("0", 1.0), ("-5", 1.0), ("999999", 3600.0), ("soon", 30.0), ("nan", 30.0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 1.0), ("", 30.0), ("inf", 3600.0),
    ],
)  # fmt: skip
def test_throttling_tells_how_long_to_wait(header: str, seconds: float) -> None:
    script = Script(orderInvoices=Reply({}, status=429, headers={"Retry-After": header}))
    with pytest.raises(Throttled) as error:
        query(script)
    assert error.value.retry_after == seconds
    assert not error.value.permanent
    assert len(script.calls) == 1  # the pause is asked for, so no second try


@given(st.text(max_size=40))
def test_any_retry_after_gives_a_sensible_wait(header: str) -> None:
    assert 1.0 <= answers.retry_after(header) <= 3600.0


@pytest.mark.parametrize("status", [301, 302, 400, 401, 403, 404, 413])
def test_other_statuses_are_refusals(status: int) -> None:
    script = Script(orderInvoices=Reply(b"<html>", status=status))
    with pytest.raises(Refused) as error:
        query(script)
    assert (error.value.code, error.value.permanent) == ("HTTP_REFUSED", True)
    assert str(status) in error.value.message
    assert len(script.calls) == 1


def test_redirects_are_not_followed() -> None:
    elsewhere = Script(orderInvoices=data(order=None))
    with served(elsewhere) as other:
        moved = Reply({}, status=307, headers={"Location": other})
        with served(Script(orderInvoices=moved)) as url, pytest.raises(Refused):
            SaleorClient(api_url=url, token=TOKEN).execute("orderInvoices", {"id": "x"})
    assert elsewhere.calls == []


def test_a_dead_token_is_a_disconnection() -> None:
    script = Script(invoiceDelete=denied(), appAlive=denied())
    with pytest.raises(Disconnected) as error:
        mutate(script)
    assert (error.value.code, error.value.permanent) == ("DISCONNECTED", True)
    assert script.operations == ["invoiceDelete", "appAlive"]


def test_a_token_of_no_app_is_a_disconnection() -> None:
    with pytest.raises(Disconnected):
        mutate(Script(invoiceDelete=denied(), appAlive=data(app=None)))


def test_a_missing_permission_is_told_from_a_dead_token() -> None:
    with pytest.raises(Refused) as error:
        mutate(Script(invoiceDelete=denied(), appAlive=ALIVE))
    assert error.value.code == "PERMISSION_MISSING"
    assert error.value.params == {"codes": [DENIED]}


def test_whether_the_token_lives_is_not_guessed_while_saleor_is_down() -> None:
    script = Script(invoiceDelete=denied(), appAlive=Reply(b"", status=503))
    with pytest.raises(Unreachable):
        mutate(script)


@pytest.mark.parametrize("code", ["InvalidTokenError", "ExpiredSignatureError", "DecodeError"])
def test_signature_errors_of_a_token_are_a_disconnection(code: str) -> None:
    broken = failure("Signature has expired", code)
    with pytest.raises(Disconnected):
        query(Script(orderInvoices=broken, appAlive=broken))


def test_is_alive_asks_saleor() -> None:
    assert over(Script(appAlive=ALIVE)).is_alive() is True
    assert over(Script(appAlive=denied())).is_alive() is False


def test_errors_of_a_mutation_are_a_refusal_with_their_codes() -> None:
    errors = [
        {"field": "orderId", "code": "INVALID_STATUS", "message": "Cannot request an invoice."},
        {"field": None, "code": "NOT_READY", "message": None},
    ]
    script = Script(invoiceDelete=data(invoiceDelete={"errors": errors, "invoice": None}))
    with pytest.raises(Refused, match="Cannot request an invoice") as error:
        mutate(script)
    assert error.value.code == "REFUSED"
    assert error.value.params["codes"] == ["INVALID_STATUS", "NOT_READY"]
    assert error.value.params["errors"] == [
        {"field": "orderId", "message": "Cannot request an invoice."},
        {"field": None, "message": ""},
    ]


def test_a_field_that_saleor_does_not_know_is_a_schema_mismatch() -> None:
    text = 'Cannot query field "invoiceDelete" on type "Mutation".'
    with pytest.raises(Refused) as error:
        mutate(Script(invoiceDelete=failure(text, status=400)))
    assert error.value.code == "SCHEMA_MISMATCH"


def test_data_beside_errors_is_not_used() -> None:
    reply = Reply({"errors": [{"message": "no"}], "data": {"order": {"invoices": []}}})
    with pytest.raises(Refused, match="no"):
        query(Script(orderInvoices=reply))


@pytest.mark.parametrize(
    ("code", "permanent"),
    [("OperationalError", False), ("ConnectionError", False), ("", False), ("DataError", True)],
)
def test_faults_inside_saleor_may_heal_unless_our_data_is_at_fault(
    code: str, permanent: bool
) -> None:
    with pytest.raises(AppError) as error:
        query(Script(orderInvoices=failure("Internal Server Error", code)))
    assert error.value.permanent is permanent


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b"null", b'{"data": NaN}', b"[" * 100_000, b"\xff\xfe"]
)
def test_no_json_object_at_200_may_heal(body: bytes) -> None:
    with pytest.raises(Unreachable) as error:
        query(Script(orderInvoices=Reply(body)))
    assert error.value.code == "BAD_ANSWER"


@pytest.mark.parametrize("body", [{}, {"data": None}, {"data": []}, {"errors": [], "data": 5}])
def test_an_answer_without_data_is_refused(body: object) -> None:
    with pytest.raises(Refused):
        query(Script(orderInvoices=Reply(body)))


def test_an_endless_answer_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "MAX_ANSWER_BYTES", 1000)
    with pytest.raises(Unreachable) as error:
        query(Script(orderInvoices=Reply(b"x" * 1001)))
    assert error.value.code == "BAD_ANSWER"


def test_a_compressed_bomb_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "MAX_ANSWER_BYTES", 100_000)
    bomb = Reply(gzip.compress(b" " * 5_000_000), headers={"Content-Encoding": "gzip"})
    with served(Script(orderInvoices=bomb)) as url, pytest.raises(Unreachable) as error:
        SaleorClient(api_url=url, token=TOKEN).execute("orderInvoices", {"id": "x"})
    assert error.value.code == "BAD_ANSWER"


def test_the_token_is_in_no_repr_error_or_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    script = Script(orderInvoices=denied(), appAlive=denied())
    with served(script) as url:
        saleor = SaleorClient(api_url=url, token=TOKEN)
        with pytest.raises(Disconnected) as error:
            saleor.execute("orderInvoices", {"id": "x"})
    told = f"{saleor!r} {error.value!r} {error.value.params} {caplog.text}"
    assert TOKEN not in told
    assert url in repr(saleor)


@pytest.mark.parametrize("token", ["", "a b", "a\nX-Injected: 1", "tökén", "x" * 2001])
def test_what_can_be_no_token_is_refused(token: str) -> None:
    with pytest.raises(InvalidInput) as error:
        SaleorClient(api_url=API_URL, token=token, transport=Script().transport)
    assert error.value.code == "BAD_TOKEN"
