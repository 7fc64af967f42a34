"""Installing and removing apps, an app's own webhooks and problems, tokens for people."""

import json
import secrets
from datetime import timedelta

import graphene

from saleor_sandbox.app_model import AppInstallation as InstallationRow
from saleor_sandbox.app_model import AppProblem as ProblemRow
from saleor_sandbox.events import BadQueryError, read_document
from saleor_sandbox.happenings import RefusedError
from saleor_sandbox.install import app_remove, install_begin
from saleor_sandbox.keys import user_claims
from saleor_sandbox.manifest import InstallError, custom_headers, is_url, set_events, webhook_of
from saleor_sandbox.model import now

from . import base
from .app_types import (
    App,
    AppInstallation,
    AppProblem,
    Webhook,
    WebhookEventTypeAsyncEnum,
    WebhookEventTypeSyncEnum,
)
from .base import listed, plain, require
from .order_types import User
from .payloads import error_type, mutation, sought

ID = {"id": graphene.ID(required=True)}
REFRESH_LIFETIME = 30 * 24 * 3600
PROBLEMS_PER_APP = 100

AppError = error_type(
    "AppError",
    "FORBIDDEN GRAPHQL_ERROR INVALID INVALID_STATUS INVALID_PERMISSION INVALID_URL_FORMAT "
    "INVALID_MANIFEST_FORMAT INVALID_CUSTOM_HEADERS MANIFEST_URL_CANT_CONNECT NOT_FOUND REQUIRED "
    "UNIQUE OUT_OF_SCOPE_APP OUT_OF_SCOPE_PERMISSION",
    permissions=listed(base.PermissionEnum),
)
WebhookError = error_type(
    "WebhookError",
    "GRAPHQL_ERROR INVALID NOT_FOUND REQUIRED UNIQUE DELETE_FAILED SYNTAX MISSING_SUBSCRIPTION "
    "UNABLE_TO_PARSE MISSING_EVENT INVALID_CUSTOM_HEADERS",
)
AccountError = error_type(
    "AccountError",
    "INACTIVE INVALID INVALID_CREDENTIALS NOT_FOUND REQUIRED JWT_SIGNATURE_EXPIRED "
    "JWT_INVALID_TOKEN",
    address_type=base.AddressTypeEnum(),
)
ProblemCreateError = error_type("AppProblemCreateError", "GRAPHQL_ERROR INVALID REQUIRED NOT_FOUND")
ProblemDismissError = error_type(
    "AppProblemDismissError", "GRAPHQL_ERROR INVALID REQUIRED NOT_FOUND OUT_OF_SCOPE_APP"
)


class AppInstallInput(graphene.InputObjectType):
    app_name = graphene.String()
    manifest_url = graphene.String()
    activate_after_installation = graphene.Boolean()
    permissions = listed(base.PermissionEnum)


class WebhookInputFields:
    name = graphene.String()
    target_url = graphene.String()
    async_events = listed(WebhookEventTypeAsyncEnum)
    sync_events = listed(WebhookEventTypeSyncEnum)
    app = graphene.ID()
    is_active = graphene.Boolean()
    query = graphene.String()
    custom_headers = graphene.JSONString()


class WebhookCreateInput(WebhookInputFields, graphene.InputObjectType):
    pass


class WebhookUpdateInput(WebhookInputFields, graphene.InputObjectType):
    pass


class AppProblemCreateInput(graphene.InputObjectType):
    message = graphene.String(required=True)
    key = graphene.String(required=True)
    critical_threshold = base.Whole()
    aggregation_period = base.Minute()


class AppProblemDismissByAppInput(graphene.InputObjectType):
    ids = listed(graphene.ID)
    keys = listed(graphene.String)


class AppProblemDismissInput(graphene.InputObjectType):
    by_app = AppProblemDismissByAppInput()


