# Sourced by ./run and ./test: makes the machine ready, tells what it does on standard error, and is quick when all is done.
# Usage: . installers/setup.sh; setup LOCK [headless]     (LOCK: runtime or dev; headless: no window, no libraries for one)
# ldconfig lies where an ordinary user does not look
PATH="$PATH:/usr/sbin:/sbin"
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
torch_version=2.13.0

say() { printf 'fets-desktop set-up: %s\n' "$*" >&2; }
fail() { say "$1"; say "What to do: $2"; exit 4; }

find_python() {
    for candidate in python3.11 python3; do
        if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

# Libraries that Qt and VTK load by name; asked of the loader so that any distribution's packages count.
missing_packages() {
    local pair known
    known=$(ldconfig -p)
    for pair in "$@"; do
        [[ "$known" == *"${pair%%:*}"* ]] || printf '%s ' "${pair##*:}"
    done
}

install_packages() {
    local packages as_root=""
    packages=$(missing_packages "$@")
    [ -z "$packages" ] && return 0
    command -v apt-get >/dev/null || fail "these system libraries are missing: $packages" "install them with the system's own tools, then run this again."
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || fail "these packages are missing: $packages" "ask IT to install them, then run this again."
        as_root=sudo
    fi
    say "installing system packages: $packages"
    # shellcheck disable=SC2086 # the list is meant to be split
    { $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $packages; } >/dev/null 2>"$root/.setup.log" \
        || fail "the system packages could not be installed (see .setup.log)" "check the network, then run this again."
}

make_venv() {
    local lock=$1 python stamp wanted
    stamp="$root/.venv/.ready"
    wanted="$(cat "$root/installers/locks/$lock.lock" "$root/installers/setup.sh" | sha256sum | cut -d' ' -f1)"
    # a machine made ready for the checks is ready for the program, too
    [ -f "$stamp" ] && grep -q "$wanted" "$stamp" && return 0
    python=$(find_python) || fail "Python 3.11 was not found" "install Python 3.11 (on Debian 12: apt install python3 python3-venv), then run this again."
    if [ ! -x "$root/.venv/bin/python" ]; then
        say "making .venv"
        "$python" -m venv "$root/.venv" 2>"$root/.setup.log" || {
            rm -rf "$root/.venv"
            install_packages "no-such-library:python3-venv"
            "$python" -m venv "$root/.venv" || fail "a virtual environment could not be made" "install python3-venv, then run this again."
        }
    fi
    say "installing torch $torch_version (1 of 3)"
    pip_install --no-deps "torch==$torch_version"
    say "installing the pinned dependencies (2 of 3)"
    pip_install --no-deps --require-hashes -r "$root/installers/locks/$lock.lock"
    say "installing the program itself (3 of 3)"
    pip_install --no-deps --no-build-isolation -e "$root"
    { [ -f "$stamp" ] && cat "$stamp"; echo "$lock $wanted"; } > "$stamp.part"
    if [ "$lock" = dev ]; then
        echo "runtime $(cat "$root/installers/locks/runtime.lock" "$root/installers/setup.sh" | sha256sum | cut -d' ' -f1)" >> "$stamp.part"
    fi
    mv "$stamp.part" "$stamp"
}

pip_install() {
    local pid seconds=0
    "$root/.venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@" >/dev/null 2>"$root/.setup.log" &
    pid=$!
    # whoever stops the set-up does not want a download to go on behind it
    trap 'kill "$pid" 2>/dev/null; say "stopped; run this again, it goes on where it was."; exit 130' INT TERM
    while kill -0 "$pid" 2>/dev/null; do
        sleep 1
        seconds=$((seconds + 1))
        [ $((seconds % 15)) = 0 ] && say "  at it for $seconds s"
    done
    trap - INT TERM
    wait "$pid" \
        || { tail -5 "$root/.setup.log" >&2; fail "a download or installation failed (see .setup.log)" "check the network and the disk's free space, then run this again; it goes on where it was."; }
}

setup() {
    if [ "${2:-}" != headless ] && [ "$(uname)" = Linux ]; then
        install_packages libGL.so.1:libgl1 libEGL.so.1:libegl1 libxkbcommon.so.0:libxkbcommon0 libfontconfig.so.1:libfontconfig1 \
            libdbus-1.so.3:libdbus-1-3 libglib-2.0.so.0:libglib2.0-0 libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 \
            libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-shape.so.0:libxcb-shape0 libxkbcommon-x11.so.0:libxkbcommon-x11-0
    fi
    make_venv "$1"
    "$root/.venv/bin/python" "$root/installers/fetch_atlas.py" || exit $?
}
