namespace Ingest.Tests.Golden;

/// <summary>
/// The made-up bureau of the bundled documents <c>years-*.pdf</c>: its budgets of 2023 and 2024 and its final accounts of
/// 2023, so that what compares years and phases has something to compare. Its budget of 2024 misstates one figure of the
/// year before (一般行政管理事务: 125.50 for 120.50).
/// </summary>
internal static class ThreeYears
{
    public static readonly (string Name, Func<byte[]> Draw)[] All =
    [
        ("years-2023-budget.pdf", () => Budget(
            "武汉市青山区示范局", 2023, "310.00", "120.50", "36.20", "28.30", "346.20", "148.80", "495.00", "3.00", "2.00", "1.00", "", null)),
        ("years-2024-budget.pdf", () => Budget(
            "青山区示范局", 2024, "325.40", "139.60", "38.00", "30.00", "363.40", "169.60", "533.00", "2.60", "1.80", "0.80",
            "比2023年预算增加38.00万元，增长7.68%", ["500.00", "310.00", "125.50", "36.20", "28.30", "3.00", "2.00", "1.00"])),
        ("years-2023-final.pdf", Final),
    ];

    private static byte[] Budget(
        string entity, int year, string running, string general, string pension, string housing, string basic, string project, string total,
        string threePublic, string car, string reception, string change, string[]? prior)
    {
        var tree = Tree(basic, project, total, running, general, pension, housing);
        var document = new DrawnDocument()
            .Text(FormattableString.Invariant($"{entity}{year}年部门预算"), "武汉市青山区示范局", FormattableString.Invariant($"{year}年部门收支总预算{total}万元{(change.Length > 0 ? "，" + change : "")}。"))
            .Table("收支总表", "万元",
                "收入|<|支出|<", "项目|预算数|项目|预算数",
                $"一、一般公共预算拨款收入|{total}|一、一般公共服务支出|{Sum(running, general)}",
                $"二、政府性基金预算拨款收入||二、社会保障和就业支出|{pension}",
                $"三、国有资本经营预算拨款收入||三、住房保障支出|{housing}",
                $"本年收入合计|{total}|本年支出合计|{total}",
                "上年结转结余||年终结转结余|",
                $"收入总计|{total}|支出总计|{total}")
            .Table("收入总表", "万元",
                "部门(单位)代码|部门(单位)名称|合计|本年收入|<|<|上年结转结余",
                "^|^|^|小计|一般公共预算|政府性基金预算|^",
                $"|合计|{total}|{total}|{total}||",
                $"230|{entity}|{total}|{total}|{total}||",
                $"230001|{entity}本级|{total}|{total}|{total}||")
            .Table("支出总表", "万元", ["科目编码|科目名称|合计|基本支出|项目支出", .. tree])
            .Table("财政拨款收支总表", "万元",
                "收入|<|支出|<", "项目|预算数|项目|预算数",
                $"一、本年收入|{total}|一、本年支出|{total}",
                $"(一)一般公共预算拨款|{total}|(一)一般公共服务支出|{Sum(running, general)}",
                $"(二)政府性基金预算拨款||(二)社会保障和就业支出|{pension}",
                $"(三)国有资本经营预算拨款||(三)住房保障支出|{housing}",
                "二、上年结转||二、年终结转结余|",
                $"收入总计|{total}|支出总计|{total}")
            .Table("一般公共预算支出表", "万元", prior is null
                ? ["科目编码|科目名称|合计|基本支出|项目支出", .. tree]
                : WithPrior(year, tree, prior))
            .Table("一般公共预算基本支出表", "万元",
                "部门预算支出经济分类科目|<|本年一般公共预算基本支出|<|<", "科目编码|科目名称|合计|人员经费|公用经费",
                $"|合计|{basic}|{Less(basic, "20.00")}|20.00",
                $"301|工资福利支出|{Less(basic, "20.00")}|{Less(basic, "20.00")}|",
                $"30101|基本工资|{Less(basic, "20.00", pension)}|{Less(basic, "20.00", pension)}|",
                $"30108|机关事业单位基本养老保险缴费|{pension}|{pension}|",
                "302|商品和服务支出|20.00||20.00", "30201|办公费|12.00||12.00", "30211|差旅费|8.00||8.00")
            .Table("一般公共预算“三公”经费支出表", "万元", ThreePublic(year, threePublic, car, reception, prior))
            .Table("政府性基金预算支出表", "万元",
                "科目编码|科目名称|合计|基本支出|项目支出", "|合计|||");
        if (prior is null)
        {
            return document.ToBytes();
        }

        return document.Table("项目支出表", "万元",
            "项目编码|项目名称|合计|一般公共预算|政府性基金预算",
            $"|合计|{project}|{project}|",
            $"42010723230T000000101|示范系统运行维护|{general}|{general}|",
            $"42010724230T000000102|住房改革|{housing}|{housing}|").ToBytes();
    }

