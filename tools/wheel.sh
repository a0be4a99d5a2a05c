#!/usr/bin/env bash
# The wheel carries what people rely on: types, data, licence.
set -euo pipefail

python=$1 wheel=$2
listing=$("$python" -m zipfile -l "$wheel")
for wanted in casa_model/py.typed casa_model/data/ _casa_model_pytestplugin.py dist-info/licenses/LICENSE; do
    if ! grep -qF "$wanted" <<<"$listing"; then
        echo "$wheel lacks $wanted; look at [tool.hatch.build] in pyproject.toml" >&2
        exit 1
    fi
done
missing=$(cd src && find casa_model/data -type f | while read -r file; do
    grep -qF "$file" <<<"$listing" || echo "$file"
done)
if [ -n "$missing" ]; then
    printf '%s lacks data files:\n%s\n' "$wheel" "$missing" >&2
    exit 1
fi
echo "wheel: $(grep -c casa_model/data/ <<<"$listing") data files, types and licence"
