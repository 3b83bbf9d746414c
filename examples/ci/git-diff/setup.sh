#!/usr/bin/env bash
# Once for each clone: tells git how to show a BOM as text. git does not take such a setting from the repository itself, since it names a program.
set -euo pipefail
git config diff.bom.textconv "${SOURCING:-sourcing} lines"
git config diff.bom.cachetextconv true
# What was remembered of an older program would be shown as if nothing had changed.
git update-ref -d refs/notes/textconv/bom
