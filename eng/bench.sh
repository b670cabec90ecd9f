#!/usr/bin/env bash
# Measures ours beside the peers in one run and keeps the results in bench/results, named by date and machine.
#
#   eng/bench.sh PEER_SCRIPTS [case ...]
#
# PEER_SCRIPTS is the folder of the peers' scripts (a_rf.py, b_xgb.py, c_hmm.py, e_cluster.py, gen_data.py). Without cases: P1 to P6, P10 to P12, P16, P18, P21, P23.
# Peers on Debian: apt-get install -y --no-install-recommends python3-numpy python3-sklearn python3-xgboost
# hmmlearn is measured where /usr/bin/python3 can import it (PYTHONPATH is passed on); otherwise its recorded figure is shown and marked so.
# RATCHET_PEERS_DATA names the folder of the input arrays; they are made once where they are missing. PEER_RUNS (default 1) is how often each peer is run.
# Leave the machine alone meanwhile: the load average is printed and kept beside the results.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,11s/^# \{0,1\}//p' "$0"; exit 2; }
peers=$(cd "$1" && pwd)
shift
cd "$(dirname "$0")/.."
cases=("$@")
[ ${#cases[@]} -gt 0 ] || cases=(P1 P2 P3 P4 P5 P6 P10 P11 P12 P16 P18 P21 P23)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

for module in numpy sklearn xgboost hmmlearn; do
  /usr/bin/python3 -c "import $module" 2>/dev/null || echo "$module cannot be imported: recorded figures are shown for its cases" >&2
done
data=${RATCHET_PEERS_DATA:-$HOME/.cache/ratchet-peers}
if [ ! -f "$data/tab_X.json" ]; then
  echo "making the input arrays in $data" >&2
  PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$peers/gen_data.py"
fi

dotnet build -c Release -v q --nologo bench/Ratchet.Benchmarks >&2
echo "load average: $(cut -d ' ' -f 1-3 /proc/loadavg)" >&2
dotnet run -c Release --no-build --project bench/Ratchet.Benchmarks -- "${cases[@]}" --peers "$peers" --peer-runs "${PEER_RUNS:-1}" --results bench/results
echo "load average: $(cut -d ' ' -f 1-3 /proc/loadavg)" >&2
