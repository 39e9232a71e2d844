#!/usr/bin/env bash
# The release test of a package: installed in a clean Debian 12, started there, used, and removed again without a trace.
# Usage, as root: installers/try_package.sh FILE.deb [FOLDER OF THE CHROOT]     (needs debootstrap; the folder is kept)
# TRY=demo does the whole demo as well, which takes minutes.
set -euo pipefail
package=$(realpath "$1")
name=$(dpkg-deb -f "$package" Package)
root=${2:-/srv/fets-clean}

say() { printf 'try_package: %s\n' "$*" >&2; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
listed() { inside find /usr /etc /opt /lib /var/lib -xdev -not -path '/var/lib/dpkg/*' -not -path '/var/lib/apt/*' | sort; }

bind() { for place in proc sys dev; do mountpoint -q "$root/$place" || mount --bind "/$place" "$root/$place"; done; }
unbind() { for place in dev sys proc; do mountpoint -q "$root/$place" && umount -l "$root/$place"; done || true; }
trap unbind EXIT

try_program() {
    inside fets-desktop --version
    inside fets-desktop --workspace /root/W --json verify
    # a worker is started through the launcher, and what it makes comes back
    inside fets-desktop --workspace /root/W --quiet backup --to /root/B
    inside fets-desktop restore /root/B --to /root/A --quiet
    local status=0
    inside env QT_QPA_PLATFORM=offscreen timeout 20 fets-desktop --workspace /root/V || status=$?
    [ "$status" = 124 ] || { say "the window did not stay open (status $status)"; exit 1; }
    if [ "${TRY:-}" = demo ]; then
        inside fets-desktop --workspace /root/D --json demo
        inside fets-desktop --workspace /root/D --json verify
    fi
}

# what it imports is there if it says in words that an empty folder holds no federation; what it does: ./test tests/federate
try_server() {
    inside "$name" --help > /dev/null
    local said
    said=$(inside "$name" /mnt || true)
    [[ "$said" = *"no plan"* ]] || { say "the server did not say what is wrong: $said"; exit 1; }
}

if [ ! -e "$root/.clean" ]; then
    say "making a clean Debian 12 in $root"
    debootstrap --variant=minbase --include=ca-certificates bookworm "$root" >&2
    cp /etc/resolv.conf "$root/etc/"
    touch "$root/.clean"
fi
bind
rm -rf "$root"/root/[ABDVW]  # workspaces of an earlier try
inside apt-get update -qq
say "the libraries that the package asks for, first: what is left after its removal must be they alone"
# shellcheck disable=SC2046 # the list is meant to be split
inside apt-get install -y -qq --no-install-recommends $(dpkg-deb -f "$package" Depends | tr ',' '\n' | sed 's/(.*//; s/ //g') >&2
listed > "$root/tmp/before"
cp "$package" "$root/fets.deb"
say "installing"
inside apt-get install -y -qq --no-install-recommends ./fets.deb >&2
say "starting"
case "$name" in
*-aggregator) try_server ;;
*) try_program ;;
esac
say "removing"
inside apt-get purge -y -qq "$name" >&2
rm "$root/fets.deb"
listed > "$root/tmp/after"
diff "$root/tmp/before" "$root/tmp/after" && say "nothing is left but the workspaces"
[[ "$name" = *-aggregator ]] || inside ls -d /root/W
