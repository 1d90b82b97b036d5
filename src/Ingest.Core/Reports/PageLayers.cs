using System.Collections.Immutable;

namespace Ingest.Core.Reports;

/// <summary>The layers of a page that is drawn, bottom up.</summary>
public static class PageLayers
{
    /// <summary>Raster images, shades, rulings, lines that belong to tables, found cells, glyphs, what cells are, other readings, anomalies.</summary>
    public static readonly ImmutableArray<string> All = ["images", "shades", "rulings", "captions", "cells", "header", "glyphs", "types", "rivals", "anomalies"];

    /// <summary>What a reader of a report wants to see first: the page and its anomalies.</summary>
    public static readonly ImmutableArray<string> Report = ["images", "shades", "rulings", "glyphs", "rivals", "anomalies"];

    /// <summary>The layers that a list such as <c>glyphs,rulings</c> names, in drawing order; null if one of them is none.</summary>
    public static ImmutableArray<string>? Parse(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length == 0 || names.Any(n => !All.Contains(n, StringComparer.Ordinal))
            ? null
            : [.. All.Where(l => names.Contains(l, StringComparer.Ordinal))];
    }
}
