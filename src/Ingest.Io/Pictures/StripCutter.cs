using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Core.Reports.Site;

namespace Ingest.Io.Pictures;

/// <summary>
/// Reads as another reader does, and on the way cuts strips out of the pages that it is given: so that of a page no more is kept
/// in memory than is shown.
/// </summary>
/// <param name="strips">What is wanted of each page.</param>
/// <param name="hidden">What must not be shown.</param>
internal sealed class StripCutter(IPictureReader reader, ImmutableDictionary<int, ImmutableArray<Box>> strips, ImmutableArray<PageBox> hidden) : IPictureReader
{
    private readonly ConcurrentDictionary<int, ImmutableArray<PagePicture>> _cut = [];

    public string Version => reader.Version;

    /// <summary>What was cut out, by page.</summary>
    public ImmutableDictionary<int, ImmutableArray<PagePicture>> Cut => _cut.ToImmutableDictionary();

    public PictureText Read(PagePictures page, CancellationToken cancel)
    {
        var text = reader.Read(page, cancel);
        if (text.Failure is null && strips.TryGetValue(page.Number, out var wanted))
        {
            var drawn = reader.Draw(page, text.Glyphs.IsEmpty ? TextRotation.Upright : text.Glyphs[0].Rotation);
            var blank = hidden.Where(h => h.Page == page.Number).Select(static h => h.Box).ToList();
            _cut[page.Number] = [.. wanted.Select(w => GreyPng.Cut(drawn, page.Width, page.Height, w, blank)).OfType<(Box Area, byte[] File)>()
                .Select(static c => new PagePicture(c.Area, c.File))];
        }

        return text;
    }

    public GreyPage Draw(PagePictures page, TextRotation turned) => reader.Draw(page, turned);
}
