# Sourced by ./test: what the checks of the hospital's side need of Debian. The archive (PACS) that they talk to, another
# DICOM toolkit that reads what is made here (dcmtk), and the standard's validator (dciodvfy, of dicom3tools).
# Orthanc's package would start a service of its own, which nobody asked for: a policy keeps it from that, and what runs all
# the same is stopped and switched off. The checks start their own Orthanc on free ports of the loopback, with a storage of
# their own.

has_orthanc() {
    command -v Orthanc >/dev/null && [ -e /usr/share/orthanc/plugins/libOrthancDicomWeb.so ]
}

hospital_packages_missing() {
    has_orthanc || echo orthanc orthanc-dicomweb
    command -v dcmdump >/dev/null || echo dcmtk
    command -v dciodvfy >/dev/null || echo dicom3tools
}

install_orthanc() {
    local as_root="" policy=/usr/sbin/policy-rc.d ours="" missing
    [ "$(uname)" = Linux ] || return 0
    missing=$(hospital_packages_missing | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
            say "missing, and not to be installed without rights: $missing; the checks that need them are left out."
            return 0
        fi
        as_root=sudo
    fi
    command -v apt-get >/dev/null || { say "missing: $missing; the checks that need them are left out."; return 0; }
    say "installing what the checks of the hospital's side need: $missing"
    if [ ! -e "$policy" ]; then
        ours=yes
        printf '#!/bin/sh\nexit 101\n' | $as_root tee "$policy" >/dev/null
        $as_root chmod 755 "$policy"
    fi
    $as_root apt-get update -qq >/dev/null 2>"$root/.setup.log" || true
    # one by one: a package that this Debian does not have keeps none of the others away
    for package in $missing; do
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$package" \
            >/dev/null 2>>"$root/.setup.log" || say "$package could not be installed (see .setup.log)."
    done
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
    if [ "$(uname)" = Linux ] && { [ -z "$(hospital_packages_missing)" ] || [ "$(id -u)" = 0 ]; }; then
        export FETS_DESKTOP_TESTS_NEED_TOOLS=1
    fi
}
