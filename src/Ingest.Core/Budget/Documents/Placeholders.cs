using System.Collections.Immutable;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;
using Ingest.Core.Text;

namespace Ingest.Core.Budget.Documents;

/// <summary>
/// What the publisher left of the form it filled in: instructions to the writer (根据本部门使用的其他专用名词补充解释), blanks
/// drawn as XX or ××, a bare 0 where a unit of measure belongs.
/// </summary>
internal static class Placeholders
{
    private static readonly string[] Instructions = ["补充解释", "补充说明", "自行补充", "自行添加", "自行填写", "据实填写", "请填写", "根据实际情况填写", "根据实际情况说明"];

    private static readonly string[] Blanks = ["XX万元", "XX元", "××万元", "××元", "XX%", "××%", "XX年", "××年", "XXX局", "×××"];

    public static void Check(ImmutableArray<TextLine> lines, List<BudgetTable> tables, ImmutableArray<Anomaly>.Builder anomalies)
    {
        foreach (var line in lines)
        {
            var text = Folding.Label(line.Text);
            if ((IsInstruction(text) || Array.Exists(Blanks, b => text.Contains(b, StringComparison.OrdinalIgnoreCase))) && text.Length < 80)
                anomalies.Add(new Anomaly(AnomalyCodes.Placeholder, new CellRef(line.Area), "", "", "", text, "", $"“{text}” was left of the form that the text was written on.", Origin.Publisher) { Chinese = $"“{text}”是填写模板时遗留的内容。" });
        }
        foreach (var table in tables)
            Units(table, anomalies);
    }

    /// <summary>A line of its own that tells what to write, as 根据… 补充解释.</summary>
    private static bool IsInstruction(string text)
    {
        var bare = RowLabels.WithoutOrdinal(text).TrimEnd("。)").TrimStart("(");
        if (!bare.StartsWith("根据", StringComparison.Ordinal) && !bare.StartsWith("请", StringComparison.Ordinal) && !bare.StartsWith("各部门", StringComparison.Ordinal))
            return false;
        foreach (var word in Instructions)
        {
            if (bare.EndsWith(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>One anomaly a table: units of measure that are numbers.</summary>
    private static void Units(BudgetTable table, ImmutableArray<Anomaly>.Builder anomalies)
    {
        foreach (var column in table.Columns)
        {
            if (column.Role != ColumnRole.Text || !column.Path.EndsWith("计量单位", StringComparison.Ordinal))
                continue;
            var cells = table.Source.Cells.Where(c => c.Column == column.Index && c.Row >= table.HeaderRows && Shapes.IsDigits(Folding.Label(c.Text))).ToList();
            if (cells.Count == 0)
                continue;
            anomalies.Add(new Anomaly(
                AnomalyCodes.Placeholder, new CellRef(cells[0].Area, table.Ordinal, cells[0].Row, cells[0].Column), table.Kind ?? "", "", column.Path, cells[0].Text, "",
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{cells[0].Text} is no unit of measure; {cells.Count} rows have a number there."), Origin.Publisher)
            {
                Chinese = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"“{cells[0].Text}”不是计量单位；有 {cells.Count} 行在此处填了数字。"),
            });
        }
    }
}
