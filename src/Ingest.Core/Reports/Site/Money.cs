using System.Globalization;

namespace Ingest.Core.Reports.Site;

/// <summary>Exact amounts for reading.</summary>
internal static class Money
{
    /// <summary><c>-13214710.41</c></summary>
    public static string Yuan(Int128 fen)
    {
        var sign = fen < 0 ? "-" : "";
        fen = Int128.Abs(fen);
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{fen / 100}.{(int)(fen % 100):00}");
    }

    /// <summary>With commas between thousands: <c>13,214,710.41</c>; a text that is no decimal comes back as it is.</summary>
    public static string Grouped(string number)
    {
        var start = number.StartsWith('-') ? 1 : 0;
        var point = number.IndexOf('.', StringComparison.Ordinal) is var p and >= 0 ? p : number.Length;
        for (var i = start; i < point; i++)
        {
            if (!char.IsAsciiDigit(number[i]))
            {
                return number;
            }
        }

        for (var i = point - 3; i > start; i -= 3)
        {
            number = number.Insert(i, ",");
        }

        return number;
    }
}
