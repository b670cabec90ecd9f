"""Turns the JSON lines of the fuzzing tests into docs/fuzzing.md."""
import json
import sys

rows = [json.loads(line) for line in open(sys.argv[1])]
first = ["import into a store", "the store's columns (npy)", "the store's manifest and columns"]
rows.sort(key=lambda r: (r["Name"].startswith(("download", "live")), r["Name"] in first))
print("""# Damaged input

`eng/fuzz.sh [INPUTS]` makes this table; the tests do the same with 100 inputs each. A good file of each format, made by the test or the beginning of a real one, is damaged by
one to four changes: bits flipped, bytes cut out, doubled or cut off, two files spliced, lines swapped, lost, doubled or turned round, numbers replaced (1e308, -0, NaN, 26 digits,
days that are none), byte order marks, UTF-16, zero bytes, half characters, a quarter of a million columns or nested lists, lines of more than a megabyte, a file repeated up to 16 times.
Of packed files either the content or the packed bytes are damaged; among the seeds are a megabyte of zeros in a kilobyte of gzip and a megabyte of blank lines in a zip.
Which input is which follows from its number.

What must hold of each input:

- It gives data, or one refusal (`MarketDataException`; for the exchange's answers the `JsonException` after which the client asks again) that names the file. Nothing else is ever thrown.
- Read at once and in parts of a few rows, it gives the same number of rows or is refused both times. No number that is read is infinite.
- It ends: 20 seconds would fail, and it may allocate at most 256 MB. The slowest is given in the thread's processor time, the compiler's at the first inputs included.
- An import into a store that holds bars: refused, it leaves every byte of the store as it was; accepted, every series verifies against its content hash. Time frame, acceptance, replacement
  and repairs change from input to input.
- Damage to a store's own manifest or columns: the stored bars bit for bit, or one refusal. Mapped and read columns agree.
""")
print("| importer | inputs | data | refused | slowest ms | most MB allocated | failures |\n|---|---:|---:|---:|---:|---:|---:|")
for r in rows:
    print(f"| {r['Name']} | {r['Inputs']:,} | {r['Accepted']:,} | {r['Refused']:,} | {r['SlowestMilliseconds']:.0f} | {r['MostMegabytes']:.0f} | {len(r['Failures'])} |")
total = [sum(r[k] for r in rows) for k in ("Inputs", "Accepted", "Refused")]
print(f"| all | {total[0]:,} | {total[1]:,} | {total[2]:,} | {max(r['SlowestMilliseconds'] for r in rows):.0f} | {max(r['MostMegabytes'] for r in rows):.0f} | {sum(len(r['Failures']) for r in rows)} |")
