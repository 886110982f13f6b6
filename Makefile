# The commands of this project; `make help` lists them from the comments after ##.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test check format screenshots bench review translations clean

PYTHON := .venv/bin/python
PORT ?= 8501
WORKERS ?= 2
TESTS ?= tests

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## install what is needed and serve the portal at http://localhost:8501 (PORT=8502 for another)
	@.ci/prepare run
	@$(PYTHON) -m streamlit run app.py --server.port $(PORT) --server.headless true

test: ## install what the tests need and run them all (TESTS=tests/paper for a part)
	@.ci/prepare test
	@$(PYTHON) -m pytest -n $(WORKERS) --dist loadfile $(TESTS) || { \
	  echo "What failed is run once more, one at a time: a browser on a busy machine may have been too slow."; \
	  $(PYTHON) -m pytest --last-failed --last-failed-no-failures none $(TESTS); }

check: ## style, types, layers, content and translations; no browser needed
	@.ci/prepare check
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	$(PYTHON) -m overview check
	$(PYTHON) -m pytest -q tests/i18n tests/test_docs.py

format: ## put the code in its agreed form
	@.ci/prepare check
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

screenshots: ## pictures of every page in build/screenshots
	@.ci/prepare test
	$(PYTHON) -m tests.screenshots

bench: ## measure the order and the paper, as JSON
	@.ci/prepare test
	@$(PYTHON) -m overview bench

review: ## each life event for a lawyer or counsellor, in build/review
	@.ci/prepare run
	@$(PYTHON) -m overview review --out build/review

translations: ## bring the catalogues in i18n up to date with content and code
	@.ci/prepare check
	$(PYTHON) -m i18n.update

clean: ## remove .venv, build and caches
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
