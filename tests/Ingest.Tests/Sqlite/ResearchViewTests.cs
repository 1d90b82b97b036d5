using Ingest.Io.Sqlite;
using Ingest.Tests.Golden;

namespace Ingest.Tests.Sqlite;

/// <summary>The views for researchers over the bundled documents: nothing is counted twice, nothing is mixed.</summary>
public sealed class ResearchViewTests(FixtureDatabase fixtures)
{
    [Theory]
    [InlineData("panel_functional")]
    [InlineData("panel_economic")]
    public void The_codes_of_a_panel_add_up_to_the_printed_total_of_their_table(string panel)
    {
        // The total is looked up in the facts of the total row, not in what the view itself says.
        var wrong = fixtures.Rows($"""
            SELECT s.document, s.table_kind, s.column_key, s.leaves, s.total
            FROM (
              SELECT p.document, p.sha256, p.table_ordinal, p.table_kind, c.key AS column_key, t.id, c.col, sum(p.amount_fen) AS leaves, (count(*) + 1) * max(g.step_fen) / 2 AS rounding,
                     (SELECT f.amount_fen FROM facts f JOIN lines l ON l.table_id = f.table_id AND l.line = f.line
                      WHERE f.table_id = t.id AND f.col = c.col AND f.block = c.block AND l.is_total = 1 AND f.amount_fen IS NOT NULL ORDER BY l.line LIMIT 1) AS total
              FROM {panel} p
              JOIN documents d ON d.sha256 = p.sha256
              JOIN tables t ON t.document_id = d.id AND t.ordinal = p.table_ordinal
              JOIN facts g ON g.table_id = t.id AND g.row = p.row AND g.col = p.col
              JOIN columns c ON c.table_id = t.id AND c.block = g.block AND c.col = p.col
              GROUP BY t.id, c.block, c.col
            ) s
            WHERE s.leaves IS NOT s.total AND NOT coalesce(abs(s.leaves - s.total) <= iif(s.rounding > 1, s.rounding, 0), 0)
              AND NOT EXISTS (SELECT 1 FROM documents d JOIN anomalies a ON a.document_id = d.id
                              WHERE d.sha256 = s.sha256 AND a.table_ordinal = s.table_ordinal AND a.severity <> 'note')
            """);

        Assert.Equal([], wrong);
        Assert.True(long.Parse(fixtures.Rows($"SELECT count(*) FROM {panel}")[0][0], System.Globalization.CultureInfo.InvariantCulture) > 100);
    }

    [Fact]
    public void The_sources_of_money_add_up_to_the_total_of_the_revenue_table()
    {
        var wrong = fixtures.Rows("""
            SELECT p.document, sum(p.amount_fen) AS sources, a.amount_fen AS total
            FROM panel_fund_source p
            JOIN amounts a ON a.sha256 = p.sha256 AND a.table_ordinal = p.table_ordinal AND a.row = p.row AND a.measure = 'total'
            GROUP BY p.sha256, p.table_ordinal, p.row
            HAVING abs(sources - a.amount_fen) > iif(max(a.step_fen) > 1, (count(*) + 1) * max(a.step_fen) / 2, 0)
            """);

        Assert.Equal([], wrong);
    }

    [Fact]
    public void Sources_of_money_that_are_rows_stand_in_the_panel_like_those_that_are_columns()
    {
        using var folder = new TempFolder();
        var pdf = folder.Write("rows.pdf", new DrawnDocument().Text("武汉市示范局2018年部门预算", "武汉市示范局").Table("收入预算总表", "万元",
            "项目|<|金额", "收入总计|<|120.00", "一般公共预算资金|小计|100.00", "^|公共财政拨款(补助)资金|90.00", "^|专项收入|10.00",
            "政府性基金|<|", "财政专户管理资金|<|3.00", "其他资金|小计|17.00", "^|事业收入|5.00", "^|其他收入|12.00").ToBytes());
        Assert.Equal(0, Cli.CommandLine.Run("load", pdf, "--db", folder.File("x.sqlite"), "--quiet").Code);
        using var database = Database.OpenForReading(folder.File("x.sqlite"));

        var sources = FixtureDatabase.Rows(database, "SELECT fund_group, source, amount_fen FROM panel_fund_source ORDER BY row", out _);

        Assert.Equal(["current general_public 100000000", "current special_account 3000000", "current other 17000000"], sources.Select(s => string.Join(' ', s)));
    }

