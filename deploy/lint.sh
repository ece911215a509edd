#!/bin/sh
# Every check that is not a test. All of them run; one that fails fails the whole.
set -u
cd "$(dirname "$0")/.."
bin=.venv/bin
failed=

check() {
    name=$1
    shift
    echo "--- $name"
    "$@" || failed="$failed $name;"
}

# Settings of an instance as it should be: only its warnings are looked for.
export SECRET_KEY=only-for-checks-0123456789abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMN
export BASE_URL=https://jobs.example.org EMAIL_URL=smtp://mail.example.org DEBUG=0
export DATABASE_URL=sqlite:///:memory: CACHE_URL=dbcache://cache

check 'ruff check' $bin/ruff check .
check 'ruff format' $bin/ruff format --check .
# shellcheck disable=SC2046  # file names of ours, without spaces
check djade $bin/djade --check --target-version 6.1 $(find templates -name '*.html')
check mypy $bin/mypy
check migrations $bin/python manage.py makemigrations --check --dry-run
check 'check --deploy' $bin/python manage.py check --deploy --fail-level WARNING

if [ -n "$failed" ]; then
    echo "Failed:$failed" >&2
    exit 1
fi
echo "All in order."
