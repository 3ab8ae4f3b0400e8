# SPDX-License-Identifier: MIT
"""The schedule and the forecast of product.md 3 once more, written from that text and not from src.

schedule_again.py graphs COUNT SEED   random programmes, whose `schedule --json` must say the same
schedule_again.py published           networks of PSPLIB with their published length
schedule_again.py likely COUNT SEED   random programmes, whose `forecast --json` must be as likely

Prints what differs, and at the end how many cases held and how many did not.
"""
import datetime
import json
import math
import os
import random
import statistics
import subprocess
import sys

ROLLOUT = os.environ["ROLLOUT"]
DAY = datetime.timedelta(days=1)
NORMAL = statistics.NormalDist()
FILE = "again.rollout"

# Kolisch and Sprecher's PSPLIB: durations by job, successors by job, the length without limits of resources (MPM-Time).
PUBLISHED = {
    "j301_1": (
        "0 8 4 6 3 8 5 9 2 7 9 2 6 3 9 10 6 5 3 7 2 7 2 3 3 7 8 3 7 2 2 0",
        "2 3 4; 6 11 15; 7 8 13; 5 9 10; 20; 30; 27; 12 19 27; 14; 16 25; 20 26; 14; 17 18; 17; "
        "25; 21 22; 22; 20 22; 24 29; 23 25; 28; 23; 24; 30; 30; 31; 28; 31; 32; 32; 32; ",
        38),
    "m11_1": (
        "0 2 2 3 5 7 4 9 5 2 9 7 1 3 2 6 4 0",
        "2 3 4; 5 9; 6 8 9; 11; 6 7 8; 16 17; 10; 11 12; 12; 11 12; 13 14; 13 14; 15 16 17; 15 16"
        " 17; 18; 18; 18; ",
        34),
}


def date(text):
    return datetime.date.fromisoformat(text) if text else None


class Programme:
    """What the text goes by: dates of phases, milestones, who waits for whom, free days, today."""

    def __init__(self, start, today, free, phases, milestones, links):
        self.start, self.today, self.free = start, today, free
        self.phases, self.milestones, self.links = phases, milestones, links
        self.before = {m: [(a, lag) for a, b, lag in links if b == m] for m in milestones}
        self.after = {m: [(b, lag) for a, b, lag in links if a == m] for m in milestones}

    def works(self, day):
        return day.weekday() < 5 and day not in self.free

    def work(self, day, days):
        while days > 0:
            day += DAY
            days -= self.works(day)
        return day

    def begin(self, m, reached):
        """The latest of the phase's start, each predecessor and its lag, and today while planned."""
        milestone = self.milestones[m]
        start = self.phases.get(milestone.get("phase"), self.start)
        for other, lag in self.before[m]:
            start = max(start, reached(other) + lag * DAY)
        return max(start, self.today) if milestone["state"] == "planned" else start

    def promise(self, m):
        return date(self.milestones[m].get("baseline_on"))

    def dated(self, m):
        milestone = self.milestones[m]
        return any(name in milestone for name in ("forecast_on", "work_days", "baseline_on")) or (
            milestone["state"] == "accepted" and "actual_on" in milestone)

    def reach(self, m, start):
        """F before lateness; of what nobody has dated the start, which others wait for."""
        milestone = self.milestones[m]
        if milestone["state"] == "accepted" and "actual_on" in milestone:
            return date(milestone["actual_on"])
        if not self.dated(m):
            return start
        days = [self.work(start, milestone.get("work_days", 0))]
        if "forecast_on" in milestone:
            days.append(date(milestone["forecast_on"]))
        elif "work_days" not in milestone:
            days.append(self.promise(m))
        if milestone["state"] != "accepted":
            days.append(self.today)
        return max(days)

    def schedule(self):
        known = {}

        def reached(m):
            if m not in known:
                known[m] = self.reach(m, self.begin(m, reached))
            return known[m]

        expected = {m: reached(m) for m in self.milestones}
        ends = [expected[m] for m in self.milestones if self.dated(m)]
        latest = {}

        def last(m):
            if m not in latest:
                if not self.after[m]:
                    latest[m] = max(ends)
                else:
                    latest[m] = min(self.last_start(s, last(s)) - lag * DAY
                                    for s, lag in self.after[m])
            return latest[m]

        for m in self.milestones:
            if ends:
                last(m)
        return expected, latest

    def last_start(self, m, by):
        """The last day from which m can still be reached by then."""
        days = self.milestones[m].get("work_days", 0)
        day = by
        while self.work(day, days) > by:
            day -= DAY
        return day

    def said(self):
        expected, latest = self.schedule()
        out = []
        for m, milestone in self.milestones.items():
            row = {"milestone": m, "name": f"Teams do {m}"}
            promised, entered = self.promise(m), date(milestone.get("forecast_on"))
            due = promised or entered
            accepted = milestone["state"] == "accepted"
            dated = self.dated(m)
            if dated:
                row["forecast_on"] = str(expected[m])
            if due:
                row["due_on"] = str(due)
            row["late"] = bool(due and due < self.today and not accepted)
            if m in latest:
                row["latest_on"] = str(latest[m])
            row["critical"] = False
            if dated:
                row["slack_days"] = (latest[m] - expected[m]).days
                row["critical"] = row["slack_days"] <= 0 and not accepted
            if dated and promised:
                row["slip_days"] = row["current_slip_days"] = (expected[m] - promised).days
            out.append(row)
        return out


