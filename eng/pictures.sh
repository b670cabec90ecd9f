#!/usr/bin/env bash
# The pictures of a report in docs/: wide and narrow, light and dark.  eng/pictures.sh report.html   (needs chromium)
set -euo pipefail
report=$(realpath "${1:?path of a report.html}")
cd "$(dirname "$0")/.."
shoot() { # name scheme(1 light, 0 dark) width height
  profile=$(mktemp -d)
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update \
    --disable-sync --hide-scrollbars --user-data-dir="$profile" --blink-settings=preferredColorScheme="$2" \
    --window-size="$3,$4" --screenshot="docs/report-$1.png" "file://$report" >/dev/null 2>&1
  rm -rf "$profile"
  echo "docs/report-$1.png"
}
shoot wide-light 1 1280 2400
shoot wide-dark 0 1280 2400
shoot narrow-light 1 390 3200
shoot narrow-dark 0 390 3200
