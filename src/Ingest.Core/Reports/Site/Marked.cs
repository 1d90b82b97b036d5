using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>What a place on a page is to the anomaly that is shown.</summary>
internal enum Mark : byte
{
    /// <summary>A cell of the identity that fails.</summary>
    Part,
    /// <summary>The cell or line that the anomaly names.</summary>
    Suspect,
}

/// <summary>A place to highlight.</summary>
internal readonly record struct Marked(PageBox Area, Mark Mark, string Title);
