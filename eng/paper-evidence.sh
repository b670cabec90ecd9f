#!/usr/bin/env bash
# Makes the tables of docs/paper.md: two weeks on the exchange that misbehaves, a day under the fault schedule, and real processes that are killed by SIGKILL amid a
# session, go on, and are compared with a session that nobody killed.
#
#   eng/paper-evidence.sh            prints them, and puts them between the marks of docs/paper.md
#   KILLS=5 eng/paper-evidence.sh    how many processes are killed (5)
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 LC_ALL=C
made=$(mktemp -d "$([ -w /dev/shm ] && echo /dev/shm || echo /tmp)/ratchet-paper-XXXXXX")
trap 'rm -rf "$made"' EXIT
dotnet build -c Release -v q --nologo ${BUILD_OPTIONS:-} tests/Ratchet.Scenarios >&2
[ -n "${SKIP_BENCH:-}" ] || RATCHET_PAPER_TABLES="$made" dotnet run -c Release --no-build --project tests/Ratchet.Scenarios -- -class Ratchet.Scenarios.Paper.PaperScenarios >&2

ratchet() { dotnet src/Ratchet.Cli/bin/Release/net10.0/ratchet.dll "$@"; }
field() { sed -n "s/.*\"$1\": \"\{0,1\}\([^\",]*\)\"\{0,1\},\{0,1\}\$/\1/p" "$2" | head -1; }
export RATCHET__DATA__ROOT="$made/data"
ratchet data synth --bars 12000 >&2
begin() { ratchet paper -p SYN/USD -i 1h --strategy all --timerange 20230201- --session "$1" --set paper.commitInputs=1 "${@:2}"; }
begin "$made/whole" >/dev/null 2>&1
ratchet replay --session "$made/whole" --json >"$made/whole.json"

kills=0
for i in $(seq 1 "${KILLS:-5}"); do
    # Not by 'ratchet': the process itself must be the child that is killed.
    dotnet src/Ratchet.Cli/bin/Release/net10.0/ratchet.dll paper -p SYN/USD -i 1h --strategy all --session "$made/killed" --set paper.commitInputs=1 \
        $([ -e "$made/killed/session.json" ] || echo --timerange 20230201-) >/dev/null 2>&1 &
    child=$!
    before=$(stat -c %s "$made/killed/journal.db-wal" 2>/dev/null || echo 0)
    for _ in $(seq 1 300); do
        sleep 0.05
        now=$(stat -c %s "$made/killed/journal.db-wal" 2>/dev/null || echo 0)
        if [ "$now" -gt 0 ] && [ "$now" != "$before" ]; then sleep "0.$((RANDOM % 4 + 1))"; break; fi
    done
    if kill -9 "$child" 2>/dev/null; then kills=$((kills + 1)); fi
    wait "$child" 2>/dev/null || true
done
ratchet paper --session "$made/killed" >/dev/null 2>"$made/last.txt"
ratchet replay --session "$made/killed" --json >"$made/killed.json"
{
    echo '| | |'
    echo '|---|---|'
    echo "| processes killed by SIGKILL | $kills |"
    echo "| events, trades | $(field events "$made/killed.json"), $(field trades "$made/killed.json") |"
    echo "| order hash, never killed | \`$(field recordedOrderHash "$made/whole.json")\` |"
    echo "| order hash, killed | \`$(field recordedOrderHash "$made/killed.json")\` |"
    echo "| replay of the killed session | $([ "$(field identical "$made/killed.json")" = true ] && echo identical || field firstDifference "$made/killed.json") |"
} >"$made/kills.md"

for table in two-weeks day kills; do
    [ -e "$made/$table.md" ] || continue
    echo "== $table"
    cat "$made/$table.md"
    awk -v table="$made/$table.md" -v begin="<!-- $table -->" -v end="<!-- end of $table -->" '
        $0 == begin { print; while ((getline line < table) > 0) print line; skip = 1 }
        $0 == end { skip = 0 }
        !skip && $0 != begin { print }' docs/paper.md >"$made/paper.md"
    cp "$made/paper.md" docs/paper.md
done
[ "$(field recordedOrderHash "$made/whole.json")" = "$(field recordedOrderHash "$made/killed.json")" ]
