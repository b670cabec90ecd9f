"""Turns the JSON of 'ratchet features audit' into Markdown tables: features x series, with the largest difference of batch and stream."""
import json
import sys


def frame_of(report):
    """The longer time frame of a report's features; empty where they are on the series' own."""
    return report["features"][0]["name"].partition("@")[2]


def cell(feature):
    verdict = "clean" if feature["clean"] else f"**{', '.join(sorted({x['check'] for x in feature['findings']}))}**"
    difference = "-" if feature["streamDifference"] is None else f"{feature['streamDifference']:.1g}"
    return f"{verdict}, {difference}, {feature['values']:,} values"


def table(reports, has_warm_up):
    heads = [r["series"] + (f" `@{frame_of(r)}`" if frame_of(r) else "") for r in reports]
    print("\n| feature | " + ("warm-up | " if has_warm_up else "") + " | ".join(heads) + " |")
    print("|---|" + ("---|" if has_warm_up else "") + "---|" * len(reports))
    for i, feature in enumerate(reports[0]["features"]):
        cells = [cell(r["features"][i]) for r in reports]
        if has_warm_up:
            cells.insert(0, ", ".join(str(w) for w in sorted({r["features"][i]["warmUpBars"] for r in reports})))
        print(f"| `{feature['name'].partition('@')[0]}` | " + " | ".join(cells) + " |")


reports = [json.load(open(path)) for path in sys.argv[1:]]
reports.sort(key=lambda r: (r["series"], frame_of(r)))
print("# Look-ahead audit of the catalogue on real bars\n")
print("Made by `eng/audit.sh FOLDER`. At each cut the features are computed again on the bars up to it, on a series in which the next bar is another, and on one in which")
print("all later bars are others; every value at or before the cut must keep every bit. A stream that is given bar after bar must agree at every bar, and a second")
print("calculation must repeat the first. *clean* means all of that; the figure is the largest difference of batch and stream.\n")
print("ADA/USDT 1m has only 20 % of the minutes of its year, in runs of some hours; whether a longer bar has ended shows there only by a bar that comes much later.\n")
print("| series | bars | features | cuts | features audited | clean | with a finding |")
print("|---|---|---|---|---|---|---|")
for r in reports:
    clean = sum(f["clean"] for f in r["features"])
    kind = f"the catalogue `@{frame_of(r)}`" if frame_of(r) else "the catalogue"
    print(f"| {r['series']} | {r['bars']:,} | {kind} | {len(r['cuts'])} | {len(r['features'])} | {clean} | {len(r['features']) - clean} |")
print("\n## On the bars' own time frame")
table([r for r in reports if not frame_of(r)], True)
print("\n## At longer time frames")
print("\nA feature of a longer frame sees only bars of it that have ended, and keeps its value until the next one has; `values` counts the bars at which it has one.")
table([r for r in reports if frame_of(r)], False)
