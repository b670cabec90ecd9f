#!/usr/bin/env bash
# Audits the whole catalogue for look-ahead on real bars and writes the tables to docs/audit.md.
#
#   eng/audit.sh FOLDER [cuts]
#
# FOLDER holds crypto/ and futures/ with the files named below; cuts (default 12) is how often the future is cut off and changed.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2; }
data=$(cd "$1" && pwd)
cuts=${2:-12}
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NO_COLOR=1
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

dotnet build -c Release -v q --nologo src/Ratchet.Cli >&2
ratchet() { dotnet src/Ratchet.Cli/bin/Release/net10.0/ratchet.dll "$@" --data-root "$root"; }

# file, pair, time frame, calendar, part audited (one-minute years are long: the tables show three months)
series=(
  "crypto/bitfinex_BTCUSD_1m_2018.csv.gz BTC/USD 1m 24/7 20180101-20180401"
  "crypto/binance_BTCUSDT_15m_2025.csv.gz BTC/USDT 15m 24/7 20250101-20260101"
  "crypto/binance_BTCUSDT_1h_2022-2025.csv.gz BTC/USDT 1h 24/7 20220101-20260101"
  "futures/ES_5m_2024-12_2025-09.csv.gz ES 5m cme 20241203-20251001"
)
for line in "${series[@]}"; do
  read -r file pair frame calendar range <<<"$line"
  ratchet data import "$data/$file" -p "$pair" -i "$frame" --calendar "$calendar" --accept >&2
  name=$(tr -d '/' <<<"$pair")-$frame
  echo "auditing $pair $frame $range" >&2
  ratchet features audit -p "$pair" -i "$frame" --timerange "$range" --cuts "$cuts" -j 2 --json >"$root/$name.json" || [ $? -eq 3 ]
done
/usr/bin/python3 eng/audit-table.py "$root"/*-*.json >docs/audit.md
echo "wrote docs/audit.md" >&2
