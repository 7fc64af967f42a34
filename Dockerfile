# Fonts, the dashboard's pages and the storefront's components come from npm, the app from the locked requirements.
FROM node:22-bookworm-slim AS front
WORKDIR /build
COPY fonts/package.json fonts/package-lock.json fonts/
RUN cd fonts && npm ci --no-audit --no-fund
COPY dashboard_extension/package.json dashboard_extension/package-lock.json dashboard_extension/
RUN cd dashboard_extension && npm ci --no-audit --no-fund
COPY storefront_extension/package.json storefront_extension/package-lock.json storefront_extension/.npmrc storefront_extension/
RUN cd storefront_extension && npm ci --no-audit --no-fund
COPY graphql/ graphql/
COPY saleor_invoices/imports/words/ saleor_invoices/imports/words/
COPY dashboard_extension/ dashboard_extension/
RUN cd dashboard_extension && npm run build
COPY storefront_extension/ storefront_extension/
RUN cd storefront_extension && npm run build

FROM python:3.12-slim-bookworm AS python
COPY requirements/base.txt /requirements.txt
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r /requirements.txt

FROM python:3.12-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /app app && mkdir -p /app/var && chown app /app/var
WORKDIR /app
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DATA_DIR=/app/var
COPY --from=python /venv /venv
COPY --from=front /build/fonts/node_modules fonts/node_modules
COPY --from=front /build/dashboard_extension/dist dashboard_extension/dist
COPY --from=front /build/storefront_extension/dist storefront_extension/dist
COPY manage.py manifest.json ./
COPY graphql/ graphql/
COPY webhooks/ webhooks/
COPY saleor_invoices/ saleor_invoices/
USER app
VOLUME /app/var
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
CMD ["gunicorn", "saleor_invoices.wsgi", "--bind", "0.0.0.0:8080", "--workers", "2", "--threads", "4", "--access-logfile", "/dev/null"]
