namespace Ingest.Tests.Fuzz;

/// <summary>The tables of one department's budget, with titles and headers as they are known from publications.</summary>
internal static class Drafts
{
    private const string Ordinals = "一二三四五六七八九十";

    private const string Body = "青山县统计局";

    public static IReadOnlyList<DraftTable> Of(Content content, Dress dress)
    {
        var ledger = new Ledger(content, dress);
        Func<DraftTable>[] all =
        [
            () => Expenditure(ledger, dress), () => GeneralPublic(ledger, dress), () => Economic(ledger, dress), () => Summary(ledger, dress),
            () => Appropriation(ledger, dress), () => Revenue(ledger, dress), () => ThreePublic(ledger, dress), () => Projects(ledger, dress),
        ];
        var chosen = all.Where((_, i) => (content.Kinds >> i & 1) == 1).Select(make => make()).Where(t => t.Facts.Count > 0).ToList();
        return chosen.Count > 0 ? chosen : [all[0]()];
    }

    private static readonly (string, string, string, int) Functional = ("科目编码", "科目名称", "功能分类科目", 3);

    private static DraftTable Expenditure(Ledger ledger, Dress dress) => CodeTable.Of(
        dress, "expenditure_summary", "部门支出总表", Functional,
        [new("合计"), new("基本支出"), new("项目支出"), new("事业单位经营支出"), new("上缴上级支出"), new("对附属单位补助支出")],
        [.. Lines(ledger.Total, ledger.Functional).Select(l => (l.Code, l.Name, l.Depth, new[] { l.Post.Total, l.Post.Basic, l.Post.Project }))]);

    private static DraftTable GeneralPublic(Ledger ledger, Dress dress)
    {
        Head[] parts = dress.Depth <= 2
            ? [new("合计"), new("基本支出"), new("项目支出")]
            : [new("合计"), new("基本支出", new Head("小计"), new Head("人员经费"), new Head("公用经费")), new("项目支出")];
        Head[] heads = dress.Depth switch { 1 => parts, 4 => [new("2024年预算数", new Head("本年一般公共预算支出", parts))], _ => [new("本年一般公共预算支出", parts)] };
        return CodeTable.Of(
            dress, "general_public_budget_expenditure", "一般公共预算支出表", Functional, heads,
            [.. Lines(ledger.Total, ledger.Functional).Select(l => (l.Code, l.Name, l.Depth, dress.Depth <= 2
                ? new[] { l.Post.Total, l.Post.Basic, l.Post.Project } : [l.Post.Total, l.Post.Basic, l.Post.Personnel, l.Post.Operating, l.Post.Project]))]);
    }

    private static DraftTable Economic(Ledger ledger, Dress dress)
    {
        Head[] parts = [new("合计"), new("人员经费"), new("公用经费")];
        var total = ledger.Total with { Project = 0 };
        return CodeTable.Of(
            dress, "general_public_budget_basic_expenditure", "一般公共预算基本支出表", ("科目编码", "科目名称", "部门预算支出经济分类科目", 2),
            dress.Depth > 1 ? [new("本年一般公共预算基本支出", parts)] : parts,
            [.. Lines(total, ledger.Economic).Select(l => (l.Code, l.Name, l.Depth, new[] { l.Post.Basic, l.Post.Personnel, l.Post.Operating }))]);
    }

    private static IEnumerable<(string Code, string Name, int Depth, Post Post)> Lines(Post total, IEnumerable<Post> posts) =>
        posts.Prepend(total).Select(p => (p.Code, p.Name, Math.Max(0, (p.Code.Length - 3) / 2), p));

    private static DraftTable Revenue(Ledger ledger, Dress dress)
    {
        long total = ledger.Total.Total, now = total - ledger.Carryover;
        long[] fen = [total, now, now, 0, 0, 0, ledger.Carryover, ledger.Carryover, 0];
        Head[] heads =
        [
            new("合计"), new("本年收入", new Head("小计"), new Head("一般公共预算"), new Head("政府性基金预算"), new Head("国有资本经营预算"), new Head("事业收入")),
            new("上年结转结余", new Head("小计"), new Head("一般公共预算"), new Head("政府性基金预算")),
        ];
        var plain = dress with { Code = dress.Code is CodeStyle.Dashed ? CodeStyle.Dashed : CodeStyle.OneColumn };
        return CodeTable.Of(
            plain, "revenue_summary", "部门收入总表", ("部门(单位)代码", "部门(单位)名称", "部门(单位)", 1), heads,
            [("", "合计", 0, fen), ("251", Body, 0, fen), ("251001", Body + "本级", 1, fen)]);
    }

    private static DraftTable Summary(Ledger ledger, Dress dress)
    {
        var now = ledger.Total.Total - ledger.Carryover;
        List<(string, long[])> left = [("一、一般公共预算拨款收入", [now]), ("二、政府性基金预算拨款收入", [0]), ("三、国有资本经营预算拨款收入", [0]), ("四、事业收入", [0])];
        var right = Classes(ledger, "", p => [p.Total]);
        return TwoSided(
            dress, "revenue_expenditure_summary", "部门收支总表", left, right, [new("预算数")], [new("预算数")],
            [("本年收入合计", [now]), ("上年结转", [ledger.Carryover]), ("收入总计", [ledger.Total.Total])],
            [("本年支出合计", [ledger.Total.Total]), ("年终结转结余", [0]), ("支出总计", [ledger.Total.Total])]);
    }

