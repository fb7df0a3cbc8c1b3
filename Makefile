# Everything a newcomer needs: `make build` (the sample's editions, into out/) and `make test`.
# Each target makes its own environment when there is none; it needs Python 3.11 or later, and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: build test lint bench messages checks clean

build: $(VENV)/.ready
	$(BIN)/assembler build --format docx,odt

# On every core; the tests of a file stay together, for they share what is costly to make
test: $(VENV)/.ready-dev
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# How long the commands take: make bench, or for some of it make bench BENCH="--sizes 1 --only update"
bench: $(VENV)/.ready-dev
	$(BIN)/python -m benchmarks --date "$$(date +%F)" $(BENCH)

# The interface's messages out of the code, into the catalogs that are to be translated
messages: $(VENV)/.ready-dev
	$(BIN)/python -m tools.messages

# The pages of docs/checks/, out of the table of rules
checks: $(VENV)/.ready-dev
	$(BIN)/python -m tools.checks

$(VENV)/.ready: pyproject.toml constraints.txt hatch_build.py $(wildcard assembler/locales/*/LC_MESSAGES/*.po)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

$(VENV)/.ready-dev: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) out
