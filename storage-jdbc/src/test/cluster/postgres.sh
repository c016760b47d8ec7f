#!/usr/bin/env bash
# PostgreSQL with two synchronous standbys and failover on this machine's loopback, for tests: real servers from Debian's
# packages (see install.sh), in a folder of their own, with settings under which a commit is durable.
#
#   postgres.sh start      starts node 1 as primary and nodes 2 and 3 as its standbys, with the database and user `stet`
#   postgres.sh kill N     kills node N, every process of it, with SIGKILL, as a crash of its machine would
#   postgres.sh cut N      lets node N send nothing more to its standbys, as a network that fails would, until it is killed
#   postgres.sh failover   makes the standby that has received most the primary, and the other one its standby; says
#                          which node is primary now. Refused while there is a primary, and where a standby that may have
#                          received more cannot be asked
#   postgres.sh rejoin N   starts node N again as a standby of the primary; returns when it streams and says how:
#                          `kept` (it was a standby before), `rewind` (its own changes were undone) or `copy` (a whole copy)
#   postgres.sh restart N  starts node N again as what it was, and waits for no other node: a primary that crashed comes
#                          back as the primary. Refused where that could make two of them
#   postgres.sh primary    says which node is primary
#   postgres.sh status     one line for each node
#   postgres.sh stop       stops what runs and removes the databases; logs stay
#
# A commit is acknowledged when it is on the disks of the primary and of at least one standby. The failover is what a
# manager such as Patroni does by itself, done by hand: first the old primary is known to be dead, then the standby that
# has most is promoted.
#
# Environment:
#   CLUSTER_HOME   where the cluster is kept: a folder of the caller's, which the user `postgres` must be able to reach
#   CLUSTER_PORT   the port before node 1's: node N listens at CLUSTER_PORT + N. By default 25430
#   CLUSTER_PATIENCE  how many seconds to wait for a node at most. By default 60
#
# Root runs the servers as the user `postgres`, everybody else as themselves.
# Exit code: 0 done, 1 it did not work (the reason and the end of the log are on standard error), 2 wrong use.
set -euo pipefail

readonly NODES=(1 2 3)
readonly PORT=${CLUSTER_PORT:-25430}
readonly PATIENCE=${CLUSTER_PATIENCE:-60}

say() { echo "postgres.sh: $*" >&2; }
usage() {
    say "$*"
    sed -n 's/^#   postgres.sh/  postgres.sh/p' "$0" >&2
    exit 2
}
fail() { # <message> [node whose log tells more]
    say "$1"
    if [ $# -eq 2 ] && [ -r "$HOME_OF_ALL/n$2.log" ]; then
        tail -n 40 "$HOME_OF_ALL/n$2.log" >&2
    fi
    exit 1
}

[ -n "${CLUSTER_HOME:-}" ] || usage "CLUSTER_HOME is not set"
readonly HOME_OF_ALL=$CLUSTER_HOME/postgres

# The newest server that is installed; Debian keeps its programs out of the path.
PROGRAMS=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
[ -x "$PROGRAMS/initdb" ] || fail "PostgreSQL is not installed; run install.sh first"
readonly PROGRAMS

# Runs one of PostgreSQL's programs as the user the servers belong to, in a folder that user may enter.
run() { # <program> [argument...]
    local program=$PROGRAMS/$1
    shift
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && exec runuser -u postgres -- "$program" "$@")
    else
        (cd / && exec "$program" "$@")
    fi
}

data() { echo "$HOME_OF_ALL/n$1"; }
log() { echo "$HOME_OF_ALL/n$1.log"; }
port() { echo $((PORT + $1)); }
pid() { head -n 1 "$(data "$1")/postmaster.pid" 2>/dev/null; }
others() { # <node>: the other two
    local node
    for node in "${NODES[@]}"; do
        [ "$node" = "$1" ] || echo "$node"
    done
}

# Whether the node's first process is there. One that is dead but was not reaped by its parent does not count.
alive() { # <node>
    local id
    id=$(pid "$1") && [ -n "$id" ] && running "$id"
}
running() { # <process id...>: whether any of them is a server's
    ps -o state=,comm= -p "$*" | grep '^[^Z].*postgres' >/dev/null
}

sql() { # <node> <statement>
    PGCONNECT_TIMEOUT=5 "$PROGRAMS/psql" -X -q -A -t -h 127.0.0.1 -p "$(port "$1")" -U postgres -d postgres \
        -v ON_ERROR_STOP=1 -c "$2" 2>/dev/null
}

is_primary() { [ "$(sql "$1" "select not pg_is_in_recovery()")" = t ]; }
is_standby() { [ "$(sql "$1" "select pg_is_in_recovery()")" = t ]; }
streams_to() { # <primary> <standby>
    [ "$(sql "$1" "select state from pg_stat_replication where application_name = 'n$2'")" = streaming ]
}

