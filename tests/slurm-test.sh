#!/usr/bin/env bash
# Three nodes of Slurm on this machine do a plan; one of them is killed in the middle of its unit, one bundle is cut, one unit
# done twice. In the end the database must say what a plain load says. Wants Debian's slurmctld, slurmd and slurm-client, and root.
#   tests/slurm-test.sh INGEST.DLL FOLDER
set -euo pipefail
app=$1 documents=$2
for wanted in slurmctld slurmd sbatch squeue; do
  command -v "$wanted" >/dev/null || { echo "slurm-test: not run, $wanted is missing (Debian: apt-get install slurmctld slurmd slurm-client)"; exit 0; }
done
[[ $(id -u) == 0 ]] || { echo "slurm-test: not run, Slurm's daemons want root here"; exit 0; }

at=$(mktemp -d /tmp/ingest-slurm-XXXXXX)
export SLURM_CONF=$at/slurm.conf
daemons=()
cleanup() {
  scancel --user=root 2>/dev/null || true
  for daemon in "${daemons[@]}"; do kill -KILL "$daemon" 2>/dev/null || true; done
  [[ -n ${KEEP:-} ]] || rm -rf -- "$at"
}
trap cleanup EXIT
fail() { echo "slurm-test: $1" >&2; tail -n 5 "$at"/*.log >&2 2>/dev/null || true; exit 1; }
ingest() { dotnet "$app" "$@"; }

# until SECONDS COMMAND…: asks twice a second; whoever waits for longer than SECONDS waits for nothing.
until_true() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [[ $SECONDS -lt $end ]] || return 1
    sleep 0.5
  done
}

start_slurm() {
  local host port=$((20000 + RANDOM % 20000))
  host=$(hostname -s)
  cat >"$SLURM_CONF" <<CONF
ClusterName=ingest
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmUser=root
AuthType=auth/none
CredType=cred/none
StateSaveLocation=$at/state
SlurmdSpoolDir=$at/spool-%n
SlurmctldPidFile=$at/ctld.pid
SlurmdPidFile=$at/%n.pid
SlurmctldLogFile=$at/ctld.log
SlurmdLogFile=$at/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
ReturnToService=2
SlurmdTimeout=10
MpiDefault=none
SchedulerParameters=sched_interval=2
MinJobAge=600
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + 1)) CPUs=1 RealMemory=4000
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + 2)) CPUs=1 RealMemory=4000
NodeName=n3 NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + 3)) CPUs=1 RealMemory=4000
PartitionName=all Nodes=n1,n2,n3 Default=YES MaxTime=10 State=UP
CONF
  mkdir -p "$at/state" "$at/spool-n1" "$at/spool-n2" "$at/spool-n3"
  slurmctld -D >"$at/ctld.out" 2>&1 & daemons+=($!)
  for node in n1 n2 n3; do slurmd -D -N "$node" >"$at/$node.out" 2>&1 & daemons+=($!); done
  disown -a   # or the shell says that they were killed
  until_true 60 nodes_idle || fail "the nodes do not come up"
}
nodes_idle() { [[ $(sinfo -h -N -o %T 2>/dev/null | grep -c '^idle$') == 3 ]]; }
running_on() { [[ -n $(squeue -h -t R -w "$1" -o %i 2>/dev/null) ]]; }
marked() { ls "$at"/bundles/*.running >/dev/null 2>&1; }
all_done() { [[ -z $(squeue -h -o %i 2>/dev/null) ]]; }

# kill_node NODE DAEMON: as a power cut would, the daemon and all that it started.
kill_node() {
  local pid
  kill -KILL "$2"
  for pid in $(pgrep -f "slurmstepd: \[.*\]" || true); do
    if grep -qz "^SLURMD_NODENAME=$1\$" /proc/"$(pgrep -P "$pid" | head -n 1)"/environ 2>/dev/null; then
      pkill -KILL -P "$pid" || true
      kill -KILL "$pid" || true
    fi
  done
}

same_exports() {
  local what
  for what in facts cells tables anomalies checks coverage narrative indicators; do
    cmp -s <(ingest export "$what" --db "$at/load.sqlite" --format csv) <(ingest export "$what" --db "$1" --format csv) || fail "$what differs from a plain load"
  done
}

cd "$at"
ingest load "$documents" --db load.sqlite --quiet || [[ $? == 1 ]]
ingest plan "$documents" --db merged.sqlite --out plan.txt --pages 20
units=$(wc -l <plan.txt)
start_slurm
ingest plan --slurm --out plan.txt --bundles bundles --db merged.sqlite | sh >jobs.txt || fail "the script cannot be submitted"
until_true 60 running_on n3 || fail "no unit runs on the third node"
until_true 60 marked || fail "no unit has begun"
kill_node n3 "${daemons[3]}"
until_true 200 all_done || fail "the units do not come to an end: $(squeue -h -o '%i %T %r' | head -n 3)"
[[ $(ingest plan --status --out plan.txt --bundles bundles) == "done $units, running 0, lost 0, waiting 0" ]] || fail "$(ingest plan --status --out plan.txt --bundles bundles)"
same_exports merged.sqlite

# One unit twice, one bundle cut: refused by name, planned again, done, merged.
ingest work --plan plan.txt --unit 2 --out twice 2>/dev/null || [[ $? == 1 ]]
cp -- twice/*.bundle bundles/
cut=$(ls bundles/*.bundle | head -n 1)
truncate -s 20000 "$cut"
said=$(ingest merge bundles --db second.sqlite 2>&1) && fail "a cut bundle was merged"
[[ $said == *"refused "*"${cut##*/}"* ]] || fail "the cut bundle is not named: $said"
ingest plan "$documents" --db second.sqlite --out rest.txt 2>/dev/null
seq "$(wc -l <rest.txt)" | xargs -n 1 dotnet "$app" work --plan rest.txt --out bundles --unit 2>/dev/null || true
ingest merge bundles --db second.sqlite 2>/dev/null || [[ $? == 1 ]]
same_exports second.sqlite
echo "slurm-test: $units units on 3 nodes, one killed ($(grep -c 'due to failure of node' ctld.log || true) unit queued again), one bundle cut, one unit done twice: all exports equal a plain load's; ${SECONDS} s"
