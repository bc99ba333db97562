"""Writes fixtures/sklearn-pca.json: what scikit-learn's PCA says of the shipped datasets. Run by Debian's python3 with python3-sklearn."""
import csv
import json
import numpy as np
import sklearn
from sklearn.decomposition import PCA

CLASSES = {"iris": "species", "wine": "cultivar", "breast-cancer": "diagnosis", "digits": "digit"}
out = {"made by": f"scripts/make-sklearn-pca.py, scikit-learn {sklearn.__version__}, NumPy {np.__version__}",
       "convention": "covariance, divisor n - 1; the loading of largest size is positive", "cases": []}
for name, label in CLASSES.items():
    with open(f"public/data/{name}.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    features = [column for column in rows[0] if column != label]
    X = np.array([[float(row[column]) for column in features] for row in rows])
    model = PCA(svd_solver="full").fit(X)
    V = model.components_.T
    V = V * np.sign(V[np.abs(V).argmax(axis=0), np.arange(V.shape[1])])
    scores = (X - model.mean_) @ V
    out["cases"].append({
        "dataset": name,
        "explainedVariance": model.explained_variance_.tolist(),
        "explainedVarianceRatio": model.explained_variance_ratio_.tolist(),
        "loadings": V[:, :5].tolist(),
        "scores": scores[[0, 1, len(X) // 2, -1], :5].tolist(),
        "rows": [0, 1, len(X) // 2, len(X) - 1],
    })
with open("fixtures/sklearn-pca.json", "w") as file:
    json.dump(out, file)
