#!/usr/bin/env python3
"""Dispatch measured at several origins of one file, beside two simple peers: dispatch.py FILE [ORIGIN-END …]

The file is in time order. At each origin what lies before is learnt and the rows up to the end are measured, once as trained and once
online. Peers: the majority by sub-type and street, filled up with all units by frequency; and counts that back off from sub-type and
street to sub-type, main type, type and all. Build the command first: dotnet build -c Release src/Cli
"""

import collections, csv, json, os, subprocess, sys, tempfile

COMMAND = ["dotnet", "artifacts/bin/Suiying.Cli/release/suiying.dll", "evaluate", "dispatch", "--json"]
LABEL = "DISPOSE_UNIT_ID"
STREET, SUB, MAIN, TYPE = "STREET_ID", "SUB_TYPE_ID", "MAIN_TYPE_ID", "EVENT_TYPE_ID"
PEERS = {
    "majority by sub-type and street": [[SUB, STREET], []],
    "backed-off counts": [[SUB, STREET], [SUB], [MAIN], [TYPE], []],
}


def counts(rows, origin, levels, online):
    tables = [collections.defaultdict(collections.Counter) for _ in levels]
    top1 = top3 = asked = 0
    for at, row in enumerate(rows):
        label = row[LABEL]
        if label in ("", "-"):
            continue
        keys = [tuple(row[field] for field in level) for level in levels]
        if at >= origin:
            found = []
            for table, key in zip(tables, keys):
                found += [unit for unit, _ in table[key].most_common() if unit not in found]
            asked += 1
            top1 += found[:1] == [label]
            top3 += label in found[:3]
        if at < origin or online:
            for table, key in zip(tables, keys):
                table[key][label] += 1
    return top1 / asked, top3 / asked


def ours(header, rows, origin, online, folder):
    files = []
    for name, part in (("train", rows[:origin]), ("test", rows[origin:])):
        files += [f"--{name}", os.path.join(folder, f"{name}.csv")]
        with open(files[-1], "w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, header)
            table.writeheader()
            table.writerows(part)
    told = subprocess.run(COMMAND + files + ["--online"] * online, capture_output=True, text=True, check=True).stdout
    return json.loads(told)


with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    reader = csv.DictReader(file)
    rows, header = list(reader), reader.fieldnames
with tempfile.TemporaryDirectory() as folder:
    for origin, end in [map(int, part.split("-")) for part in sys.argv[2:] or ["2500-4000", "3500-5000", "4900-7000", "5600-7000"]]:
        for online in (False, True):
            way = f"{origin}–{end} {'online' if online else 'trained once'}"
            for name, levels in PEERS.items():
                print(f"| {way} | {name} | %.3f | %.3f |" % counts(rows[:end], origin, levels, online))
            told = ours(header, rows[:end], origin, online, folder)
            print(f"| {way} | suiying | {told['top1']:.3f} | {told['top3']:.3f} |", {k: round(v, 2) for k, v in told.items() if k not in ("top1", "top3")})
