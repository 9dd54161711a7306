#!/usr/bin/env python3
"""How long a callback takes until it stands in a score: fresh.py http://127.0.0.1:5080 --month 2026-12 [--callbacks 20]

Records callbacks of a running server in development, as its demo agent for callbacks, one after the other, and asks as its demo supervisor for the unit's
page of scores until the answer stands there. Prints the middle and the longest time in seconds. The month is that of today. It changes the city.
"""
import argparse
import http.cookiejar
import json
import re
import sys
import time
import urllib.parse
import urllib.request


def signed_in(server, login):
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    with browser.open(server + "/signin") as page:
        token = re.search(r'name="__RequestVerificationToken"[^>]*value="([^"]+)"', page.read().decode()).group(1)
    form = urllib.parse.urlencode({"login": login, "__RequestVerificationToken": token}).encode()
    browser.open(server + "/signin/demo", form).read()
    return browser


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("server")
    asked.add_argument("--month", required=True)
    asked.add_argument("--callbacks", type=int, default=20)
    asked = asked.parse_args()
    agent, supervisor = signed_in(asked.server, "callback"), signed_in(asked.server, "supervisor")

    def counted(row):
        """Its answer stands in the score of its unit, whose newest answers come first."""
        with supervisor.open(f"{asked.server}/desk/scores/{urllib.parse.quote(row['unit'])}?month={asked.month}") as page:
            return f'/{row["number"]}"' in page.read().decode()

    with agent.open(f"{asked.server}/api/requests/queues/Callback?take={asked.callbacks}") as rows:
        # What is kept from the public is in no score.
        waiting = [row for row in json.load(rows)["rows"] if row["confidentiality"] == "Normal"]
    if not waiting:
        sys.exit("No request waits for a callback.")
    times = []
    for row in waiting:
        body = {"answers": {"contacted": True, "solved": "Yes", "satisfied": "Yes"}, "version": row["version"]}
        call = urllib.request.Request(
            f"{asked.server}/api/requests/{row['number']}/callback", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        began = time.perf_counter()
        agent.open(call).read()
        while not counted(row):
            if time.perf_counter() - began > 60:
                sys.exit(f"{row['number']} was not counted within a minute.")
            time.sleep(0.1)
        times.append(time.perf_counter() - began)
    times.sort()
    print(f"{len(times)} callbacks: in their scores after {times[len(times) // 2]:.1f} s in the middle, {times[-1]:.1f} s at most")


main()
