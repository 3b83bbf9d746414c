#!/usr/bin/env bash
# The step "Check" of action.yml: runs the check, shows annotations and summary, and leaves the exit code as an output.
set -uo pipefail
arguments=(check "$INPUT_PATH" --out "$INPUT_OUT" --fail-on "$INPUT_FAIL_ON" --format "sarif,github,github-summary,github-output,$INPUT_FORMATS")
[ -z "${INPUT_DELIVERY:-}" ] || arguments+=(--delivery "$INPUT_DELIVERY")
[ -z "${INPUT_CONTRACT:-}" ] || arguments+=(--contract "$INPUT_CONTRACT")
[ -z "${INPUT_AS_OF:-}" ] || arguments+=(--as-of "$INPUT_AS_OF")
[ -z "${INPUT_BASELINE:-}" ] || arguments+=(--baseline "$INPUT_BASELINE")
[ -z "${INPUT_WAIVERS:-}" ] || arguments+=(--waivers "$INPUT_WAIVERS")
[ -z "${INPUT_RULES:-}" ] || arguments+=(--rules "$INPUT_RULES")
code=0
# SOURCING may be a program with its first arguments, such as "dotnet sourcing.dll".
read -ra program <<< "${SOURCING:-sourcing}"
"${program[@]}" "${arguments[@]}" || code=$?
sarif=$(find "$INPUT_OUT" -maxdepth 1 -name '*.sarif' | sort | head -n 1)
find "$INPUT_OUT" -maxdepth 1 -name '*.github.txt' -exec cat {} +
find "$INPUT_OUT" -maxdepth 1 -name '*.summary.md' -exec cat {} + >> "$GITHUB_STEP_SUMMARY"
find "$INPUT_OUT" -maxdepth 1 -name '*.output.txt' -exec cat {} + >> "$GITHUB_OUTPUT"
{
  echo "exit-code=$code"
  echo "sarif-path=$sarif"
  echo "report-path=$INPUT_OUT"
} >> "$GITHUB_OUTPUT"
