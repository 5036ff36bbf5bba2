# What a newcomer needs: make demo, make test. Everything runs in .venv, which is made when first needed and
# made again when pyproject.toml or the lock changes. Needs Python 3.11 or newer, git and make; nothing else.

MAKEFLAGS += --no-print-directory
SHELL := /bin/sh
BIN := .venv/bin
ready := .venv/ready

# Which Python makes .venv. Name one with `make PYTHON=/path/to/python`.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)

.PHONY: help
help: ## these lines
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: $(ready) ## may a pupil be placed there? asked of the worked example
	@./demo/run

.PHONY: test
test: $(ready) ## the tests
	@$(BIN)/pytest

.PHONY: check
check: $(ready) ## style, types, rooms, schemas and documentation in step
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/apqa schema --check
	@$(BIN)/python docs/generate.py --check

.PHONY: schemas
schemas: $(ready) ## write schemas/ from the models
	@$(BIN)/apqa schema

.PHONY: docs
docs: $(ready) ## write the generated pages of docs/
	@$(BIN)/python docs/generate.py

.PHONY: golden
golden: $(ready) ## write what apqa says now into tests/examples; read the diff before you commit it
	@$(BIN)/pytest -q tests/test_examples.py --update

.PHONY: bench
bench: $(ready) ## the benchmarks, as ratios measured side by side
	@$(BIN)/python benchmarks/run.py

.PHONY: ci
ci: ## all that continuous integration runs
	@./.ci/run

# Pins what is in the lock already; `make lock UPGRADE=1` takes the newest instead.
.PHONY: lock
lock: ## write requirements.lock from pyproject.toml
	@$(python_or_stop)
	@tools=$$(mktemp -d) && trap 'rm -rf "$$tools"' EXIT && \
	$(PYTHON) -m venv "$$tools" && "$$tools/bin/python" -m pip install --quiet --quiet --disable-pip-version-check 'uv>=0.7' && \
	"$$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
		$(if $(UPGRADE),--upgrade) --extra forms --group dev pyproject.toml --output-file requirements.lock
	@echo "requirements.lock is in step with pyproject.toml"

.PHONY: clean
clean: ## remove everything that can be made again
	@rm -rf .venv build dist htmlcov .coverage .coverage.* benchmarks/out \
		.mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment: exactly what the lock pins, checked by hash, and apqa itself as it stands in this folder.
.PHONY: setup
setup: $(ready) ## make .venv (the others do it by themselves)

$(ready): pyproject.toml requirements.lock
	@$(python_or_stop)
	@echo "Making .venv with $$($(PYTHON) --version). This takes a minute, once."
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

define python_or_stop
test -n '$(PYTHON)' || { \
	echo 'apqa needs Python 3.11 or newer with its venv module, and none was found.' >&2; \
	echo 'Install one (on Debian and Ubuntu: python3 and python3-venv), or name it: make PYTHON=/path/to/python3.12' >&2; \
	exit 1; }
endef
