using Ingest.Core.Tables.Headers;

namespace Ingest.Core.Tables.Ruled;

/// <summary>
/// Thousands set apart by spaces. <c>1 570.78</c> alone may be two numbers; it is one where the column writes all of its
/// figures so, or the whole table does: more than one with a space before groups of three, the same number of decimals
/// everywhere in the column or several with two spaces, and none of a thousand or more without the space. A document writes all of its figures
/// so on the same grounds, where no cell holds two figures that are certainly two.
/// </summary>
internal static class Thousands
{
    /// <summary>So many figures with a space show that the column writes them so, so many that the table does.</summary>
    private const int FewestSpaced = 2, FewestInTable = 6;

    /// <summary>So many for each figure of a thousand or more without the space (a rate may be one) are no chance: all have three digits behind it.</summary>
    private const int FewestInDocument = 24;

    public static void Join(List<PageCell> cells, int columns) => Join(cells, columns, IsOf(cells), cells.Count(IsMillions) >= FewestSpaced);

    /// <summary>Once all pages of a document are read.</summary>
    public static void Join(List<PageFinds> pages)
    {
        var tables = pages.SelectMany(static p => p.Tables).ToList();
        var cells = tables.SelectMany(static t => t.Cells).ToList();
        var isSure = cells.Count(IsSpaced) >= FewestInDocument * (1 + cells.Count(IsWithout));
        if (cells.Exists(IsTwo) || !(isSure || IsOf(cells)))
            return;
        isSure |= cells.Count(IsMillions) >= FewestInTable;
        foreach (var table in tables)
            Join(table.Cells, table.Columns, isOfTable: true, isSure);
    }

    /// <summary>Whether all of the cells are written so.</summary>
    private static bool IsOf(IEnumerable<PageCell> cells) => cells.Count(IsSpaced) >= FewestInTable && !cells.Any(IsWithout);

    /// <summary>Whether a cell holds figures side by side that are no groups of one.</summary>
    private static bool IsTwo(PageCell cell) => cell.Text.Contains(' ', StringComparison.Ordinal) && cell.Text.Contains('.', StringComparison.Ordinal) && HeaderRows.IsFigure(cell.Text) && !IsSpaced(cell);

    /// <summary>Whether an amount of a thousand or more is written without the space.</summary>
    private static bool IsWithout(PageCell cell) => Decimals(cell.Text, spaced: false) > 0 && WholeDigits(cell.Text) > 3 && !IsSpaced(cell);

    /// <summary>Two spaces before groups of three: no two numbers.</summary>
    private static bool IsMillions(PageCell cell) => IsSpaced(cell) && cell.Raw.AsSpan().Trim().Count(' ') > 1;

    /// <param name="isSure">Figures with several spaces, or very many, show that it writes them so, whatever their decimals (54 964 and 323 054.7).</param>
    private static void Join(List<PageCell> cells, int columns, bool isOfTable, bool isSure)
    {
        if (!cells.Exists(static c => Decimals(Whole(c), spaced: true) >= 0))
            return;
        for (var column = 0; column < columns; column++)
        {
            int spaced = 0, decimals = -1;
            var agrees = true;
            foreach (var cell in cells)
            {
                if (cell.Place.Column != column || cell.Text.Length == 0)
                    continue;
                var (own, other) = (Decimals(Whole(cell), spaced: true), Decimals(cell.Text, spaced: false));
                if (own < 0 && other < 0)
                    continue;
                spaced += own >= 0 ? 1 : 0;
                agrees &= own < 0 || isOfTable || cell.OnePiece || Whole(cell) != cell.Text;
                agrees &= other < 0 || WholeDigits(cell.Text) < 4 || IsSpaced(cell);
                // a nought, or the number of a column, has no decimals
                if (own < 0 && other == 0)
                    continue;
                agrees &= decimals < 0 || isSure || decimals == Math.Max(own, other);
                decimals = Math.Max(own, other);
            }
            for (var i = 0; i < cells.Count && agrees && spaced >= (isOfTable ? 1 : FewestSpaced); i++)
            {
                if (cells[i].Place.Column == column && Decimals(Whole(cells[i]), spaced: true) >= 0)
                    cells[i] = cells[i] with { Text = Whole(cells[i]).Replace(" ", "", StringComparison.Ordinal) };
            }
        }
    }

    /// <summary>The text of a cell; where its figure was broken within a group, or before the last one, with the lines joined.</summary>
    private static string Whole(PageCell cell)
    {
        if (!cell.Raw.Contains('\n', StringComparison.Ordinal) || !cell.Raw.Contains(' ', StringComparison.Ordinal) || cell.Raw.AsSpan().ContainsAnyExcept("0123456789. \n-−"))
            return cell.Text;
        foreach (var between in (string[])["", " "])
        {
            var text = cell.Raw.Replace("\n", between, StringComparison.Ordinal);
            if (Decimals(text, spaced: true) > 0 && cell.Raw.IndexOf('.', StringComparison.Ordinal) >= cell.Raw.LastIndexOf('\n') - 1)
                return text;
        }
        return cell.Text;
    }

    /// <summary>Whether the figure is written with a space between thousands, joined already or not, on one line or more.</summary>
    private static bool IsSpaced(PageCell cell) => Decimals(cell.Raw.Replace("\n", "", StringComparison.Ordinal), spaced: true) >= 0 || Decimals(Whole(cell), spaced: true) >= 0;

    private static int WholeDigits(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (c == '.')
                break;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }
        return digits;
    }

    /// <summary>How many decimals a number has, with its thousands set apart by spaces or without any; −1 for what is no such number.</summary>
    private static int Decimals(string text, bool spaced)
    {
        var s = text.AsSpan().Trim("-−()（）△▲");
        var point = s.IndexOf('.');
        var whole = point < 0 ? s : s[..point];
        var rest = point < 0 ? default : s[(point + 1)..];
        var group = 0;
        var groups = 0;
        foreach (var c in whole)
        {
            if (char.IsAsciiDigit(c))
            {
                group++;
                continue;
            }
            if (c != ' ' || !spaced || group == 0 || (groups > 0 && group != 3) || group > 3)
                return -1;
            groups++;
            group = 0;
        }
        foreach (var c in rest)
        {
            if (!char.IsAsciiDigit(c))
                return -1;
        }
        return group == 0 || (spaced && (groups == 0 || group != 3)) ? -1 : rest.Length;
    }
}
