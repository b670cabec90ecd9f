#!/usr/bin/env bash
# The evidence of the adaptive layer on real bars, docs/adaptive-table.md: eng/adaptive.sh FOLDER [further options of 'ratchet selector study'].
# FOLDER, or its folder 'crypto', holds binance_BTCUSDT_15m_2025.csv.gz, binance_BTCUSDT_1h_2022-2025.csv.gz and the same for ETH, SOL and XRP.
set -euo pipefail
source=$(realpath "${1:?folder with the CSV files}")
shift
[ -d "$source/crypto" ] && source=$source/crypto
cd "$(dirname "$0")/.."
dotnet build -c Release -v q --nologo src/Ratchet.Cli
files=()
for frame in 15m_2025 1h_2022-2025; do
  for coin in BTC ETH SOL XRP; do
    files+=("$source/binance_${coin}USDT_$frame.csv.gz")
  done
done
dotnet src/Ratchet.Cli/bin/Release/net10.0/ratchet.dll selector study "${files[@]}" "$@" > docs/adaptive-table.md.new
mv docs/adaptive-table.md.new docs/adaptive-table.md
