#!/usr/bin/python3
"""The peers' side of the accuracy comparison: one JSON line a seed.

usage: parity.py SET forest|boosting Binary|Value|Classes SEEDS PARAMETERS

SET is the path of a data set without its ending, as the benchmarks write it: SET.json (rows, train, test, features), SET.X.bin (float32, row after row,
NaN is missing) and SET.TASK.bin (float64). Rows before "train" are learned from, rows from "test" on are predicted. PARAMETERS is a JSON object of the
peer's own parameters. Needs python3-numpy, python3-sklearn and, for boosting, python3-xgboost.
"""
import json
import sys
import warnings

import numpy as np
import sklearn
from sklearn.metrics import accuracy_score, brier_score_loss, log_loss, r2_score, roc_auc_score

warnings.filterwarnings("ignore")


def make(model, task, seed, parameters):
    """The peer's estimator and its name with the version."""
    if model == "forest":
        from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor

        kind = RandomForestRegressor if task == "Value" else RandomForestClassifier
        return kind(n_jobs=-1, random_state=seed, **parameters), "scikit-learn " + sklearn.__version__
    import xgboost

    kind = xgboost.XGBRegressor if task == "Value" else xgboost.XGBClassifier
    # One thread: on small data its threads mostly wait for each other, and the result does not depend on them.
    return kind(n_jobs=1, random_state=seed, **parameters), "XGBoost " + xgboost.__version__


def scores(task, estimator, x, y):
    """The same scores as ours, by the same names."""
    if task == "Value":
        return {"r2": r2_score(y, estimator.predict(x))}
    p = estimator.predict_proba(x)
    if task == "Binary":
        return {"auc": roc_auc_score(y, p[:, 1]), "brier": brier_score_loss(y, p[:, 1])}
    return {"log_loss": log_loss(y, p.astype(np.float64), labels=estimator.classes_), "accuracy": accuracy_score(y, p.argmax(axis=1))}


def main():
    path, model, task, seeds, parameters = sys.argv[1:6]
    with open(path + ".json", encoding="utf-8") as file:
        header = json.load(file)
    x = np.fromfile(path + ".X.bin", dtype="<f4").reshape(header["rows"], len(header["features"]))
    y = np.fromfile(f"{path}.{task}.bin", dtype="<f8")
    if task != "Value":
        y = y.astype(np.int64)
    train, test = header["train"], header["test"]
    for seed in range(int(seeds)):
        estimator, name = make(model, task, seed, json.loads(parameters))
        estimator.fit(x[:train], y[:train])
        line = {"peer": name, "seed": seed, **{k: float(v) for k, v in scores(task, estimator, x[test:], y[test:]).items()}}
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
