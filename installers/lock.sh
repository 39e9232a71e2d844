#!/usr/bin/env bash
# Compile the locks (needs uv). torch is left out on purpose: CPU builds carry another hash than the public file's,
# so its version is pinned in installers/setup.sh instead.
set -euo pipefail
cd "$(dirname "$0")/locks"
overrides=$(mktemp)
trap 'rm -f "$overrides"' EXIT
echo 'torch ; python_version < "3"' > "$overrides"
for name in runtime dev aggregator briefcase; do
    uv pip compile "$name.in" --override "$overrides" --python-version 3.11 --universal --generate-hashes \
        --no-annotate --no-header --no-emit-index-url --no-emit-find-links --quiet -o "$name.lock"
done
# the program without training: the same versions as with it
uv pip compile base.in --override "$overrides" --constraint runtime.lock --python-version 3.11 --universal --generate-hashes \
    --no-annotate --no-header --no-emit-index-url --no-emit-find-links --quiet -o base.lock
