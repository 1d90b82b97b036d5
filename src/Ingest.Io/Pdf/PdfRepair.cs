using System.Globalization;
using System.Text;

namespace Ingest.Io.Pdf;

/// <summary>
/// Rebuilds the directory of a PDF whose cross-reference table or end is lost: looks for <c>N G obj … endobj</c> through
/// the whole file, unpacks object streams, and appends a new table and trailer. If the page tree is gone as well, the
/// pages are strung together in the order in which they stand. What is cut off stays lost; nothing is guessed.
/// </summary>
internal static class PdfRepair
{
    /// <param name="bytes">From the PDF header on.</param>
    /// <returns>A file that can be opened, or null if there is no page in it.</returns>
    public static byte[]? Rebuild(ReadOnlySpan<byte> bytes, DocumentMeter meter)
    {
        var objects = PdfObjects.Scan(bytes, meter);
        if (objects.Count == 0)
        {
            return null;
        }

        using var file = new MemoryStream(bytes.Length + 4096);
        file.Write(bytes);
        Write(file, "\n");
        var places = new SortedDictionary<int, (long Offset, int Generation)>();
        var bodies = new SortedDictionary<int, byte[]>();
        foreach (var o in objects)
        {
            places[o.Number] = (o.Start, o.Generation);
            bodies[o.Number] = PdfObjects.HeadOf(bytes, o);
        }

        foreach (var o in objects)
        {
            Unpack(bytes, o, file, places, bodies, meter);
        }

        RenamePages(file, places, bodies);
        var next = places.Keys.Max() + 1;
        var root = RootOf(bytes, bodies) ?? MakeRoot(file, places, bodies, next);
        if (root is null)
        {
            return null;
        }

        WriteTable(file, places, root, EncryptionOf(bytes, bodies));
        return file.ToArray();
    }

