#!/usr/bin/env python3
"""Makes a generated city larger within its own database: grow.py TARGET --copies 4 [--lean] [--journal-only]

TARGET is a SQLite file or, with an "=" in it, what psql connects with ("host=127.0.0.1 port=5432 user=suiying dbname=large"). Of every request and
every step so many copies are made, with new ids that keep their order in time. What is stored of scores is not copied: `suiying scores rebuild`
makes it. PostgreSQL copies by COPY, and only where the disk has room. Neither the chain of hashes nor desks' lists are right afterwards: the copy
serves to measure scores.

  --lean          leaves out of the copies what no score reads, such as hashes, titles and names: less than half the disk
  --journal-only  does not make again the indexes that only desks use
"""
import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import time

TABLES = ("requests_requests", "requests_transitions")
NEEDED = ("RegisteredAt", "Number", "RequestId_Seq", "answers", "registered", "transitions_At", "public")
EMPTY = ("HeadHash", "Title", "Place", "QueryCodeHash", "Handlers", "PreviousHash", "Hash", "ActorName")
LEAN = {**dict.fromkeys(EMPTY, "''"), **dict.fromkeys(("HandlerName", "PublicText", "NoteId", "NoteHash"), "NULL")}
# Copies are found and made by these; the others are made after all is there, which is quicker and smaller than row by row.
KEPT = ("PK_", "IX_requests_requests_Serial")
SINGLE = ("RateToken", "MatterId", "SplitFrom", "CommandKey")


def copied(column, copy, new_id, lean):
    """What a copy has in a column; None where the database numbers it."""
    if column == "Position":
        return None
    if column in ("Id", "RequestId"):
        return new_id(column, copy)
    if column == "Number":
        return f"\"Number\" || '{copy}'"
    if column == "Serial":
        return f'"Serial" + {copy * 1_000_000_000}'
    if column in SINGLE:
        return "NULL"
    return LEAN[column] if lean and column in LEAN else f'"{column}"'


def lists(columns, copy, new_id, lean):
    told = [(c, copied(c, copy, new_id, lean)) for c in columns]
    told = [(c, value) for c, value in told if value is not None]
    return ", ".join(f'"{c}"' for c, _ in told), ", ".join(value for _, value in told)


class Sqlite:
    def __init__(self, path):
        if not os.path.isfile(path):
            sys.exit(f"There is no file {path}; what psql connects with has an = in it.")
        self.path, self.db = path, sqlite3.connect(path, isolation_level=None)
        # As the program stores ids: 36 capital characters.
        self.db.create_function("moved", 2, lambda id, by: f"{id[:34]}{(int(id[34:], 16) + by) % 256:02X}", deterministic=True)
        self.db.execute("PRAGMA synchronous=OFF")

    def rows(self, sql):
        return self.db.execute(sql).fetchall()

    def columns(self, table):
        return [c for (c,) in self.rows(f"select name from pragma_table_info('{table}')")]

    def indexes(self, table):
        return self.rows(f"select name, sql from sqlite_master where type = 'index' and tbl_name = '{table}' and sql is not null")

    def run(self, sql):
        self.db.execute(sql)

    def copy(self, table, names, values, where):
        self.run(f"insert into {table} ({names}) select {values} from {table} where {where}")

    def size(self):
        return os.path.getsize(self.path)

    def folder(self):
        return os.path.dirname(os.path.abspath(self.path))

    @staticmethod
    def new_id(column, copy):
        return f'moved("{column}", {copy})'


class Postgres:
    def __init__(self, connection):
        self.connection = connection

    def psql(self, sql, **more):
        return subprocess.Popen(["psql", "-X", "-q", "-At", "-F", "\t", "-v", "ON_ERROR_STOP=1", self.connection, "-c", sql], **more)

    def rows(self, sql):
        process = self.psql(sql, stdout=subprocess.PIPE, text=True)
        lines = process.communicate()[0].splitlines()
        if process.returncode:
            sys.exit(process.returncode)
        return [tuple(line.split("\t")) for line in lines]

    def columns(self, table):
        return [c for (c,) in self.rows(f"select column_name from information_schema.columns where table_name = '{table}' and is_generated = 'NEVER'")]

    def indexes(self, table):
        return self.rows(f"select indexname, indexdef from pg_indexes where tablename = '{table}'")

    def run(self, sql):
        self.rows(sql)

    def copy(self, table, names, values, where):
        source = self.psql(f"copy (select {values} from {table} where {where}) to stdout (format binary)", stdout=subprocess.PIPE)
        target = self.psql(f"copy {table} ({names}) from stdin (format binary)", stdin=source.stdout)
        if target.wait() or source.wait():
            sys.exit("COPY failed.")

    def size(self):
        return int(self.rows("select sum(pg_total_relation_size(t)) from unnest(array['requests_requests', 'requests_transitions']) t")[0][0])

    def folder(self):
        return self.rows("show data_directory")[0][0]

    @staticmethod
    def new_id(column, copy):
        last = f"(('x' || right(\"{column}\"::text, 2))::bit(8)::int + {copy}) % 256"
        return f"(left(\"{column}\"::text, 34) || lpad(to_hex({last}), 2, '0'))::uuid"


def copies(text):
    if not text.isdecimal() or not 1 <= int(text) <= 255:
        raise argparse.ArgumentTypeError(f"{text} is no number from 1 to 255")
    return int(text)


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("target")
    asked.add_argument("--copies", type=copies, required=True, metavar="1..255")
    asked.add_argument("--lean", action="store_true")
    asked.add_argument("--journal-only", action="store_true")
    asked = asked.parse_args()
    db = Postgres(asked.target) if "=" in asked.target else Sqlite(asked.target)

    if not db.rows('select 1 from requests_requests limit 1'):
        sys.exit("There is no request to copy: first suiying bench generate.")
    if db.rows('select 1 from requests_requests where "Serial" >= 1000000000 limit 1'):
        sys.exit("It was made larger before: copies are made of a city as it was generated.")
    needs, free = db.size() * asked.copies // (2 if asked.lean else 1), shutil.disk_usage(db.folder()).free
    print(f"needs about {needs / 1e9:.1f} GB, {free / 1e9:.1f} GB are free", flush=True)
    if needs > 0.9 * free:
        sys.exit("Too little room; nothing was done.")
    ((newest,),) = db.rows('select max("Position") from requests_transitions')
    tops = {"requests_requests": '"Serial" < 1000000000', "requests_transitions": f'"Position" <= {newest}'}
    dropped = [i for t in TABLES for i in db.indexes(t) if not i[0].startswith(KEPT)]
    for name, _ in dropped:
        db.run(f'drop index "{name}"')
    try:
        for copy in range(1, asked.copies + 1):
            began = time.perf_counter()
            for table in TABLES:
                db.copy(table, *lists(db.columns(table), copy, db.new_id, asked.lean), tops[table])
            print(f"copy {copy} of {asked.copies}: {time.perf_counter() - began:.0f} s", flush=True)
    finally:
        for name, made in dropped:
            if not asked.journal_only or any(k in name for k in NEEDED):
                began = time.perf_counter()
                db.run(made)
                print(f"{name}: {time.perf_counter() - began:.0f} s", flush=True)
    db.run("analyze")


main()
