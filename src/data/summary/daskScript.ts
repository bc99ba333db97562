/** A Python script that makes a summary file of any number of files on a Dask cluster. README.md beside this describes what it writes. */
import type { Dataset } from "../dataset";

/** A JSON string is a Python string too: both escape alike. */
const list = (names: readonly string[]) => `[${names.map((name) => JSON.stringify(name)).join(", ")}]`;

/** The script for these number columns; the dataset's categories ride along in the sample. Nothing in a name can leave its quotes. */
export function daskScript({ name, colour, columns }: Dataset, features: readonly string[]): string {
  const categories = columns.flatMap((column) => (column.kind === "category" ? [column.name] : []));
  return `"""Summarises CSV or Parquet files on a Dask cluster, for Eigenscope.

    python summarise.py "data/*.csv" --address tcp://scheduler:8786

Without an address, a cluster of processes is started on this machine. Drop the file that is written on the page.
It needs dask, distributed, pandas and numpy; reading Parquet needs pyarrow or fastparquet as well.
"""
import argparse
import json

import dask
import dask.dataframe as dd
import numpy as np
import pandas as pd
from dask.distributed import Client

NAME = ${JSON.stringify(name)}
FEATURES = ${list(features)}
CATEGORIES = ${list(categories)}
COLOUR = ${JSON.stringify(categories.includes(colour) ? colour : "")}


def summarise(frame, number, size, seed):
    """One partition: how many rows, their mean, centred products, and the rows with the smallest keys."""
    # A cell that is no finite number leaves its row out, and the row is counted.
    numbers = frame[FEATURES].apply(pd.to_numeric, errors="coerce")
    whole = np.isfinite(numbers.to_numpy(dtype=float, na_value=np.nan)).all(axis=1)
    used = frame[whole].reset_index(drop=True)
    # Converted from the text itself, so that each number is the nearest double.
    X = used[FEATURES].astype(float).to_numpy()
    mean = X.mean(axis=0) if len(X) else np.zeros(len(FEATURES))
    Z = X - mean
    # Rounding moves a large mean; what the deviations say of it is kept beside it.
    rest = Z.mean(axis=0) if len(X) else mean
    Z = Z - rest
    # Every row draws a key; the smallest keys of all are a uniform sample without replacement.
    keys = np.random.default_rng([seed, number]).random(len(X))
    rows = pd.DataFrame(X, columns=FEATURES)
    rows[CATEGORIES] = used[CATEGORIES].astype(object)
    return {"n": len(X), "dropped": len(frame) - len(X), "mean": mean, "rest": rest,
            "C": Z.T @ Z, **smallest(keys, rows, size)}


def smallest(keys, rows, size):
    """The rows that stay in the sample: the smallest keys of two parts are among the smallest of each."""
    order = np.argsort(keys, kind="stable")[:size]
    return {"keys": keys[order], "rows": rows.iloc[order]}


def merge(parts, size):
    """One part from several, two at a time, by Chan, Golub & LeVeque's formula (1983)."""
    a = parts[0]
    for b in parts[1:]:
        b, a = sorted((a, b), key=lambda part: part["n"])
        n = a["n"] + b["n"]
        share = b["n"] / n if n else 0
        delta = (b["mean"] - a["mean"]) + (b["rest"] - a["rest"])
        mean = a["mean"] + delta * share
        # What rounding took from the mean: with it, a mean of 1e8 costs a variance of 1 no digit.
        rest = (a["mean"] - mean) + delta * share + a["rest"]
        a = {"n": n, "dropped": a["dropped"] + b["dropped"], "mean": mean, "rest": rest,
             "C": a["C"] + b["C"] + np.outer(delta, delta) * a["n"] * share,
             **smallest(np.concatenate([a["keys"], b["keys"]]), pd.concat([a["rows"], b["rows"]]), size)}
    return a


def read(pattern, sep):
    """The columns that are needed, in partitions. Cells of a CSV stay text, so that no file is guessed differently."""
    parquet = pattern.endswith((".parquet", ".pq"))
    frame = dd.read_parquet(pattern) if parquet else dd.read_csv(pattern, dtype=str, sep=sep)
    missing = [name for name in FEATURES + CATEGORIES if name not in frame.columns]
    if missing:
        raise SystemExit(f"These columns are not in the files: {missing}. The files have {list(frame.columns)}.")
    return frame[FEATURES + CATEGORIES]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pattern", help='such as "data/*.csv" or "data/*.parquet"')
    parser.add_argument("--address", help="of the cluster's scheduler")
    parser.add_argument("--workers", type=int, help="processes, where the cluster is this machine")
    parser.add_argument("--out", default="summary.json")
    parser.add_argument("--sep", default=",")
    parser.add_argument("--sample", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    # The page takes 50,000 rows at most, and a wide table needs fewer for a file that a browser can hold.
    size = max(1, min(given.sample, 50_000, 5_000_000 // len(FEATURES)))
    with Client(given.address) if given.address else Client(n_workers=given.workers, processes=True) as client:
        frames = read(given.pattern, given.sep).to_delayed()
        parts = [dask.delayed(summarise)(f, i, size, given.seed) for i, f in enumerate(frames)]
        # A tree: no machine ever holds more than eight parts at once.
        while len(parts) > 1:
            parts = [dask.delayed(merge)(parts[i:i + 8], size) for i in range(0, len(parts), 8)]
        total = parts[0].compute()
        workers = len(client.scheduler_info()["workers"])
    if total["n"] < 2:
        raise SystemExit(f"Only {total['n']} rows have a number in each of {FEATURES}. Is the delimiter right (--sep)?")
    rows = total["rows"]
    columns = [rows[name].tolist() for name in FEATURES]
    columns += [[None if pd.isna(v) else str(v) for v in rows[name]] for name in CATEGORIES]
    summary = {"format": "eigenscope-summary", "version": 1, "name": NAME, "source": given.pattern,
               "rows": total["n"], "dropped": total["dropped"],
               "columns": [{"name": name, "kind": "number"} for name in FEATURES]
               + [{"name": name, "kind": "category"} for name in CATEGORIES],
               "mean": (total["mean"] + total["rest"]).tolist(), "comoment": total["C"].ravel().tolist(),
               "sample": {"rows": len(rows), "columns": columns}, "colour": COLOUR}
    with open(given.out, "w", encoding="utf-8") as file:
        # A field on each line, so that an editor and the eye can follow.
        fields = [f"{json.dumps(key)}: {json.dumps(value, allow_nan=False)}" for key, value in summary.items()]
        file.write("{\\n" + ",\\n".join(fields) + "\\n}\\n")
    print(f"{total['n']} rows used, {total['dropped']} left out, by {workers} workers; {given.out} is written.")


if __name__ == "__main__":
    main()
`;
}
