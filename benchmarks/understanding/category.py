#!/usr/bin/env python3
"""Categories of letters, measured on letters that were not learnt: category.py RAW.csv TOKENISED.csv [FOLDER]

The raw letters (id,title,body,time,label) are dealt into five parts, all copies of a letter into one. Each part is asked of who learnt
the other four and the tokenised letters (tokens,label) without copies of what is asked. A copy shares the rare pairs of characters,
though its small words may be missing. The parts are left in FOLDER, where one is named. Build the command first:
dotnet build -c Release src/Cli
"""

import collections, csv, json, os, random, subprocess, sys, tempfile

COMMAND = ["dotnet", "artifacts/bin/Suiying.Cli/release/suiying.dll", "evaluate", "category", "--json"]
PARTS, RARE, ALIKE, DRAWS = 5, 30, 0.3, 2000


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        return reader.fieldnames, list(reader)


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, header)
        table.writeheader()
        table.writerows(rows)


def copies(texts):
    """The number of each text's letter: texts are one where they share enough of what is rare in them."""
    pairs = [{(a, b) for a, b in zip(text, text[1:])} for text in map(lambda t: [c for c in t if c.isalnum()], texts)]
    holders = collections.defaultdict(list)
    for number, own in enumerate(pairs):
        for pair in own:
            holders[pair].append(number)
    rare = [[p for p in own if 2 <= len(holders[p]) <= RARE] for own in pairs]
    parent = list(range(len(texts)))

    def first(number):
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    exact = {}
    for number, own in enumerate(rare):
        shared = collections.Counter(other for pair in own for other in holders[pair] if other < number)
        alike = [other for other, many in shared.items() if many >= 2 and many >= ALIKE * min(len(own), len(rare[other]))]
        for other in alike + [exact.setdefault(frozenset(pairs[number]), number)]:
            a, b = first(number), first(other)
            parent[max(a, b)] = min(a, b)
    return [first(number) for number in range(len(texts))]


def macro_f1(rows):
    right, said, hits = (collections.Counter() for _ in range(3))
    for label, predicted in rows:
        right[label] += 1
        said[predicted] += 1
        hits[label] += label == predicted
    return sum(2 * hits[label] / (right[label] + said[label]) for label in right) / len(right)


def parts(raw, tokenised, folder):
    (raw_header, raw_rows), (token_header, token_rows) = read(raw), read(tokenised)
    letters = copies([row["title"] + row["body"] for row in raw_rows] + [row["tokens"] for row in token_rows])
    raw_letters, token_letters = letters[: len(raw_rows)], letters[len(raw_rows) :]
    deal = sorted(set(raw_letters))
    random.Random(1).shuffle(deal)
    part = {letter: number % PARTS for number, letter in enumerate(deal)}
    for number in range(PARTS):
        for name, header, rows, own, wanted in (
            ("test", raw_header, raw_rows, raw_letters, True),
            ("raw", raw_header, raw_rows, raw_letters, False),
            ("tokenised", token_header, token_rows, token_letters, False),
        ):
            chosen = [row for row, letter in zip(rows, own) if (part.get(letter) == number) == wanted]
            write(os.path.join(folder, f"{name}{number}.csv"), header, chosen)


def measure(folder):
    told, rows = [], []
    for number in range(PARTS):
        test, raw, tokenised, answers = (os.path.join(folder, f"{name}{number}.csv") for name in ("test", "raw", "tokenised", "answers"))
        line = COMMAND + ["--train", raw, "--train", tokenised, "--test", test, "--predictions", answers]
        told.append(json.loads(subprocess.run(line, capture_output=True, text=True, check=True).stdout))
        rows += [(row["label"], row["predicted"]) for row in read(answers)[1]]
    for key in told[0]:
        values = [t[key] for t in told]
        print(f"{key}: mean {sum(values) / PARTS:.4f}, least {min(values):.4f}, most {max(values):.4f}")
    drawn = sorted(macro_f1(random.Random(draw).choices(rows, k=len(rows))) for draw in range(DRAWS))
    print(f"macroF1 of all {len(rows)} answers: {macro_f1(rows):.4f}, 95 % of {DRAWS} draws {drawn[DRAWS // 40]:.4f} to {drawn[-DRAWS // 40]:.4f}")


with tempfile.TemporaryDirectory() as temporary:
    place = sys.argv[3] if len(sys.argv) > 3 else temporary
    os.makedirs(place, exist_ok=True)
    if not os.path.exists(os.path.join(place, f"tokenised{PARTS - 1}.csv")):
        parts(sys.argv[1], sys.argv[2], place)
    measure(place)
