"""Imports every file of a folder by the command line and prints a Markdown table. Arguments: the folder, the program."""
import json
import os
import subprocess
import sys
import tempfile

CONTRACTS = {"201312": "ESZ13", "201403": "ESH14", "201406": "ESM14", "201409": "ESU14", "201412": "ESZ14"}


def options_of(name):
    """What has to be said beside the file's name, where file and name do not say it; several where a file is imported in several ways."""
    if name.startswith("bitfinex_candles_raw"):
        return ["-p BTC/USD", "-p BTC/USD --accept"]
    if name.startswith("naive_eastern_time"):
        return ["", "--time-zone America/New_York --calendar cme"]
    if name.startswith("lean_future_es"):
        calendar = " -i 1m --calendar cme --accept" if "_trade" in name else ""
        there = list(CONTRACTS)[:4] if "_trade" in name else CONTRACTS
        return [""] + [f"-p {CONTRACTS[c]} --contract {c}{calendar}" for c in there]
    return [""]


def run(program, folder, name, options):
    with tempfile.TemporaryDirectory() as root:
        command = [program, "data", "import", os.path.join(folder, name), *options.split(), "--json", "--data-root", root]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode == 0:
            return " and ".join(stored(part) for part in json.loads(done.stdout)), ""
        error = done.stderr.strip().splitlines()[-1].removeprefix("error: ")
        return "refused", error.replace(os.path.join(folder, name) + ": ", "").replace(os.path.join(folder, name), name)


def stored(part):
    series = part["stored"]
    kind = part.get("kind") or f"{series['timeframe']} bars"
    rows = part["rows"] if "kind" in part else series["rows"]
    aside = part["rows"] - part["goodRows"] if "kind" in part else part["badRows"]
    return f"{series['symbol']} {kind}: {rows - aside if 'kind' in part else rows:,} rows" + (f", {aside:,} put aside" if aside else "")


folder, program = sys.argv[1:]
print("# What an import does with each file\n")
print("Written by `eng/import-table.sh FOLDER`, which imports each file of a folder by `ratchet data import` into a store of its own; [data.md](data.md) says")
print("what is stored how. \"Options\" are those that neither the file nor its name makes needless.\n")
print("| file | options | imported | reason of a refusal |\n|---|---|---|---|")
for file in sorted(os.listdir(folder)):
    if file.endswith(".md") or file.startswith(".") or not os.path.isfile(os.path.join(folder, file)):
        continue
    for chosen in options_of(file):
        outcome, reason = run(program, folder, file, chosen)
        print(f"| `{file}` | {f'`{chosen}`' if chosen else ''} | {outcome} | {reason.replace('|', chr(92) + '|')} |")
