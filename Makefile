# Short names for the scripts in deploy/. Every one works without make.

python = .venv/bin/python

.PHONY: help
help:  ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

.PHONY: run
run:  ## start Jobtracker on http://127.0.0.1:8000 (PORT=… for another port)
	@sh deploy/venv.sh
	@$(python) deploy/run.py

.PHONY: dev
dev:  ## the same for developers: DEBUG=1, starts again when a file changes
	@sh deploy/venv.sh dev
	@$(python) deploy/run.py dev

.PHONY: test
test:  ## every test on SQLite, PostgreSQL and in Chromium (ARGS="-k board")
	@sh deploy/venv.sh dev
	@$(python) deploy/test.py $(ARGS)

.PHONY: drill
drill:  ## the long tests
	@sh deploy/venv.sh dev
	@$(python) -m pytest -m drill $(ARGS)

.PHONY: lint
lint:  ## style, types, templates, migrations, settings
	@sh deploy/venv.sh dev
	@sh deploy/lint.sh

.PHONY: format
format:  ## put code and templates into their form
	@sh deploy/venv.sh dev
	@sh deploy/format.sh

.PHONY: lock
lock:  ## pin what requirements*.in name (needs uv)
	@sh deploy/lock.sh

.PHONY: screenshots
screenshots:  ## take the pictures of this README again
	@sh deploy/venv.sh dev
	@$(python) deploy/screenshots.py

.PHONY: previews
previews:  ## take the small pictures of the templates of documents again
	@sh deploy/venv.sh dev
	@$(python) deploy/previews.py
