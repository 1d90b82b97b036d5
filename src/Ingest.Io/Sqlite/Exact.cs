using System.Globalization;
using Ingest.Core.Model;

namespace Ingest.Io.Sqlite;

/// <summary>Exact numbers and boxes as columns.</summary>
internal static class Exact
{
    private const double PerPoint = 100;

    /// <summary><c>12.50</c> for 1250·10⁻²: the decimals printed are kept.</summary>
    public static string Text(PrintedNumber number)
    {
        var digits = Int128.Abs(number.Units).ToString(CultureInfo.InvariantCulture);
        var sign = Int128.IsNegative(number.Units) ? "-" : "";
        if (number.Decimals <= 0)
        {
            return sign + digits;
        }

        digits = digits.PadLeft(number.Decimals + 1, '0');
        return $"{sign}{digits[..^number.Decimals]}.{digits[^number.Decimals..]}";
    }

    public static PrintedNumber Number(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var units = Int128.Parse(point < 0 ? text : text.Remove(point, 1), CultureInfo.InvariantCulture);
        return new PrintedNumber(units, point < 0 ? 0 : text.Length - point - 1);
    }

    public static Statement Add(this Statement statement, Box box) =>
        statement.Add(Hundredths(box.Left)).Add(Hundredths(box.Top)).Add(Hundredths(box.Right)).Add(Hundredths(box.Bottom));

    public static Statement Add(this Statement statement, PageBox area) => statement.Add(area.Page).Add(area.Box);

    public static Statement Add(this Statement statement, Unit? unit) => statement.Add(unit?.Label).Add(unit?.Fen);

    /// <summary>Hundredths of a point; a coordinate far outside any page is clamped rather than refused.</summary>
    public static long Hundredths(double points) =>
        double.IsNaN(points) ? 0 : (long)Math.Round(Math.Clamp(points, -1e9, 1e9) * PerPoint);

    public static Box Box(Statement row, int column) =>
        new(row.Long(column) / PerPoint, row.Long(column + 1) / PerPoint, row.Long(column + 2) / PerPoint, row.Long(column + 3) / PerPoint);

    public static PageBox PageBox(Statement row, int column) => new(row.Int(column), Box(row, column + 1));

    public static Unit? Unit(Statement row, int column) => row.IsNull(column) ? null : new Unit(row.Text(column), row.Long(column + 1));
}
