#!/usr/bin/env bash
# Every symbol of the installed wheel has a type that every checker reads in the same way.
set -euo pipefail

checker=$1 venv=$2
# The checker looks for the package in the interpreter on the path, away from the repository.
cd "$(mktemp -d)"
report=$(PATH="$venv/bin:$PATH" "$checker" --verifytypes casa_model --ignoreexternal 2>&1) || true
score=$(grep -F 'Type completeness score' <<<"$report" || true)
if ! grep -qF "$venv" <<<"$report"; then
    printf 'the checker did not look at the installed wheel:\n%s\n' "$report" >&2
    exit 1
fi
if [ "$score" != "Type completeness score: 100%" ]; then
    printf '%s\n' "$report" >&2
    exit 1
fi
symbols=$(grep -F 'Symbols exported by' <<<"$report")
echo "types: $score; $symbols"
