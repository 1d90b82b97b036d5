namespace Ingest.Cli;

/// <summary>How a command ends. Scripts rely on these numbers.</summary>
internal static class ExitCodes
{
    public const int Clean = 0;

    /// <summary>Finished, but some documents failed or lost numbers.</summary>
    public const int Incomplete = 1;

    public const int Usage = 2;

    /// <summary>Disk, database or port.</summary>
    public const int Environment = 3;

    /// <summary>Nothing could be fetched, or a host asked to be left alone.</summary>
    public const int NothingFetched = 4;

    public const int Cancelled = 130;
}
