#!/bin/sh
# Pins what requirements*.in name, with checksums for every system.
set -eu
cd "$(dirname "$0")/.."
uv=$(command -v uv || command -v .venv/bin/uv) || {
    echo "This needs uv: https://docs.astral.sh/uv/" >&2
    exit 1
}
for name in requirements requirements-dev; do
    "$uv" pip compile -q --universal --python-version 3.12 --generate-hashes \
        "$name.in" -o "$name.txt" "$@"
done
