#!/usr/bin/env bash
# The release test of a package: installed in a clean Debian 12, started there by an ordinary user, used, and removed again
# without a trace but that user's own files, which are listed.
# Usage, as root: installers/try_package.sh FILE.deb [FOLDER OF THE CHROOT]     (needs debootstrap; the folder is kept)
# With Xvfb here the window is shown on a display, else it is drawn nowhere. TRY=demo does the whole demo as well, which
# takes minutes.
set -euo pipefail
package=$(realpath "$1")
name=$(dpkg-deb -f "$package" Package)
root=${2:-/srv/fets-clean}
screen=

say() { printf 'try_package: %s\n' "$*" >&2; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# an account that cannot log in is the least that a hospital gives
person() { chroot --userspec=person:person "$root" env -i PATH=/usr/bin:/bin HOME=/home/person LANG=C.UTF-8 "$@"; }
# everything but what apt keeps for itself; a user's own files apart
listed() { inside find / -xdev -not -path '/var/lib/dpkg/*' -not -path '/var/*/apt/*' -not -path '/var/log/*' -not -path '/home/person/*' -not -path '/tmp/*' | sort; }
own_files() { inside find /home/person /tmp -xdev -mindepth 1 -maxdepth 3 -user person | sort; }

bind() { for place in proc sys dev; do mountpoint -q "$root/$place" || mount --bind "/$place" "$root/$place"; done; }
unbind() {
    [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
    for place in dev sys proc; do mountpoint -q "$root/$place" && umount -l "$root/$place"; done || true
}
trap unbind EXIT

try_window() {
    local status=0 shown=QT_QPA_PLATFORM=offscreen number
    if command -v Xvfb > /dev/null; then
        number=$(mktemp)
        # the clean Debian shares this machine's abstract sockets, and so its displays
        Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp -ac 3> "$number" 2> /dev/null &
        screen=$!
        for _ in $(seq 20); do [ -s "$number" ] && break; sleep 1; done
        shown="DISPLAY=:$(cat "$number")"
        rm "$number"
    fi
    person env "$shown" timeout 30 fets-desktop --workspace /home/person/V || status=$?
    [ "$status" = 124 ] || { say "the window did not stay open by $shown (status $status)"; exit 1; }
    say "the window stayed open by $shown"
}

try_program() {
    person fets-desktop --version
    person fets-desktop --workspace /home/person/W --json verify
    # a worker is started through the launcher, and what it makes comes back
    person fets-desktop --workspace /home/person/W --quiet backup --to /home/person/B
    person fets-desktop restore /home/person/B --to /home/person/A --quiet
    try_window
    if [ "${TRY:-}" = demo ]; then
        person fets-desktop --workspace /home/person/D --json demo
        person fets-desktop --workspace /home/person/D --json verify
    fi
}

# what it imports is there if it says in words that an empty folder holds no federation; what it does: ./test tests/federate
try_server() {
    person "$name" --help > /dev/null
    local said
    said=$(person "$name" /mnt || true)
    [[ "$said" = *"no plan"* ]] || { say "the server did not say what is wrong: $said"; exit 1; }
}

if [ ! -e "$root/.clean" ]; then
    say "making a clean Debian 12 in $root"
    debootstrap --variant=minbase --include=ca-certificates bookworm "$root" >&2
    cp /etc/resolv.conf "$root/etc/"
    touch "$root/.clean"
fi
bind
inside userdel -r person 2> /dev/null || true  # with the workspaces of an earlier try
inside useradd --create-home --shell /usr/sbin/nologin person
inside apt-get update -qq
say "the libraries that the package asks for, first: what is left after its removal must be they alone"
# shellcheck disable=SC2046 # the list is meant to be split
inside apt-get install -y -qq --no-install-recommends $(dpkg-deb -f "$package" Depends | tr ',' '\n' | sed 's/(.*//; s/ //g') >&2
before=$(listed)
cp "$package" "$root/tmp/fets.deb"
say "installing"
inside apt-get install -y -qq --no-install-recommends /tmp/fets.deb >&2
say "starting"
case "$name" in
*-aggregator) try_server ;;
*) try_program ;;
esac
say "removing"
inside apt-get purge -y -qq "$name" >&2
rm "$root/tmp/fets.deb"
diff <(echo "$before") <(listed) || { say "that is left of the package, or gone with it"; exit 1; }
say "nothing is left on the system"
say "of the user's own there is:"
own_files
[[ "$name" = *-aggregator ]] || inside test -d /home/person/W
