#!/usr/bin/env bash
# Builds what is out of date (quietly), then runs it.
#   ./run.sh              the main job on the bundled fixtures: load, check, report, summary; into out/, or $INGEST_OUT
#   ./run.sh demo         two nights against a portal that is served here
#   ./run.sh test         all tests; the last line is "N passed, N failed"
#   ./run.sh COMMAND …    ingest COMMAND …; ./run.sh --help lists them
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
state=$root/out/build
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# A stamp is the checksum of every source: it notices edits, additions, deletions and a checkout of older files alike,
# and costs a few milliseconds where asking the build would cost seconds.
stamp_of() {
  (cd -- "$root" && find "$@" \( -name bin -o -name obj \) -prune -o -type f -print |
    LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum | cksum)
}

# current NAME OUTPUT STAMP: was OUTPUT built from these very sources?
current() { [[ -f $2 && -f $state/$1.stamp && $(<"$state/$1.stamp") == "$3" ]]; }

# build NAME PROJECT OUTPUT SOURCES…: the lock keeps concurrent calls from building into each other. The compiler
# servers that a build leaves behind would inherit the lock and our caller's pipes, hence 9>&- and the log file.
build() {
  local name=$1 project=$2 output=$3 stamp
  shift 3
  stamp=$(stamp_of "$@")
  current "$name" "$output" "$stamp" && return
  command -v dotnet >/dev/null || { echo "run.sh: the .NET 10 SDK is needed, and there is no dotnet on the PATH" >&2; exit 3; }
  mkdir -p "$state"
  (
    if command -v flock >/dev/null; then flock 9; fi
    current "$name" "$output" "$stamp" && exit 0
    if ! dotnet build "$root/$project" -c Release -v quiet </dev/null >"$state/$name.log" 2>&1 9>&-; then
      echo "run.sh: $project does not build:" >&2
      grep -E 'error' "$state/$name.log" | sort -u | head -n 20 >&2 || cat "$state/$name.log" >&2
      exit 3
    fi
    printf '%s' "$stamp" >"$state/$name.stamp"
  ) 9>"$state/lock" || exit 3
}

run_tests() {
  local tests=$root/tests/Ingest.Tests/bin/Release/net10.0/Ingest.Tests.dll log=$state/tests.out code=0 failed passed
  build tests tests/Ingest.Tests "$tests" src tests
  build app src/Ingest.Cli "$app" src   # a test does the main job
  dotnet "$tests" -noLogo -noColor "$@" 2>&1 | tee "$log" || code=$?
  read -r passed failed < <(sed -nE \
    's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+), Not Run: ([0-9]+).*/\1 \2 \3 \4 \5/p' "$log" |
    tail -n 1 | awk '{ print $1 - $2 - $3 - $4 - $5, $2 + $3 }') || true
  if [[ -z ${passed:-} ]]; then passed=0 failed=1; fi   # the runner itself broke
  echo "$passed passed, $failed failed"
  [[ $failed == 0 && $passed != 0 && $code == 0 ]]
}

main_job() {
  local out=${INGEST_OUT:-$root/out} code=0
  local db=$out/ingest.sqlite report=$out/report.txt site=$out/report
  mkdir -p "$out"
  dotnet "$app" load "$root/fixtures/documents" --db "$db" --quiet || code=$?
  [[ $code -le 1 ]] || exit "$code"
  dotnet "$app" check --db "$db" --quiet || code=$?
  dotnet "$app" report --db "$db" >"$report"
  dotnet "$app" report --db "$db" --format html --out "$site" 2>/dev/null
  dotnet "$app" status --db "$db"
  echo
  echo "database  $db"
  echo "report    $report"
  echo "to look   $site/index.html"
  exit "$code"
}

app=$root/src/Ingest.Cli/bin/Release/net10.0/ingest.dll
if [[ ${1:-} == test ]]; then
  shift
  run_tests "$@"
  exit
fi

build app src/Ingest.Cli "$app" src
if [[ $# == 0 ]]; then main_job; fi
if [[ $1 == demo ]]; then
  demo=$root/tests/Ingest.Benchmarks/bin/Release/net10.0/Ingest.Benchmarks.dll
  build demo tests/Ingest.Benchmarks "$demo" src tests
  exec dotnet "$demo" demo "$app" "$root/fixtures/documents" "$root/out/demo"
fi
exec dotnet "$app" "$@"
