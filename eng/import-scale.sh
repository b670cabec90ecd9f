#!/usr/bin/env bash
# Imports five years of one-minute bars of 20 symbols (53 million bars) into a store of their own, resamples each to 5m, 15m, 1h, 4h and 1d, reads all back,
# and prints rates and the peak of memory. Needs about 9 GB of disk and some minutes; not for continuous integration.
#
#   eng/import-scale.sh [FOLDER]     FOLDER is where the store is made and removed again; default the system's folder of temporary files
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export RATCHET_IMPORT_SYMBOLS=${RATCHET_IMPORT_SYMBOLS:-20} RATCHET_IMPORT_BARS=${RATCHET_IMPORT_BARS:-2629440}
[ $# -eq 0 ] || export RATCHET_IMPORT_FOLDER=$1
dotnet build -c Release -v q --nologo bench/Ratchet.Benchmarks >&2
echo "load average: $(cut -d ' ' -f 1-3 /proc/loadavg)" >&2
dotnet run -c Release --no-build --project bench/Ratchet.Benchmarks -- IMPORT
echo "load average: $(cut -d ' ' -f 1-3 /proc/loadavg)" >&2
