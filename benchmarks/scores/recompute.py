#!/usr/bin/env python3
"""Counts a month of scores again, without the product: recompute.py ROWS.csv TABLE.csv CITY.json

ROWS and TABLE are what `suiying scores export --month M --rows ROWS.csv --table TABLE.csv` wrote, in Chinese; the scheme is the member
"scores" of the city's city.json. Every unit of TABLE must have the counts, rates, score and place that follow from ROWS by domain rule
A.9, with exact fractions: a place is never decided by what was rounded. Prints what differs and ends with 1 where anything does.
"""

import collections, csv, fractions, json, sys

F = fractions.Fraction
USUAL = dict(respondedWeight=10, solvedWeight=50, satisfiedWeight=40, partlySolvedPercent=0, mostlySatisfiedPercent=90,
             notSaid="LeftOut", leastCallbacks=10)  # fmt: skip
COUNTS = ["有效回访", "联系了", "没有回答是否联系", "已解决", "部分解决", "满意", "基本满意", "未评价", "剔除"]
RATES = ["响应率", "解决率", "满意率", "得分"]


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def count(rows):
    """Of each unit the whole numbers that its rates are made of, and how many are excluded; no request counts twice."""
    units, seen = collections.defaultdict(lambda: [0] * len(COUNTS)), set()
    for row in rows:
        if row["工单编号"] in seen:
            sys.exit(f"{row['工单编号']} stands twice")
        seen.add(row["工单编号"])
        said = [row["是否联系"] == "联系了", row["是否联系"] == "没有回答", row["是否解决"] == "已解决", row["是否解决"] == "部分解决",
                row["是否满意"] == "满意", row["是否满意"] == "基本满意", row["是否满意"] == "未评价"]  # fmt: skip
        one = [0] * 8 + [1] if row["剔除"] else [1, *map(int, said), 0]
        units[row["单位代码"]] = [have + more for have, more in zip(units[row["单位代码"]], one)]
    return units


def rate(points, valid, unsaid, scheme):
    if scheme["notSaid"] == "Satisfied":
        points += 100 * unsaid
    n = valid - unsaid if scheme["notSaid"] == "LeftOut" else valid
    return F(points, 100 * n) if n else None


def rates(counts, scheme):
    valid, contacted, silent, solved, partly, satisfied, mostly, unsaid, _ = counts
    three = [
        rate(100 * contacted, valid, silent, scheme),
        rate(100 * solved + scheme["partlySolvedPercent"] * partly, valid, 0, scheme),
        rate(100 * satisfied + scheme["mostlySatisfiedPercent"] * mostly, valid, unsaid, scheme),
    ]
    weights = [scheme[f"{name}Weight"] for name in ("responded", "solved", "satisfied")]
    return three + [sum(w * r for w, r in zip(weights, three)) if None not in three else None]


def places(units, scheme):
    """Place of each unit: by score, then by callbacks, then by fewer requests per head where they are known of all that are equal so far;
    equal ones share it; too few have none."""
    ranked = [(u, s[-1], c[0], d) for u, (c, s, d) in units.items() if c[0] >= scheme["leastCallbacks"] and s[-1] is not None]
    unknown = {(s, n) for _, s, n, d in ranked if d is None}
    keys = {u: (s, n, 0 if (s, n) in unknown else -d) for u, s, n, d in ranked}
    return {u: 1 + sum(other > key for other in keys.values()) for u, key in keys.items()}


def demand(row):
    """Requests of the area by head; None where the population is not known."""
    return F(int(row["本地诉求"]), int(row["常住人口"])) if row["常住人口"] else None


def main(rows, table, city):
    with open(city, encoding="utf-8") as file:
        scheme = USUAL | json.load(file).get("scores", {})
    counted, table = count(read(rows)), read(table)
    units = {row["单位代码"]: (counted[row["单位代码"]], rates(counted[row["单位代码"]], scheme), demand(row)) for row in table}
    place, wrong = places(units, scheme), 0
    for row in table:
        counts, shares, _ = units[row["单位代码"]]
        told = [int(row[name]) for name in COUNTS] == counts and row["名次"] == str(place.get(row["单位代码"], ""))
        for name, share in zip(RATES, shares):
            told &= (row[name] == "") == (share is None) and (share is None or abs(F(row[name]) - share) < F(1, 10**15))
        if not told:
            wrong += 1
            print("differs:", row, "counted:", counts, [share and float(share) for share in shares], place.get(row["单位代码"]))
    print(f"{len(table)} units, {sum(c[0] for c, *_ in units.values())} callbacks, {wrong} differ")
    return wrong > 0


sys.exit(main(*sys.argv[1:4]))
