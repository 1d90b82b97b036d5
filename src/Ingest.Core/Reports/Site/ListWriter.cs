using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Ingest.Core.Reports.Site;

/// <summary>
/// A long list as files: pages to read without script, and the same rows as data that the script filters. Rows come one by
/// one, files leave as soon as they are full, so that the length of the list does not matter.
/// </summary>
/// <param name="name">documents or anomalies.</param>
/// <param name="total">Rows that will come.</param>
/// <param name="perPage">Rows of a page.</param>
internal sealed class ListWriter(string name, int total, int perPage, Func<ListWriter.Page, string> page)
{
    /// <summary>Rows of a file of data: few files even for long lists, none of them large.</summary>
    private const int PerData = 1000;

    /// <summary>Chinese text stays as it is; what HTML or script could take for markup is escaped.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly StringBuilder _rows = new();
    private readonly List<string[]> _data = [];
    private int _pages, _files, _onPage;

    /// <summary>One page of the list.</summary>
    public readonly record struct Page(string Rows, int Number, int Pages, int Total, int DataFiles)
    {
        public string Parts(string name) => SitePage.Parts(Number, Pages, p => $"{name}-{p.ToString(CultureInfo.InvariantCulture)}.html");
    }

    private int Pages => Math.Max(1, (total + perPage - 1) / perPage);

    public IEnumerable<SiteFile> Add(string row, string[] data)
    {
        _rows.Append(row);
        _data.Add(data);
        if (++_onPage == perPage && _pages + 1 < Pages)
        {
            yield return TakePage();
        }

        if (_data.Count == PerData)
        {
            yield return TakeData();
        }
    }

    public IEnumerable<SiteFile> Finish()
    {
        yield return TakePage();
        if (_data.Count > 0)
        {
            yield return TakeData();
        }
    }

    private SiteFile TakePage()
    {
        var html = page(new Page(_rows.ToString(), ++_pages, Pages, total, (total + PerData - 1) / PerData));
        _rows.Clear();
        _onPage = 0;
        return new SiteFile(string.Create(CultureInfo.InvariantCulture, $"{name}-{_pages}.html"), html);
    }

    private SiteFile TakeData()
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var row in _data)
            {
                json.WriteStartArray();
                foreach (var field in row)
                {
                    json.WriteStringValue(field);
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        _data.Clear();
        var number = (++_files).ToString(CultureInfo.InvariantCulture);
        return new SiteFile($"data/{name}-{number}.js", $"ingestRows({number}, {Encoding.UTF8.GetString(buffer.WrittenSpan)});\n");
    }
}
