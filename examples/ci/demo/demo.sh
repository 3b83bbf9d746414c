#!/usr/bin/env bash
# Three lists as a pipeline sees them: red for a violation, yellow for an open question, green for a violation under a waiver.
# SOURCING names the program; the default is the one on the path.
set -uo pipefail
cd "$(dirname "$0")"
read -ra program <<< "${SOURCING:-sourcing}"
out=$(mktemp -d)
for list in red yellow green; do
  code=0
  "${program[@]}" check "boms/$list.csv" --as-of 2026-11-22 --fail-on open --format json --out "$out" --quiet || code=$?
  case $code in
    0) echo "$list.csv: green, exit code 0, waived by $(grep -o 'W-[0-9-]*' "$out/boms/$list.json" | sort -u)" ;;
    1) echo "$list.csv: red, exit code 1" ;;
    2) echo "$list.csv: yellow, exit code 2" ;;
    *) echo "$list.csv: error, exit code $code" ;;
  esac
done
rm -r "$out"
