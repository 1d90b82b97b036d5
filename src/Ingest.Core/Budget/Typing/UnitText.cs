using Ingest.Core.Amounts;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Typing;

/// <summary>Lines that say the unit and nothing else.</summary>
internal static class UnitText
{
    /// <summary>单位:万元, 金额单位:元, (万元), 万元.</summary>
    public static bool IsUnitLine(string line) => line.Length <= 16 && Units.Named(line) is not null && Names(line);

    /// <summary>Whether the text is a unit by itself, so that 单位:万元 names no department.</summary>
    public static bool IsUnit(string text) => text.Length <= 8 && Units.AtStart(text.AsSpan().Trim("()"), out var length) is { } && length >= text.AsSpan().Trim("():").Length;

    /// <summary>The unit of a line that breaks off before 元, which stands in the next line: 单位:万.</summary>
    public static Unit? Broken(string line) => line.Length is > 3 and <= 16 && line[^1..] is "十" or "百" or "千" or "万" or "亿" && line.Contains("单位:", StringComparison.Ordinal) ? Units.Named(line + "元") : null;

    /// <summary>The header without its unit: 项目资金情况(万元) → 项目资金情况.</summary>
    public static string WithoutUnit(string header)
    {
        var open = header.LastIndexOf('(');
        return open > 0 && Units.Named(header[open..]) is not null ? header[..open] : header;
    }

    private static bool Names(string line)
    {
        var at = line.IndexOf("单位", StringComparison.Ordinal);
        return at < 0 ? IsUnit(line) || line.StartsWith("金额:", StringComparison.Ordinal) : at <= 3;
    }
}
