using System.Text;
using Ingest.Core.Reports.Site;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Report;

/// <summary>What a report came to.</summary>
public sealed record ReportOutcome(int Documents, int Files, long Bytes);

/// <summary>
/// Writes the HTML report into a folder. Documents are made ready in parallel, each with its own connection; what is
/// gathered over them comes in their order.
/// </summary>
public static class ReportFolder
{
    /// <summary>Tells our folder from others: only a folder with it, or an empty one, is written over.</summary>
    private const string Marker = "ingest-report.txt";

    private static readonly string[] Own = ["d", "e", "c", "data", "assets"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="personal">Whether names and telephone numbers of persons may be shown.</param>
    /// <param name="done">Called after each document, with its name.</param>
    /// <exception cref="IOException">The folder holds something else, or cannot be written.</exception>
    public static ReportOutcome Write(Database database, string folder, bool personal, int jobs, Action<string> done, CancellationToken cancel)
    {
        Prepare(folder);
        var documents = DocumentList.WorstFirst(database);
        var files = ReportRows.OfFiles(database).Select(f => SiteEntry.OfFile(f.Name, f.Anomalies)).ToList();
        var writer = new Writer(folder);
        foreach (var asset in (string[])["report.css", "report.js"])
        {
            writer.Write(new SiteFile("assets/" + asset, Asset(asset)));
        }

        File.WriteAllText(Path.Combine(folder, ReportSite.Pending().Path), ReportSite.Pending().Text, Utf8);
        var bodies = SiteBodies.Read(database);
        var cities = bodies.Where(b => b.Region.Length > 0).ToLookup(b => CityPage.CityOf(b.Region), StringComparer.Ordinal);
        var site = new ReportSite(ReportChoices.Read(database, documents.Count, files), cities.Select(c => c.Key).ToHashSet(StringComparer.Ordinal));
        WriteBodies(database, writer, bodies, cities);
        foreach (var entry in files.Concat(Entries(database.Path, documents, SiteBodies.OfDocuments(database), personal, jobs, writer, cancel)))
        {
            writer.WriteAll(site.Add(entry));
            done(entry.Name);
        }

        writer.WriteAll(site.Finish());
        using (var questions = new MemoryStream())
        {
            DatasetteMetadata.Write(database, questions);
            writer.Write(new SiteFile(DatasetteMetadata.FileName, Utf8.GetString(questions.ToArray())));
        }

        return new ReportOutcome(documents.Count, writer.Files, writer.Bytes);
    }

    private static void WriteBodies(Database database, Writer writer, IReadOnlyList<SiteBody> bodies, ILookup<string, SiteBody> cities)
    {
        foreach (var body in bodies)
        {
            writer.Write(BodyPage.Write(body));
        }

        var years = SiteBodies.Cities(database);
        foreach (var city in cities)
        {
            writer.Write(CityPage.Write(city.Key, [.. city], [.. years[city.Key]]));
        }
    }

    private static IEnumerable<SiteEntry> Entries(
        string path, IReadOnlyList<(long Id, string Name)> documents, IReadOnlyDictionary<long, long> bodies, bool personal, int jobs, Writer writer, CancellationToken cancel)
    {
        using var readers = new ThreadLocal<Reader>(() => new Reader(path), trackAllValues: true);
        try
        {
            var entries = documents.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).WithCancellation(cancel)
                .WithMergeOptions(ParallelMergeOptions.NotBuffered)
                .Select(d =>
                {
                    var site = DocumentSite.Of(readers.Value!.Documents.Read(d.Id, d.Name), personal, cancel) with { Body = bodies.TryGetValue(d.Id, out var body) ? body : null };
                    writer.WriteAll(DocumentPages.Write(site));
                    return SiteEntry.Of(site);
                });
            foreach (var entry in entries)
            {
                yield return entry;
            }
        }
        finally
        {
            foreach (var reader in readers.Values)
            {
                reader.Dispose();
            }
        }
    }

    /// <summary>Refuses a folder that holds anything else than an earlier report.</summary>
    /// <exception cref="IOException">It does.</exception>
    public static void Refuse(string folder)
    {
        if (File.Exists(folder))
        {
            throw new IOException($"{folder} is a file; --out wants a folder for the report.");
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, Marker)))
        {
            throw new IOException($"{folder} holds other things than a report; name an empty or a new folder.");
        }
    }

    /// <summary>Empties an earlier report.</summary>
    private static void Prepare(string folder)
    {
        Refuse(folder);
        Directory.CreateDirectory(folder);

        File.WriteAllText(Path.Combine(folder, Marker), "A report of ingest: open index.html. The next report into this folder replaces it.\n");
        foreach (var own in Own)
        {
            if (Directory.Exists(Path.Combine(folder, own)))
            {
                Directory.Delete(Path.Combine(folder, own), recursive: true);
            }
        }

        foreach (var page in Directory.EnumerateFiles(folder, "*.html"))
        {
            File.Delete(page);
        }
    }

    private static string Asset(string name)
    {
        using var stream = typeof(ReportFolder).Assembly.GetManifestResourceStream("Ingest.Io.Report.Assets." + name)!;
        return new StreamReader(stream).ReadToEnd();
    }

    private sealed class Reader : IDisposable
    {
        private readonly Database _database;

        public Reader(string path)
        {
            _database = Database.OpenForReading(path);
            Documents = new StoredDocuments(_database);
        }

        public StoredDocuments Documents { get; }

        public void Dispose()
        {
            Documents.Dispose();
            _database.Dispose();
        }
    }

    private sealed class Writer(string folder)
    {
        private int _files;
        private long _bytes;

        public int Files => _files;

        public long Bytes => _bytes;

        public void WriteAll(IEnumerable<SiteFile> files)
        {
            foreach (var file in files)
            {
                Write(file);
            }
        }

        public void Write(SiteFile file)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var bytes = file.Bytes.IsEmpty ? Utf8.GetBytes(file.Text) : file.Bytes.ToArray();
            File.WriteAllBytes(path, bytes);
            Interlocked.Increment(ref _files);
            Interlocked.Add(ref _bytes, bytes.Length);
        }
    }
}
