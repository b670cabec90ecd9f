#!/usr/bin/env bash
# Builds the whole catalogue again and again, one parameter changed each time, and writes what the feature cache had and what was computed to docs/features.md.
#
#   eng/cache-table.sh
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
table=$(mktemp)
trap 'rm -f "$table"' EXIT
dotnet build -c Release -v q --nologo tests/Ratchet.Storage.Tests >&2
RATCHET_CACHE_TABLE=$table dotnet run -c Release --no-build --project tests/Ratchet.Storage.Tests -- -class Ratchet.Storage.Tests.FeatureCache.OneParameterTests >&2
[ -s "$table" ] || { echo "the steps were not as they should be; docs/features.md is as it was" >&2; exit 1; }
/usr/bin/python3 - "$table" docs/features.md <<'PYTHON'
import re
import sys

table, page = open(sys.argv[1]).read(), open(sys.argv[2]).read()
marks = "<!-- cache-table: made by eng/cache-table.sh -->\n", "<!-- end of cache-table -->\n"
before, rest = page.split(marks[0])
open(sys.argv[2], "w").write(before + marks[0] + table + marks[1] + rest.split(marks[1])[1])
PYTHON
echo "wrote the table in docs/features.md" >&2