# Waits for a condition. The pause only spares the processor; nothing depends on its length.
await() { # <what must happen, for people> <node> <command...>
    local what=$1 node=$2 deadline=$((SECONDS + PATIENCE))
    shift 2
    until "$@"; do
        [ $SECONDS -lt $deadline ] || fail "node $node $what, but did not within $PATIENCE seconds" "$node"
        sleep 0.05
    done
}

# Every node has the settings of a primary and of a standby, whichever it is: after a failover nothing is missing.
write_settings() { # <node> <node it follows while it is a standby>
    local one other
    read -r -d '' one other <<<"$(others "$1" | tr '\n' ' ')" || true
    cat >"$(data "$1")/stet.conf" <<SETTINGS
cluster_name = 'n$1'
listen_addresses = '127.0.0.1'
port = $(port "$1")
unix_socket_directories = ''
shared_buffers = 32MB
max_connections = 60

# What an acknowledged commit needs to survive: it is on the disk here and on that of at least one other node.
fsync = on
full_page_writes = on
synchronous_commit = on
synchronous_standby_names = 'ANY 1 (n$one, n$other)'

# What a node needs to follow another one, and to come back after it was primary.
wal_level = replica
max_wal_senders = 10
wal_keep_size = 256MB
wal_log_hints = on
wal_retrieve_retry_interval = 200ms
hot_standby = on
recovery_target_timeline = 'latest'
primary_conninfo = 'host=127.0.0.1 port=$(port "$2") user=postgres application_name=n$1 connect_timeout=5'
SETTINGS
    own "$(data "$1")/stet.conf"
}

own() { # <file>
    if [ "$(id -u)" -eq 0 ]; then
        chown postgres "$1"
    fi
}

be_standby() { # <node>
    touch "$(data "$1")/standby.signal"
    own "$(data "$1")/standby.signal"
}

# Starts a node's processes, apart from this script and from whoever reads its output.
launch() { # <node>
    run pg_ctl -D "$(data "$1")" -l "$(log "$1")" -w -t "$PATIENCE" -s start </dev/null >/dev/null 2>&1 ||
        fail "node $1 did not start" "$1"
}

copy_from() { # <primary> <node>
    rm -rf "$(data "$2")"
    run pg_basebackup -h 127.0.0.1 -p "$(port "$1")" -U postgres -D "$(data "$2")" -c fast -X stream \
        </dev/null >>"$HOME_OF_ALL/copy.log" 2>&1 || fail "node $2 could not be copied from node $1; see copy.log" "$1"
}

follow() { # <primary> <node>
    write_settings "$2" "$1"
    be_standby "$2"
    launch "$2"
    await "must stream to node $2" "$1" streams_to "$1" "$2"
}

require_free_ports() {
    local node
    for node in "${NODES[@]}"; do
        if (exec 3<>"/dev/tcp/127.0.0.1/$(port "$node")") 2>/dev/null; then
            fail "port $(port "$node") is in use; set CLUSTER_PORT so that CLUSTER_PORT + 1 to + 3 are free"
        fi
    done
}

start() {
    local node
    [ ! -e "$(data 1)" ] || fail "$HOME_OF_ALL holds a cluster already; stop it, or use another CLUSTER_HOME"
    require_free_ports
    mkdir -p "$HOME_OF_ALL"
    own "$HOME_OF_ALL"
    if [ "$(id -u)" -eq 0 ]; then
        runuser -u postgres -- test -x "$HOME_OF_ALL" || fail "the user postgres cannot reach $HOME_OF_ALL"
    fi
    # Whatever goes wrong from here on leaves no server behind.
    trap '[ $? -eq 0 ] || stop_processes' EXIT

    run initdb -D "$(data 1)" -U postgres -A trust -E UTF8 --locale=C.UTF-8 -k </dev/null \
        >"$HOME_OF_ALL/install.log" 2>&1 || { tail -n 20 "$HOME_OF_ALL/install.log" >&2 && fail "initdb failed"; }
    echo "include 'stet.conf'" >>"$(data 1)/postgresql.conf"
    write_settings 1 2
    launch 1
    for node in 2 3; do
        copy_from 1 "$node"
        follow 1 "$node"
    done
    # Acknowledged by a standby, like everything from here on.
    sql 1 "create role stet login" || fail "the user could not be made" 1
    sql 1 "create database stet owner stet" || fail "the database could not be made" 1
}

# All processes at once: one that outlived the others could go on acknowledging commits.
kill_node() { # <node>
    local id ids
    alive "$1" || fail "node $1 does not run"
    id=$(pid "$1")
    kill -STOP "$id" # it begins no new process from now on
    mapfile -t ids < <(echo "$id" && pgrep -P "$id")
    kill -KILL "${ids[@]}" 2>/dev/null || true # one that ended by itself meanwhile is no failure
    await "must end" "$1" gone "${ids[@]}"
    # Where the machine's first process reaps nothing, as in some containers, the number of a dead process stays in use,
    # and a server that starts would believe that the old one still runs.
    rm -f "$(data "$1")/postmaster.pid"
}

