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

# Debian's python3 cannot make virtual environments before python3-venv is there.
need_venv() {
    local python
    python=$(find_python) || fail "Python 3.11 was not found" "install Python 3.11 (on Debian 12: apt install python3 python3-venv), then run this again."
    "$python" -c 'import ensurepip' 2>/dev/null || install_packages "no-such-library:python3-venv"
}

make_venv() {
    local lock=$1 stamp wanted options="--no-deps"
    stamp="$root/.venv/.ready"
    wanted="$(cat "$root/installers/locks/$lock.lock" "$root/installers/setup.sh" | sha256sum | cut -d' ' -f1)"
    # a machine made ready for the checks is ready for the program, too
    [ -f "$stamp" ] && grep -q "$wanted" "$stamp" && return 0
    need_venv
    if [ ! -x "$root/.venv/bin/python" ]; then
        say "making .venv"
        "$(find_python)" -m venv "$root/.venv" 2>"$root/.setup.log" || {
            rm -rf "$root/.venv"
            fail "a virtual environment could not be made (see .setup.log)" "install python3-venv, then run this again."
        }
    fi
    if [ "$lock" = dev ]; then
        # a minute of one core, which ./test finds while types are checked
        options+=" --no-compile"
        touch "$root/.venv/.uncompiled"
    fi
    say "installing torch $torch_version (1 of 3)"
    # shellcheck disable=SC2086 # the options are meant to be split
    install_in_venv $options "torch==$torch_version"
    say "installing the pinned dependencies (2 of 3)"
    # shellcheck disable=SC2086
    install_in_venv $options --require-hashes -r "$root/installers/locks/$lock.lock"
    say "installing the program itself (3 of 3)"
    install_in_venv --no-deps --no-build-isolation -e "$root"
    { [ -f "$stamp" ] && cat "$stamp"; echo "$lock $wanted"; } > "$stamp.part"
    if [ "$lock" = dev ]; then
        echo "runtime $(cat "$root/installers/locks/runtime.lock" "$root/installers/setup.sh" | sha256sum | cut -d' ' -f1)" >> "$stamp.part"
    fi
    mv "$stamp.part" "$stamp"
}

install_in_venv() { pip_install "$root/.venv" "$root/.setup.log" "$@"; }

# pip_install ENVIRONMENT LOG ARGUMENTS
pip_install() {
    local place=$1 log=$2 pid seconds=0
    shift 2
    "$place/bin/python" -m pip install --quiet --disable-pip-version-check "$@" >/dev/null 2>"$log" &
    pid=$!
    # whoever stops the set-up does not want a download to go on behind it
    trap 'kill "$pid" 2>/dev/null; say "stopped; run this again, it goes on where it was."; exit 130' INT TERM
    while kill -0 "$pid" 2>/dev/null; do
        sleep 1
        seconds=$((seconds + 1))
        [ $((seconds % 15)) = 0 ] && say "  at it for $seconds s (${place##*/})"
    done
    trap - INT TERM
    wait "$pid" \
        || { tail -5 "$log" >&2; fail "a download or installation failed (see ${log##*/})" "check the network and the disk's free space, then run this again; it goes on where it was."; }
}

# What make_venv left uncompiled; Python's warnings at compiling would fail checks that import it first.
# What packages bring to test themselves is never loaded, and a fifth of it all.
compile_venv() {
    [ -e "$root/.venv/.uncompiled" ] || return 0
    "$root/.venv/bin/python" -m compileall -qq -x /tests/ "$root"/.venv/lib/python3*/site-packages "$root/fets_desktop" >/dev/null 2>&1 || true
    rm -f "$root/.venv/.uncompiled"
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
