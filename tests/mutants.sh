#!/usr/bin/env bash
# Changes the sources of a room in small ways, one at a time, and asks the tests of the rooms whether they notice.
#   tests/mutants.sh BENCHMARKS.DLL OUT WHAT…
# WHAT is a room of src/Ingest.Core (Amounts, Text, Tables, Budget, Checks) or files of one (Tables/Header*). The tests of the
# rooms alone are compiled, since each change is tried by all that reach it. Wants the package dotnet-stryker, which it fetches.
set -euo pipefail
benchmarks=$1 out=$2
shift 2
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
version=5.1.0
tool=$out/stryker-$version
mkdir -p "$out"
if [[ ! -x $tool/dotnet-stryker ]]; then
  dotnet tool install dotnet-stryker --version "$version" --tool-path "$tool" >"$out/tool.log" 2>&1 || {
    echo "mutants: dotnet-stryker $version could not be had (why: $out/tool.log)" >&2
    exit 3
  }
fi
only=()
for what in "$@"; do
  case $what in
    *'*'* | *.cs) only+=(-m "**/Ingest.Core/${what%.cs}.cs") ;;
    *) only+=(-m "**/Ingest.Core/$what/**/*.cs") ;;
  esac
done
echo "mutants: making them takes minutes before the first one is tried; the log is $out/mutants.log" >&2
# Debug, so that what run.sh builds and runs is never a mutant.
cd -- "$root/tests/Ingest.Tests"
INGEST_MUTANTS=1 "$tool/dotnet-stryker" --skip-version-check -t mtp -p Ingest.Core.csproj --configuration Debug \
  "${only[@]}" -r Json -c "${INGEST_JOBS:-$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)}" -O "$out/run" </dev/null >"$out/mutants.log" 2>&1 || {
  tail -n 20 "$out/mutants.log" >&2
  exit 1
}
exec dotnet "$benchmarks" mutants "$out/run/reports/mutation-report.json"
