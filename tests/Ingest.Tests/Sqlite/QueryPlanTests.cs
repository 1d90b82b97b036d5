using SQLitePCL;

namespace Ingest.Tests.Sqlite;

/// <summary>How SQLite goes about the questions of researchers: what a database of 100,000 documents answers is told by the plan, not by a clock.</summary>
public sealed class QueryPlanTests(FixtureDatabase fixtures)
{
    /// <summary>Few rows, however large the database: the catalogue of kinds, values made for one row or written out, and what a view hands on.</summary>
    private static readonly string[] Small = ["q", "s", "c", "once", "2"];

    public static TheoryData<string, string> Questions()
    {
        var data = new TheoryData<string, string>();
        foreach (var view in (string[])[
            "amounts", "flat", "panel_functional", "panel_economic", "panel_fund_source", "panel_three_public", "procurement_lines", "project_years",
            "budget_against_final", "year_against_prior", "coverage_kinds", "coverage_matrix", "publication_files"])
        {
            data.Add(view, "entity_id = 1");
            data.Add(view, "fiscal_year = 2024");
            data.Add(view, "region_code = '420100'");
            data.Add(view, "entity_id = 1 AND fiscal_year = 2024");
        }

        foreach (var view in (string[])["amounts", "flat", "panel_functional", "panel_economic", "budget_against_final"])
        {
            data.Add(view, "fiscal_year = 2024 AND code = '2010301'");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_about_a_body_a_year_or_a_region_looks_at_no_other_documents(string view, string condition)
    {
        var plan = Plan($"SELECT * FROM {view} WHERE {condition}");

        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN ", StringComparison.Ordinal) && !Small.Append(view).Contains(Scanned(step)));
        Assert.Contains(plan, step => step.StartsWith("SEARCH ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("amounts")]
    [InlineData("flat")]
    [InlineData("panel_functional")]
    [InlineData("budget_against_final")]
    [InlineData("year_against_prior")]
    [InlineData("procurement_lines")]
    [InlineData("coverage_matrix")]
    public void A_whole_view_goes_through_the_documents_once(string view)
    {
        var scanned = Plan($"SELECT * FROM {view}").Where(s => s.StartsWith("SCAN ", StringComparison.Ordinal)).Select(Scanned).Except([.. Small, view]);

        Assert.Single(scanned);
    }

    [Fact]
    public void A_name_or_a_code_is_compared_before_the_figures_are_read()
    {
        var plan = Plan("SELECT * FROM panel_functional WHERE entity = 'x' AND code = '2010301'");

        Assert.True(At("SEARCH e ") < At("SEARCH t "), string.Join('\n', plan));
        Assert.True(At("SEARCH l ") < At("SEARCH f "), string.Join('\n', plan));

        int At(string step) => plan.FindIndex(s => s.StartsWith(step, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("amounts")]
    [InlineData("flat")]
    [InlineData("panel_functional")]
    [InlineData("panel_economic")]
    [InlineData("panel_fund_source")]
    [InlineData("panel_three_public")]
    [InlineData("procurement_lines")]
    public void A_name_that_no_body_has_costs_nothing_but_looking_at_the_documents(string view)
    {
        const int Of = 10;

        Assert.InRange(Steps($"SELECT * FROM {view} WHERE entity = 'x'"), 1, Steps($"SELECT * FROM {view}") / Of);
    }

    [Fact]
    public void Which_table_is_preferred_is_worked_out_once_for_all_of_its_figures()
    {
        var without = Steps("SELECT amount_fen FROM amounts");

        Assert.InRange(Steps("SELECT amount_fen, preferred FROM amounts"), without, without * 11 / 10);
    }

    [Fact]
    public void A_figure_stands_in_the_row_of_its_line()
    {
        // The views find the figures of a line by its row.
        Assert.Equal("0", fixtures.Rows("SELECT count(*) FROM facts f JOIN lines l ON l.table_id = f.table_id AND l.line = f.line WHERE l.row <> f.row")[0][0]);
    }

    private static string Scanned(string step) => step.Split(' ')[1];

    /// <summary>Of SQLite's machine: the work of a question, on whatever machine of ours.</summary>
    private int Steps(string sql)
    {
        using var database = fixtures.Open();
        raw.sqlite3_prepare_v2(database.Connection.Handle, sql, out var statement);
        using (statement)
        {
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
            }

            return raw.sqlite3_stmt_status(statement, raw.SQLITE_STMTSTATUS_VM_STEP, 0);
        }
    }

    private List<string> Plan(string sql)
    {
        using var database = fixtures.Open();
        return [.. FixtureDatabase.Rows(database, "EXPLAIN QUERY PLAN " + sql, out _).Select(r => r[3])];
    }
}
