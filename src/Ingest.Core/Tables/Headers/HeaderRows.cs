namespace Ingest.Core.Tables.Headers;

/// <summary>Tells the header from the body by its looks alone: the body begins with the first row that holds a figure which is no column number.</summary>
internal static class HeaderRows
{
    /// <returns>How many rows at the top are header, column numbers included; 0 if the first row holds a figure already.</returns>
    public static int Count(PageTable table)
    {
        var rows = Rows(table);
        var reach = 0;
        for (var r = 0; r < rows.Length; r++)
        {
            if (HasFigure(rows[r]) && !IsColumnNumbers(rows[r]))
                return r;
            foreach (var cell in rows[r])
            {
                if (r == 0 && cell.Text.Length > 0)
                    reach = Math.Max(reach, cell.Place.RowSpan);
            }
        }
        // a table without a figure: what the first row's cells reach down to
        return Math.Min(reach, rows.Length);
    }

    /// <summary>The cells that begin in each row.</summary>
    public static List<PageCell>[] Rows(PageTable table)
    {
        var rows = new List<PageCell>[table.Rows];
        for (var r = 0; r < rows.Length; r++)
            rows[r] = [];
        foreach (var cell in table.Cells)
            rows[cell.Place.Row].Add(cell);
        return rows;
    }

    private static bool HasFigure(List<PageCell> row)
    {
        foreach (var cell in row)
        {
            if (IsFigure(cell.Text))
                return true;
        }
        return false;
    }

    /// <summary>栏次 1 2 3…: ascending by one, whatever stands in the first cells.</summary>
    public static bool IsColumnNumbers(List<PageCell> row)
    {
        int expected = -1, count = 0;
        foreach (var cell in row)
        {
            if (!IsFigure(cell.Text))
                continue;
            if (!int.TryParse(cell.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
                || (expected >= 0 && number != expected) || (expected < 0 && number > 3))
            {
                return false;
            }
            expected = number + 1;
            count++;
        }
        return count >= 2;
    }

    /// <summary>Digits with what may stand among them, and at least one digit.</summary>
    public static bool IsFigure(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (c is not (',' or '.' or '-' or '+' or '%' or '(' or ')' or ' ' or '−' or '－' or '‰'))
                return false;
        }
        return digits > 0;
    }
}
