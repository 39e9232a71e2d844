# Sourced by ./test: the archive (PACS) that the checks of the hospital's network talk to. Its package would start a service
# of its own, which nobody asked for: a policy keeps it from that, and what runs all the same is stopped and switched off.
# The checks start their own Orthanc on free ports of the loopback, with a storage of their own.

has_orthanc() {
    command -v Orthanc >/dev/null && [ -e /usr/share/orthanc/plugins/libOrthancDicomWeb.so ]
}

install_orthanc() {
    local as_root="" policy=/usr/sbin/policy-rc.d ours=""
    [ "$(uname)" = Linux ] || return 0
    has_orthanc && return 0
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
            say "Orthanc is missing and cannot be installed without rights: the checks against it are left out."
            return 0
        fi
        as_root=sudo
    fi
    command -v apt-get >/dev/null || { say "Orthanc is missing: the checks against it are left out."; return 0; }
    say "installing Orthanc, the archive that the checks talk to"
    if [ ! -e "$policy" ]; then
        ours=yes
        printf '#!/bin/sh\nexit 101\n' | $as_root tee "$policy" >/dev/null
        $as_root chmod 755 "$policy"
    fi
    { $as_root apt-get update -qq \
        && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends orthanc orthanc-dicomweb; } \
        >/dev/null 2>"$root/.setup.log" || say "Orthanc could not be installed (see .setup.log)."
    [ -z "$ours" ] || $as_root rm -f "$policy"
    if [ -d /run/systemd/system ]; then
        $as_root systemctl disable --now --quiet orthanc 2>/dev/null || true
    fi
}

# With rights everything can be installed, so nothing may be left out.
need_orthanc() {
    if [ "$(uname)" = Linux ] && { has_orthanc || [ "$(id -u)" = 0 ]; }; then
        export FETS_DESKTOP_TESTS_NEED_ORTHANC=1
    fi
}
