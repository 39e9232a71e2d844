#!/usr/bin/env bash
# The federation's server: OpenFL's aggregator in a virtual environment of its own, .aggregator, every package by its hash.
# Run it where the server is to stand: installers/aggregator.sh. Sourced by ./test, too. Needs Python 3.11; quick when all
# is done.

aggregator_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

aggregator_ready() {
    [ -f "$aggregator_root/.aggregator/.ready" ] \
        && [ "$(cat "$aggregator_root/.aggregator/.ready")" = "$(aggregator_wanted)" ]
}

aggregator_wanted() {
    sha256sum < "$aggregator_root/installers/locks/aggregator.lock" | cut -d' ' -f1
}

install_aggregator() {
    local place="$aggregator_root/.aggregator" log="$aggregator_root/.setup-aggregator.log"
    aggregator_ready && return 0
    need_venv
    say "making .aggregator, the environment of the federation's server"
    [ -x "$place/bin/python" ] || "$(find_python)" -m venv "$place" 2>"$log" \
        || fail "the server's environment could not be made (see ${log##*/})" "install python3-venv, then run this again."
    pip_install "$place" "$log" --no-deps --require-hashes -r "$aggregator_root/installers/locks/aggregator.lock"
    aggregator_wanted > "$place/.ready"
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    set -euo pipefail
    . "$aggregator_root/installers/setup.sh"
    install_aggregator
    say "the federation's server is ready; start it with: fets-desktop aggregator start FOLDER"
fi
