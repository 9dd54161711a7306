#!/usr/bin/env python3
"""How long pages of scores take: pages.py http://127.0.0.1:5080 --month 2026-10 [--calls 60]

Asks a running server in development as its demo supervisor, one call after the other, 20 to warm up, and prints the middle, the 95th percentile and
the longest answer in milliseconds, and the bytes.
"""
import argparse
import http.cookiejar
import re
import time
import urllib.parse
import urllib.request

PAGES = [
    "/desk/scores?month={month}&kind=Township",
    "/desk/scores?month={month}&kind=CountyDepartment",
    "/desk/scores/classes?month={month}&kind=CountyDepartment",
    "/desk/scores/measures?month={month}&kind=CountyDepartment",
    "/desk/scores/tags?month={month}",
    "/desk/scores/bulletin?month={month}",
    "/desk/scores/daily?day={month}-15",
    "/desk/scores/months",
    "/desk/exclusions",
    "{unit}",
]


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("server")
    asked.add_argument("--month", required=True)
    asked.add_argument("--calls", type=int, default=60)
    asked = asked.parse_args()
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def read(path):
        with browser.open(asked.server + path) as answer:
            return answer.read().decode()

    token = re.search(r'name="__RequestVerificationToken"[^>]*value="([^"]+)"', read("/signin")).group(1)
    form = urllib.parse.urlencode({"login": "supervisor", "__RequestVerificationToken": token}).encode()
    browser.open(asked.server + "/signin/demo", form).read()
    board = read(PAGES[1].format(month=asked.month))
    unit = re.search(r'href="(/desk/scores/[^"?/]+\?month=[^"]+)"', board[board.index("<tbody"):]).group(1).replace("&amp;", "&")
    for page in PAGES:
        path = page.format(month=asked.month, unit=unit)
        times, size = [], 0
        for call in range(asked.calls + 20):
            began = time.perf_counter()
            size = len(read(path).encode())
            if call >= 20:
                times.append(1000 * (time.perf_counter() - began))
        times.sort()
        print(f"{times[len(times) // 2]:8.1f} {times[int(len(times) * 0.95)]:8.1f} {times[-1]:8.1f} {size:9d}  {path}", flush=True)


main()
