# A PostgreSQL cluster for one test run: own folder, own port on loopback, stopped at the end. Sourced, never run.

postgres_bin() {
  local initdb
  initdb=$(command -v initdb || ls -1 /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1) || true
  [ -n "$initdb" ] && dirname "$initdb"
}

# initdb refuses root, so there the database runs as its own user.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then
    (cd / && runuser -u "$postgres_user" -- "$@")
  else
    "$@"
  fi
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

# start_postgres [durable] — durable: every commit reaches the disk, as in production.
start_postgres() {
  # Nobody replicates from databases that live for minutes, and nothing in them is old enough to be tidied up.
  local bin port fast="-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off -c jit=off \
    -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=4GB -c checkpoint_timeout=1h"
  [ "${1:-}" != durable ] || fast=""
  bin=$(postgres_bin)
  postgres_user=postgres
  [ "$(id -u)" != 0 ] || id postgres >/dev/null 2>&1 || postgres_user=nobody
  postgres_dir=$(mktemp -d "${TMPDIR:-/tmp}/suiying-pg.XXXXXX")
  [ "$(id -u)" != 0 ] || chown "$postgres_user" "$postgres_dir"
  port=$(free_port)
  as_postgres "$bin/initdb" -D "$postgres_dir/data" -U suiying -A trust -E UTF8 --locale=C.UTF-8 -N >"$postgres_dir.log" 2>&1 ||
    { cat "$postgres_dir.log" >&2; return 1; }
  # Durability is switched off for tests because these databases live for minutes; nowhere else.
  as_postgres "$bin/pg_ctl" -D "$postgres_dir/data" -w -t 60 -l "$postgres_dir/log" -o "-c listen_addresses=127.0.0.1 -p $port \
    -c unix_socket_directories=$postgres_dir $fast \
    -c max_connections=300 -c shared_buffers=256MB" start >>"$postgres_dir.log" 2>&1 ||
    { cat "$postgres_dir.log" "$postgres_dir/log" >&2; return 1; }
  export SUIYING_TEST_PG="Host=127.0.0.1;Port=$port;Username=suiying;Database=postgres"
}

stop_postgres() {
  [ -n "${postgres_dir:-}" ] || return 0
  local pid
  if [ -f "$postgres_dir/data/postmaster.pid" ]; then
    pid=$(head -n 1 "$postgres_dir/data/postmaster.pid")
    # SIGQUIT: at once, without a checkpoint that nobody needs.
    kill -QUIT "$pid" 2>/dev/null || true
    for _ in $(seq 50); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
  fi
  rm -rf "$postgres_dir" "$postgres_dir.log"
  postgres_dir=
}
