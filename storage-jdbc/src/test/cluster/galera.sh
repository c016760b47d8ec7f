#!/usr/bin/env bash
# A MariaDB Galera cluster of three nodes on this machine's loopback, for tests: real servers from Debian's packages (see
# install.sh), in a folder of their own, with settings under which a commit is durable.
#
#   galera.sh start       starts nodes 1, 2 and 3, with the database, user and password `stet`
#   galera.sh kill N      kills node N with SIGKILL, as a crash would
#   galera.sh rejoin N    starts node N again; returns when it has caught up and says how: `ist` (only the changes it
#                         missed) or `sst` (a whole copy)
#   galera.sh status      one line for each node
#   galera.sh stop        stops what runs and removes the databases; logs stay
#
# Environment:
#   CLUSTER_HOME   where the cluster is kept: a folder of the caller's, which the user `mysql` must be able to reach and
#                  whose path must be short (a socket's path has at most 107 characters)
#   CLUSTER_PORT   the port before node 1's: node N listens to clients at CLUSTER_PORT + N. The nodes talk to each other
#                  at + 10 + N (group), + 20 + N (incremental state transfer) and + 30 + N (whole copy).
#                  By default 23300
#   CLUSTER_PATIENCE  how many seconds to wait for a node at most. By default 60
#
# Root runs the servers as the user `mysql`, everybody else as themselves.
# Exit code: 0 done, 1 it did not work (the reason and the end of the log are on standard error), 2 wrong use.
set -euo pipefail

readonly NODES=(1 2 3)
readonly PORT=${CLUSTER_PORT:-23300}
readonly PATIENCE=${CLUSTER_PATIENCE:-60}

