"""The API over HTTP, and the shape of its errors."""

import json
import logging
from typing import Any

import pytest
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory

from saleor_invoices.api.schema import schema
from saleor_invoices.api.views import MAX_BYTES, api_view
from saleor_invoices.domain.errors import Throttled
from saleor_invoices.invoices.selectors import problems
from tests.api.conftest import Ask, World

URL = "/graphql/"


def refused(
    client: Client, body: object, content_type: str = "application/json"
) -> tuple[int, str]:
    """Status and code of a refusal before any operation."""
    response = client.post(URL, body, content_type=content_type)
    assert response["Content-Type"] == "application/json"
    (error,) = response.json()["errors"]
    return response.status_code, error["extensions"]["code"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff",
        b"null",
        b'"x"',
        b"[]",
        b'[{"query": "{ __typename }"}]',
        b"{}",
        b'{"query": 1}',
        b'{"query": "{ __typename }", "variables": {"a": [1e999]}}',
        b'{"query": "{ __typename }", "variables": []}',
        b'{"query": "{ __typename }", "extensions": 1}',
        b"[" * 100_000,
        b'{"query": "query A { __typename }", "operationName": "B"}',
    ],
)
def test_what_is_no_request_is_answered_400(client: Client, body: bytes) -> None:
    assert refused(client, body) == (400, "BAD_REQUEST")


@pytest.mark.parametrize(
    "content_type", ["text/plain", "multipart/form-data; boundary=x", "application/graphql"]
)
def test_only_json_is_read(client: Client, content_type: str) -> None:
    body = json.dumps({"query": "{ __typename }"})
    assert refused(client, body, content_type) == (400, "BAD_REQUEST")


def test_a_body_too_large_is_answered_413(client: Client) -> None:
    body = json.dumps({"query": "#" * MAX_BYTES})
    assert refused(client, body) == (413, "REQUEST_TOO_LARGE")


def test_queries_by_get_and_other_methods_are_refused(client: Client) -> None:
    assert client.get(URL, {"query": "{ __typename }"}).status_code == 400
    assert client.put(URL).status_code == 405


def test_graphiql_is_for_developers(rf: RequestFactory, settings: Any) -> None:
    def opened() -> HttpResponseBase:
        return api_view(schema)(rf.get(URL, headers={"Accept": "text/html"}))

    settings.DEBUG = False
    assert opened().status_code == 404
    settings.DEBUG = True
    shown = opened()
    assert (shown.status_code, shown["Content-Type"]) == (200, "text/html; charset=utf-8")


def test_answers_are_not_kept_by_caches(client: Client) -> None:
    response = client.post(URL, {"query": "{ __typename }"}, content_type="application/json")
    assert response.json() == {"data": {"__typename": "Query"}}
    assert response["Cache-Control"] == "no-store"


def test_a_syntax_error_has_a_code_and_a_place(ask: Ask) -> None:
    (error,) = ask("{ salesInvoices( }")["errors"]
    assert error["extensions"]["code"] == "GRAPHQL_PARSE_FAILED"
    assert error["locations"] == [{"line": 1, "column": 18}]


def test_an_unknown_field_is_a_validation_error(ask: Ask) -> None:
    (error,) = ask("{ salesInvoices { nonsense } }")["errors"]
    assert error["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"


def test_a_variable_of_the_wrong_type_is_a_validation_error(ask: Ask) -> None:
    query = "query ($n: Int) { salesInvoices(first: $n) { totalCount } }"
    (error,) = ask(query, n="many")["errors"]
    assert error["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"


def test_a_refusal_says_which_permission_is_missing(ask: Ask, world: World) -> None:
    (error,) = ask("{ salesInvoices { totalCount } }", world.people["bob"])["errors"]
    assert error["message"] == "This needs MANAGE_ORDERS."
    assert error["path"] == ["salesInvoices"]
    assert error["extensions"] == {
        "code": "PERMISSION_DENIED",
        "params": {"permission": "MANAGE_ORDERS"},
    }


def test_what_nobody_foresaw_is_logged_and_not_shown(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError("the secret is 42")

    monkeypatch.setattr(problems, "require_staff", broken)
    with caplog.at_level(logging.ERROR):
        response = client.post(
            URL,
            {"query": "{ problems { code } }"},
            content_type="application/json",
            headers={**world.people["alice"], "X-Request-ID": "req-7"},
        )
    assert b"42" not in response.content
    (error,) = response.json()["errors"]
    assert error["message"] == "Something went wrong on our side."
    assert error["extensions"] == {"code": "INTERNAL_ERROR", "params": {"request_id": "req-7"}}
    assert "graphql.unexpected" in caplog.text


def test_a_throttled_caller_is_told_how_long_to_wait(
    ask: Ask, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise Throttled("Later.", retry_after=2.5)

    monkeypatch.setattr(problems, "require_staff", busy)
    (error,) = ask("{ problems { code } }", world.people["alice"])["errors"]
    assert error["extensions"] == {"code": "THROTTLED", "params": {"retry_after": 2.5}}


def test_a_storefront_may_call_from_a_browser(client: Client, settings: Any) -> None:
    settings.CORS_ALLOW_ALL_ORIGINS = False
    settings.CORS_ALLOWED_ORIGINS = ["https://shop.example.com"]
    response = client.options(
        URL,
        headers={
            "Origin": "https://shop.example.com",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "authorization-bearer,saleor-api-url,x-invoice-link",
        },
    )
    assert response["Access-Control-Allow-Origin"] == "https://shop.example.com"
    assert "x-invoice-link" in response["Access-Control-Allow-Headers"]
