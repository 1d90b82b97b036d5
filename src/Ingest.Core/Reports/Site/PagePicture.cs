using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>A strip of a page that is a picture, as it is printed.</summary>
/// <param name="Area">Where on the page it lies; what was read there has its boxes in the same points.</param>
/// <param name="Png">A PNG file.</param>
public sealed record PagePicture(Box Area, ReadOnlyMemory<byte> Png)
{
    /// <summary>As the address of an image that needs no file.</summary>
    internal string Data => "data:image/png;base64," + Convert.ToBase64String(Png.Span);
}
