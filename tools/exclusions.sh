#!/usr/bin/env bash
# At most ten lines of the library are left out of coverage, each with its reason beside it.
set -euo pipefail

limit=10
excluded=$(grep -rnE 'pragma: no (cover|branch)|assert_never\(' --include='*.py' src || true)
count=$(grep -c . <<<"$excluded" || true)
bare=$(grep 'pragma:' <<<"$excluded" | grep -vE 'pragma: no (cover|branch) - \S' || true)
if [ -n "$bare" ]; then
    printf 'write the reason, as in `# pragma: no cover - why`:\n%s\n' "$bare" >&2
    exit 1
fi
if [ "$count" -gt "$limit" ]; then
    printf '%s lines left out of coverage, at most %s:\n%s\n' "$count" "$limit" "$excluded" >&2
    exit 1
fi
echo "coverage: $count excluded lines, at most $limit"
