using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Ingest.Core.Reports.Sample;

/// <summary>What a person found of a sample, by the status of its facts.</summary>
/// <param name="Groups">By status, then all together under "all".</param>
/// <param name="Unsure">Of each group, as <paramref name="Open"/>.</param>
/// <param name="Open">Facts without a mark.</param>
public sealed record SampleMarks(ImmutableArray<(string Status, ErrorRate Rate)> Groups, int Unsure, int Open, ImmutableArray<string> Wrong)
{
    /// <param name="rows">Fact, status, mark and remark of each line.</param>
    /// <param name="problem">A mark that is none.</param>
    /// <returns>Null where there is a problem.</returns>
    public static SampleMarks? Of(IReadOnlyList<(string Fact, string Status, string Mark, string Remark)> rows, out string problem)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var marked = rows.Select(r => (r.Fact, r.Status, Mark: Read(r.Mark), r.Remark)).ToList();
        problem = "";
        if (marked.FindIndex(m => m.Mark == Mark.Unknown) is >= 0 and var at)
        {
            problem = $"the mark of {rows[at].Fact} is \"{rows[at].Mark}\"; it can be right, wrong, unsure or blank";
            return null;
        }

        (string, ErrorRate) Group(string name, Func<string, bool> chosen) =>
            (name, ErrorRate.Of(marked.Count(m => chosen(m.Status) && m.Mark == Mark.Wrong), marked.Count(m => chosen(m.Status) && m.Mark is (Mark.Wrong or Mark.Right))));

        return new SampleMarks(
            [.. marked.Select(m => m.Status).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(s => Group(s, x => x == s)), Group("all", _ => true)],
            marked.Count(m => m.Mark == Mark.Unsure), marked.Count(m => m.Mark == Mark.None),
            [.. marked.Where(m => m.Mark == Mark.Wrong).Select(m => m.Remark.Length > 0 ? $"{m.Fact}: {m.Remark}" : m.Fact)]);
    }

    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var (status, rate) in Groups)
        {
            text.Append(rate.Checked == 0
                ? $"{status,-11} none checked\n"
                : string.Create(CultureInfo.InvariantCulture, $"{status,-11} {rate.Wrong} wrong of {rate.Checked} checked: {rate.Rate:0.00%}, with 95 % certainty {rate.Low:0.00%} to {rate.High:0.00%}\n"));
        }

        if (Unsure + Open > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"left out: {Unsure} unsure, {Open} without a mark\n");
        }

        foreach (var wrong in Wrong)
        {
            text.Append(CultureInfo.InvariantCulture, $"wrong: {wrong}\n");
        }

        return text.ToString();
    }

    private static Mark Read(string mark) => mark.Trim().ToLowerInvariant() switch
    {
        "" => Mark.None,
        "right" or "r" or "1" or "y" or "对" or "正确" or "✓" => Mark.Right,
        "wrong" or "w" or "0" or "n" or "错" or "错误" or "✗" => Mark.Wrong,
        "unsure" or "u" or "?" or "？" or "不定" => Mark.Unsure,
        _ => Mark.Unknown,
    };

    private enum Mark : byte
    {
        None,
        Right,
        Wrong,
        Unsure,
        Unknown,
    }
}