    private static void Unpack(
        ReadOnlySpan<byte> bytes, PdfObject o, MemoryStream file, SortedDictionary<int, (long Offset, int Generation)> places, SortedDictionary<int, byte[]> bodies,
        DocumentMeter meter)
    {
        var head = bodies[o.Number];
        if (!PdfObjects.HasType(head, "ObjStm"u8) || PdfObjects.ReadInt(head, "/First"u8) is not { } first || PdfObjects.ReadInt(head, "/N"u8) is not { } count
            || PdfObjects.Inflate(bytes[o.Body..o.End], meter) is not { } content || first > content.Length)
        {
            return;
        }

        var index = Encoding.Latin1.GetString(content, 0, first).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < count && 2 * i + 1 < index.Length; i++)
        {
            if (!int.TryParse(index[2 * i], CultureInfo.InvariantCulture, out var number) || number <= 0
                || !int.TryParse(index[2 * i + 1], CultureInfo.InvariantCulture, out var offset)
                || places.TryGetValue(number, out var known) && known.Offset > o.Start)
            {
                continue;
            }

            var end = 2 * i + 3 < index.Length && int.TryParse(index[2 * i + 3], CultureInfo.InvariantCulture, out var following)
                ? first + following : content.Length;
            if (first + offset < end && end <= content.Length)
            {
                bodies[number] = content[(first + offset)..end];
                Append(file, places, number, bodies[number]);
            }
        }
    }

    // A kid of the page tree that has contents is a page, whatever it calls itself: its type is written anew.
    private static void RenamePages(MemoryStream file, SortedDictionary<int, (long Offset, int Generation)> places, SortedDictionary<int, byte[]> bodies)
    {
        foreach (var kid in bodies.Values.Where(b => PdfObjects.HasType(b, "Pages"u8)).SelectMany(KidsOf).Distinct().ToList())
        {
            if (bodies.TryGetValue(kid, out var body) && body.AsSpan().IndexOf("/Kids"u8) < 0 && !PdfObjects.HasType(body, "Page"u8)
                && (body.AsSpan().IndexOf("/Contents"u8) >= 0 || body.AsSpan().IndexOf("/MediaBox"u8) >= 0)
                && body.AsSpan().IndexOf("/Type"u8) is var type and >= 0)
            {
                var name = type + 5 + body.AsSpan(type + 5).IndexOf((byte)'/');
                var end = body.AsSpan(name + 1).IndexOfAny(" /<>[]()\r\n\t"u8) is var length and >= 0 ? name + 1 + length : body.Length;
                var tail = body.AsSpan(end).LastIndexOf("endobj"u8) is var close and >= 0 ? end + close : body.Length;
                bodies[kid] = [.. body.AsSpan(0, name), .. "/Page"u8, .. body.AsSpan(end, tail - end)];
                Append(file, places, kid, bodies[kid]);
            }
        }
    }

    private static IEnumerable<int> KidsOf(byte[] node)
    {
        var start = node.AsSpan().IndexOf("/Kids"u8) + 5;
        var open = start < 5 ? -1 : node.AsSpan(start).IndexOf((byte)'[');
        var close = open < 0 ? -1 : node.AsSpan(start + open).IndexOf((byte)']');
        var words = close < 0 ? [] : Encoding.Latin1.GetString(node, start + open + 1, close - 1).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 2 < words.Length; i += 3)
        {
            if (int.TryParse(words[i], CultureInfo.InvariantCulture, out var number))
            {
                yield return number;
            }
        }
    }

    // The catalog that a trailer names, or the last one that there is.
    private static string? RootOf(ReadOnlySpan<byte> bytes, SortedDictionary<int, byte[]> bodies)
    {
        var named = bytes.LastIndexOf("/Root"u8);
        if (named >= 0)
        {
            var text = Encoding.Latin1.GetString(bytes.Slice(named + 5, Math.Min(24, bytes.Length - named - 5))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (text.Length > 2 && int.TryParse(text[0], CultureInfo.InvariantCulture, out var number)
                && bodies.TryGetValue(number, out var body) && HasPages(body, bodies))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{number} {text[1]} R");
            }
        }

        foreach (var (number, body) in bodies.Reverse())
        {
            if (PdfObjects.HasType(body, "Catalog"u8) && HasPages(body, bodies))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");
            }
        }

        return null;
    }

    private static bool HasPages(byte[] catalog, SortedDictionary<int, byte[]> bodies) =>
        PdfObjects.ReadInt(catalog, "/Pages"u8) is { } pages && bodies.TryGetValue(pages, out var node) && PdfObjects.HasType(node, "Pages"u8);

    private static string? MakeRoot(MemoryStream file, SortedDictionary<int, (long Offset, int Generation)> places, SortedDictionary<int, byte[]> bodies, int next)
    {
        var kids = new StringBuilder();
        var count = 0;
        foreach (var (number, _) in places.OrderBy(p => p.Value.Offset))
        {
            if (PdfObjects.HasType(bodies[number], "Page"u8))
            {
                kids.Append(CultureInfo.InvariantCulture, $"{number} {places[number].Generation} R ");
                count++;
            }
        }

        if (count == 0)
        {
            return null;
        }

        Append(file, places, next, Encoding.Latin1.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"<< /Type /Pages /MediaBox [0 0 595 842] /Count {count} /Kids [ {kids}] >>")));
        Append(file, places, next + 1, Encoding.Latin1.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"<< /Type /Catalog /Pages {next} 0 R >>")));
        return string.Create(CultureInfo.InvariantCulture, $"{next + 1} 0 R");
    }

    private static string EncryptionOf(ReadOnlySpan<byte> bytes, SortedDictionary<int, byte[]> bodies)
    {
        var id = bytes.LastIndexOf("/ID"u8);
        var close = id < 0 ? -1 : bytes[id..].IndexOf((byte)']');
        var ids = close < 0 ? "/ID [<00> <00>]" : Encoding.Latin1.GetString(bytes.Slice(id, close + 1));
        foreach (var (number, body) in bodies)
        {
            if (body.AsSpan().IndexOf("/Standard"u8) >= 0 && PdfObjects.ReadInt(body, "/V"u8) is not null && PdfObjects.ReadInt(body, "/P"u8) is not null)
            {
                return string.Create(CultureInfo.InvariantCulture, $"/Encrypt {number} 0 R {ids}");
            }
        }

        return "";
    }

    private static void Append(MemoryStream file, SortedDictionary<int, (long Offset, int Generation)> places, int number, byte[] body)
    {
        places[number] = (file.Position, 0);
        Write(file, string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
        file.Write(body);
        Write(file, "\nendobj\n");
    }

    private static void WriteTable(MemoryStream file, SortedDictionary<int, (long Offset, int Generation)> places, string root, string encryption)
    {
        var table = file.Position;
        Write(file, "xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, (offset, generation)) in places)
        {
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:0000000000} {generation:00000} n \n"));
        }

        Write(file, string.Create(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {places.Keys.Max() + 1} /Root {root} {encryption} >>\nstartxref\n{table}\n%%EOF\n"));
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
