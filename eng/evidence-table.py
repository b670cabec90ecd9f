#!/usr/bin/env python3
"""Prints the README's table of real results from the studies that eng/evidence.sh made: eng/evidence-table.py DATA_ROOT"""
import json
import pathlib
import sys

root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "ratchet-data")


def row(name, run, random=None):
    factor = "-" if run["trades"] == 0 or run["profit_factor"] is None else f"{run['profit_factor']:.2f}"
    sharpe = "-" if run["sharpe"] is None else f"{run['sharpe']:.2f}"
    percentile = "" if random is None else f"{random:.0f}"
    return (f"| {name} | {run['composite']:.3f} | {100 * run['total_return']:+.1f} % | {sharpe} | {100 * run['max_drawdown']:.1f} % "
            f"| {factor} | {run['trades']} | {percentile} | {'yes' if run['viable'] else 'no'} |")


print("| | composite | return | Sharpe | drawdown | profit factor | trades | beats % of random entries | viable |")
print("|---|---|---|---|---|---|---|---|---|")
for coin in ("BTC", "ETH", "SOL"):
    for frame in ("1h", "4h"):
        folder = root / "studies" / f"evidence-{coin}-{frame}"
        if not (folder / "hold_out.json").exists():
            print(f"{folder} has no hold_out.json; run eng/evidence.sh first", file=sys.stderr)
            sys.exit(1)
        top = json.loads((folder / "top_configs.json").read_text())
        opened = json.loads((folder / "hold_out.json").read_text())
        print(f"| **{coin}/USDT {frame}** | | | | | | | | |")
        print(row("search, out of fold (in-sample)", top["configurations"][0]["second_look_in_sample"]))
        for stage, words in (("walk_forward", "walk-forward"), ("hold_out", "hold-out")):
            part = opened[stage]
            random = part.get("random_entry", {}).get("return_percentile")
            print(row(f"{words}: chosen", part["chosen"], random))
            print(row(f"{words}: fixed defaults", part["fixed_defaults"]))
            print(row(f"{words}: buy and hold", part["buy_and_hold"]))
