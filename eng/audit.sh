#!/usr/bin/env bash
# Audits the whole catalogue for look-ahead on real bars, on their own time frame and on longer ones, and writes the tables to docs/audit.md.
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

# The catalogue at a longer time frame, as a configuration.
ratchet features list --json >"$root/catalogue.json"
longer() {
  /usr/bin/python3 -c 'import json, sys
print(json.dumps({"features": {"features": [f["name"] + "@" + sys.argv[2] for f in json.load(open(sys.argv[1]))]}}))' "$root/catalogue.json" "$1"
}

# file, pair, time frame, calendar, part audited (one-minute years are long: the tables show three months), longer time frames
series=(
  "crypto/bitfinex_BTCUSD_1m_2018.csv.gz BTC/USD 1m 24/7 20180101-20180401 15m"
  "crypto/bybit_ADAUSDT_1m_gappy_2024-09_2025-09.csv.gz ADA/USDT 1m 24/7 20240908-20250909 15m,4h"
  "crypto/binance_BTCUSDT_15m_2025.csv.gz BTC/USDT 15m 24/7 20250101-20260101 1h"
  "crypto/binance_BTCUSDT_1h_2022-2025.csv.gz BTC/USDT 1h 24/7 20220101-20260101 4h,1d"
  "futures/ES_5m_2024-12_2025-09.csv.gz ES 5m cme 20241203-20251001 1h"
)
audit() { # pair frame range output [options]
  local output=$4
  echo "auditing $1 $2 $3 ${*:5}" >&2
  ratchet features audit -p "$1" -i "$2" --timerange "$3" --cuts "$cuts" -j 2 --json "${@:5}" >"$output" || [ $? -eq 3 ]
}
for line in "${series[@]}"; do
  read -r file pair frame calendar range frames <<<"$line"
  ratchet data import "$data/$file" -p "$pair" -i "$frame" --calendar "$calendar" --accept >&2
  name=$root/audit-$(tr -d '/' <<<"$pair")-$frame
  audit "$pair" "$frame" "$range" "$name.json"
  for long in ${frames//,/ }; do
    longer "$long" >"$root/longer.json"
    audit "$pair" "$frame" "$range" "$name-$long.json" -c "$root/longer.json"
  done
done
/usr/bin/python3 eng/audit-table.py "$root"/audit-*.json >"$root/audit.md"
cp "$root/audit.md" docs/audit.md
echo "wrote docs/audit.md" >&2