def rollout(*words, ok=True):
    run = subprocess.run([ROLLOUT, "-f", FILE, *words], capture_output=True, text=True)
    if ok and run.returncode != 0:
        sys.exit(f"{words}: {run.stderr}")
    return run.stdout


def write(programme):
    if os.path.exists(FILE):
        os.remove(FILE)
    rollout("new", "Again", "--bare", "--starts-on", str(programme.start))
    documents = {
        "phase": [{"id": p, "name": p, "starts_on": str(on), "ends_on": str(on + 90 * DAY)}
                  for p, on in programme.phases.items()],
        "holiday": [{"on": str(on)} for on in sorted(programme.free)],
        "milestone": [dict(milestone, id=m, title=f"Teams do {m}", override_reason="a test")
                      for m, milestone in programme.milestones.items()],
        "dependency": [{"from": a, "to": b, "lag_days": lag} for a, b, lag in programme.links],
    }
    for kind, records in documents.items():
        if records:
            with open("in.json", "w") as file:
                json.dump(records, file)
            rollout("import", kind, "in.json")


def random_programme(draw, today, least=1):
    start = today - draw.randrange(0, 120) * DAY
    free = {start + draw.randrange(0, 400) * DAY for _ in range(draw.randrange(0, 12))}
    phases = {name: start + (i * 60 + draw.randrange(0, 20)) * DAY
              for i, name in enumerate(("pilot", "scale", "embed")) if draw.random() < 0.7}
    milestones, links = {}, []
    for i in range(draw.randrange(least, 26)):
        milestone = {"state": draw.choice(["planned"] * 3 + ["in_progress", "claimed", "accepted"])}
        if phases and draw.random() < 0.6:
            milestone["phase"] = draw.choice(list(phases))
        if draw.random() < 0.6:
            milestone["work_days"] = draw.randrange(0, 25)
        if draw.random() < 0.4:
            milestone["forecast_on"] = str(start + draw.randrange(0, 260) * DAY)
        if draw.random() < 0.5:
            milestone["baseline_on"] = str(start + draw.randrange(0, 260) * DAY)
        if milestone["state"] == "accepted" and draw.random() < 0.9:
            milestone["actual_on"] = str(today - draw.randrange(0, 100) * DAY)
        milestones[f"m{i}"] = milestone
    names = list(milestones)
    draw.shuffle(names)
    for i in range(1, len(names)):
        for j in draw.sample(range(i), min(i, draw.choice([0, 1, 1, 2, 3]))):
            links.append((names[j], names[i], draw.choice([0, 0, 0, 3, 14, -5])))
    return Programme(start, today, free, phases, milestones, links)


def same(what, got, wanted):
    if got == wanted:
        return True
    print(f"{what}: got {got}, expected {wanted}")
    return False


def check_graphs(count, seed):
    held = 0
    for i in range(count):
        draw = random.Random(seed + i)
        today = datetime.date(2026, 11, 23) + draw.randrange(0, 14) * DAY
        programme = random_programme(draw, today)
        write(programme)
        said = json.loads(rollout("schedule", "--json", "--today", str(today)))["milestones"]
        wanted = {row["milestone"]: row for row in programme.said()}
        held += all([same(f"graph {seed + i}, {row['milestone']}", row, wanted[row["milestone"]])
                     for row in said]) and len(said) == len(wanted)
    return held, count - held


