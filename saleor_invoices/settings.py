"""Django's settings and the app's own, all read from the environment here and nowhere else."""

import sys
from pathlib import Path
from typing import Any

import dj_database_url
import django_stubs_ext
from django.core.exceptions import ImproperlyConfigured

from saleor_invoices import env, logs

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
VERSION = (BASE_DIR / "saleor_invoices" / "VERSION").read_text(encoding="utf-8").strip()

DEBUG = env.flag("DEBUG", False, "Developer mode: open CORS, plain-text errors, made-up secrets.")
DATA_DIR = BASE_DIR / env.text(  # an absolute path stays as it is
    "DATA_DIR", "var", "Folder for SQLite, documents, mails and the file broker."
)

# --- Secrets -----------------------------------------------------------------------------------
SECRET_KEYS = [
    key.strip()
    for key in env.secret(
        "SECRET_KEYS",
        "",
        """Comma-separated secrets of 32 characters or more. The first encrypts tokens and signs
        links; the others are still accepted, so that keys can be rotated: put a new one in front,
        run `manage.py rotate_secrets`, then drop the old one.""",
    ).split(",")
    if key.strip()
]
if not SECRET_KEYS and DEBUG:
    SECRET_KEYS = ["development-only-" + "0" * 32]
if not SECRET_KEYS:
    raise ImproperlyConfigured("Set SECRET_KEYS (openssl rand -hex 32), or DEBUG=true to try out.")
if min(len(key) for key in SECRET_KEYS) < 32:
    raise ImproperlyConfigured("Each of SECRET_KEYS needs 32 characters or more.")
SECRET_KEY = SECRET_KEYS[0]
SECRET_KEY_FALLBACKS = SECRET_KEYS[1:]

# --- Where we are ------------------------------------------------------------------------------
PUBLIC_URL = env.text(
    "PUBLIC_URL",
    "",
    """The address under which Saleor, browsers and customers reach the app, e.g.
    `https://invoices.example.com`. Required outside developer mode: the Host header is not
    trusted, and Saleor's own requests carry it without the port.""",
).rstrip("/")
if not PUBLIC_URL and not DEBUG:
    raise ImproperlyConfigured("Set PUBLIC_URL to the app's own address, e.g. https://...")
PUBLIC_URL = PUBLIC_URL or "http://127.0.0.1:8080"
ALLOWED_HOSTS = env.words(
    "ALLOWED_HOSTS", "*", "Host names to answer to; a proxy in front usually decides that."
)
APP_IDENTIFIER = env.text(
    "APP_IDENTIFIER", "app.saleor-invoices", "The manifest's id; change it for a second app."
)
SUPPORT_URL = env.text("SUPPORT_URL", "", "Support page named in the manifest.")

# --- Which Saleors may register ----------------------------------------------------------------
ALLOWED_SALEOR_URLS = env.words(
    "ALLOWED_SALEOR_URLS",
    "",
    """Saleor API addresses that may install the app, with `*` as wildcard inside a host name, e.g.
    `https://*.saleor.cloud/graphql/,https://shop.example.com/graphql/`. `*` alone opens the app to
    every Saleor; empty lets none in.""",
)
ALLOW_PRIVATE_SALEOR = env.flag(
    "ALLOW_PRIVATE_SALEOR",
    False,
    """Let a Saleor, an access point and webhooks live on a private or loopback address, and on
    plain HTTP (guard against SSRF off for them).""",
)

# --- Apps --------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "corsheaders",
    "strawberry_django",
    "saleor_invoices.limits",
    "saleor_invoices.stores",
    "saleor_invoices.inbox",
    "saleor_invoices.invoices",
    "saleor_invoices.documents",
    "saleor_invoices.delivery",
    "saleor_invoices.payments",
    "saleor_invoices.events",
    "saleor_invoices.imports",
    "saleor_invoices.reports",
    "saleor_invoices.desk",
    "saleor_invoices.api",
    "saleor_invoices.web",
]
MIDDLEWARE = [
    "saleor_invoices.web.middleware.RequestContext",
    "django.middleware.security.SecurityMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
]
ROOT_URLCONF = "saleor_invoices.urls"
WSGI_APPLICATION = "saleor_invoices.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}
]
APPEND_SLASH = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True

