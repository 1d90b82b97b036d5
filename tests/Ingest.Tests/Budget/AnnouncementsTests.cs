using Ingest.Core.Model;

namespace Ingest.Tests.Budget;

public class AnnouncementsTests
{
    private const string Contents = """
        目录
        第二部分 某局2024年部门预算表
        一、支出总表........................... 5
        二、收入总表 ……………………………… 6
        三、一般公共预算支出表.................. 7
        四、一般公共预算“三公”经费支出表...... 8
        五、政府性基金预算支出表............... 9
        第三部分 名词解释
        """;

    private static RawTable Table(string title, int ordinal, string header = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出") =>
        DrawnTable.Of(header + "\n201 | 一般公共服务支出 | 5.00 | 3.00 | 2.00", title + "\n单位:万元", ordinal);

    private static RawTable[] Tables(params string[] titles) => [.. titles.Select((t, i) =>
        Table(t, i + 1, t == "收入总表" ? "科目编码 | 科目名称 | 合计 | 事业收入 | 其他收入" : "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出"))];

    [Fact]
    public void Reports_an_announced_table_that_does_not_follow()
    {
        var typed = DrawnTable.Type(Contents, Tables("支出总表", "收入总表", "一般公共预算支出表", "政府性基金预算支出表"));
        var missing = Assert.Single(typed.Anomalies, a => a.Code == AnomalyCodes.MissingTable);
        Assert.Equal(("three_public_expenses", "一般公共预算“三公”经费支出表"), (missing.TableKind, missing.Expected));
    }

    [Fact]
    public void Says_nothing_when_most_tables_stand_in_another_file()
    {
        var typed = DrawnTable.Type(Contents, Tables("支出总表"));
        Assert.DoesNotContain(typed.Anomalies, a => a.Code == AnomalyCodes.MissingTable);
    }

    [Fact]
    public void Says_nothing_when_the_title_stands_in_the_text_without_a_table()
    {
        var typed = DrawnTable.Type(Contents + "\n一般公共预算“三公”经费支出表\n本单位无此项预算",
            Tables("支出总表", "收入总表", "一般公共预算支出表", "政府性基金预算支出表"));
        Assert.DoesNotContain(typed.Anomalies, a => a.Code == AnomalyCodes.MissingTable);
    }

    [Fact]
    public void Lets_one_title_stand_for_the_kinds_that_share_it()
    {
        var economic = DrawnTable.Of("科目编码 | 科目名称 | 合计\n301 | 工资福利支出 | 5.00", "一般公共预算支出表\n单位:万元", 3);
        var typed = DrawnTable.Type(Contents, [.. Tables("支出总表", "收入总表"), economic, .. new[] { Table("“三公”经费支出表", 4), Table("政府性基金预算支出表", 5) }]);
        Assert.DoesNotContain(typed.Anomalies, a => a.Code == AnomalyCodes.MissingTable);
    }

    [Fact]
    public void Names_the_table_whose_number_is_left_out_when_only_one_that_is_demanded_is_absent()
    {
        var summary = DrawnTable.Of("收入{1,2} | 支出{1,2}\n项目 | 预算数 | 项目 | 预算数\n一、一般公共预算拨款收入 | 5.00 | 一、一般公共服务支出 | 5.00\n收入总计 | 5.00 | 支出总计 | 5.00", "表一部门收支总表\n单位:万元", 1);
        var fiscal = summary with { Ordinal = 4, Caption = [.. DrawnTable.Of("a | b", "表四财政拨款收支总表\n单位:万元", 4).Caption] };
        var typed = DrawnTable.Type(
            summary, Table("表二部门收入总表", 2, "科目编码 | 科目名称 | 合计 | 事业收入 | 其他收入"), Table("表三部门支出总表", 3), fiscal, Table("表五一般公共预算支出表", 5),
            DrawnTable.Of("科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费\n301 | 工资福利支出 | 5.00 | 5.00 | 0.00", "表六一般公共预算基本支出表\n单位:万元", 6), Table("表八政府性基金预算支出表", 8));
        var missing = Assert.Single(typed.Anomalies, a => a.Code == AnomalyCodes.MissingTable);
        Assert.Equal(("three_public_expenses", "一般公共预算“三公”经费支出表"), (missing.TableKind, missing.Expected));
    }
}
