using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Core.Model;

namespace Ingest.Tests.Sqlite;

/// <summary>A made-up document with one of everything that is stored.</summary>
internal static class Samples
{
    public const string Sha = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    public static ParsedDocument Document(string sha256 = Sha, string name = "数据中心.pdf")
    {
        var table = Table();
        return new ParsedDocument(
            new SourceDocument(sha256, name, 1234, null, "WPS 表格", "gs"),
            new DocumentIdentity("青山区大数据中心", "420107", 2023, "budget", "unit", ["title says 2023", "cover"]),
            [new PageSummary(1, 595.32, 841.92, 10, 4, 0, true), new PageSummary(2, 841.92, 595.32, 0, 0, 1, false)],
            [table, Untyped()],
            [
                Fact(table, 1, 2, "1,234.56", ValueState.Value, new Amount(123456, 1), new PrintedNumber(123456, 2), FactStatus.Verified),
                Fact(table, 1, 3, "", ValueState.Blank, null, null, FactStatus.Unverified),
                Fact(table, 2, 2, "-0.50", ValueState.Value, new Amount(-50, 1), new PrintedNumber(-50, 2), FactStatus.Doubtful) with { Source = FactSource.Unsure },
                Fact(table, 2, 3, "—", ValueState.Dash, null, null, FactStatus.Unverified),
            ],
            [
                new NarrativeFact(
                    new CellRef(Area(2, 10, 20)), "amount", "收入总计", "收入总计0.12万元。", "0.12万元", Unit.TenThousand, new Amount(120000, 10000),
                    new PrintedNumber(12, 2), 3, "一、收入"),
            ],
            [
                new Check("S3.row", "expenditure_summary", 1, 1, "合计", "1234.56", "1234.56", "0", CheckResult.Pass,
                    [new CellRef(default, 1, 1, 2), new CellRef(default, 1, 1, 3)]),
                new Check("S3.row", "expenditure_summary", 1, 2, "合计", "-0.50", "1.00", "0.01", CheckResult.Fail, [new CellRef(default, 1, 2, 2)]),
            ],
            [
                new Anomaly(AnomalyCodes.ScannedPage, new CellRef(new PageBox(2, default)), "", "", "", "", "", "the page is a picture", Origin.Publisher),
                new Anomaly(
                    AnomalyCodes.RowSum, new CellRef(Area(1, 100, 40), 1, 2, 2), "expenditure_summary", "国防, \"支出\"", "合计", "-0.50", "1.00",
                    "two\nlines", Origin.Unknown),
            ],
            CheckAnomalies: 1)
        {
            Forms = [new PerformanceForm(2, 0, 0, "机房运维", "42010722121T000000100", 2023)],
            Indicators =
            [
                new Indicator(
                    new CellRef(Area(2, 0, 0), 2, 0, 0), 0, "长期目标", "产出指标", "数量指标", "巡查次数", "2022年", 2022, "≥240次", "≥",
                    new PrintedNumber(240, 0), null, "次", "≥240次", new PrintedNumber(105, 1)),
                new Indicator(
                    new CellRef(Area(2, 0, 0), 2, 0, 0), 0, "", "", "", "满意度", "指标值", null, "90%≤x≤100%", "range",
                    new PrintedNumber(90, 0), new PrintedNumber(100, 0), "%", "", null),
            ],
            Personal = [new CellRef(Area(2, 0, 0), 2, 0, 0)],
        };
    }

    /// <summary>All of a document as text, so that two can be compared whole.</summary>
    public static string Dump(ParsedDocument document) => JsonSerializer.Serialize(document, Indented);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static BudgetTable Table()
    {
        var cells = ImmutableArray.CreateBuilder<RawCell>();
        string[][] rows = [["代码", "名称", "合计", "基本支出"], ["201", "一般公共服务", "1,234.56", ""], ["203", "国防", "-0.50", "—"]];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                var text = rows[row][column];
                cells.Add(new RawCell(row, column, 1, 1, Area(1, column * 50, row * 20), text, row == 1 && column == 1 ? "一般公\n共服务" : text, row == 2 && column == 3, column == 1 ? row * 0.5f : 0));
            }
        }

        ImmutableArray<BudgetColumn> columns =
        [
            new(0, 0, "代码", null, ColumnRole.Code), new(1, 0, "名称", null, ColumnRole.Label),
            new(2, 0, "合计", "total", ColumnRole.Money), new(3, 0, "基本支出", "basic", ColumnRole.Money, Unit.TenThousand),
            new(3, 1, "项目资金", null, ColumnRole.Money),
        ];
        ImmutableArray<BudgetRow> lines = [new(1, 0, "functional", "201", "一般公共服务", 1, false, true), new(2, 0, "functional", "203", "国防", 1, false, true)];
        return new BudgetTable(
            new RawTable(1, [new TextLine(default, "支出总表", 0), new TextLine(default, "单位：元", 0), new TextLine(default, "填报人：汪竹林 联系电话：68865157", 0)], [new TextLine(default, "注：无", 0)], 3, 4, 1, cells.ToImmutable(), [1, 2]),
            "expenditure_summary", "支出总表", 0.75, ["title", "codes"], Unit.Yuan, UnitSource.Own, 1, columns, lines, false, UnitDoubtful: true);
    }

    private static BudgetTable Untyped() => new(
        new RawTable(2, [], [], 1, 1, 0, [new RawCell(0, 0, 1, 1, Area(2, 0, 0), "a", "a")], [2], Ruled: false),
        null, null, 0, [], null, UnitSource.Unknown, 0, [], [], true);

    private static Fact Fact(
        BudgetTable table, int row, int column, string shown, ValueState state, Amount? amount, PrintedNumber? number, FactStatus status) => new(
        new CellRef(Area(1, column * 50, row * 20), table.Ordinal, row, column), table.Kind!, table.Columns[column], table.Rows[row - 1],
        shown, shown, Unit.Yuan, amount, number, state, number is null ? "" : "plain", status);

    private static PageBox Area(int page, double x, double y) => new(page, new Box(x, y + 0.25, x + 50, y + 20));
}
