#!/usr/bin/env bash
# The table of docs/strategies-table.md: the four built-in strategies and a trained ensemble, traded by the engine with fees and slippage.
#
#   eng/strategies.sh FOLDER [WORK]
#
# FOLDER holds crypto/binance_{BTC,ETH,SOL,XRP}USDT_{15m_2025,1h_2022-2025}.csv.gz; a market whose file is missing is left out. WORK keeps stores, studies, models and
# results; a temporary folder where it is not given. RATCHET names a program to use instead of building it; JOBS how many evaluations run at once (2).
#
# The ensemble: a small study (R = 9, forests of 50 to 100 trees, 3 folds, one look at the best, 4 walk-forward windows) on the bars before 2025-08-01 (15m) or 2025-01-01 (1h), its best configuration
# trained on them, and everything after them traded once. That part reaches into the sealed one, which is opened for it, and recorded in WORK. The strategies have
# nothing fitted and trade every bar; they run in a store of their own, after the ensembles.
set -euo pipefail
source=$(cd "${1:?folder of the market data}" && pwd)
work=${2:-}
cd "$(dirname "$0")/.."
if [ -z "$work" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi
mkdir -p "$work/results"
if [ -z "${RATCHET:-}" ]; then
  dotnet build -c Release -v q --nologo src/Ratchet.Cli >&2
  RATCHET="dotnet src/Ratchet.Cli/bin/Release/net10.0/ratchet.dll"
fi
jobs=${JOBS:-2}
listed='engine.instruments=[{"symbol":"BTC/USDT","listed":"2017-08-17"},{"symbol":"ETH/USDT","listed":"2017-08-17"},{"symbol":"SOL/USDT","listed":"2020-08-11"},{"symbol":"XRP/USDT","listed":"2018-05-04"}]'
small=(--set search.maximumResource=9 --set search.estimatorsHigh=100 --set search.reevaluateTop=1 --set search.randomEntryDraws=100
  --set validation.folds=3 --set validation.reevaluationFolds=3 --set validation.walkForwardWindows=4)

for frame in 15m 1h; do
  [ "$frame" = 15m ] && { years=2025; end=20250801; } || { years=2022-2025; end=20250101; }
  for coin in BTC ETH SOL XRP; do
    file="$source/crypto/binance_${coin}USDT_${frame}_${years}.csv.gz"
    if [ ! -f "$file" ]; then
      echo "left out: $file is not there" >&2
      continue
    fi
    name="$coin-$frame"
    echo "$(date -u +%H:%M:%S) $name" >&2
    if [ ! -f "$work/results/$name-ensemble.json" ]; then
      $RATCHET data import "$file" --replace --data-root "$work/ensemble" > /dev/null
      $RATCHET optimize -p "$coin/USDT" -i "$frame" --timerange "-$end" -j "$jobs" --study-name "$name" "${small[@]}" --data-root "$work/ensemble" > "$work/results/$name-study.txt" 2>&1
      $RATCHET train --study "$name" --force -j "$jobs" --data-root "$work/ensemble" > "$work/results/$name-train.txt" 2>&1
      $RATCHET backtest --model "$work/ensemble/models/$name" --open-holdout -j "$jobs" --set "$listed" --data-root "$work/ensemble" --json > "$work/results/$name-ensemble.draft" 2> "$work/results/$name-ensemble.txt"
      mv "$work/results/$name-ensemble.draft" "$work/results/$name-ensemble.json"
    fi
    $RATCHET backtest --strategy all --alone "$file" --open-holdout -j "$jobs" --set "$listed" --data-root "$work/rules" --json > "$work/results/$name-rules.json" 2> /dev/null
    # The same without the drawdown guard, so that a halt does not hide the rest of the years.
    $RATCHET backtest --strategy all --alone "$file" --open-holdout -j "$jobs" --set "$listed" --set risk.drawdownReduce=0.98 --set risk.drawdownHalt=0.99 --data-root "$work/rules" --json > "$work/results/$name-free.json" 2> /dev/null
  done
done

python3 eng/strategies-table.py "$work/results" > docs/strategies-table.md
echo "docs/strategies-table.md written" >&2