    private static DraftTable Appropriation(Ledger ledger, Dress dress)
    {
        long total = ledger.Total.Total, now = total - ledger.Carryover;
        List<(string, long[])> left =
        [
            ("一、本年收入", [now]), ("(一)一般公共预算拨款", [now]), ("(二)政府性基金预算拨款", [0]), ("(三)国有资本经营预算拨款", [0]),
            ("二、上年结转", [ledger.Carryover]), ("(一)一般公共预算拨款", [ledger.Carryover]), ("(二)政府性基金预算拨款", [0]),
        ];
        List<(string, long[])> right = [("一、本年支出", [total, total, 0, 0]), .. Classes(ledger, "()", p => [p.Total, p.Total, 0, 0])];
        return TwoSided(
            dress, "fiscal_appropriation_summary", "财政拨款收支总表", left, right, [new("预算数")],
            [new("合计"), new("一般公共预算"), new("政府性基金预算"), new("国有资本经营预算")], [("收入总计", [total])], [("支出总计", [total, total, 0, 0])]);
    }

    private static List<(string, long[])> Classes(Ledger ledger, string brackets, Func<Post, long[]> fen) =>
        [.. ledger.Functional.Where(p => p.Code.Length == 3).Select((p, i) => (brackets.Length > 0 ? $"({Ordinal(i)}){p.Name}" : $"{Ordinal(i)}、{p.Name}", fen(p)))];

    private static string Ordinal(int i) => i < 10 ? Ordinals[i].ToString() : "十" + Ordinals[i - 10];

    private static DraftTable TwoSided(
        Dress dress, string kind, string title, List<(string, long[])> left, List<(string, long[])> right, Head[] before, Head[] behind,
        List<(string, long[])> leftTotals, List<(string, long[])> rightTotals)
    {
        var name = new Head("项目") { Role = Role.Name };
        var table = new DraftTable(kind, title, [new("收入", [name, .. Named(before)]), new("支出", [name, .. Named(behind)]), .. CodeTable.Remark(dress)], dress);
        var length = Math.Max(left.Count, right.Count);
        for (var i = 0; i < length + leftTotals.Count; i++)
        {
            var row = table.NewRow();
            Half(i < length ? left.ElementAtOrDefault(i) : leftTotals[i - length], row, 0);
            Half(i < length ? right.ElementAtOrDefault(i) : rightTotals[i - length], row, 1 + before.Length);
        }

        return table;

        IEnumerable<Head> Named(Head[] heads) =>
            dress.Unit == UnitPlace.Header ? heads.Select(h => h with { Text = $"{h.Text}({Figures.Unit(dress.Step).Label})" }) : heads;

        void Half((string Label, long[] Fen) half, int row, int column)
        {
            if (half.Label is null)
            {
                return;
            }

            table.Put(row, column, 1, 1, half.Label, Role.Name, dress.Indents && half.Label[0] == '(' ? 1 : 0);
            foreach (var fen in half.Fen)
            {
                table.Put(row, ++column, fen, "", half.Label, dress);
            }
        }
    }

    private static DraftTable ThreePublic(Ledger ledger, Dress dress)
    {
        var table = new DraftTable(
            "three_public_expenses", "一般公共预算“三公”经费支出表",
            [
                new("“三公”经费合计"), new("因公出国(境)费"),
                new("公务用车购置及运行费", new Head("小计"), new Head("公务用车购置费"), new Head("公务用车运行费")), new("公务接待费"), .. CodeTable.Remark(dress),
            ], dress);
        var row = table.NewRow();
        long[] fen = [ledger.Abroad + ledger.Cars + ledger.Reception, ledger.Abroad, ledger.Cars, 0, ledger.Cars, ledger.Reception];
        for (var c = 0; c < fen.Length; c++)
        {
            table.Put(row, c, fen[c], "", "合计", dress);
        }

        return table;
    }

    private static DraftTable Projects(Ledger ledger, Dress dress)
    {
        var code = dress.Code is CodeStyle.OneColumn or CodeStyle.ThreeColumns or CodeStyle.Spaced;
        var table = new DraftTable(
            "project_expenditure", "项目支出表",
            [
                .. CodeTable.Sequence(dress), .. code ? new[] { new Head("项目编码") { Role = Role.Code } } : [], new("项目名称") { Role = Role.Name },
                new("项目单位") { Role = Role.Words }, new("合计"), new("本年拨款", new Head("一般公共预算"), new Head("政府性基金预算"), new Head("国有资本经营预算")),
                new("财政专户管理资金"), new("单位资金"), .. CodeTable.Remark(dress),
            ], dress with { Numbers = false });
        var key = dress.Sequence ? 1 : 0;
        var name = code ? key + 1 : key;
        Line(new Post("", "合计", 0, 0, ledger.Total.Project));
        var first = table.Rows;
        foreach (var project in ledger.Projects)
        {
            Line(project);
        }

        var merged = dress.Merged && dress.Paging == Paging.Fits;
        for (var row = first; row < table.Rows; row += merged ? table.Rows : 1)
        {
            table.Put(row, name + 1, merged ? table.Rows - first : 1, 1, Body, Role.Words);
        }

        return table;

        void Line(Post project)
        {
            var row = table.NewRow();
            if (dress.Sequence && project.Code.Length > 0)
            {
                table.Put(row, 0, 1, 1, $"{row - table.HeaderRows}", Role.Code);
            }

            if (code)
            {
                table.Put(row, key, 1, 1, project.Code, Role.Code);
            }

            table.Put(row, name, 1, 1, project.Name, Role.Name);
            table.Put(row, name + 2, project.Project, code ? project.Code : "", project.Name, dress);
            table.Put(row, name + 3, project.Project, code ? project.Code : "", project.Name, dress);
        }
    }
}
