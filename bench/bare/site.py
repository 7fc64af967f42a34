"""The bare view: check the detached signature on the raw body, insert one row, answer 200."""

import os
from pathlib import Path

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone
from jwt.algorithms import RSAAlgorithm

from bench.bare.table import TABLE

PATH = "webhooks/saleor/"
_INSERT = f"INSERT INTO {TABLE} (event, received_at, body) VALUES (%s, %s, %s)"  # noqa: S608
_JWS = jwt.PyJWS(algorithms=["RS256"])


def _public_key() -> RSAPublicKey:
    key = RSAAlgorithm.from_jwk(Path(os.environ["BENCH_PUBLIC_KEY"]).read_text(encoding="utf-8"))
    if not isinstance(key, RSAPublicKey):
        raise TypeError("BENCH_PUBLIC_KEY holds no public key")
    return key


_KEY = _public_key()


def webhook(request: HttpRequest) -> HttpResponse:
    """Keep one delivery; a wrong signature raises, which Django answers with 500."""
    body, signature = request.body, request.headers["Saleor-Signature"]
    _JWS.decode_complete(signature, _KEY, algorithms=["RS256"], detached_payload=body)
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, [request.headers["Saleor-Event"], timezone.now(), body])
    return HttpResponse(status=200, headers={"Content-Length": "0"})


urlpatterns = [path(PATH, webhook)]
application = get_wsgi_application()