def app_install(info, input):  # noqa: A002 - Saleor's argument name
    require(info, "MANAGE_APPS")
    wanted = plain(input.get("permissions") or [])
    if not set(wanted) <= info.context.permissions:
        raise RefusedError(
            "You can't grant what you lack.", "OUT_OF_SCOPE_PERMISSION", "permissions"
        )
    if not is_url(input.get("manifest_url")):
        raise RefusedError("Enter a valid URL.", "INVALID_URL_FORMAT", "manifestUrl")
    row = InstallationRow(
        app_name=input.get("app_name") or "App",
        manifest_url=input["manifest_url"],
        permissions=wanted,
        activate=input.get("activate_after_installation", True),
    )
    install_begin(info.context.state, row)
    return {"app_installation": row}


def app_delete(info, id):  # noqa: A002
    require(info, "MANAGE_APPS")
    app = sought(info, id, "App")
    app_remove(info.context.state, app, info.context.principal)
    return {"app": app}


def switch(active):
    def resolve(info, id):  # noqa: A002
        require(info, "MANAGE_APPS")
        app = sought(info, id, "App")
        app.is_active = active
        return {"app": app}

    return resolve


def delete_failed(info, id):  # noqa: A002
    require(info, "MANAGE_APPS")
    row = sought(info, id, "AppInstallation")
    if row.status != "FAILED":
        raise RefusedError("Only a failed installation can be deleted.", "INVALID_STATUS", "id")
    info.context.state.installations.remove(row)
    return {"app_installation": row}


def headers_of(given):
    value = given.get("custom_headers")
    return json.loads(value) if isinstance(value, str) else value


def webhook_create(info, input):  # noqa: A002
    """By the app itself, or by staff naming an app."""
    require(info, "MANAGE_APPS", "AUTHENTICATED_APP")
    app = info.context.app or sought(info, input.get("app"), "App", field="app")
    entry = {
        "name": input.get("name"),
        "targetUrl": input.get("target_url"),
        "query": input.get("query"),
        "isActive": input.get("is_active", True),
        "asyncEvents": plain(input.get("async_events")),
        "syncEvents": plain(input.get("sync_events")),
        "customHeaders": headers_of(input),
    }
    try:
        hook = webhook_of(info.context.state, app, entry)
    except InstallError as error:
        raise RefusedError(str(error), "INVALID") from error
    app.webhooks.append(hook)
    return {"webhook": hook}


def own_webhook(info, global_id):
    require(info, "MANAGE_APPS", "AUTHENTICATED_APP")
    hook = sought(info, global_id, "Webhook")
    if info.context.app not in (None, hook.app):
        raise RefusedError(f"Couldn't resolve to a node: {global_id}", "NOT_FOUND", "id")
    return hook


def webhook_update(info, id, input):  # noqa: A002
    hook = own_webhook(info, id)
    try:
        query = input.get("query") or hook.subscription_query
        document = read_document(info.context.state.schema, query)
        headers = custom_headers(headers_of(input) or hook.custom_headers)
        if input.get("target_url") and not is_url(input["target_url"]):
            raise InstallError("Incorrect targetUrl.")
    except (BadQueryError, InstallError) as error:
        raise RefusedError(str(error), "INVALID", "query") from error
    hook.subscription_query, hook.document, hook.custom_headers = query, document, headers
    hook.name = input.get("name") or hook.name
    hook.target_url = input.get("target_url") or hook.target_url
    hook.is_active = input.get("is_active", hook.is_active)
    if "async_events" in input or "sync_events" in input or input.get("query"):
        set_events(hook, plain(input.get("async_events")), plain(input.get("sync_events")))
    return {"webhook": hook}


def webhook_delete(info, id):  # noqa: A002
    hook = own_webhook(info, id)
    hook.app.webhooks.remove(hook)
    return {"webhook": hook}


def token_create(info, email, password, audience=None):
    state = info.context.state
    user = state.user_by_email(email)
    if user is None or not secrets.compare_digest(user.password, password):
        raise RefusedError("Please, enter valid credentials", "INVALID_CREDENTIALS", "email")
    settings, more = state.settings, {"aud": f"custom:{audience}"} if audience else {}

    def minted(kind, lifetime):
        claims = user_claims(user, settings.api_url, kind, lifetime) | more
        return state.keys.sign_token(claims), claims

    token, _ = minted("access", settings.token_lifetime)
    refresh, claims = minted("refresh", REFRESH_LIFETIME)
    return {
        "token": token,
        "refresh_token": refresh,
        "csrf_token": claims["csrfToken"],
        "user": user,
    }


