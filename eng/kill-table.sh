#!/usr/bin/env bash
# Kills real processes at every write boundary of a journal and at 200 random moments, goes on with each file and compares it with a run that nobody killed.
#
#   eng/kill-table.sh [FOLDER]
#
# FOLDER is where the journals are written; a temporary one in memory where it is not given, because what a killed process has written stays with the kernel, flushed or not. Needs cc for the boundaries of system calls. KILL_STEPS (12), KILL_SAMPLE (0: every
# boundary), KILL_RANDOM (200), KILL_RANDOM_STEPS (240), KILL_ADAPTIVE (100: kills of a session with the adaptive layer), KILL_JOBS (4) and KILL_SEED (1)
# change its size.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
made=$(mktemp -d "$([ -w /dev/shm ] && echo /dev/shm || echo /tmp)/ratchet-kills-XXXXXX")
trap 'rm -rf "$made"' EXIT
folder=${1:-$made/journals}
mkdir -p "$folder"
dotnet build -c Release -v q --nologo tests/Ratchet.KillHost >&2
cc -O1 -shared -fPIC -o "$made/kill_calls.so" tests/Ratchet.KillHost/Kills/kill_calls.c -ldl
KILL_SHIM="$made/kill_calls.so" dotnet run -c Release --no-build --project tests/Ratchet.KillHost -- table "$(cd "$folder" && pwd)"
