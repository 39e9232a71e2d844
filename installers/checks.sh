# Sourced by ./test: what the checks need of Debian beside the program. The archive (PACS) that they talk to, another DICOM
# toolkit that reads what is made here (dcmtk), the standard's validator (dciodvfy, of dicom3tools), and strace, which sees
# what native code connects to.
# What cannot be had fails ./test: no check is left out unseen. Who wants some left out says so:
#     FETS_DESKTOP_TESTS_WITHOUT="orthanc openfl" ./test
# The words: orthanc dcmtk dicom3tools strace openfl (the federation's server, installers/aggregator.sh).
# Orthanc's package would start a service of its own, which nobody asked for: a policy keeps it from that, and what runs all
# the same is stopped and switched off. The checks start their own Orthanc on free ports of the loopback, with a storage of
# their own.

# Known to the checks, too: without it, as where pytest is called by hand, they skip what is not there.
export FETS_DESKTOP_TESTS_WITHOUT="${FETS_DESKTOP_TESTS_WITHOUT:-}"
[ "$(uname)" = Linux ] || FETS_DESKTOP_TESTS_WITHOUT+=" orthanc dcmtk dicom3tools strace"

left_out() { [[ " $FETS_DESKTOP_TESTS_WITHOUT " == *" $1 "* ]]; }

# fail_without WORD WHY
fail_without() {
    fail "$1 is missing, which some checks need: $2" \
        "install it, then run this again; or leave those checks out: FETS_DESKTOP_TESTS_WITHOUT=\"$1\" ./test"
}

has_orthanc() { command -v Orthanc >/dev/null && [ -e /usr/share/orthanc/plugins/libOrthancDicomWeb.so ]; }

missing_for_checks() {
    left_out orthanc || has_orthanc || echo orthanc
    left_out dcmtk || command -v dcmdump >/dev/null || echo dcmtk
    left_out dicom3tools || command -v dciodvfy >/dev/null || echo dicom3tools
    left_out strace || command -v strace >/dev/null || echo strace
}

install_for_checks() {
    local as_root="" policy=/usr/sbin/policy-rc.d ours="" missing package
    missing=$(missing_for_checks | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null || fail_without "${missing% }" "there is no apt here to install it"
    if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || fail_without "${missing% }" "installing it needs rights that you do not have"
        as_root=sudo
    fi
    say "installing what the checks need: $missing"
    if [ ! -e "$policy" ]; then
        ours=yes
        printf '#!/bin/sh\nexit 101\n' | $as_root tee "$policy" >/dev/null
        $as_root chmod 755 "$policy"
    fi
    $as_root apt-get update -qq >/dev/null 2>"$root/.setup.log" || true
    # one by one: a package that this Debian does not have keeps none of the others away
    for package in ${missing/orthanc/orthanc orthanc-dicomweb}; do
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$package" \
            >/dev/null 2>>"$root/.setup.log" || say "$package could not be installed (see .setup.log)."
    done
    [ -z "$ours" ] || $as_root rm -f "$policy"
    if [ -d /run/systemd/system ]; then
        $as_root systemctl disable --now --quiet orthanc 2>/dev/null || true
    fi
    missing=$(missing_for_checks | tr '\n' ' ')
    [ -z "$missing" ] || fail_without "${missing% }" "apt could not install it (see .setup.log)"
}
