#!/usr/bin/env bash
# Gives damaged inputs to every importer, to the store's own files and to the readers of the exchange's answers, and writes the table to docs/fuzzing.md.
#
#   eng/fuzz.sh [INPUTS]     inputs an importer, default 10000; the same inputs each time, so that a failure can be looked at again
#
# Ends with 1 where an input ended otherwise than with data or one refusal. Real files are seeds too where shared/data is beside the repository.
set -euo pipefail
case ${1:-} in -h | --help) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2 ;; esac
export RATCHET_FUZZ_INPUTS=${1:-10000}
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Buffers of a file are 128 KiB: many small files are read faster where those are no large objects. Files in memory need no disk.
export DOTNET_GCLOHThreshold=400000 DOTNET_gcConcurrent=0
work=$(mktemp -d)
export RATCHET_FUZZ_RESULTS=$work/results
files=$([ -w /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")
status=0
for project in Storage Connectors; do
  dotnet build -c Release -v q --nologo "tests/Ratchet.$project.Tests" >&2
  TMPDIR=$files nice -n 3 dotnet run -c Release --no-build --project "tests/Ratchet.$project.Tests" -- -namespace "Ratchet.$project.Tests.Fuzzing" >"$work/$project.log" 2>&1 || status=1
done
/usr/bin/python3 eng/fuzz-table.py "$work/results" >"$work/fuzzing.md"
cp "$work/fuzzing.md" docs/fuzzing.md
if [ "$status" -ne 0 ]; then
  echo "there were failures; the test's words and the inputs are in $work" >&2
  exit 1
fi
rm -rf "$work"
echo "wrote docs/fuzzing.md" >&2
