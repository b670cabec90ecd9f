#!/usr/bin/env bash
# Checks every file of market data in a folder and writes the table to docs/data-check.md. Files are named relative to the folder.
#
#   eng/data-check.sh FOLDER [option ...]     options of "ratchet data check", such as --time-zone America/New_York for times written without a zone
#
# Ends with 0 also where files would be refused: the table says which and why.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2; }
folder=$(cd "$1" && pwd)
shift
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build -c Release -v q --nologo src/Ratchet.Cli >&2
table=$(mktemp)
trap 'rm -f "$table"' EXIT
status=0
dotnet run -c Release --no-build --project src/Ratchet.Cli -- data check "$folder" --markdown "$@" > "$table" || status=$?
[ -s "$table" ] || exit "$status"
{
  cat <<'TEXT'
# What the check finds in the market data

Written by `eng/data-check.sh`; [data.md](data.md) says what each column means. One row for each part of each file. "Gaps by clock" counts every minute, hour
or day without a bar; "gaps by calendar" only those in which the market was open. A file is refused by an import below 99.5 % of the bars that the calendar
expects, unless it is accepted explicitly.

What a file cannot show by itself is not in the table: an additive back-adjustment keeps prices on the tick grid (ES), a publisher that leaves out
minutes without a trade looks like one that lost them, and whether the last bar is whole is only hinted at by its volume beside that of the bars before it.

TEXT
  cat "$table"
} > docs/data-check.md
echo "docs/data-check.md: $(($(wc -l < "$table") - 2)) rows" >&2
