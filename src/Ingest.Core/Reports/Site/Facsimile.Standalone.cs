namespace Ingest.Core.Reports.Site;

internal static partial class Facsimile
{
    private const string Style = """
        <style>
        text { font-family: "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; fill: #111 }
        .bold { font-weight: 700 } .untrusted { fill: #c50 } .paper { fill: #fff } .shade { fill-opacity: .5 }
        .ruling { fill: none; stroke: #667; stroke-width: .5 } .stored { fill: none; stroke: #99a; stroke-dasharray: 2 1 }
        .tear { font-size: 9px; text-anchor: middle; fill: #667 }
        .suspect-tint { fill: #ffd9d5 } .part-tint { fill: #e3ecfa }
        .suspect { fill: none; stroke: #b3261e; stroke-width: 1.8 } .part { fill: none; stroke: #3c5f99; stroke-dasharray: 3 2 }
        </style>

        """;

    /// <summary>A crop as a file of its own, with the styles that the report keeps in its style sheet.</summary>
    public static string Standalone(string crop)
    {
        var end = crop.IndexOf('\n', StringComparison.Ordinal) + 1;
        return end == 0 ? crop : crop[..end] + Style + crop[end..];
    }
}
