#!/bin/sh
# Puts code and templates into the form that deploy/lint.sh asks for.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/ruff check --fix-only --select I .
.venv/bin/ruff format .
# Its exit code says that something changed: that is no failure here.
find templates -name '*.html' -exec .venv/bin/djade --target-version 6.1 {} + || true
