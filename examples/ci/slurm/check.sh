#!/usr/bin/env bash
#SBATCH --job-name=sourcing
#SBATCH --array=0-3
#SBATCH --time=01:00:00
#SBATCH --mem=2G
# sbatch --parsable check.sh, then: sbatch --dependency=afterok:THAT_NUMBER merge.sh
# An array may begin at any number; shards count from 1.
set -euo pipefail
${SOURCING:-sourcing} check "${BOMS:-boms}" --shard "$((SLURM_ARRAY_TASK_ID - SLURM_ARRAY_TASK_MIN + 1))/$SLURM_ARRAY_TASK_COUNT" \
  --out "parts/$SLURM_ARRAY_TASK_ID" --format json,html --exit-zero
