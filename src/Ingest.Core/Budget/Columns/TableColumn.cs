using Ingest.Core.Budget.Typing;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Columns;

/// <summary>A column while its table is being typed: header chain, what its body holds, the role that follows.</summary>
/// <param name="Parts">The header chain from the top, each cell once, without numbering rows.</param>
internal sealed record TableColumn(int Index, string[] Parts, BodyCounts Body, ColumnRole Role)
{
    /// <summary>The lowest header cell, "" if there is none.</summary>
    public string Leaf => Parts.Length > 0 ? Parts[^1] : "";

    public string Path => string.Join('/', Parts);

    public bool IsValue => Role.IsValue();

    public bool Mentions(string word)
    {
        foreach (var part in Parts)
        {
            if (part.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}

/// <summary>How many body cells of a column are what. Cells over several columns do not count.</summary>
/// <param name="Codes">Digits only, at least three.</param>
/// <param name="Small">Digits only, one or two.</param>
/// <param name="Ascending">Of the small ones, those that follow their predecessor by one.</param>
/// <param name="NamesPercent">A cell is the last line of the header: % or 口径增长%.</param>
internal readonly record struct BodyCounts(int Figures, int Codes, int Small, int Ascending, int Percents, int Dashes, int Texts, int Blanks, bool NamesPercent = false)
{
    public int Numbers => Figures + Codes + Small + Percents;

    public int Filled => Numbers + Dashes + Texts;

    public static BodyCounts Of(GridView grid, HeaderZone zone, int column)
    {
        int figures = 0, codes = 0, small = 0, ascending = 0, percents = 0, dashes = 0, texts = 0, blanks = 0, last = -1;
        var namesPercent = false;
        for (var r = zone.End; r < grid.Rows; r++)
        {
            if (!grid.Begins(r, column) || grid.ColumnSpan(r, column) > 1)
                continue;
            var text = grid.Text(r, column);
            switch (grid.Shape(r, column))
            {
                case CellShape.Blank:
                    blanks++;
                    break;
                case CellShape.Dash:
                    dashes++;
                    break;
                case CellShape.Percent:
                    percents++;
                    break;
                case CellShape.Text:
                    texts++;
                    namesPercent |= text.EndsWith('%') && !text.Any(char.IsAsciiDigit);
                    break;
                case CellShape.Garbled:
                    figures++;
                    break;
                default:
                    if (!Shapes.IsDigits(text))
                    {
                        figures++;
                    }
                    else if (text.Length >= 3)
                    {
                        codes++;
                    }
                    else
                    {
                        var number = int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
                        small++;
                        ascending += number == last + 1 ? 1 : 0;
                        last = number;
                    }
                    break;
            }
        }
        return new BodyCounts(figures, codes, small, ascending, percents, dashes, texts, blanks, namesPercent);
    }
}
