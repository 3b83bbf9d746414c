#!/usr/bin/env bash
# Prints, as Markdown, what a branch changes in the BOMs of a folder: comment.sh FOLDER, with BASE the commit to compare with.
set -uo pipefail
read -ra program <<< "${SOURCING:-sourcing}"
# What the branch changes, not what the target branch got meanwhile.
BASE=$(git merge-base "$BASE" HEAD)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A comment holds 65,536 characters; the rest is in the reports of the run.
most=60000
{
  echo "<!-- sourcing -->"
  # Names come with a zero byte behind them and are never part of a command: no name of a file can say more than a name.
  git diff --name-only --no-renames --diff-filter=AMD -z "$BASE" HEAD -- "$1" | while IFS= read -r -d '' path; do
    case "${path,,}" in *.csv | *.tsv | *.xlsx | *.xlsm | *.xls | *.ods) ;; *) continue ;; esac
    # Under its own name on both sides, so that the page says which file it is.
    old="$work/before/$path" new="$work/now/$path"
    mkdir -p "${old%/*}" "${new%/*}"
    if ! git show "$BASE:$path" > "$old" 2> "$work/errors"; then rm -f "$old"; fi
    if [ -f "$path" ]; then cp -- "$path" "$new"; fi
    if [ -f "$old" ] && [ -f "$new" ]; then
      (cd "$work" && "${program[@]}" diff "before/$path" "now/$path" --format markdown 2> errors) || { echo "# One version could not be read"; echo; sed 's/^/    /' "$work/errors"; }
    elif [ -f "$new" ]; then
      (cd "$work" && "${program[@]}" scenario "now/$path" --format markdown 2> errors) || [ "$?" -le 2 ] || { echo "# A new BOM could not be read"; echo; sed 's/^/    /' "$work/errors"; }
    else
      echo "# A BOM was removed"
    fi
    echo
  done
} | head -c "$most"