def problem_create(info, input):  # noqa: A002
    require(info, "AUTHENTICATED_APP")
    app, key, message = info.context.app, input["key"], input["message"]
    if not 3 <= len(key) <= 128:
        raise RefusedError("A key has 3 to 128 characters.", "INVALID", "key")
    if len(message) < 3:
        raise RefusedError("A message has at least 3 characters.", "INVALID", "message")
    period = input.get("aggregation_period")
    since = now() - timedelta(minutes=60 if period is None else period)
    row = next((p for p in app.problem_rows if p.key == key and p.updated_at >= since), None)
    if row is None:
        row = ProblemRow(key=key, message=message[:2048])
        # Saleor keeps the newest hundred.
        app.problem_rows = [*app.problem_rows, row][-PROBLEMS_PER_APP:]
    else:
        row.count, row.message, row.updated_at = row.count + 1, message[:2048], now()
    row.critical_threshold = input.get("critical_threshold")
    return {"app_problem": row}


def problem_dismiss(info, input):  # noqa: A002
    require(info, "AUTHENTICATED_APP")
    chosen, app = input.get("by_app") or {}, info.context.app
    ids, keys = chosen.get("ids"), chosen.get("keys")
    if bool(ids) == bool(keys):
        raise RefusedError("Give either ids or keys.", "INVALID", "byApp")
    app.problem_rows = [
        row for row in app.problem_rows if row.id not in (ids or []) and row.key not in (keys or [])
    ]
    return {}


def app_field(name, resolver, arguments, **outputs):
    return mutation(name, AppError, resolver, arguments, legacy="app_errors", **outputs)


def hook_field(name, resolver, arguments):
    return mutation(
        name,
        WebhookError,
        resolver,
        arguments,
        legacy="webhook_errors",
        webhook=graphene.Field(Webhook),
    )


INSTALLATION = {"app_installation": graphene.Field(AppInstallation)}
APP = {"app": graphene.Field(App)}


class AppMutations(graphene.ObjectType):
    app_install = app_field(
        "AppInstall", app_install, {"input": AppInstallInput(required=True)}, **INSTALLATION
    )
    app_delete = app_field("AppDelete", app_delete, ID, **APP)
    app_activate = app_field("AppActivate", switch(active=True), ID, **APP)
    app_deactivate = app_field("AppDeactivate", switch(active=False), ID, **APP)
    app_delete_failed_installation = app_field(
        "AppDeleteFailedInstallation", delete_failed, ID, **INSTALLATION
    )
    webhook_create = hook_field(
        "WebhookCreate", webhook_create, {"input": WebhookCreateInput(required=True)}
    )
    webhook_update = hook_field(
        "WebhookUpdate", webhook_update, {"input": WebhookUpdateInput(required=True), **ID}
    )
    webhook_delete = hook_field("WebhookDelete", webhook_delete, ID)
    token_create = mutation(
        "CreateToken",
        AccountError,
        token_create,
        {
            "audience": graphene.String(),
            "email": graphene.String(required=True),
            "password": graphene.String(required=True),
        },
        legacy="account_errors",
        token=graphene.String(),
        refresh_token=graphene.String(),
        csrf_token=graphene.String(),
        user=graphene.Field(User),
    )
    app_problem_create = mutation(
        "AppProblemCreate",
        ProblemCreateError,
        problem_create,
        {"input": AppProblemCreateInput(required=True)},
        app_problem=graphene.Field(AppProblem),
    )
    app_problem_dismiss = mutation(
        "AppProblemDismiss",
        ProblemDismissError,
        problem_dismiss,
        {"input": AppProblemDismissInput(required=True)},
    )