# --- Database ----------------------------------------------------------------------------------
DATABASE_URL = env.secret(
    "DATABASE_URL",
    "",
    "`postgres://user:password@host/name`; empty: SQLite in DATA_DIR, in WAL mode.",
)
_SQLITE = f"sqlite:///{DATA_DIR / 'invoices.sqlite3'}"
DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(DATABASE_URL or _SQLITE, conn_max_age=60)
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Row locks do nothing on SQLite: each transaction takes the write lock when it begins.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        # Without recursive triggers a REPLACE deletes frozen rows and no trigger hears of it.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        " PRAGMA recursive_triggers=ON;",
    }
    DATABASES["default"]["CONN_MAX_AGE"] = 0

# --- Background work ---------------------------------------------------------------------------
BROKER_URL = env.secret(
    "BROKER_URL",
    "filesystem://localhost//",
    "Celery's broker: `redis://host/0`, `amqp://...`, or the file broker in DATA_DIR.",
)
CELERY_BROKER_URL = BROKER_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 4
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
WORK_LEASE_SECONDS = env.integer(
    "WORK_LEASE_SECONDS",
    300,
    """Seconds after which a rendering or publication whose worker died is taken up again. A task
    is stopped after as long.""",
)
CELERY_TASK_TIME_LIMIT = WORK_LEASE_SECONDS
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "UTC"
CELERY_TASK_ALWAYS_EAGER = False
CELERY_DB_REUSE_MAX = 1000  # tasks; saleor_invoices.worker closes what must not be used again
if BROKER_URL.startswith("filesystem"):
    _BROKER_DIR = DATA_DIR / "broker"
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {
        "data_folder_in": str(_BROKER_DIR / "queue"),
        "data_folder_out": str(_BROKER_DIR / "queue"),
        "processed_folder": str(_BROKER_DIR / "done"),
        "control_folder": str(_BROKER_DIR / "control"),
        "store_processed": False,
        "polling_interval": 0.05,
    }
    for _folder in ("queue", "done", "control"):
        (_BROKER_DIR / _folder).mkdir(parents=True, exist_ok=True)
else:
    # A task lost with its worker is delivered again after this time; our sweep is faster anyway.
    CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 600}
    if BROKER_URL.startswith("redis"):  # a broker that hangs must not hold up a webhook's answer
        CELERY_BROKER_TRANSPORT_OPTIONS |= {"socket_connect_timeout": 1, "socket_timeout": 30}
SWEEP_SECONDS = env.number(
    "SWEEP_SECONDS", 15.0, "How often, in seconds, forgotten or failed work is picked up again."
)
INBOX_LEASE_SECONDS = env.integer(
    "INBOX_LEASE_SECONDS",
    60,
    """Seconds after which a delivery whose worker died is taken up again. Must be longer than the
    slowest handler: its task is stopped two seconds earlier.""",
)
INBOX_KEEP_DAYS = env.integer(
    "INBOX_KEEP_DAYS", 30, "Days after which the body of a finished delivery is emptied."
)
BULK_KEEP_DAYS = env.integer(
    "BULK_KEEP_DAYS",
    7,
    "Days for which a file that a person had made of many documents can be downloaded.",
)
IMPORT_KEEP_DAYS = env.integer(
    "IMPORT_KEEP_DAYS", 30, "Days for which a file that was uploaded for an import is kept."
)
IMPORT_MAX_BYTES = env.integer(
    "IMPORT_MAX_BYTES",
    2_000_000_000,
    "Largest file that may be uploaded for an import, in bytes; a proxy in front limits it too.",
)
CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    "inbox-sweep": {"task": "inbox.sweep", "schedule": SWEEP_SECONDS},
    "inbox-prune": {"task": "inbox.prune", "schedule": 86_400.0},
    "invoices-sweep": {
        "task": "saleor_invoices.invoices.tasks.sweep",
        "schedule": SWEEP_SECONDS,
    },
    "delivery-sweep": {"task": "saleor_invoices.delivery.tasks.sweep", "schedule": SWEEP_SECONDS},
    "payments-sweep": {"task": "saleor_invoices.payments.tasks.sweep", "schedule": SWEEP_SECONDS},
    "payments-reconcile": {
        "task": "saleor_invoices.payments.tasks.reconcile_all",
        "schedule": 86_400.0,
    },
    "events-sweep": {"task": "saleor_invoices.events.tasks.sweep", "schedule": SWEEP_SECONDS},
    "events-overdue": {"task": "saleor_invoices.events.tasks.overdue_due", "schedule": 3_600.0},
    "events-prune": {"task": "saleor_invoices.events.tasks.prune", "schedule": 86_400.0},
    "imports-sweep": {"task": "saleor_invoices.imports.tasks.sweep", "schedule": SWEEP_SECONDS},
    "imports-tidy": {"task": "saleor_invoices.imports.tasks.tidy", "schedule": 3_600.0},
    "reports-sweep": {"task": "saleor_invoices.reports.tasks.sweep", "schedule": SWEEP_SECONDS},
    "desk-sweep": {"task": "saleor_invoices.desk.tasks.sweep", "schedule": SWEEP_SECONDS},
    "desk-tidy": {"task": "saleor_invoices.desk.tasks.tidy", "schedule": 3_600.0},
    "limits-prune": {"task": "saleor_invoices.limits.tasks.prune", "schedule": 3_600.0},
    "delivery-reminders": {
        "task": "saleor_invoices.delivery.tasks.reminders_due",
        "schedule": 3_600.0,
    },
    "invoices-stores-check": {
        "task": "saleor_invoices.invoices.tasks.stores_check",
        "schedule": 86_400.0,
    },
    "invoices-vat-checks": {
        "task": "saleor_invoices.invoices.tasks.vat_checks_sweep",
        "schedule": 300.0,
    },
}
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "celerybeat-schedule")

