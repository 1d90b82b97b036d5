using System.IO.Compression;
using System.Xml;

namespace Ingest.Io.Portals;

/// <summary>Sitemaps as of sitemaps.org: a list of addresses, or an index of such lists, plain or compressed by gzip.</summary>
internal sealed class SitemapListing(Portal portal) : IListing
{
    // 50 MB is what the protocol allows for one file.
    private const int MostBytes = 50 << 20;

    public bool Guesses => false;

    public FurtherPage First(StartPage start) => new(start.Url, 1);

    public ListingPage? Read(PageFetch fetch, StartPage start, int number, out string reason)
    {
        List<Entry> entries = [];
        List<Uri> links = [];
        List<FurtherPage> more = [];
        var root = "";
        try
        {
            using var reader = XmlReader.Create(Open(fetch.Bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true });
            Uri? url = null;
            DateOnly? changed = null;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName is "url" or "sitemap" && url is not null)
                {
                    Add(reader.LocalName, url, changed);
                    (url, changed) = (null, null);
                }

                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                root = root.Length == 0 ? reader.LocalName : root;
                if (reader.LocalName == "loc")
                {
                    url = WebAddress.Resolve(fetch.FinalUrl, Text(reader), System.Text.Encoding.UTF8);
                }
                else if (reader.LocalName == "lastmod")
                {
                    changed = WebDate.In(Text(reader));
                }
            }
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            reason = $"the answer is no sitemap: {e.Message}";
            return null;
        }

        reason = root is "urlset" or "sitemapindex" ? "" : $"the answer is no sitemap: it begins with <{root}>";
        return reason.Length > 0 ? null : new ListingPage(entries, links, more, null, null);

        void Add(string element, Uri found, DateOnly? date)
        {
            if (element == "sitemap")
            {
                more.Add(new FurtherPage(found, number + more.Count + 1));
                return;
            }

            links.Add(found);
            if (portal.List.Wants(FileNames.PercentDecode(found.AbsoluteUri)))
            {
                entries.Add(new Entry(found, "", WebDate.In(found) ?? date));
            }
        }
    }

    private static string Text(XmlReader reader)
    {
        // Leaves the reader on the text, so that the end of the element is still read.
        return reader.IsEmptyElement || !reader.Read() || reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA) ? "" : reader.Value.Trim();
    }

    private static Stream Open(ReadOnlyMemory<byte> bytes)
    {
        var stream = new MemoryStream(bytes.ToArray());
        if (FileTypes.Extension(bytes.Span) != "gz")
        {
            return stream;
        }

        using var packed = new GZipStream(stream, CompressionMode.Decompress);
        var plain = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = packed.Read(buffer)) > 0;)
        {
            plain.Write(buffer, 0, read);
            if (plain.Length > MostBytes)
            {
                throw new InvalidDataException("it is larger than 50 MB");
            }
        }

        plain.Position = 0;
        return plain;
    }
}
