using Ingest.Io.Sqlite;

namespace Ingest.Tests.Sqlite;

public sealed class CatalogueTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_database_knows_codes_divisions_and_kinds()
    {
        using var database = Database.Open(_folder.File("x.sqlite"));
        Assert.Equal(1, database.Number("SELECT count(*) FROM codes WHERE scheme = 'functional' AND code = '210' AND 2023 BETWEEN valid_from AND coalesce(valid_to, 9999) AND name = '卫生健康支出'"));
        Assert.Equal(1, database.Number("SELECT count(*) FROM divisions WHERE code = '420107' AND name = '青山区' AND prefecture = '420100' AND province = '420000'"));
        Assert.Equal(8, database.Number("SELECT count(*) FROM kinds WHERE phase = 'budget' AND required = 1"));
        Assert.Equal("final_expenditure", Text(database, "SELECT counterpart FROM kinds WHERE kind = 'expenditure_summary'"));
    }

    [Fact]
    public void What_has_changed_is_written_anew_and_nothing_else()
    {
        using (var database = Database.Open(_folder.File("x.sqlite")))
        {
            database.Execute("DELETE FROM codes; DELETE FROM kinds; UPDATE catalogues SET version = '' WHERE name = 'codes'");
        }

        using var again = Database.Open(_folder.File("x.sqlite"));
        Assert.NotEqual(0, again.Number("SELECT count(*) FROM codes"));
        Assert.Equal(0, again.Number("SELECT count(*) FROM kinds"));
    }

    private static string Text(Database database, string sql)
    {
        using var row = new Statement(database.Connection, sql);
        return row.Step() ? row.Text(0) : "";
    }
}
