#!/usr/bin/env bash
# Imports every file of a folder, each into a store of its own, and writes what came of it to docs/import-table.md.
#
#   eng/import-table.sh FOLDER
set -euo pipefail
[ $# -eq 1 ] || { sed -n '2,4s/^# \{0,1\}//p' "$0"; exit 2; }
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build -c Release -v q --nologo src/Ratchet.Cli >&2
python3 eng/import-table.py "$folder" src/Ratchet.Cli/bin/Release/net10.0/ratchet > docs/import-table.md.new
mv docs/import-table.md.new docs/import-table.md
echo "docs/import-table.md: $(grep -c '^| `' docs/import-table.md) rows" >&2