say() { echo "galera.sh: $*" >&2; }
usage() {
    say "$*"
    sed -n 's/^#   galera.sh/  galera.sh/p' "$0" >&2
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
readonly HOME_OF_ALL=$CLUSTER_HOME/galera

if [ "$(id -u)" -eq 0 ]; then
    readonly OWNER=mysql
else
    OWNER=$(id -un)
    readonly OWNER
fi

data() { echo "$HOME_OF_ALL/n$1"; }
socket() { echo "$HOME_OF_ALL/n$1.sock"; }
settings() { echo "$HOME_OF_ALL/n$1.cnf"; }
log() { echo "$HOME_OF_ALL/n$1.log"; }
pid() { cat "$HOME_OF_ALL/n$1.pid" 2>/dev/null; }

# Whether the node's process is there. A process that is dead but not yet reaped by its parent does not count.
alive() { # <node>
    local id state
    id=$(pid "$1") || return 1
    state=$(ps -o state=,comm= -p "$id") && [[ $state == [!Z]*mariadbd ]]
}

sql() { # <node> <statement>
    mariadb --no-defaults --protocol=socket -S "$(socket "$1")" -u root --connect-timeout=5 -N -B -e "$2" 2>/dev/null
}

status_value() { sql "$1" "show global status like '$2'" | cut -f2; }

# Whether the node is in the cluster, has all that the others have, and takes statements.
synced() { # <node>
    [ "$(status_value "$1" wsrep_ready)" = ON ] && [ "$(status_value "$1" wsrep_local_state_comment)" = Synced ]
}

# Waits for a condition. The pause only spares the processor; nothing depends on its length.
await() { # <what must happen, for people> <node> <command...>
    local what=$1 node=$2 deadline=$((SECONDS + PATIENCE))
    shift 2
    until "$@"; do
        [ $SECONDS -lt $deadline ] || fail "node $node $what, but did not within $PATIENCE seconds" "$node"
        sleep 0.1
    done
}

synced_or_dead() { synced "$1" || ! alive "$1"; }

write_settings() { # <node>
    cat >"$(settings "$1")" <<SETTINGS
[mariadbd]
datadir=$(data "$1")
socket=$(socket "$1")
pid-file=$(data "$1")/server.pid
log-error=$(log "$1")
bind-address=127.0.0.1
port=$((PORT + $1))
skip-name-resolve
innodb_buffer_pool_size=64M
innodb_log_file_size=32M
performance_schema=OFF

# What Galera needs.
binlog_format=ROW
default_storage_engine=InnoDB
innodb_autoinc_lock_mode=2
wsrep_on=ON
wsrep_provider=$PROVIDER
wsrep_cluster_name=stet
wsrep_cluster_address=gcomm://127.0.0.1:$((PORT + 11)),127.0.0.1:$((PORT + 12)),127.0.0.1:$((PORT + 13))
wsrep_node_name=n$1
wsrep_node_address=127.0.0.1:$((PORT + 10 + $1))
wsrep_provider_options="gcache.size=64M;gmcast.listen_addr=tcp://127.0.0.1:$((PORT + 10 + $1));base_host=127.0.0.1;base_port=$((PORT + 10 + $1));ist.recv_addr=127.0.0.1:$((PORT + 20 + $1));ist.recv_bind=127.0.0.1:$((PORT + 20 + $1))"
wsrep_sst_method=rsync
wsrep_sst_receive_address=127.0.0.1:$((PORT + 30 + $1))

# What an acknowledged commit needs to survive: its log is on the disk.
innodb_flush_log_at_trx_commit=1
SETTINGS
    if [ "$OWNER" = mysql ]; then
        echo "user=mysql" >>"$(settings "$1")"
    fi
}

# Begins a node's process, apart from this script and from whoever reads its output.
launch() { # <node> [argument...]
    local node=$1
    shift
    setsid mariadbd --defaults-file="$(settings "$node")" "$@" </dev/null >>"$(log "$node")" 2>&1 &
    echo $! >"$HOME_OF_ALL/n$node.pid"
}

await_synced() { # <node>
    await "must join the cluster" "$1" synced_or_dead "$1"
    alive "$1" || fail "node $1 ended while it was starting" "$1"
}

require_free_ports() {
    local offset
    for offset in 1 2 3 11 12 13 21 22 23 31 32 33; do
        if (exec 3<>"/dev/tcp/127.0.0.1/$((PORT + offset))") 2>/dev/null; then
            fail "port $((PORT + offset)) is in use; set CLUSTER_PORT so that all of CLUSTER_PORT + 1 to + 33 are free"
        fi
    done
}

require_programs() {
    local program
    for program in mariadbd mariadb-install-db mariadb rsync lsof setsid; do
        command -v "$program" >/dev/null || fail "$program is not installed; run install.sh first"
    done
    PROVIDER=$(find /usr/lib/galera /usr/lib64/galera -name libgalera_smm.so -print -quit 2>/dev/null || true)
    [ -n "$PROVIDER" ] || fail "Galera's library is not installed; run install.sh first"
}

start() {
    local node
    [ ! -e "$(data 1)" ] || fail "$HOME_OF_ALL holds a cluster already; stop it, or use another CLUSTER_HOME"
    require_programs
    require_free_ports
    mkdir -p "$HOME_OF_ALL"
    if [ "$OWNER" = mysql ]; then
        chown mysql "$HOME_OF_ALL"
        runuser -u mysql -- test -x "$HOME_OF_ALL" || fail "the user mysql cannot reach $HOME_OF_ALL"
    fi
    # Whatever goes wrong from here on leaves no server behind.
    trap '[ $? -eq 0 ] || stop_processes' EXIT

    # One empty database, made once and copied: three times the same work would be the longest part of starting.
    write_settings 1
    mariadb-install-db --defaults-file="$(settings 1)" --wsrep-on=OFF --skip-test-db --skip-name-resolve \
        --auth-root-authentication-method=normal >"$HOME_OF_ALL/install.log" 2>&1 ||
        { tail -n 20 "$HOME_OF_ALL/install.log" >&2 && fail "mariadb-install-db failed"; }
    for node in 2 3; do
        write_settings "$node"
        cp -a "$(data 1)" "$(data "$node")"
    done

    launch 1 --wsrep-new-cluster
    await_synced 1
    sql 1 "create database stet character set utf8mb4 collate utf8mb4_bin;
        create user stet@'%' identified by 'stet';
        grant all on stet.* to stet@'%'" || fail "the database could not be made" 1
    # One after another: a node that joins takes the node that gives it a copy out of the way for a moment.
    launch 2
    await_synced 2
    launch 3
    await_synced 3
    for node in "${NODES[@]}"; do
        await "must see all three nodes" "$node" sees_all "$node"
    done
}

sees_all() { [ "$(status_value "$1" wsrep_cluster_size)" = ${#NODES[@]} ]; }

kill_node() { # <node>
    alive "$1" || fail "node $1 does not run"
    kill -KILL "$(pid "$1")"
    await "must end" "$1" gone "$1"
}

gone() { ! alive "$1"; }

rejoin() { # <node>
    local position
    ! alive "$1" || fail "node $1 is running"
    require_programs
    : >"$(log "$1")"
    # What the node has on its disk: with that it may ask for what it missed instead of everything, as Debian's own
    # start of the service does.
    mariadbd --defaults-file="$(settings "$1")" --wsrep-recover --log-error="$HOME_OF_ALL/n$1.recover.log" \
        </dev/null >/dev/null 2>&1 || fail "node $1 cannot be recovered" "$1"
    position=$(sed -n 's/.*WSREP: Recovered position: *//p' "$HOME_OF_ALL/n$1.recover.log" | tail -n 1)
    rm -f "$HOME_OF_ALL/n$1.recover.log"
    launch "$1" ${position:+--wsrep-start-position="$position"}
    await_synced "$1"
    # The script that makes copies is called either way, and tells what it did.
    if grep -q 'rsync IST completed' "$(log "$1")"; then
        echo ist
    else
        echo sst
    fi
}

status() {
    local node
    for node in "${NODES[@]}"; do
        if alive "$node"; then
            echo "node $node: port $((PORT + node)), $(status_value "$node" wsrep_local_state_comment)," \
                "$(status_value "$node" wsrep_cluster_size) in the cluster," \
                "$(status_value "$node" wsrep_last_committed) committed"
        else
            echo "node $node: down"
        fi
    done
}

# The data are thrown away, so nothing is lost by not asking politely.
stop_processes() {
    local node
    for node in "${NODES[@]}"; do
        if alive "$node"; then
            kill -KILL "$(pid "$node")" 2>/dev/null || true
            await "must end" "$node" gone "$node"
        fi
    done
    for node in "${NODES[@]}"; do
        stop_transfer "$node"
    done
}

# A copy that was under way when its server died leaves an rsync daemon behind; its pid is in the node's folder.
stop_transfer() { # <node>
    local id
    id=$(cat "$(data "$1")/rsync_sst.pid" 2>/dev/null) || return 0
    if [ "$(ps -o comm= -p "$id")" = rsync ]; then
        kill -KILL "$id" 2>/dev/null || true
    fi
}

stop() {
    local node
    stop_processes
    for node in "${NODES[@]}"; do
        rm -rf "$(data "$node")" "$(settings "$node")" "$(socket "$node")" "$HOME_OF_ALL/n$node.pid"
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
kill) node=$(node_of "${@:2}") && kill_node "$node" ;;
rejoin) node=$(node_of "${@:2}") && rejoin "$node" ;;
status) status ;;
stop) stop ;;
*) usage "unknown command: ${1:-none}" ;;
esac