    [Fact]
    public void A_code_that_stands_in_several_rows_is_one_row_of_the_panel_as_of_its_export()
    {
        using var folder = new TempFolder();
        var pdf = folder.Write("rows.pdf", new DrawnDocument().Text("武汉市示范局2018年部门预算", "武汉市示范局").Table("支出预算总表", "万元",
            "支出功能分类科目|部门支出经济分类科目|合计|基本支出|项目支出", "2010301-行政运行|30101-基本工资|10.00|10.00|", "2010301-行政运行|30201-办公费|5.00|5.00|",
            "2010302-一般行政管理事务|30201-办公费|7.00||7.00", "合计||22.00|15.00|7.00").ToBytes());
        Assert.Equal(0, Cli.CommandLine.Run("load", pdf, "--db", folder.File("x.sqlite"), "--quiet").Code);
        using var database = Database.OpenForReading(folder.File("x.sqlite"));

        var panel = FixtureDatabase.Rows(database, "SELECT code, label, amount_fen, rows FROM panel_functional WHERE measure = 'total' ORDER BY row", out _);

        Assert.Equal(["2010301 行政运行 15000000 2", "2010302 一般行政管理事务 7000000 1"], panel.Select(r => string.Join(' ', r)));
        var export = Export.CsvLines.Of(Cli.CommandLine.Run("export", "facts", "--shape", "panel", "--db", folder.File("x.sqlite")).Output);
        var (code, total) = (Array.IndexOf(export[0], "code"), Array.IndexOf(export[0], "total_yuan"));
        Assert.Equal(["2010301 150000.00", "2010302 70000.00"], export.Skip(1).Select(r => $"{r[code]} {r[total]}"));
    }

    [Theory]
    [InlineData("panel_functional", "code, iif(code = '', label, '')")]
    [InlineData("panel_economic", "code_scheme, code, iif(code = '', label, '')")]
    [InlineData("panel_fund_source", "fund_group, source")]
    [InlineData("panel_three_public", "fund, item, adds_up")]
    public void No_key_of_a_panel_stands_in_two_rows(string panel, string key) =>
        Assert.Equal([], fixtures.Rows($"""
            SELECT entity, table_kind, {key} FROM {panel} {(panel == "panel_functional" || panel == "panel_economic" ? "" : "WHERE period = 'current'")}
            GROUP BY entity_id, fiscal_year, phase, scope, table_kind, period, {(panel is "panel_functional" or "panel_economic" ? "measure, " : "")}{key} HAVING count(*) > 1
            """));

    [Fact]
    public void The_export_of_the_panel_is_the_view()
    {
        var export = Export.CsvLines.Of(Cli.CommandLine.Run("export", "facts", "--shape", "panel", "--db", fixtures.Path).Output);
        int At(string column) => Array.IndexOf(export[0], column);
        var exported = export.Skip(1).Where(r => r[At("total_yuan")].Length > 0)
            .Select(r => $"{r[At("sha256")]} {r[At("table_ordinal")]} {r[At("code")]} {r[At("label")]} {r[At("total_yuan")].Replace(".", "", StringComparison.Ordinal).TrimStart('0')}").Order(StringComparer.Ordinal);
        var viewed = fixtures.Rows("SELECT sha256, table_ordinal, code, label, iif(amount_fen = 0, '', amount_fen) FROM panel_functional WHERE period = 'current' AND measure = 'total'")
            .Select(r => string.Join(' ', r)).Order(StringComparer.Ordinal);
        Assert.Equal(viewed, exported);
    }

    [Fact]
    public void The_gap_of_a_column_is_what_its_leaves_lack_of_its_total()
    {
        var wrong = fixtures.Rows("""
            SELECT t.id, c.col FROM tables t JOIN columns c ON c.table_id = t.id AND c.role = 'money'
            WHERE coalesce(c.leaves_fen, 0) <> coalesce((SELECT sum(f.amount_fen) FROM facts f JOIN lines l ON l.table_id = f.table_id AND l.line = f.line
                                       WHERE f.table_id = t.id AND f.col = c.col AND f.block = c.block AND l.is_leaf = 1 AND l.is_total = 0), 0)
               OR (c.total_fen IS NOT NULL AND c.leaves_fen IS NULL AND EXISTS (
                   SELECT 1 FROM facts f JOIN lines l ON l.table_id = f.table_id AND l.line = f.line
                   WHERE f.table_id = t.id AND f.col = c.col AND f.block = c.block AND l.is_leaf = 1))
            """);

        Assert.Equal([], wrong);
    }

