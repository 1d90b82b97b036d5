using System.Collections.Immutable;
using CsCheck;
using Ingest.Core.Budget.Documents;
using Ingest.Core.Budget.Facts;
using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

/// <summary>Whatever a document holds, typing never throws, and what it says of cells stays true.</summary>
public class AnyTableTests
{
    private static readonly string[] Texts =
    [
        "", "", "合计", "小计", "项目", "科目编码", "科目名称", "类", "款", "项", "201", "05", "2010301", "301", "30101", "121001", "一般公共服务支出", "(一)本年收入", "一、本年收入",
        "1,234.56", "0.00", "—", "无", "12.345.67", "45*,1", "8%", "(5.00)", "基本支出", "项目支出", "人员经费", "公用经费", "收入", "支出", "预算数", "2023年预算数", "上年结转", "栏次", "1", "2", "3", "**",
        "因公出国(境)费", "公务接待费", "公务用车运行费", "项目资金(万元)", "一级指标", "二级指标", "单位:万元", "支出总表", "公开03表", "部门名称:某局", "采购数量", "单价(元)", "[2010399]名称", "42010722121T000000100", "年度", "2025年", "说明:无",
    ];

    private static readonly string[] Captions =
        ["", "支出总表", "收支总表", "一般公共预算基本支出表", "“三公”经费支出表", "项目支出绩效目标表", "政府采购预算表", "政府性基金收支表", "收入决算表", "单位:元", "表3", "部门:某局单位:万元"];

    private static readonly Gen<RawTable> Table =
        from rows in Gen.Int[1, 7]
        from columns in Gen.Int[1, 7]
        from picks in Gen.Int[0, Texts.Length - 1].Array[rows * columns]
        from spans in Gen.Int[0, 9].Array[rows * columns]
        from caption in Gen.Int[0, Captions.Length - 1].Array[0, 3]
        from header in Gen.Int[0, 3]
        select Build(rows, columns, picks, spans, caption, header);

    [Fact]
    public void Never_throws_and_accounts_for_every_cell() =>
        Table.Array[1, 4].Sample(
            tables =>
            {
                var numbered = tables.Select((t, i) => t with { Ordinal = i + 1, Pages = [i + 1] }).ToArray();
                var found = new FoundTables([.. numbered], [.. Captions.Select((c, i) => new TextLine(new PageBox(1, new Box(0, 900 + i, 10, 901 + i)), c, 10))]);
                var identity = IdentityReader.Read(new SourceDocument("", "2024.pdf", 0), found);
                var typed = TableTyper.Type(found, identity).Value;
                Assert.Equal(numbered.Length, typed.Length);
                var facts = FactMaker.Make(typed).Value.ToLookup(f => f.Where.Table);
                foreach (var table in typed)
                {
                    var uses = CellLedger.Of(table);
                    Assert.Equal(table.Source.Cells.Length, uses.Length);
                    var counted = table.Source.Cells.Zip(uses).Where(p => p.Second == CellUse.Fact).Select(p => (p.First.Row, p.First.Column)).ToHashSet();
                    Assert.True(counted.SetEquals(facts[table.Ordinal].Where(f => f.Shown.Length > 0).Select(f => (f.Where.Row, f.Where.Column))));
                }
            },
            iter: 1500);

    private static RawTable Build(int rows, int columns, int[] picks, int[] spans, int[] caption, int header)
    {
        var taken = new bool[rows, columns];
        var cells = ImmutableArray.CreateBuilder<RawCell>();
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (taken[r, c])
                    continue;
                var (height, width) = spans[(r * columns) + c] switch { 7 => (2, 1), 8 => (1, 2), 9 => (2, 2), _ => (1, 1) };
                height = Math.Min(height, rows - r);
                width = Math.Min(width, columns - c);
                if (width == 2 && (taken[r, c + 1] || (height == 2 && taken[r + 1, c + 1])))
                    width = 1;
                for (var y = 0; y < height; y++)
                {
                    for (var x = 0; x < width; x++)
                        taken[r + y, c + x] = true;
                }
                var text = Texts[picks[(r * columns) + c]];
                cells.Add(new RawCell(r, c, height, width, new PageBox(1, new Box(c * 50, r * 20, (c + width) * 50, (r + height) * 20)), text, text));
            }
        }
        return new RawTable(1, [.. caption.Select((k, i) => new TextLine(new PageBox(1, new Box(0, i, 10, i + 1)), Captions[k], 10))], [], rows, columns, header, cells.ToImmutable(), [1]);
    }
}