# --- Files -------------------------------------------------------------------------------------
S3_BUCKET = env.text("S3_BUCKET", "", "Keep documents in this S3 bucket instead of DATA_DIR.")
S3_ENDPOINT_URL = env.text("S3_ENDPOINT_URL", "", "S3-compatible service; empty: AWS.")
S3_REGION = env.text("S3_REGION", "", "Region of the bucket.")
S3_ACCESS_KEY_ID = env.secret("S3_ACCESS_KEY_ID", "", "Access key; empty: the machine's role.")
S3_SECRET_ACCESS_KEY = env.secret("S3_SECRET_ACCESS_KEY", "", "Secret of the access key.")
_LOCAL_DOCUMENTS = {
    "BACKEND": "django.core.files.storage.FileSystemStorage",
    "OPTIONS": {"location": str(DATA_DIR / "documents"), "base_url": None},
}
_S3_DOCUMENTS = {
    "BACKEND": "storages.backends.s3.S3Storage",
    "OPTIONS": {
        "bucket_name": S3_BUCKET,
        "endpoint_url": S3_ENDPOINT_URL or None,
        "region_name": S3_REGION or None,
        "access_key": S3_ACCESS_KEY_ID or None,
        "secret_key": S3_SECRET_ACCESS_KEY or None,
        "default_acl": "private",
        "file_overwrite": True,
    },
}
STORAGES: dict[str, Any] = {
    "default": _LOCAL_DOCUMENTS,
    "documents": _S3_DOCUMENTS if S3_BUCKET else _LOCAL_DOCUMENTS,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
FONT_DIRS = [
    Path(folder)
    for folder in env.words(
        "FONT_DIRS",
        "",
        "Folders with fonts for PDFs; empty: the packages that `make env` installs.",
    )
] or [BASE_DIR / "fonts" / "node_modules"]
_RULES_DIR = env.text(
    "EINVOICE_RULES_DIR",
    "",
    """Folder with official e-invoice rules as XSLT, under the names they are published by:
    `XRechnung-UBL-validation`, `XRechnung-CII-validation`, `PEPPOL-EN16931-UBL`,
    `EN16931-CII-validation` (`.xsl` or `.xslt`, at any depth; restart after a change). Empty: only
    the rules that come with the app, those of EN 16931 for UBL and of Factur-X.""",
)
EINVOICE_RULES_DIR = BASE_DIR / _RULES_DIR if _RULES_DIR else None
if EINVOICE_RULES_DIR and not EINVOICE_RULES_DIR.is_dir():
    raise ImproperlyConfigured(f"EINVOICE_RULES_DIR is no folder: {EINVOICE_RULES_DIR}")
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise wants it, also while it is empty
DASHBOARD_DIST = BASE_DIR / "dashboard_extension" / "dist"
STOREFRONT_DIST = BASE_DIR / "storefront_extension" / "dist"
WHITENOISE_USE_FINDERS = True
WHITENOISE_KEEP_ONLY_HASHED_FILES = False

# --- Mail --------------------------------------------------------------------------------------
EMAIL_URL = env.secret(
    "EMAIL_URL",
    "",
    """`smtp://user:password@host:587` (STARTTLS) or `smtps://...:465`; empty: mails are written to
    DATA_DIR/mail. The app mails documents, reminders and codes that open
    expired invoice links.""",
)
DEFAULT_FROM_EMAIL = env.text(
    "MAIL_FROM", "Invoices <invoices@localhost>", "Sender of the app's mails."
)
_MAIL = env.parse_email_url(EMAIL_URL)
EMAIL_BACKEND = _MAIL.backend
EMAIL_HOST, EMAIL_PORT = _MAIL.host, _MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.starttls, _MAIL.ssl
EMAIL_TIMEOUT = 20
EMAIL_FILE_PATH = str(DATA_DIR / "mail")

# --- Payments ----------------------------------------------------------------------------------
STRIPE_API_BASE = env.text(
    "STRIPE_API_BASE", "https://api.stripe.com", "Where Stripe's API is; another one for tests."
).rstrip("/")
STRIPE_JS_URL = env.text(
    "STRIPE_JS_URL",
    "https://js.stripe.com/endive/stripe.js",
    "Stripe's script for browsers, of the API's version; another one for tests.",
)

# --- VAT ids ------------------------------------------------------------------------------------
VIES_URL = env.text(
    "VIES_URL",
    "https://ec.europa.eu/taxation_customs/vies/rest-api",
    "REST service that tells whether a VAT id is valid; asked where a store's `vies_check` is on.",
).rstrip("/")

# --- Limits ------------------------------------------------------------------------------------
WEBHOOK_MAX_BYTES = env.integer(
    "WEBHOOK_MAX_BYTES", 5_000_000, "Largest body of a Saleor delivery, in bytes."
)
DATA_UPLOAD_MAX_MEMORY_SIZE = WEBHOOK_MAX_BYTES
TRUSTED_PROXIES = env.integer(
    "TRUSTED_PROXIES",
    1,
    """How many proxies in front of the app add to `X-Forwarded-For`; the client is whom the
    outermost of them names. Where that is wrong, limits for each client are those of a proxy (too
    small a number) or can be got round (too large). 0: browsers reach the app without any.""",
)
if TRUSTED_PROXIES < 0:
    raise ImproperlyConfigured("TRUSTED_PROXIES can't be less than 0.")
CORS_ORIGINS = env.words(
    "CORS_ORIGINS",
    "",
    """Origins of storefronts that may call the API from a browser, e.g.
    `https://shop.example.com`; `*` allows all (tokens travel in headers, never in cookies).""",
)
CORS_ALLOW_ALL_ORIGINS = "*" in CORS_ORIGINS
CORS_ALLOWED_ORIGINS = [origin for origin in CORS_ORIGINS if origin != "*"]
CORS_URLS_REGEX = r"^/(graphql|documents)/"
CORS_ALLOW_HEADERS = [
    *("accept", "authorization", "authorization-bearer", "content-type", "saleor-api-url"),
    *("x-invoice-link", "x-request-id"),
]
CORS_EXPOSE_HEADERS = ["x-request-id"]
CORS_PREFLIGHT_MAX_AGE = 86_400
FRAME_ANCESTORS = env.words(
    "FRAME_ANCESTORS",
    "",
    "Dashboards that may frame the app's pages; empty: the origin of the installed Saleor that "
    "the page is opened for, "
    "`https://*.saleor.cloud`, and in developer mode everyone.",
)

# --- Security ----------------------------------------------------------------------------------
_HTTPS = PUBLIC_URL.startswith("https://")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = False  # the proxy's work; health probes come by plain HTTP
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _HTTPS
SECURE_HSTS_PRELOAD = _HTTPS
SECURE_REFERRER_POLICY = "no-referrer-when-downgrade"  # App Bridge needs the referrer's origin
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # framing is governed per page by CSP frame-ancestors
    "security.W003",  # there are no cookies, hence no CSRF
    "security.W008",  # see SECURE_SSL_REDIRECT
]

# --- Logs --------------------------------------------------------------------------------------
LOG_FORMAT = env.text("LOG_FORMAT", "json", "`json`, or `console` for people.")
LOG_LEVEL = env.text("LOG_LEVEL", "INFO", "Least level that is logged.")
LOGGING = logs.configuration(log_format=LOG_FORMAT, level=LOG_LEVEL)

TESTING = "pytest" in sys.modules
