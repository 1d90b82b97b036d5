namespace Ingest.Cli;

/// <summary>How a command ends. Scripts rely on these numbers.</summary>
internal static class ExitCodes
{
    public const int Clean = 0;

    /// <summary>Finished, but some documents failed or lost numbers, or what was asked for is not there.</summary>
    public const int Incomplete = 1;

    public const int Usage = 2;

    /// <summary>Disk, database or port.</summary>
    public const int Environment = 3;

    /// <summary>Nothing could be fetched, or something could not because a server limits the rate.</summary>
    public const int NothingFetched = 4;

    /// <summary>Fewer of the documents that were due came than the gate demands.</summary>
    public const int CoverageHole = 5;

    public const int Cancelled = 130;
}
