"""Turns the JSON of 'ratchet features audit' into one Markdown table: features x series, with the largest difference of batch and stream."""
import json
import sys

reports = [json.load(open(path)) for path in sys.argv[1:]]
reports.sort(key=lambda r: r["series"])
print("# Look-ahead audit of the catalogue on real bars\n")
print("Made by `eng/audit.sh FOLDER`. At each cut the features are computed again on the bars up to it, on a series in which the next bar is another, and on one in which")
print("all later bars are others; every value at or before the cut must keep every bit. A stream that is given bar after bar must agree at every bar, and a second")
print("calculation must repeat the first. *clean* means all of that; the figure is the largest difference of batch and stream.\n")
print("| series | bars | cuts | features | clean | with a finding |")
print("|---|---|---|---|---|---|")
for r in reports:
    clean = sum(f["clean"] for f in r["features"])
    print(f"| {r['series']} | {r['bars']:,} | {len(r['cuts'])} | {len(r['features'])} | {clean} | {len(r['features']) - clean} |")
print("\n| feature | warm-up | " + " | ".join(r["series"] for r in reports) + " |")
print("|---|---|" + "---|" * len(reports))
for i, feature in enumerate(reports[0]["features"]):
    cells = []
    for r in reports:
        f = r["features"][i]
        difference = "-" if f["streamDifference"] is None else f"{f['streamDifference']:.1g}"
        cells.append(f"{'clean' if f['clean'] else '**' + ', '.join(sorted({x['check'] for x in f['findings']})) + '**'}, {difference}, {f['values']:,} values")
    warm = ", ".join(str(w) for w in sorted({r["features"][i]["warmUpBars"] for r in reports}))
    print(f"| `{feature['name']}` | {warm} | " + " | ".join(cells) + " |")