    private static string[] Tree(string basic, string project, string total, string running, string general, string pension, string housing) =>
    [
        $"|合计|{total}|{basic}|{project}",
        $"201|一般公共服务支出|{Sum(running, general)}|{running}|{general}",
        $"20103|政府办公厅(室)及相关机构事务|{Sum(running, general)}|{running}|{general}",
        $"2010301|行政运行|{running}|{running}|",
        $"2010302|一般行政管理事务|{general}||{general}",
        $"208|社会保障和就业支出|{pension}|{pension}|",
        $"20805|行政事业单位养老支出|{pension}|{pension}|",
        $"2080505|机关事业单位基本养老保险缴费支出|{pension}|{pension}|",
        $"221|住房保障支出|{housing}||{housing}",
        $"22102|住房改革支出|{housing}||{housing}",
        $"2210201|住房公积金|{housing}||{housing}",
    ];

    /// <summary>The tree with last year's figures before this year's.</summary>
    private static string[] WithPrior(int year, string[] tree, string[] prior)
    {
        string[] before = [prior[0], Sum(prior[1], prior[2]), Sum(prior[1], prior[2]), prior[1], prior[2], prior[3], prior[3], prior[3], prior[4], prior[4], prior[4]];
        return
        [
            FormattableString.Invariant($"科目编码|科目名称|{year - 1}年预算数|{year}年预算数|<|<"), "^|^|^|合计|基本支出|项目支出",
            .. tree.Select((row, i) => row.Split('|') is var cells ? $"{cells[0]}|{cells[1]}|{before[i]}|{cells[2]}|{cells[3]}|{cells[4]}" : ""),
        ];
    }

    private static string[] ThreePublic(int year, string total, string car, string reception, string[]? prior)
    {
        const string items = "合计|因公出国(境)费|公务用车购置及运行费|公务接待费";
        return prior is null
            ? [items, $"{total}||{car}|{reception}"]
            :
            [
                FormattableString.Invariant($"{year - 1}年预算数|<|<|<|{year}年预算数|<|<|<"), items + "|" + items,
                $"{prior[5]}||{prior[6]}|{prior[7]}|{total}||{car}|{reception}",
            ];
    }

    private static byte[] Final()
    {
        string[] tree = Tree("350.20", "160.30", "510.50", "312.00", "132.00", "38.20", "28.30");
        return new DrawnDocument()
            .Text("武汉市青山区示范局2023年度部门决算", "武汉市青山区示范局")
            .Table("收入支出决算总表", "万元",
                "收入|<|支出|<", "项目|决算数|项目|决算数",
                "一、一般公共预算财政拨款收入|510.50|一、一般公共服务支出|444.00",
                "二、政府性基金预算财政拨款收入||二、社会保障和就业支出|38.20",
                "三、国有资本经营预算财政拨款收入||三、住房保障支出|28.30",
                "本年收入合计|510.50|本年支出合计|510.50",
                "年初结转和结余||年末结转和结余|",
                "总计|510.50|总计|510.50")
            .Table("收入决算表", "万元",
                ["科目编码|科目名称|本年收入合计|财政拨款收入|其他收入", .. tree.Select(r => r.Split('|') is var c ? $"{c[0]}|{c[1]}|{c[2]}|{c[2]}|" : "")])
            .Table("支出决算表", "万元", ["科目编码|科目名称|本年支出合计|基本支出|项目支出", .. tree])
            .Table("一般公共预算财政拨款支出决算表", "万元", ["科目编码|科目名称|本年支出合计|基本支出|项目支出", .. tree])
            .Table("“三公”经费支出决算表", "万元",
                "预算数|<|<|<|决算数|<|<|<",
                "合计|因公出国(境)费|公务用车购置及运行费|公务接待费|合计|因公出国(境)费|公务用车购置及运行费|公务接待费",
                "3.00||2.00|1.00|2.45||1.75|0.70")
            .ToBytes();
    }

    private static string Sum(string a, string b) => (decimal.Parse(a, System.Globalization.CultureInfo.InvariantCulture) + decimal.Parse(b, System.Globalization.CultureInfo.InvariantCulture)).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    private static string Less(string a, params string[] b) => b.Aggregate(a, (rest, part) => Sum(rest, "-" + part));
}
