"""The same file by pandas and scikit-learn, for comparison with bench/bigCsv.mjs: /usr/bin/python3 bench/bigCsvSklearn.py (python3-pandas, python3-sklearn)."""
import statistics
import time

import pandas
import sklearn
from sklearn.decomposition import PCA

FILE = "bench/.cache/rows1m.csv"
reads, fits = [], []
for _ in range(5):
    start = time.perf_counter()
    table = pandas.read_csv(FILE)
    middle = time.perf_counter()
    PCA().fit(table.to_numpy(dtype=float))
    reads.append(middle - start)
    fits.append(time.perf_counter() - middle)
totals = [read + fit for read, fit in zip(reads, fits)]
print(f"pandas {pandas.__version__}, scikit-learn {sklearn.__version__}, {table.shape[0]:,} x {table.shape[1]}")
for name, values in (("read_csv, s", reads), ("PCA().fit, s", fits), ("both, s", totals)):
    print(f"{name}: min {min(values):.2f}, median {statistics.median(values):.2f}, max {max(values):.2f}")
