# Every target sets up what it needs: Python >= 3.11 and make are enough.
#   make demo   the main job on the notices in esempi/
#   make test   all tests, with coverage
#   make check  style, types, floors, spelling
#   make cold   how long the first import and the first reading take, against limits
#   make hsds   our exports against the published schemas of HSDS, which are not in the project
#   make bench  what one decision costs, beside other engines; make claims: what they say at a limit

VENV := .venv
BIN := $(VENV)/bin
CORE := .venv-core
CORE_BIN := $(CORE)/bin
TYPES := .venv-types
BENCH := .venv-bench
BENCH_BIN := $(BENCH)/bin
COVERAGE := $(CURDIR)/build/coverage
PIP := -m pip --disable-pip-version-check -q
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
SOURCES := $(shell find src -name '*.py' -o -name '*.toml' -o -name py.typed)

# What the core alone cannot run: the terminal, the tools, and what is answered for all households.
PROVEN := tests/proof tests/casa/conforme tests/casa/confronta/test_mutants.py \
    tests/casa/confronta/test_prove.py tests/casa/confronta/test_unread.py
NOT_CORE = $(addprefix --ignore=,tests/cli tests/tools $(PROVEN) $(filter-out $(AGREEMENT),$(LAWS)))

# The longest tests: thousands of random rules, households and hours. They are asked without
# coverage, which would triple their time: the others cover the lines.
LAWS := $(addprefix tests/generative/,$(addsuffix .py,test_agreement test_changes_laws \
    test_copertura_laws test_needs_laws test_planted test_properties test_ranges_laws))
PROOFS := $(addprefix tests/proof/,test_agreement.py test_brute_force.py test_mutanti.py test_planted.py)
HOURS := $(addprefix tests/programma/,test_orari_enumerati.py test_orari_giorni.py)
FILES := tests/leggi/test_hostile.py tests/values/test_toml_property.py
MANY := $(LAWS) $(PROOFS) $(HOURS) $(FILES) tests/testing/test_readable.py tests/tools
LONE := tests/exchange/test_ical.py::test_a_calendar_opens_when_we_do \
    tests/exchange/test_schema_domanda.py::test_random_measures \
    tests/exchange/test_schema_domanda.py::test_example_notices \
    tests/exchange/test_schema_patterns.py::test_a_schema_is_one \
    tests/exchange/test_schema_esito.py::test_example_notices \
    tests/cli/test_dimostra_edition.py::TestShipped::test_all_of_them
AGREEMENT := tests/generative/test_agreement.py
# Against schemas that are not in the project, and slow: `make hsds` alone asks them.
SCHEMAS := tests/exchange/test_hsds.py::TestSchemas

.DELETE_ON_ERROR:
.PHONY: demo test agree hsds registro mutanti promessa check cold docs wheel core downstream bench claims clean

demo: $(VENV)/.run
	bash esempi/demo.sh $(BIN)/casa-model

test: export COVERAGE_FILE := $(COVERAGE)/source
test: $(VENV)/.dev
	rm -rf $(COVERAGE_FILE)*
	$(BIN)/coverage run -m pytest -n auto --dist worksteal $(addprefix --ignore=,$(MANY)) \
	    $(addprefix --deselect=,$(LONE) $(SCHEMAS))
	$(BIN)/coverage combine -q
	$(BIN)/coverage report --fail-under=100
	$(BIN)/python -m pytest -n auto --dist worksteal $(MANY) $(LONE)

# The long run of the agreement test: ten thousand rules, twenty households each. And of the same for
# the proof: every answer is that of asking each household.
agree: export CASA_AGREE_RULES ?= 10000
agree: export CASA_AGREE_SEEDS ?= 101 102 103 104 105 106 107 108
agree: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto $(AGREEMENT)
	CASA_PROOF_RULES=1000 CASA_BRUTE_RULES=150 $(BIN)/python -m pytest -n auto \
	    tests/proof/test_agreement.py tests/proof/test_brute_force.py

# The schemas are CC BY-SA, and stay where they are; without them this fails instead of passing over.
hsds: HSDS := $(CURDIR)/../shared/data/hsds
hsds: $(VENV)/.dev
	@test -d $(HSDS)/3.1 || { echo "hsds: the schemas are not in $(HSDS)" >&2; exit 1; }
	$(BIN)/python -m pytest -q -n auto $(SCHEMAS)

# The long run of the ledger beside its model.
registro: export CASA_SPESA_STEPS ?= 10000
registro: $(VENV)/.dev
	$(BIN)/python -m pytest -q tests/programma/test_spesa_machine.py

