using System.Globalization;

namespace Ingest.Cli;

/// <summary>A shell script that submits the units of a plan as a job array, and the merge behind them.</summary>
internal static class SlurmScript
{
    /// <summary>Slurm takes arrays of 1,000 tasks as it comes (MaxArraySize 1001); with more units a task does several.</summary>
    private const int MostTasks = 1000;

    public static string Of(int units, string plan, string bundles, string db) => string.Create(CultureInfo.InvariantCulture, $"""
        #!/bin/sh
        # Run it, or pipe it into sh, on a machine that submits to Slurm. All paths must lie on a disk that every node sees.
        # A task that a node takes down with it is queued again; what is done is not done twice. Whatever failed in the end,
        # the merge brings in the rest, and the next plan lists what is missing.
        units=$(sbatch --parsable <<'UNITS'
        #!/bin/sh
        #SBATCH --job-name=ingest-units
        #SBATCH --array=1-{Math.Clamp(units, 1, MostTasks)}
        #SBATCH --cpus-per-task=1
        #SBATCH --mem=1G
        #SBATCH --requeue
        #SBATCH --open-mode=append
        exec {Program()} work --plan {Quoted(plan)} --array-task --out {Quoted(bundles)}
        UNITS
        ) || exit
        sbatch --parsable --dependency="afterany:$units" <<'MERGE'
        #!/bin/sh
        #SBATCH --job-name=ingest-merge
        #SBATCH --cpus-per-task=1
        #SBATCH --mem=1G
        #SBATCH --requeue
        exec {Program()} merge {Quoted(bundles)} --db {Quoted(db)}
        MERGE

        """);

    private static string Program() => string.Join(' ', ThisProgram.Line.Select(Quoted));

    private static string Quoted(string path) => $"'{Path.GetFullPath(path).Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
