# make course · check · test · package · book · release · grade · serve · student-bundle · format · lock · help
PYTHON ?= python3
BIN := .venv/bin
RUN := $(BIN)/python -m course
TESTS := $(BIN)/python -m pytest --numprocesses auto --dist loadgroup
SOURCES := grading/pyproject.toml grading/README.md $(wildcard grading/nbgrader_isolated/*.py grading/nbgrader_isolated/*/*.py)
HERE := $(shell dirname "$(strip $(MAKEFILE_LIST))")

.DEFAULT_GOAL := help

ifneq ($(HERE),.)
# make -f from another folder: the same, in the folder of this file
.PHONY: $(or $(MAKECMDGOALS),help)
$(or $(MAKECMDGOALS),help):
	@$(MAKE) --no-print-directory -C "$(HERE)" $@
else

.PHONY: help course times check lint test package format lock book release grade named serve student-bundle

help:            ## this list
	@grep -E '^[a-z-]+: .*##' Makefile | sed -E 's/:[^#]*##/\t/' | expand -t 18

course: times book release  ## the whole course: book, student notebooks, sample class graded
	@$(RUN) sample

times:
	@echo "This takes about five minutes the first time, and less than one later."

check: lint  ## lint, format, types and the fast tests, in three minutes
	@$(TESTS) -m "not slow" $(PYTEST)

lint: .venv/installed
	@$(BIN)/ruff check --quiet . && $(BIN)/ruff format --quiet --check . && $(BIN)/mypy

test: .venv/installed _build/numpy-2.0.2 _build/package  ## all tests (PYTEST="-k name" for some)
	@$(TESTS) $(PYTEST)

package: _build/package  ## the grader's wheel, tried in another course, in an environment of its own
	@$(TESTS) tests/test_other_courses.py $(PYTEST)

format: .venv/installed  ## put the code into the form that `make check` asks for
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .

lock: .venv/installed  ## resolve pyproject.toml's dependencies anew, into requirements.txt
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --group course \
	  --custom-compile-command "make lock" --output-file requirements.txt

book: .venv/installed  ## the book, into _build/html
	@$(RUN) book

release: .venv/installed  ## student notebooks, from solutions/ into exercises/
	@$(RUN) release

grade: named .venv/installed  ## grade a real class: make grade SET=cost_curves (REGRADE=yes: what changed, too)
	@$(RUN) grade "$(SET)" $(if $(REGRADE),--regrade)

named:
	@test -n "$(SET)" || { echo "Say which problem set: make grade SET=cost_curves"; exit 1; }

serve: .venv/installed  ## the built book on this machine: make serve PORT=8000
	@$(RUN) serve --port $(or $(PORT),8000)

student-bundle: book  ## what may be published, without solutions, into _build/student
	@$(RUN) bundle

# into the real folder: venv refuses a .venv that is a link
.venv/installed: requirements.txt
	@"$(PYTHON)" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' || \
	  { echo "Python 3.11 to 3.14 is needed; name one with: make PYTHON=python3.12 ..."; exit 1; }
	@"$(PYTHON)" -m venv "$$("$(PYTHON)" -c 'import os; print(os.path.realpath(".venv"))')" || \
	  { echo "A virtual environment cannot be made; on Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@echo "Installing the pinned packages into .venv (a minute or two)"
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt || \
	  { echo "The packages were not installed: check the network and the message above, then run make again: it goes on from here."; exit 1; }
	@touch $@

# Colab's numpy, which is older than the course's: student notebooks must run under both
_build/numpy-2.0.2: .venv/installed
	@$(BIN)/pip install --quiet --disable-pip-version-check --target $@ "numpy==2.0.2" "matplotlib==3.10.0" || \
	  { echo "numpy 2.0.2 was not installed: check the network, then run make test again."; rm -rf $@; exit 1; }

# the grader's wheel, and an environment that holds that, what it asks for, and nothing of the course
_build/package: .venv/installed $(SOURCES)
	@rm -rf $@ && $(BIN)/uv build --quiet --wheel --out-dir $@ grading && $(BIN)/uv venv --quiet --python $(BIN)/python $@/environment && \
	  grep == requirements.txt > $@/pins.txt && \
	  $(BIN)/uv pip install --quiet --python $@/environment --constraint $@/pins.txt $@/*.whl || \
	  { echo "The grader's package was not installed: check the network and the message above, then run make again."; rm -rf $@; exit 1; }
endif