    [Fact]
    public void Every_amount_stands_once_and_one_document_speaks_for_an_entity_in_a_year()
    {
        Assert.Equal(
            fixtures.Rows("SELECT count(*) FROM facts f JOIN tables t ON t.id = f.table_id JOIN columns c USING (table_id, block, col) WHERE amount_fen IS NOT NULL AND role = 'money' AND t.kind IS NOT NULL"),
            fixtures.Rows("SELECT count(*) FROM amounts"));
        Assert.Equal([["6"]], fixtures.Rows("SELECT count(*) FROM documents WHERE entity = '青山区大数据中心'"));
        Assert.Equal([], fixtures.Rows("SELECT entity_id, table_kind, code FROM flat WHERE entity_id IS NOT NULL GROUP BY entity_id, fiscal_year, phase, scope, table_kind, code_scheme HAVING count(DISTINCT sha256) > 1"));
    }

    [Fact]
    public void A_department_is_one_entity_under_all_its_names()
    {
        Assert.Equal(
            [["示范局", "青山区示范局", "230", "武汉市青山区示范局", "2023", "2023"], ["示范局", "青山区示范局", "230", "青山区示范局", "2024", "2024"]],
            fixtures.Rows("SELECT e.key, e.name, e.code, n.name, n.valid_from, n.valid_to FROM entities e JOIN entity_names n ON n.entity_id = e.id WHERE e.key = '示范局' ORDER BY n.valid_from"));
    }

    [Fact]
    public void A_project_in_a_list_and_in_a_form_is_one()
    {
        Assert.Equal(
            [["42010722121T000000108", "青山区网格员手机终端服务项目", "83880000", "1"]],
            fixtures.Rows("SELECT code, name, amount_fen, has_form FROM project_years WHERE name LIKE '%网格员%'"));
    }

    [Fact]
    public void What_later_documents_and_final_accounts_say_stands_beside_the_budget()
    {
        Assert.Equal(
            [["2010302", "120500000", "125500000"]],
            fixtures.Rows("SELECT code, own_fen, later_fen FROM year_against_prior WHERE difference_fen <> 0 AND length(code) = 7"));
        Assert.Equal(
            [["2010301", "310000000", "312000000"], ["2010302", "120500000", "132000000"], ["2080505", "36200000", "38200000"], ["2210201", "28300000", "28300000"]],
            fixtures.Rows("SELECT code, budget_fen, final_fen FROM budget_against_final WHERE table_kind = 'expenditure_summary' AND measure = 'total' ORDER BY code"));
    }

    [Fact]
    public void Coverage_names_the_tables_that_are_missing()
    {
        Assert.Equal(
            [["budget", "8", "8", "8", "8", ""], ["final", "8", "5", "5", "5", "final_fiscal_appropriation_summary final_general_public_budget_basic_expenditure final_government_fund"]],
            fixtures.Rows("SELECT phase, expected, found, parsed, balanced, missing FROM coverage_matrix WHERE entity = '青山区示范局' AND fiscal_year = 2023"));
    }

    [Fact]
    public void Every_column_of_every_view_can_be_read_and_every_view_has_rows()
    {
        using var database = fixtures.Open();
        var views = FixtureDatabase.Rows(database, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name", out _).Select(r => r[0]).ToList();

        // What portals owe is known only where one was visited: CoverageTests.
        Assert.All(views, view => Assert.Equal(
            view is "coverage_by_source" or "coverage_holes", FixtureDatabase.Rows(database, $"SELECT * FROM {view}", out _).Count == 0));
    }

    [Fact]
    public void Items_by_fund_add_up_only_where_the_item_as_a_whole_is_not_printed()
    {
        using var folder = new TempFolder();
        File.Copy(fixtures.Path, folder.File("x.sqlite"));
        using var database = Database.Open(folder.File("x.sqlite"));
        const string Table = "(SELECT t.id FROM tables t JOIN documents d ON d.id = t.document_id WHERE d.name = 'years-2024-budget.pdf' AND t.kind = 'three_public_expenses')";
        string[] Items() => [.. FixtureDatabase.Rows(database, "SELECT item || ' ' || fund || ' ' || adds_up FROM panel_three_public WHERE document = 'years-2024-budget.pdf' AND item = 'total' AND period = 'current' ORDER BY fund", out _).Select(r => r[0])];

        Assert.Equal(["total  1"], Items());
        database.Execute($"UPDATE columns SET key = 'general_public.total' WHERE key = 'car' AND table_id = {Table}");
        Assert.Equal(["total  1", "total general_public 0"], Items());
        database.Execute($"UPDATE columns SET key = 'government_fund.total' WHERE key = 'total' AND table_id = {Table}");
        Assert.Equal(["total general_public 1", "total government_fund 1"], Items());
    }
}
