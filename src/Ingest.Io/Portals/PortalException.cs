using System.Collections.Immutable;

namespace Ingest.Io.Portals;

/// <summary>Portal files say something that cannot be; each problem names file and line.</summary>
public sealed class PortalException : Exception
{
    public PortalException(ImmutableArray<string> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    public PortalException(string problem)
        : this([problem])
    {
    }

    /// <summary>One line each: <c>portals/x.yaml:12: …</c>.</summary>
    public ImmutableArray<string> Problems { get; }
}
