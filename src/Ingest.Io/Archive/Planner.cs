using System.Security.Cryptography;
using System.Text;
using Ingest.Core;
using Ingest.Io.Pdf;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Archive;

/// <summary>Finds what has no result yet and divides it into units of about the same number of pages.</summary>
/// <remarks>A document is the smallest piece, because its tables go on over pages; an archive too, because it is read from its front.</remarks>
public sealed class Planner(DocumentLimits limits)
{
    /// <summary>About a minute of CPU time.</summary>
    public const int UsualPages = 20_000;

    /// <summary>Of packed PDFs, for archives, which are not opened here.</summary>
    private const int BytesOfPage = 12_000;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<PlanItem> _items = [];
    private readonly string _pictures = Pictures.PictureReaders.VersionOf(Pictures.PictureReaders.Installed);

    /// <summary>Files whose content is stored by this version of the parser, and those of kinds that are not read.</summary>
    public int Known { get; private set; }

    public IReadOnlyList<PlanItem> Items => _items;

    /// <param name="database">What is stored already; null where nothing is.</param>
    public void Search(IReadOnlyList<string> paths, Database? database, CancellationToken cancel)
    {
        var contents = database is null ? null : KnownContents.Read(database, DocumentParser.Version, limits, _pictures);
        using var index = database is null ? null : new FileIndex(database);

        // Archives are told, never opened: whoever does the unit opens them.
        foreach (var found in new PathSearch(new ArchiveLimits(), _ => true).Search(paths))
        {
            cancel.ThrowIfCancellationRequested();
            switch (found)
            {
                case Found.Document { File: var file } when index?.Sha256Of(file.Path, file.Bytes, file.Modified) is { } sha256 && contents!.Contains(sha256):
                    Known++;
                    break;
                case Found.KnownArchive { File: var file } when index?.IsArchiveDone(file.Path, file.Bytes, file.Modified, DocumentParser.Version, limits.ToString(), _pictures) == true:
                    Known++;
                    break;
                case Found.Document { File: var file, Content: var content }:
                    Add(PlanKind.Document, file, content, contents);
                    break;
                case Found.KnownArchive { File: var file }:
                    Add(PlanKind.Archive, file, null, null);
                    break;
                case Found.Unreadable { File: var file }:
                    _items.Add(new PlanItem(PlanKind.Unreadable, "", 1, [file.Path]));
                    break;
            }
        }
    }

    /// <summary>What was found, in its order, cut where a share of all pages is full.</summary>
    /// <param name="pages">Of a unit, at most about.</param>
    public IEnumerable<PlanUnit> Units(long pages)
    {
        var total = _items.Sum(i => i.Pages);
        var count = Math.Max(1, (total + pages - 1) / pages);
        var unit = new List<PlanItem>();
        var (number, before) = (1, 0L);
        foreach (var item in _items)
        {
            // It belongs to the share that its middle falls into.
            if (unit.Count > 0 && (before + item.Pages / 2) * count >= total * number)
            {
                yield return Unit(number++, unit);
                unit = [];
            }

            unit.Add(item);
            before += item.Pages;
        }

        if (unit.Count > 0)
        {
            yield return Unit(number, unit);
        }
    }

    private void Add(PlanKind kind, FileRecord file, byte[]? content, KnownContents? contents)
    {
        string sha256;
        long pages;
        try
        {
            if (kind == PlanKind.Archive)
            {
                (sha256, pages) = (FileStore.HashOf(file.Path), Math.Max(1, file.Bytes / BytesOfPage));
            }
            else
            {
                content ??= File.ReadAllBytes(file.Path);
                (sha256, pages) = (Convert.ToHexStringLower(SHA256.HashData(content)), PageWeight.Of(content));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _items.Add(new PlanItem(PlanKind.Unreadable, "", 1, [file.Path]));
            return;
        }

        if (contents?.Contains(sha256) == true)
        {
            Known++;
        }
        else if (_places.TryGetValue(sha256, out var at))
        {
            _items[at] = _items[at] with { Paths = [.. _items[at].Paths, file.Path] };
        }
        else
        {
            _places.Add(sha256, _items.Count);
            _items.Add(new PlanItem(kind, sha256, pages, [file.Path]));
        }
    }

    private PlanUnit Unit(int number, List<PlanItem> items)
    {
        var content = new StringBuilder().Append(DocumentParser.Version).Append(' ').Append(limits);
        foreach (var item in items)
        {
            content.Append('\n').Append(item.Sha256).Append(' ').AppendJoin('\0', item.Paths);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
        return new PlanUnit(number, hash[..16], DocumentParser.Version, limits.ToString(), items.Sum(i => i.Pages), [.. items]);
    }
}