gone() { ! running "$@"; }

# What commits from now on is on this node's disk alone, and must not be acknowledged.
cut_off() { # <node>
    local senders
    alive "$1" || fail "node $1 does not run"
    mapfile -t senders < <(sql "$1" "select pid from pg_stat_replication")
    [ ${#senders[@]} -gt 0 ] || fail "node $1 has no standby to be cut off from"
    kill -STOP "${senders[@]}"
}

primary() {
    local node
    for node in "${NODES[@]}"; do
        if alive "$node" && is_primary "$node"; then
            echo "$node"
            return
        fi
    done
    return 1
}

# How much a standby has: every commit that it confirmed, and all before it.
received() { # <node>
    sql "$1" "select pg_wal_lsn_diff(greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()), '0/0')"
}

failover() {
    local node standbys=() best=0 most=-1 has
    for node in "${NODES[@]}"; do
        if ! alive "$node"; then
            continue
        fi
        is_standby "$node" || fail "node $node is alive and no standby: there may be a primary still"
        standbys+=("$node")
    done
    # One standby of two confirmed each commit. Which one, only both together can tell.
    [ ${#standbys[@]} -eq 2 ] || fail "both standbys must be alive to know which has most; alive: ${standbys[*]:-none}"
    for node in "${standbys[@]}"; do
        has=$(received "$node") || fail "node $node does not say how much it has" "$node"
        [ -n "$has" ] || fail "node $node has received nothing yet" "$node"
        if [ "$has" -gt "$most" ]; then
            best=$node
            most=$has
        fi
    done
    run pg_ctl -D "$(data "$best")" -w -t "$PATIENCE" -s promote >/dev/null || fail "node $best is not promoted" "$best"
    for node in "${standbys[@]}"; do
        if [ "$node" -ne "$best" ]; then
            write_settings "$node" "$best"
            run pg_ctl -D "$(data "$node")" -s reload
            await "must stream to node $node" "$best" streams_to "$best" "$node"
        fi
    done
    echo "$best"
}

rejoin() { # <node>
    local leader how
    ! alive "$1" || fail "node $1 is running"
    leader=$(primary) || fail "there is no primary to follow; run failover first"
    if [ -e "$(data "$1")/standby.signal" ]; then
        how=kept
    else
        how=rewind
        # So that the primary's files say that it is one on a history of its own.
        sql "$leader" checkpoint || fail "node $leader makes no checkpoint" "$leader"
        if ! run pg_rewind -D "$(data "$1")" \
            --source-server="host=127.0.0.1 port=$(port "$leader") user=postgres dbname=postgres" \
            </dev/null >"$HOME_OF_ALL/rewind.log" 2>&1; then
            how=copy
            copy_from "$leader" "$1"
        fi
    fi
    follow "$leader" "$1"
    echo "$how"
}

restart() { # <node>
    ! alive "$1" || fail "node $1 is running"
    if [ ! -e "$(data "$1")/standby.signal" ]; then
        ! primary >/dev/null || fail "another node is the primary by now; let node $1 rejoin"
    fi
    launch "$1"
}

status() {
    local node
    for node in "${NODES[@]}"; do
        if ! alive "$node"; then
            echo "node $node: down"
        elif is_primary "$node"; then
            echo "node $node: port $(port "$node"), primary, standbys:" \
                "$(sql "$node" "select string_agg(application_name || ' ' || state || ' ' || sync_state, ', '
                    order by application_name) from pg_stat_replication")"
        else
            echo "node $node: port $(port "$node"), standby, received $(received "$node")"
        fi
    done
}

# The data are thrown away, so nothing is lost by not asking politely.
stop_processes() {
    local node
    for node in "${NODES[@]}"; do
        if alive "$node"; then
            kill_node "$node"
        fi
    done
}

stop() {
    local node
    stop_processes
    for node in "${NODES[@]}"; do
        rm -rf "$(data "$node")"
    done
}

node_of() { # <argument...>
    case "${1:-}" in
    1 | 2 | 3) echo "$1" ;;
    *) usage "which node? 1, 2 or 3" ;;
    esac
}

case "${1:-}" in
start) start ;;
cut) node=$(node_of "${@:2}") && cut_off "$node" ;;
kill) node=$(node_of "${@:2}") && kill_node "$node" ;;
failover) failover ;;
rejoin) node=$(node_of "${@:2}") && rejoin "$node" ;;
restart) node=$(node_of "${@:2}") && restart "$node" ;;
primary) primary ;;
status) status ;;
stop) stop ;;
*) usage "unknown command: ${1:-none}" ;;
esac