def published(name):
    durations, successors, length = PUBLISHED[name]
    days = [int(word) for word in durations.split()]
    milestones = {f"j{i + 1}": {"state": "planned", "work_days": n} for i, n in enumerate(days)}
    links = [(f"j{i + 1}", f"j{s}", 0) for i, part in enumerate(successors.split(";"))
             for s in part.split()]
    monday = datetime.date(2026, 11, 23)
    return Programme(monday, monday, set(), {}, milestones, links), length


def check_published():
    held = 0
    for name in PUBLISHED:
        programme, length = published(name)
        write(programme)
        said = json.loads(rollout("schedule", "--json", "--today", str(programme.today)))
        ends = max(row["forecast_on"] for row in said["milestones"])
        held += same(name, ends, str(programme.work(programme.start, length)))
    return held, len(PUBLISHED) - held


class Lateness:
    """How late a milestone runs, as a function of a quantile."""

    def __init__(self, programme, expected):
        slips, figures, self.settled = [], [], 0
        for m, milestone in programme.milestones.items():
            promised = programme.promise(m)
            settled = milestone["state"] == "accepted" and "actual_on" in milestone
            overdue = milestone["state"] != "accepted" and promised and promised < programme.today
            if not promised or not (settled or overdue) or expected[m] is None:
                continue
            self.settled += settled
            slips.append((expected[m] - promised).days)
            if "likely_late_days" in milestone:
                figures.append(milestone["likely_late_days"])
        self.slips, self.usual = sorted(slips), statistics.fmean(figures) if figures else 0

    def at(self, milestone, quantile):
        figure = milestone.get("likely_late_days")
        if self.settled < 7 or not self.slips:
            return int(quantile * ((figure or 0) + 1)) if figure else 0
        slip = self.slips[min(int(quantile * len(self.slips)), len(self.slips) - 1)]
        if figure is None or self.usual == 0:
            return slip
        return int(slip * min(figure / self.usual, 4))


def simulate(programme, runs, draw):
    expected, _ = programme.schedule()
    lateness = Lateness(programme, expected)
    ends = []
    for _ in range(runs):
        shared, known = draw.gauss(0, 1), {}

        def reached(m):
            if m not in known:
                milestone = programme.milestones[m]
                day = programme.reach(m, programme.begin(m, reached))
                if milestone["state"] != "accepted" and programme.dated(m):
                    mixed = math.sqrt(0.5) * shared + math.sqrt(0.5) * draw.gauss(0, 1)
                    late = lateness.at(milestone, NORMAL.cdf(mixed))
                    day = max(day + late * DAY, programme.today)
                known[m] = day
            return known[m]

        ends.append(max(reached(m) for m in programme.milestones if programme.dated(m)))
    return sorted(ends)


def check_likely(count, seed):
    """Both draw, so neither is exact: our shares at their days have to be about theirs."""
    held = cases = 0
    for i in range(count):
        draw = random.Random(seed + i)
        today = datetime.date(2026, 11, 23)
        programme = random_programme(draw, today, least=8)
        for milestone in programme.milestones.values():
            if draw.random() < 0.6:
                milestone["likely_late_days"] = draw.randrange(0, 30)
        if not any(programme.dated(m) for m in programme.milestones):
            continue
        write(programme)
        said = json.loads(rollout("forecast", "--json", "--today", str(today)))["whole"]
        ends, cases = simulate(programme, 4000, draw), cases + 1
        good = True
        for member, share in (("p50_on", 0.5), ("p80_on", 0.8)):
            day = date(said[member])
            by, before = (sum(end <= on for end in ends) / len(ends) for on in (day, day - DAY))
            if not (before - 0.05 <= share <= by + 0.05):
                print(f"likely {seed + i}: {member} {day}, where {before:.3f} to {by:.3f} ended")
                good = False
        held += good
    return held, cases - held


def main():
    what, *numbers = sys.argv[1:]
    check = {"graphs": check_graphs, "published": check_published, "likely": check_likely}[what]
    held, failed = check(*map(int, numbers))
    print(f"{held} held, {failed} did not")
    sys.exit(failed > 0 or held == 0)


main()