# Every fault that a hand could make in the shipped rules: who catches it?
mutanti: $(VENV)/.dev
	$(BIN)/python -m tools.mutanti

check: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/basedpyright
	$(BIN)/lint-imports --no-logo
	$(BIN)/python tools/spelling.py
	bash tools/exclusions.sh
	$(BIN)/python -m tools.promessa --check

# Apart from the other checks, for it is the one that must have the machine to itself.
cold: $(VENV)/.dev
	$(BIN)/python tools/coldtimes.py

# What is public, written down again: read what changed, and name it in the changelog.
promessa: $(VENV)/.dev
	$(BIN)/python -m tools.promessa

docs: $(VENV)/.dev
	$(BIN)/sphinx-build -W -n --keep-going -q -b html docs build/docs
	@echo "docs: build/docs/index.html"

wheel: dist/.built

dist/.built: $(VENV)/.dev pyproject.toml README.md LICENSE $(SOURCES)
	rm -rf dist
	$(BIN)/python -m build --wheel --outdir dist .
	bash tools/wheel.sh $(BIN)/python dist/*.whl
	touch $@

# The wheel as a stranger gets it, on the oldest libraries that we promise to work with.
# `make test` has asked the many random rules already; here it is other libraries that are tried.
core: export CASA_AGREE_RULES ?= 200
core: export CASA_PROFILE ?= oldest
core: $(CORE)/.ready
	$(CORE_BIN)/python -m pytest -n auto --dist worksteal $(NOT_CORE) --deselect=$(SCHEMAS)

$(CORE)/.ready: dist/.built tools/minimum.txt
	$(BIN)/python -m venv --clear $(CORE)
	$(CORE_BIN)/python $(PIP) install --upgrade 'pip>=25.1'
	$(CORE_BIN)/python $(PIP) install -c tools/minimum.txt --group test dist/*.whl
	touch $@

# The wheel as other applications use it: a small one that imports it, read strictly by two type
# checkers; and how much of the public surface has a type.
downstream: $(CORE)/.ready $(TYPES)/.ready
	cd tests/downstream && $(CURDIR)/$(CORE_BIN)/python -m pytest -q
	cd tests/downstream && $(CURDIR)/$(BIN)/mypy --cache-dir=/dev/null --python-executable $(CURDIR)/$(CORE_BIN)/python
	cd tests/downstream && $(CURDIR)/$(BIN)/basedpyright --pythonpath $(CURDIR)/$(CORE_BIN)/python
	bash tools/verifytypes.sh $(CURDIR)/$(BIN)/basedpyright $(CURDIR)/$(TYPES)

$(TYPES)/.ready: dist/.built
	$(BIN)/python -m venv --clear $(TYPES)
	$(TYPES)/bin/python $(PIP) install "$$(echo dist/*.whl)[cli,proof,testing]"
	touch $@

# Not in CI: they need the other engines, and a quiet machine. `make bench KEEP=yes` also writes the
# results, and the pages that show them.
bench: $(BENCH)/.ready
	$(BENCH_BIN)/python -m tools.bench.speed $(if $(KEEP),--keep)

claims: $(BENCH)/.ready
	$(BENCH_BIN)/python -m tools.bench.claims $(if $(KEEP),--keep)

$(BENCH)/.ready: $(VENV)/.run tools/bench/requirements.txt
	$(BIN)/python -m venv --clear $(BENCH)
	$(BENCH_BIN)/python $(PIP) install --upgrade 'pip>=25.1'
	$(BENCH_BIN)/python $(PIP) install -r tools/bench/requirements.txt -e .
	touch $@

$(VENV)/.run: pyproject.toml
	@python=; \
	for candidate in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
	    if "$$candidate" -c '$(NEW_ENOUGH)' 2>/dev/null; then python="$$candidate"; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	    echo "casa_model needs Python 3.11 or newer; install it, or run: make PYTHON=/path/to/python3" >&2; \
	    exit 1; \
	fi; \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
	    echo "$$python has no venv; on Debian and Ubuntu: apt-get install python3-venv" >&2; \
	    exit 1; \
	fi; \
	if ! $(BIN)/python -c '$(NEW_ENOUGH)' 2>/dev/null; then "$$python" -m venv --clear $(VENV); fi
	$(BIN)/python $(PIP) install --upgrade 'pip>=25.1'
	$(BIN)/python $(PIP) install -e '.[cli,proof]'
	touch $@

$(VENV)/.dev: $(VENV)/.run
	$(BIN)/python $(PIP) install --group dev
	touch $@

clean:
	rm -rf build dist $(VENV) $(CORE) $(TYPES) $(BENCH) .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
