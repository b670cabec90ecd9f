#!/usr/bin/env bash
# The table of real results in the README: every study on real bars, the sealed part opened once at its end.
#   eng/evidence.sh FOLDER_WITH_CSV [DATA_ROOT] [JOBS]
# FOLDER_WITH_CSV holds binance_BTCUSDT_1h_2022-2025.csv.gz and the same for ETHUSDT and SOLUSDT.
set -euo pipefail
source=${1:?folder with the CSV files}
root=${2:-ratchet-data}
jobs=${3:-2}
cd "$(dirname "$0")/.."
dotnet build -c Release -v q --nologo src/Ratchet.Cli
ratchet() { dotnet src/Ratchet.Cli/bin/Release/net10.0/ratchet.dll "$@" --data-root "$root"; }

for coin in BTC ETH SOL; do
  ratchet data import "$source/binance_${coin}USDT_1h_2022-2025.csv.gz"
  ratchet data resample -p "$coin/USDT" -i 1h --to 4h
  for frame in 1h 4h; do
    name="evidence-$coin-$frame"
    ratchet optimize -p "$coin/USDT" -i "$frame" -j "$jobs" --study-name "$name" --fresh
    ratchet backtest --study "$name" --open-holdout -j "$jobs"
  done
done
