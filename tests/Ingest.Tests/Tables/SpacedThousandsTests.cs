using Ingest.Core.Tables;

namespace Ingest.Tests.Tables;

/// <summary>Thousands set apart by spaces in a document that leaves out decimals which are 0.</summary>
public class SpacedThousandsTests
{
    private const string Rule = "+----------+----------+----------+----------+----------+\n";

    /// <summary>So many figures in four columns, half of them with one decimal less, and a last column of one rate.</summary>
    private static string Draw(int spaced, string rate)
    {
        var drawing = Rule;
        for (var i = 0; i < spaced; i += 4)
        {
            drawing += $"| 第{"一二三四五六七八九十甲乙丙丁"[i / 4]}项   |";
            for (var c = 0; c < 3; c++)
                drawing += i + c < spaced ? $" {c + 1} {200 + i}.{(i % 8 == 0 ? "5 " : "25")} |" : "          |";
            drawing += i + 3 < spaced ? $" 9 {400 + i}.2  |\n{Rule}" : $"          |\n{Rule}";
        }
        return string.Join('\n', drawing.TrimEnd().Split('\n').Select((l, i) => l + (l[0] == '+' ? "----------+" : $" {(i == 1 ? rate : ""),8} |")));
    }

    /// <summary>24 of them are no chance, 48 where one figure of a thousand stands without the space.</summary>
    [Theory]
    [InlineData(24, "", "1200.5")]
    [InlineData(23, "", "1 200.5")]
    [InlineData(48, "2259.29", "1200.5")]
    [InlineData(47, "2259.29", "1 200.5")]
    public void So_many_show_how_the_document_writes_them(int spaced, string rate, string read)
    {
        var table = Assert.Single(TableFinder.Find([AsciiPage.Draw(Draw(spaced, rate))]).Tables);
        Assert.Equal(read, table.Cells.Single(static c => c is { Row: 0, Column: 1 }).Text);
    }
}
