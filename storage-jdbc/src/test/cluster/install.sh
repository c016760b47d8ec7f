#!/usr/bin/env bash
# Installs what the clusters of the tests are made of, from Debian's packages: MariaDB with Galera, PostgreSQL, and PgBouncer.
#
#   install.sh
#
# Does nothing where all of it is there already. Otherwise it has to be run by root. No server is started, no database
# is made, and what this script installed does not start with the machine either: the tests start servers of their own.
#
# Exit code: 0 when everything is installed, 1 when it could not be installed, 2 when it would take root to do so.
set -euo pipefail

# What to install, and the programs by which a server is known to be there.
readonly PACKAGES=(mariadb-server mariadb-client galera-4 rsync lsof iproute2 postgresql postgresql-client procps pgbouncer)
readonly POLICY=/usr/sbin/policy-rc.d
readonly POSTGRES_POLICY=/etc/postgresql-common/createcluster.d/stet-tests-make-their-own.conf

say() { echo "install.sh: $*" >&2; }

installed() { # <package>
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "the clusters are made of Debian's packages, and there is no apt-get on this machine"
    exit 1
fi

missing=()
for package in "${PACKAGES[@]}"; do
    installed "$package" || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
    exit 0
fi
if [ "$(id -u)" -ne 0 ]; then
    say "not installed: ${missing[*]}. Only root can install them: run this script once as root, or run"
    say "  apt-get install ${missing[*]}"
    exit 2
fi

# While packages are installed, a policy that forbids it keeps their services from being started, and another one keeps
# PostgreSQL's package from making a database. Both are taken away again, whatever happens; a policy that was there
# before is put back.
log=$(mktemp)
forbid_services() {
    mkdir -p "$(dirname "$POSTGRES_POLICY")"
    echo 'create_main_cluster = false' >"$POSTGRES_POLICY"
    if [ -e "$POLICY" ]; then
        mv "$POLICY" "$POLICY.before-stet"
    fi
    printf '#!/bin/sh\nexit 101\n' >"$POLICY"
    chmod 755 "$POLICY"
}
allow_services() {
    rm -f "$POLICY" "$POSTGRES_POLICY" "$log"
    rmdir --ignore-fail-on-non-empty "$(dirname "$POSTGRES_POLICY")" 2>/dev/null || true
    if [ -e "$POLICY.before-stet" ]; then
        mv "$POLICY.before-stet" "$POLICY"
    fi
}
if [ -e "$POLICY.before-stet" ]; then # an earlier run was killed before it could put it back
    mv "$POLICY.before-stet" "$POLICY"
fi
trap allow_services EXIT
forbid_services

quietly() {
    DEBIAN_FRONTEND=noninteractive "$@" >"$log" 2>&1 </dev/null && return
    say "failed: $*"
    tail -n 20 "$log" >&2
    return 1
}
install_missing() {
    quietly apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install "${missing[@]}"
}
say "installing ${missing[*]}"
# The list of packages may be old, or not there yet.
quietly apt-get -q update || say "goes on with the list of packages as it is"
install_missing || exit 1

# A machine that had no such server before does not start one from now on.
for package in "${missing[@]}"; do
    case $package in
    mariadb-server) quietly update-rc.d mariadb disable || true ;;
    postgresql) quietly update-rc.d postgresql disable || true ;;
    pgbouncer) quietly update-rc.d pgbouncer disable || true ;;
    esac
done
