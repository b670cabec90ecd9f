#!/usr/bin/env bash
# Whole reduced studies on 100 markets of pure noise and 100 with a planted edge: eng/honesty.sh [further options of 'ratchet honesty'].
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet run -c Release --project src/Ratchet.Cli -- honesty --markets 100 --ic 0.05 "$@"
