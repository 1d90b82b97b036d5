using System.Buffers.Text;

namespace Ingest.Io.Archive;

/// <summary>About how much work a PDF is, in pages: told from its bytes, because whatever it holds it must not harm the planning.</summary>
internal static class PageWeight
{
    /// <summary>Of a page of text and tables; a scanned page is a picture of far more bytes, which are not looked at.</summary>
    private const int BytesOfPage = 12_000;
    private const int BytesOfScan = 100_000;

    /// <summary>A scanned page costs little: nothing on it is read.</summary>
    private const int ScansOfPage = 4;

    public static long Of(ReadOnlySpan<byte> pdf)
    {
        var pages = Counted(pdf);
        if (pages == 0)
        {
            return Math.Max(1, pdf.Length / BytesOfPage);
        }

        return pdf.Length / pages >= BytesOfScan ? Math.Max(1, pages / ScansOfPage) : pages;
    }

    /// <summary>The largest <c>/Count</c> that the size allows; 0 where none is to be seen, because the page tree is compressed.</summary>
    private static long Counted(ReadOnlySpan<byte> pdf)
    {
        long most = 0;
        for (var rest = pdf; rest.IndexOf("/Count"u8) is var at and >= 0;)
        {
            rest = rest[(at + 6)..];
            var number = rest.TrimStart((byte)' ');

            // Not even an empty page takes fewer bytes.
            if (Utf8Parser.TryParse(number, out int count, out _) && count <= pdf.Length / 50)
            {
                most = Math.Max(most, count);
            }
        }

        return most;
    }
}
