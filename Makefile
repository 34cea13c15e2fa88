# Everything a contributor does, by name.  `make` alone lists the targets.
#
# Only Python 3.11+, git and make are needed; the rest is installed into $(VENV).
# Another interpreter: `PYTHON=python3.12 make test` (the environment is made anew when the version differs).

PYTHON     ?= python3
VENV       ?= .venv
SERVE_ADDR ?= 127.0.0.1:8000
PYTEST_ARGS ?= -n auto --dist loadfile

BIN     := $(VENV)/bin
VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
READY   := $(VENV)/.ready-$(or $(VERSION),none)
PIP     := $(BIN)/python -m pip --disable-pip-version-check --no-input

.DEFAULT_GOAL := help
.PHONY: help setup serve site check test lint format bench lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: $(READY) ## make .venv with the pinned dependencies and this package

$(READY): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Pincite needs Python 3.11 or newer; '$(PYTHON)' is $(or $(VERSION),not there)."; \
	  echo "Name another one: PYTHON=python3.12 make $(or $(MAKECMDGOALS),setup)"; exit 1; } >&2
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "'$(PYTHON)' cannot make virtual environments: its venv module is missing."; \
	  echo "On Debian and Ubuntu: sudo apt install python$(VERSION)-venv"; exit 1; } >&2
	@test -f $@ || { echo "Making $(VENV) with Python $(VERSION)"; $(PYTHON) -m venv --clear $(VENV); }
	@echo "Installing the pinned dependencies"
	@$(PIP) install -qq --require-hashes -r requirements/dev.txt
	@$(PIP) install -qq --no-deps --no-build-isolation -e .
	@touch $@

serve: $(READY) ## the site at SERVE_ADDR (127.0.0.1:8000), rebuilt as you edit
	@$(BIN)/mkdocs serve --dev-addr $(SERVE_ADDR)

site: $(READY) ## the finished site in site/
	@$(BIN)/mkdocs build --strict --quiet
	@echo "The site is in site/"

check: $(READY) ## what is unresolved, dropped, inserted or unsure
	@$(BIN)/pincite check

test: $(READY) ## all tests (PYTEST_ARGS='-n auto -m "not browser"' and the like)
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(READY) ## ruff and mypy
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy generator tests $(wildcard benchmarks/*.py)

format: $(READY) ## let ruff mend what it can
	@$(BIN)/ruff check --fix-only --quiet
	@$(BIN)/ruff format

bench: $(READY) ## run every script in benchmarks/
	@set -e; for script in benchmarks/*.py; do \
	  test -e "$$script" || { echo "benchmarks/ holds no script"; break; }; \
	  echo "== $$script"; $(BIN)/python "$$script"; done

# One resolution for all platforms and Python versions; the development set stands on the runtime set.
# Only the hashes of the published files are written, never where they were fetched from.
COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --upgrade --universal \
  --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links

lock: $(READY) ## renew requirements/*.txt from pyproject.toml
	@$(PIP) install -qq 'uv>=0.5'
	@$(COMPILE) pyproject.toml -o requirements/runtime.txt
	@$(COMPILE) pyproject.toml --extra dev -c requirements/runtime.txt -o requirements/dev.txt
	@echo "requirements/runtime.txt and requirements/dev.txt are new; run make test"

clean: ## remove everything generated, but not .venv
	@rm -rf site docs/opinions docs/authorities docs/glossary docs/pagefind build dist .cache \
	  .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find generator tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
