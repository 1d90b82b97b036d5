using System.Collections.Frozen;
using Ingest.Core.Budget.Codes;

namespace Ingest.Core.Reports.Site;

/// <summary>Names of administrative divisions for people.</summary>
internal static class Regions
{
    private static readonly FrozenDictionary<string, string> Names =
        Divisions.List.DistinctBy(d => d.Code).ToFrozenDictionary(d => d.Code, d => d.Name, StringComparer.Ordinal);

    /// <summary>The code of the prefecture that a division lies in or is; of the province where there is none between; "" if unknown.</summary>
    public static string CityOf(string code)
    {
        if (code.Length != 6)
        {
            return "";
        }

        var city = code[..4] + "00";
        return Names.ContainsKey(city) ? city : code[..2] + "0000";
    }

    /// <summary><c>420107 湖北省武汉市青山区</c>; "" for none.</summary>
    public static string Name(string code)
    {
        if (code.Length != 6)
        {
            return code;
        }

        var path = new[] { code[..2] + "0000", code[..4] + "00", code }.Distinct(StringComparer.Ordinal).Select(c => Names.GetValueOrDefault(c, ""));
        return code + " " + string.Concat(path);
    }

    /// <summary>Only the name of the division itself, with its province where that is another.</summary>
    public static string ShortName(string code)
    {
        var own = Names.GetValueOrDefault(code, code);
        var province = code.Length == 6 ? Names.GetValueOrDefault(code[..2] + "0000", "") : "";
        return province.Length == 0 || province == own ? own : province + own;
    }
}
