#!/usr/bin/env python3
"""A made-up city of 5,000 villages for `evaluate dispatch`: villages.py TRAIN.csv TEST.csv. Four of five matters go to the village's own committee, the
others to one of 40 city units by sub-type; 20,000 rows to learn and 1,000 to ask. It shows what many units cost, not how well a city is learnt."""

import csv, random, sys

VILLAGES, SUBS, CITY_UNITS = 5000, 60, 40
random.seed(1)


def row(number):
    village, sub = random.randrange(VILLAGES), random.randrange(SUBS)
    own = random.random() < 0.8
    return {
        "SUB_TYPE_ID": sub,
        "MAIN_TYPE_ID": sub // 6,
        "EVENT_TYPE_ID": sub // 20,
        "COMMUNITY_ID": village,
        "STREET_ID": village // 20,
        "EVENT_SRC_ID": random.randrange(6),
        "EVENT_PROPERTY_ID": random.randrange(4),
        "CREATE_TIME": f"2018-{1 + number // 2300:02d}-{1 + number % 2300 // 90:02d} 10:00:00",
        "COMMUNITY_NAME": f"第{village}号庄村",
        "STREET_NAME": f"第{village // 20}片镇",
        "DISPOSE_UNIT_ID": village if own else VILLAGES + sub % CITY_UNITS,
        "DISPOSE_UNIT_NAME": f"第{village}号庄村民委员会" if own else f"市直单位{sub % CITY_UNITS}",
    }


for path, numbers in zip(sys.argv[1:3], (range(20_000), range(20_000, 21_000))):
    rows = [row(number) for number in numbers]
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerows(rows)
