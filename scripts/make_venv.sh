#!/usr/bin/env bash
# Make the virtual environment $1 with $PYTHON, which must be Python 3.11 or later.
set -euo pipefail
venv=$1
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "error: $python is not Python 3.11 or later; name one, such as: make PYTHON=python3.12 demo" >&2
    exit 1
fi
[ -x "$venv/bin/python" ] && "$venv/bin/python" -m pip --version >/dev/null 2>&1 && exit 0

# Debian parts ensurepip from python3; as root it is had at once, otherwise the command is named.
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && apt-get install -y -qq "$package" >/dev/null
    else
        echo "error: $python has no ensurepip; install it with: sudo apt-get install $package" >&2
        exit 1
    fi
fi
"$python" -m venv --clear "$venv"
