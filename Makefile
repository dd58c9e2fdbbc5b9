# `make demo` and `make test` set everything up themselves; `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
WORKERS ?= 2

.PHONY: help demo test test-fast lint format lock measure wheel clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

$(VENV)/.run: requirements/build.txt requirements/run.txt pyproject.toml
	@PYTHON="$(PYTHON)" scripts/make_venv.sh $(VENV)
	$(PIP) install -q --require-hashes -r requirements/build.txt -r requirements/run.txt
	$(PIP) install -q --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(PIP) install -q --require-hashes -r requirements/dev.txt
	@touch $@

demo: $(VENV)/.run ## crawl, group and compare a newsroom on loopback; leaves .demo/monitor.sqlite
	@$(BIN)/python -m demo

test: $(VENV)/.dev ## every test, with a real Elasticsearch and a real Chromium where they can be had
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

test-fast: $(VENV)/.dev ## the tests that need no server
	$(BIN)/python -m pytest -n $(WORKERS) -m "not elasticsearch and not browser"

lint: $(VENV)/.dev ## formatting, style, types, the house's contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev ## put the code in its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(VENV)/.dev ## pin the dependencies anew, with hashes and without any registry's host
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q --group build -o requirements/build.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q pyproject.toml --group dev -o requirements/dev.txt

wheel: $(VENV)/.dev ## build the package into dist/
	$(BIN)/python -m build --wheel --outdir dist

clean: ## remove what the targets made, but the index that the demo left
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache artefacts
