using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Io.Archive;
using Ingest.Io.Sqlite;
using Microsoft.Data.Sqlite;

namespace Ingest.Benchmarks;

/// <summary>
/// The recipes of README and REFERENCE over documents of the world: whether they run, what they cost, and whether what a panel
/// adds up to is the total that its table prints. What differs is listed, with whether the report tells it.
/// </summary>
internal static partial class RecipeBenchmark
{
    /// <summary>A panel's sums beside the totals that its tables print: table, what is added up, sum, half steps of rounding; then the printed totals.</summary>
    private static readonly (string Name, string Sums, string Totals)[] Sums =
    [
        ("panel_functional", OfPanel("panel_functional"), Printed),
        ("panel_economic", OfPanel("panel_economic"), Printed),
        ("panel_fund_source",
            "SELECT sha256, table_ordinal, entity, fiscal_year, table_kind, period, 'total' AS measure, sum(amount_fen) AS fen, count(*) AS n FROM panel_fund_source GROUP BY sha256, table_ordinal, period", Printed),
        ("panel_three_public", """
            SELECT sha256, table_ordinal, entity, fiscal_year, table_kind, period, 'total' AS measure,
                   sum(amount_fen) AS fen, count(*) AS n FROM panel_three_public p
            WHERE adds_up = 1 AND (item IN ('abroad', 'car', 'reception') OR (item IN ('car.purchase', 'car.operation') AND NOT EXISTS (
                SELECT 1 FROM panel_three_public c WHERE c.sha256 = p.sha256 AND c.table_ordinal = p.table_ordinal AND c.period = p.period AND c.fund = p.fund AND c.item = 'car')))
            GROUP BY sha256, table_ordinal, period
            """, """
            SELECT amount_fen FROM panel_three_public WHERE sha256 = @sha AND table_ordinal = @table AND period = @period AND item IN ('total', 'overall') AND @measure = 'total'
            """),
        ("procurement_lines",
            "SELECT sha256, table_ordinal, entity, fiscal_year, table_kind, 'current' AS period, 'amount' AS measure, sum(amount_fen) AS fen, count(*) AS n FROM procurement_lines WHERE amount_fen IS NOT NULL GROUP BY sha256, table_ordinal",
            Printed.Replace("measure = @measure", "measure IN ('amount', 'total') AND @measure = 'amount'", StringComparison.Ordinal)),
    ];

    private const string Printed =
        "SELECT amount_fen FROM amounts WHERE sha256 = @sha AND table_ordinal = @table AND period = @period AND measure = @measure AND is_total = 1";

    private static string OfPanel(string view) =>
        $"SELECT sha256, table_ordinal, entity, fiscal_year, table_kind, period, measure, sum(amount_fen) AS fen, sum(rows) AS n FROM {view} GROUP BY sha256, table_ordinal, period, measure";

    /// <param name="folder">PDFs, or a database of them.</param>
    /// <param name="recipes">Markdown files with queries.</param>
    public static int Run(string folder, string[] recipes, int jobs)
    {
        var path = folder;
        if (Directory.Exists(folder))
        {
            path = Path.Combine(Directory.CreateTempSubdirectory("recipes").FullName, "recipes.sqlite");
            using var database = Database.Open(path);
            new Loader(database, new LoadOptions([folder], jobs), LoadWatcher.Silent).Run(CancellationToken.None);
        }

        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly");
        connection.Open();
        var failed = recipes.Sum(file => Queries(connection, file));
        failed += Sums.Sum(s => Compare(connection, s.Name, s.Sums, s.Totals));
        return failed == 0 ? 0 : 1;
    }

    private static int Queries(SqliteConnection connection, string file)
    {
        var failed = 0;
        foreach (Match match in Query().Matches(File.ReadAllText(file)))
        {
            using var command = connection.CreateCommand();
            command.CommandText = match.Groups["sql"].Value;
            var clock = Stopwatch.StartNew();
            try
            {
                using var reader = command.ExecuteReader();
                var rows = 0;
                while (reader.Read())
                {
                    rows++;
                }

                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows,7} rows {clock.ElapsedMilliseconds,6} ms  {match.Groups["question"].Value.Trim()}"));
            }
            catch (SqliteException error)
            {
                failed++;
                Console.WriteLine($"  fails: {error.Message}  {match.Groups["question"].Value.Trim()}");
            }
        }

        return failed;
    }

    private static int Compare(SqliteConnection connection, string name, string sums, string totals)
    {
        int equal = 0, without = 0;
        var differing = new List<string>();
        using var command = connection.CreateCommand();
        command.CommandText = sums;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var (sha, table, period, measure) = (reader.GetString(0), reader.GetInt64(1), reader.GetString(5), reader.GetString(6));
            var (sum, count) = (reader.GetInt64(7), reader.GetInt64(8));
            var printed = Amounts(connection, totals, sha, table, period, measure);
            if (printed.Count == 0)
            {
                without++;
            }
            else if (printed.Exists(t => Math.Abs(t - sum) <= Rounding(connection, sha, table, count)))
            {
                equal++;
            }
            else
            {
                var nearest = printed.MinBy(t => Math.Abs(t - sum));
                differing.Add(string.Create(CultureInfo.InvariantCulture,
                    $"    {reader.GetString(2)} {(reader.IsDBNull(3) ? "" : reader.GetString(3))} {reader.GetString(4)} {period} {measure}: {sum / 100m:0.00} of {nearest / 100m:0.00}{(IsTold(connection, sha, table) ? "" : "  NOT TOLD")}"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {equal} sums are the printed total, {differing.Count} are not, {without} have none printed"));
        differing.Sort(StringComparer.Ordinal);
        differing.ForEach(Console.WriteLine);
        return 0;
    }

    private static List<long> Amounts(SqliteConnection connection, string sql, string sha, long table, string period, string measure)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (key, value) in new (string, object)[] { ("@sha", sha), ("@table", table), ("@period", period), ("@measure", measure) })
        {
            command.Parameters.AddWithValue(key, value);
        }

        using var reader = command.ExecuteReader();
        var amounts = new List<long>();
        while (reader.Read())
        {
            amounts.Add(reader.GetInt64(0));
        }

        return amounts;
    }

    /// <summary>Half a printed step for each figure and for the total.</summary>
    private static long Rounding(SqliteConnection connection, string sha, long table, long count) =>
        Number(connection, "SELECT max(step_fen) FROM amounts WHERE sha256 = @sha AND table_ordinal = @table", sha, table) is > 1 and var step ? (count + 1) * step / 2 : 0;

    private static bool IsTold(SqliteConnection connection, string sha, long table) =>
        Number(connection, "SELECT count(*) FROM anomalies a JOIN documents d ON d.id = a.document_id WHERE d.sha256 = @sha AND a.table_ordinal = @table AND (a.severity <> 'note' OR a.code = 'leaves-withheld')", sha, table) > 0;

    private static long Number(SqliteConnection connection, string sql, string sha, long table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@sha", sha);
        command.Parameters.AddWithValue("@table", table);
        return command.ExecuteScalar() is long number ? number : 0;
    }

    /// <summary>A line that asks, and the query below it.</summary>
    [GeneratedRegex("(?<question>[^\n]*)\n\n```sql\n(?<sql>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Query();
}
