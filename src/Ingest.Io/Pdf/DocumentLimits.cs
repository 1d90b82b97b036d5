using System.Globalization;

namespace Ingest.Io.Pdf;

/// <summary>
/// What one document may cost. The defaults are many times what thousands of real budgets need, and keep the process that
/// reads an attack below a gigabyte and a minute.
/// </summary>
/// <param name="Seconds">Of processor time, for reading and parsing.</param>
/// <param name="FileMegabytes">The file itself.</param>
/// <param name="StreamMegabytes">One stream, decoded.</param>
/// <param name="DecodedMegabytes">All that is decoded for a document, forms again each time they are drawn.</param>
/// <param name="Objects">That a cross-reference table may promise.</param>
/// <param name="Glyphs">Of all pages.</param>
/// <param name="Rulings">Of all pages.</param>
/// <param name="Cells">Of all tables.</param>
public sealed record DocumentLimits(
    int Seconds = 45, int FileMegabytes = 256, int StreamMegabytes = 64, int DecodedMegabytes = 2048, int Objects = 500_000,
    int Pages = 5_000, int Glyphs = 5_000_000, int Rulings = 1_000_000, int Cells = 2_000_000)
{
    /// <summary>Every limit by the name that people give it.</summary>
    public static IReadOnlyList<DocumentLimit> All { get; } =
    [
        new("seconds", "processor seconds", "处理器秒数", l => l.Seconds, (l, v) => l with { Seconds = v }),
        new("file-mb", "megabytes of the file", "文件兆字节数", l => l.FileMegabytes, (l, v) => l with { FileMegabytes = v }),
        new("stream-mb", "megabytes of a decoded stream", "单个流解码后兆字节数", l => l.StreamMegabytes, (l, v) => l with { StreamMegabytes = v }),
        new("decoded-mb", "megabytes of all decoded streams", "全部流解码后兆字节数", l => l.DecodedMegabytes, (l, v) => l with { DecodedMegabytes = v }),
        new("objects", "objects", "对象数", l => l.Objects, (l, v) => l with { Objects = v }),
        new("pages", "pages", "页数", l => l.Pages, (l, v) => l with { Pages = v }),
        new("glyphs", "glyphs", "字形数", l => l.Glyphs, (l, v) => l with { Glyphs = v }),
        new("rulings", "rulings", "线条数", l => l.Rulings, (l, v) => l with { Rulings = v }),
        new("cells", "cells", "单元格数", l => l.Cells, (l, v) => l with { Cells = v }),
    ];

    /// <summary><c>seconds=45 file-mb=256 …</c>: what <see cref="With"/> reads, and by what a refusal tells that the limits have changed.</summary>
    public override string ToString() => string.Join(' ', All.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Name}={l.Of(this)}")));

    /// <param name="setting"><c>NAME=VALUE</c>.</param>
    /// <exception cref="FormatException">There is no such limit, or the value is no number over 0.</exception>
    public DocumentLimits With(string setting)
    {
        var parts = setting.Split('=');
        var limit = All.FirstOrDefault(l => string.Equals(l.Name, parts[0].Trim(), StringComparison.Ordinal))
            ?? throw new FormatException($"there is no limit {parts[0]}; there are {string.Join(", ", All.Select(l => l.Name))}");
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
            ? limit.With(this, value)
            : throw new FormatException($"the limit {limit.Name} wants a number: {limit.Name}={limit.Of(new DocumentLimits())}");
    }
}

/// <param name="Meaning">To be put behind a number.</param>
public sealed record DocumentLimit(string Name, string Meaning, string Chinese, Func<DocumentLimits, int> Of, Func<DocumentLimits, int, DocumentLimits> With);

/// <summary>A document goes beyond one of its <see cref="DocumentLimits"/>: it is refused as a whole.</summary>
public sealed class LimitException(string message, string chinese) : Exception(message)
{
    public string Chinese { get; } = chinese;

    public static LimitException Of(DocumentLimits limits, string name)
    {
        var limit = DocumentLimits.All.First(l => string.Equals(l.Name, name, StringComparison.Ordinal));
        return new LimitException(
            string.Create(CultureInfo.InvariantCulture, $"it takes more than {limit.Of(limits)} {limit.Meaning} (limit {name})"),
            string.Create(CultureInfo.InvariantCulture, $"超过 {limit.Of(limits)} {limit.Chinese}（限额 {name}）"));
    }
}
