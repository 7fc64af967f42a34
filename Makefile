# Everything a newcomer needs: `make help`.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
LOCK := --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-header
STAMPS := .stamps
NPM_CI := npm ci --no-audit --no-fund --loglevel=error
export PYTHONPATH := $(CURDIR)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help env demo test bench lint format lock schema settings-docs chromium clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

env: $(STAMPS)/python $(STAMPS)/sandbox $(STAMPS)/fonts $(STAMPS)/dashboard $(STAMPS)/storefront $(STAMPS)/gateway ## Install everything, nothing outside this folder

demo: env ## App, worker and a stand-in Saleor with orders (NEW=1: install it yourself; CHECK=1: prove it)
	@$(BIN)/python -m demo $(if $(CHECK),--check) $(if $(NEW),--new)

test: env chromium ## Everything that must be green
	@$(BIN)/python -m tests.tools.run

bench: env ## Measure speed (QUICK=1: under 3 minutes)
	@$(BIN)/python -m bench $(if $(QUICK),--quick)

lint: env ## Ruff, mypy, import-linter, Biome
	@$(BIN)/python -m tests.tools.run --lint-only

format: env ## Format Python and TypeScript
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .
	@cd dashboard_extension && npm run --silent format
	@cd storefront_extension && npm run --silent format

schema: $(STAMPS)/python ## Write graphql/schema.graphql from the code
	@DEBUG=true $(BIN)/python manage.py export_schema saleor_invoices.api.schema:schema --path graphql/schema.graphql

settings-docs: $(STAMPS)/python ## Write docs/settings.md from the code
	@DEBUG=true $(BIN)/python manage.py write_settings_docs

lock: $(UV) ## Write the locked requirements anew
	@for name in uv base dev; do $(UV) pip compile $(LOCK) requirements/$$name.in -o requirements/$$name.txt; done
	@$(UV) pip compile $(LOCK) sandbox/requirements.in -o sandbox/requirements.txt

chromium: ## Install Debian's Chromium where this is allowed
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	  && echo "Installing Chromium ..." && apt-get -qq update >/dev/null \
	  && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium >/dev/null; } \
	  || echo "!!! NO CHROMIUM: browser tests will be skipped (install the package 'chromium')"

clean: ## Remove what was installed and built here
	@rm -rf .venv sandbox/.venv $(STAMPS) .demo .bench var {fonts,tests/gateway}/node_modules {dashboard,storefront}_extension/{node_modules,dist}

$(UV): requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=..."; exit 1; }
	@echo "Python environment ..."
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --require-hashes -r requirements/uv.txt
	@touch $@

$(STAMPS)/python: $(UV) requirements/dev.txt | $(STAMPS)
	@cat requirements/dev.txt requirements/uv.txt > $(STAMPS)/all.txt
	@$(UV) pip sync --quiet --python $(BIN)/python --require-hashes $(STAMPS)/all.txt
	@touch $@

$(STAMPS)/sandbox: $(UV) sandbox/requirements.txt | $(STAMPS)
	@echo "Sandbox environment ..."
	@[ -x sandbox/.venv/bin/python ] || $(UV) venv --quiet --python $(BIN)/python sandbox/.venv
	@$(UV) pip sync --quiet --python sandbox/.venv/bin/python --require-hashes sandbox/requirements.txt
	@touch $@

$(STAMPS)/fonts: fonts/package-lock.json | $(STAMPS)
	@echo "Fonts ..."
	@cd fonts && $(NPM_CI)
	@touch $@

$(STAMPS)/gateway: tests/gateway/package-lock.json | $(STAMPS)
	@echo "Federation gateway for the tests ..."
	@cd tests/gateway && $(NPM_CI)
	@touch $@

$(STAMPS)/dashboard: dashboard_extension/package-lock.json $(shell find dashboard_extension/src dashboard_extension/*.html dashboard_extension/*.ts saleor_invoices/imports/words/*.json -type f 2>/dev/null) | $(STAMPS)
	@echo "Dashboard pages ..."
	@cd dashboard_extension && { [ node_modules/.package-lock.json -nt package-lock.json ] || $(NPM_CI); } && npm run --silent build -- --logLevel warn
	@touch $@

$(STAMPS)/storefront: storefront_extension/package-lock.json $(shell find storefront_extension/src storefront_extension/types storefront_extension/*.ts -type f 2>/dev/null) | $(STAMPS)
	@echo "Storefront components ..."
	@cd storefront_extension && { [ node_modules/.package-lock.json -nt package-lock.json ] || $(NPM_CI); } && npm run --silent build -- --logLevel warn
	@touch $@

$(STAMPS):
	@mkdir -p $@
