#!/usr/bin/env bash
# Compares accuracy with scikit-learn and XGBoost on five data sets, ten seeds a side, and keeps the table in bench/results.
#
#   eng/parity.sh [option ...]     options of "Ratchet.Benchmarks PARITY", such as --only forest or --data FOLDER
#
# Needs apt-get install -y --no-install-recommends python3-numpy python3-sklearn python3-xgboost, the peers' arrays (see eng/bench.sh) and the market data.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
exec dotnet run -c Release --project bench/Ratchet.Benchmarks -- PARITY --results bench/results "$@"
