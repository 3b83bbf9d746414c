#!/usr/bin/env bash
#SBATCH --job-name=sourcing-merge
#SBATCH --time=00:15:00
# Joins the parts of check.sh; its exit code is that of one run over everything.
set -euo pipefail
${SOURCING:-sourcing} merge parts/* --out "${OUT:-reports}"
