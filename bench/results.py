# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What has been measured: one row a round of a contender on a case, and what is known of each case; kept in DIR/results.json.

A run of some cases replaces their rows and leaves the others', so that a long benchmark can be measured in parts. All parts
come from one machine, one build and one set of versions: results of another do not mix with them.
"""
import csv, json, math, statistics
from pathlib import Path

COLUMNS = ("set", "case", "precision", "batch", "level", "threads", "contender", "round", "best_ms", "median_ms", "cold_ms", "error",
           "rss_mb")


class Results:
    """`facts` are of the machine and the versions, `cases` {key: what is known of it}, `rows` dictionaries of COLUMNS and key."""

    def __init__(self, facts, cases=None, rows=None):
        self.facts, self.cases, self.rows = facts, cases or {}, rows or []

    @classmethod
    def read(cls, path):
        return cls(**json.loads(Path(path).read_text()))

    @classmethod
    def open(cls, path, facts):
        """The results at `path`, to go on with. If they are of something else than `facts`, they are moved aside, and new ones begin."""
        path = Path(path)
        if not path.exists():
            return cls(facts)
        known = cls.read(path)
        if known.facts == facts:
            return known
        path.replace(path.with_name("results-before.json"))
        return cls(facts)

    def begin(self, key, facts):
        """Forgets what was known of a case."""
        self.cases[key] = {**facts, "failures": dict(facts.get("failures", {}))}
        self.rows = [row for row in self.rows if row["key"] != key]

    def know(self, cases, **facts):
        """Adds to what is known of each of the cases."""
        for case in cases:
            self.cases[case.key].update(facts)

    def add(self, case, threads, contender, number, measured):
        row = {"key": case.key, "set": case.set, "case": case.name, "precision": case.precision, "batch": case.batch,
               "level": case.level, "threads": threads, "contender": contender, "round": number}
        self.rows.append({**row, **{name: measured.get(name) for name in ("best_ms", "median_ms", "cold_ms", "error", "rss_mb")}})

    def fail(self, case, contender, reason):
        self.cases[case.key]["failures"][contender] = reason

    def values(self, key, threads, contender, column="best_ms"):
        """A figure of each round, in the order of rounds."""
        found = [row for row in self.rows if (row["key"], row["threads"], row["contender"]) == (key, threads, contender)]
        return [row[column] for row in sorted(found, key=lambda row: row["round"]) if row[column] is not None]

    def rounds(self, key):
        return len({row["round"] for row in self.rows if row["key"] == key})

    def middle(self, key, threads, contender, column="best_ms"):
        """The median over rounds; None where nothing was measured."""
        values = self.values(key, threads, contender, column)
        return statistics.median(values) if values else None

    def error(self, key, contender):
        return next((row["error"] for row in self.rows
                     if (row["key"], row["contender"]) == (key, contender) and row["error"] is not None), None)

    def best_peer(self, key, threads, peers):
        """The name of the peer with the smallest median, None if none ran."""
        known = {peer: self.middle(key, threads, peer) for peer in peers}
        ran = {peer: value for peer, value in known.items() if value is not None}
        return min(ran, key=ran.get) if ran else None

    def keys(self, name):
        """The cases of a set, in the order in which the set lists them."""
        from cases import SETS
        order = [case.key for case in SETS.get(name, ())]
        found = [key for key in self.cases if key.split("/")[0] == name]
        return sorted(found, key=lambda key: order.index(key) if key in order else len(order))

    def threads(self):
        return sorted({row["threads"] for row in self.rows})

    def write(self, folder):
        """results.json, and the rows as results.csv."""
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"facts": self.facts, "cases": self.cases, "rows": self.rows}, indent=1, default=str, allow_nan=False)
        partial = folder / "results.json.part"
        partial.write_text(text + "\n")
        partial.replace(folder / "results.json")
        with open(folder / "results.csv", "w", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows({name: "" if value is None else value for name, value in row.items()} for row in self.rows)


def finite(value):
    """JSON has no infinity."""
    return value if value is None or math.isfinite(value) else None
