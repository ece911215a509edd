#!/bin/sh
# Makes .venv with what requirements.txt names; with "dev" also the developers' tools.
# A second call does nothing until one of those files changes.
set -eu
cd "$(dirname "$0")/.."

case "${1-}" in
    "") wanted=requirements.txt ;;
    dev) wanted=requirements-dev.txt ;;
    *) echo "Usage: sh deploy/venv.sh [dev]" >&2; exit 2 ;;
esac
python=.venv/bin/python

# Asked of the program itself: a pyenv shim may stand there for a version that is gone.
is_new_enough() {
    [ -n "$1" ] && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 12))' \
        >/dev/null 2>&1
}

stamp_of() { echo ".venv/$1.cksum"; }

is_installed() {
    [ -f "$(stamp_of "$1")" ] && [ "$(cksum <"$1")" = "$(cat "$(stamp_of "$1")")" ]
}

write_stamp() { cksum <"$1" >"$(stamp_of "$1")"; }

candidates() {
    for name in python3.15 python3.14 python3.13 python3.12 python3; do
        command -v "$name" || true
    done
    for found in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/*/bin/python3; do
        [ -x "$found" ] && echo "$found"
    done
    if command -v uv >/dev/null; then
        uv python find --no-project '>=3.12' 2>/dev/null || true
    fi
}

# Prints the first usable Python, or says what is missing and fails.
find_python() {
    without_ensurepip=
    candidates >"$list"
    while IFS= read -r candidate; do
        is_new_enough "$candidate" || continue
        if "$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; then
            "$candidate" -c 'import sys; print(sys.executable)'
            return
        fi
        without_ensurepip=$candidate
    done <"$list"
    if [ -n "$without_ensurepip" ]; then
        version=$("$without_ensurepip" -c \
            'import sys; print("%d.%d" % sys.version_info[:2])')
        echo "Python $version is here without its venv module;" \
            "install it (Debian, Ubuntu: sudo apt install python$version-venv)" \
            "and start again." >&2
    else
        echo "Jobtracker needs Python 3.12 or newer; install it from" \
            "https://www.python.org/downloads/ (or: uv python install 3.13)" \
            "and start again." >&2
    fi
    return 1
}

if is_new_enough "$python" && is_installed "$wanted"; then
    exit 0
fi

if ! is_new_enough "$python" || ! "$python" -m pip --version >/dev/null 2>&1; then
    list=$(mktemp)
    trap 'rm -f "$list"' EXIT
    base=$(find_python)
    echo "Making .venv with $("$base" --version)…"
    "$base" -m venv --clear .venv
fi

echo "Installing $wanted (once, a minute or two)…"
"$python" -m pip install -qq --disable-pip-version-check --no-input \
    --require-hashes -r "$wanted"
if [ "$wanted" = requirements-dev.txt ]; then
    # It holds all of requirements.txt too.
    write_stamp requirements.txt
fi
write_stamp "$wanted"
echo "Installed."
