#!/usr/bin/python3
"""Prints what the peers score on the small data sets of tests/Ratchet.Learning.Tests/Parity: least and most over 10 seeds.

usage: parity_recorded.py [FOLDER OF MARKET DATA]

The sets are made here and in the tests by the same arithmetic (SplitMix64 by counter; Steele, Lea and Flood, 2014), so that no file is shared; the one on
real bars reads crypto/binance_BTCUSDT_1h_2022-2025.csv.gz. The tests record the printed figures. Needs python3-numpy, python3-sklearn, python3-xgboost.
"""
import sys
import warnings

import numpy as np
import sklearn
import xgboost
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.metrics import brier_score_loss, log_loss, r2_score, roc_auc_score

warnings.filterwarnings("ignore")
SEEDS = 10
FOREST = dict(n_estimators=100, max_depth=10, min_samples_split=10, min_samples_leaf=5, max_features="sqrt")
BOOSTING = dict(tree_method="hist", n_estimators=100, max_depth=4, learning_rate=0.1, subsample=0.8)


def uniform(seed, first, count):
    """Numbers in [0, 1): the counters first, first + 1, ... of a stream."""
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + (np.arange(first, first + count, dtype=np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((z ^ (z >> np.uint64(31))) >> np.uint64(11)) * 2.0**-53


def cells(seed, rows, features):
    """Float32 features, a column after the other in the stream."""
    return uniform(seed, 0, rows * features).reshape(features, rows).T.astype(np.float32)


def friedman():
    rows, features = 4000, 10
    x = cells(1, rows, features).astype(np.float64)
    noise = uniform(1, rows * features, 12 * rows).reshape(rows, 12).sum(axis=1) - 6
    y = 10 * np.sin(np.pi * x[:, 0] * x[:, 1]) + 20 * (x[:, 2] - 0.5) ** 2 + 10 * x[:, 3] + 5 * x[:, 4] + noise
    return x, y, 2000


def checkers():
    rows, features = 6000, 8
    x = cells(2, rows, features).astype(np.float64)
    p = np.where((x[:, 0] > 0.5) != (x[:, 1] > 0.5), 0.75, 0.2) + 0.2 * (x[:, 2] - 0.5)
    return x, (uniform(2, rows * features, rows) < p).astype(int), 3000


def rings():
    rows, features = 6000, 6
    x = cells(3, rows, features).astype(np.float64)
    radius = np.sqrt((x[:, 0] - 0.5) ** 2 + (x[:, 1] - 0.5) ** 2) + 0.3 * (uniform(3, rows * features, rows) - 0.5)
    return x, np.where(radius < 0.3, 0, np.where(radius < 0.45, 1, 2)), 3000


def rare():
    """One row in sixteen is of class 1, and of every feature one value in seven is missing, after the targets were drawn from the whole."""
    rows, features = 8000, 8
    x = cells(4, rows, features).astype(np.float64)
    p = np.where((x[:, 0] > 0.7) & (x[:, 1] > 0.7), 0.4, 0.015 + 0.03 * x[:, 2])
    y = (uniform(4, rows * features, rows) < p).astype(int)
    gone = uniform(4, rows * features + rows, rows * features).reshape(features, rows).T < 1 / 7
    x[gone] = np.nan
    return x, y, 4000


def filled(x, train):
    """Missing values are the medians of what the first rows have, as float32 numbers."""
    medians = np.nanmedian(x[:train], axis=0).astype(np.float32)
    return np.where(np.isnan(x), medians, x)


def bars(folder):
    """Whether the next hour of BTC/USDT moves more than the median hour, from the sizes of the last 24 moves and the last range."""
    open_, high, low, close = np.loadtxt(folder + "/crypto/binance_BTCUSDT_1h_2022-2025.csv.gz", delimiter=",", skiprows=1, usecols=(1, 2, 3, 4)).T
    move = np.abs(np.log(close[1:] / close[:-1]))
    t = np.arange(24, 24 + 10000)
    x = np.column_stack([move[t - 1 - k] for k in range(24)] + [np.log(high[t] / low[t]), np.log(close[t] / open_[t])])
    y = (move[t] > np.median(move[: 24 + 5000])).astype(int)
    return x.astype(np.float32), y, 5000


def score(task, model, x, y):
    if task == "value":
        return {"R2": r2_score(y, model.predict(x))}
    p = model.predict_proba(x)
    if task == "classes":
        return {"LogLoss": log_loss(y, p.astype(np.float64))}
    return {"Auc": roc_auc_score(y, p[:, 1]), "Brier": brier_score_loss(y, p[:, 1])}


def main():
    sets = [("friedman", "value", friedman()), ("checkers", "binary", checkers()), ("rings", "classes", rings()), ("rare", "binary", rare())]
    if len(sys.argv) > 1:
        sets.append(("bars", "binary", bars(sys.argv[1])))
    print(f"scikit-learn {sklearn.__version__}, XGBoost {xgboost.__version__}")
    for name, task, (x, y, train) in sets:
        for kind in ("forest", "boosting"):
            found = []
            for seed in range(SEEDS):
                if kind == "forest":
                    model = (RandomForestRegressor if task == "value" else RandomForestClassifier)(random_state=seed, n_jobs=-1, **FOREST)
                else:
                    model = (xgboost.XGBRegressor if task == "value" else xgboost.XGBClassifier)(random_state=seed, n_jobs=1, **BOOSTING)
                seen = (filled(x, train) if kind == "forest" else x).astype(np.float32)
                model.fit(seen[:train], y[:train])
                found.append(score(task, model, seen[train:], y[train:]))
            for key in found[0]:
                values = [f[key] for f in found]
                print(f"{name} {kind} {key}: {min(values):.6f} to {max(values):.6f}, mean {np.mean(values):.6f}")
        if task != "value":
            print(f"{name}: classes {np.bincount(y).tolist()}, first cells {x[0, :2].tolist()}")
        else:
            print(f"{name}: target sum {y.sum():.6f}")


if __name__ == "__main__":
    main()
