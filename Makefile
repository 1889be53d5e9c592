# Two commands matter: `make demo` and `make test`. Both set up what they need in .venv and nowhere else;
# they want git, make and Python 3.11 or newer.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SEED := seeds/en/truce-push
TESTS ?= tests
SECONDS ?= 60

.DEFAULT_GOAL := help
# tests/bench is left out of the tests by an option in pyproject.toml, which bench overrides
.PHONY: help demo test lint types contracts docs unit bench fuzz looks engines fix serve dist clean

help:
	@echo "make demo       set up, then code a seed article: what was read and why, then the CSV"
	@echo "make test       set up, then run every check: lint, types, contracts, docs, tests"
	@echo "make unit       tests only (TESTS=tests/test_seeds.py for some of them)"
	@echo "make bench      speed: rate, start-up, memory, growth, stages, others beside it"
	@echo "make fuzz       let atheris look for input that breaks a reader, SECONDS=60 for each target"
	@echo "make engines    install Spark (which needs Java) and Ray too, so that their tests run"
	@echo "make looks      photograph the report page anew, after a change of its looks that is meant"
	@echo "make fix        let ruff repair and format what it can"
	@echo "make serve      the documentation at http://127.0.0.1:8000"
	@echo "make dist       the wheel and the sdist in dist/, looked through and tried in an empty environment"
	@echo "make clean      remove everything that was made"

demo: $(VENV)/.user
	$(BIN)/conflict-events explain $(SEED)/article.txt --published 2024-10-22 --source "Seed Wire"
	$(BIN)/conflict-events code $(SEED)/article.txt --published 2024-10-22 --source "Seed Wire" --to acled-csv

test: lint types contracts docs unit

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

contracts: $(VENV)/.dev
	$(BIN)/lint-imports

docs: $(VENV)/.dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

unit: $(VENV)/.dev
	$(BIN)/python -m pytest --numprocesses auto --cov --cov-report=term:skip-covered $(TESTS)

bench: $(VENV)/.dev
	$(BIN)/python tests/bench/figures.py
	$(BIN)/python -m pytest tests/bench -p no:randomly -p no:xdist -q --override-ini=addopts=--import-mode=prepend \
		--benchmark-columns=min,median,ops --benchmark-sort=min --benchmark-group-by=group

fuzz: $(VENV)/.dev
	$(BIN)/python tests/fuzz/run.py --seconds $(SECONDS)

engines: $(VENV)/.engines

looks: $(VENV)/.dev
	$(BIN)/python tests/report/looks.py

fix: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

serve: $(VENV)/.dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve

dist: $(VENV)/.dev
	$(PIP) install build
	rm -rf dist
	$(BIN)/python -m build
	$(BIN)/python tools/check_dist.py

clean:
	rm -rf $(VENV) build dist site src/conflict_events/_built .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.user: pyproject.toml tools/hatch_build.py | $(BIN)/python
	@echo "setting up $(VENV): dependencies, lexicon, gazetteer (about a minute)"
	$(PIP) install --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml tools/hatch_build.py | $(BIN)/python
	@echo "setting up $(VENV): dependencies, lexicon, gazetteer, test tools (about two minutes)"
	$(PIP) install --editable '.[dev]'
	@$(BIN)/python -c 'import matplotlib.font_manager' 2>/dev/null # lists the fonts once, here and not within a test
	@touch $@ $(VENV)/.user

$(VENV)/.engines: $(VENV)/.dev
	$(PIP) install --editable '.[dev,engines]'
	@touch $@
