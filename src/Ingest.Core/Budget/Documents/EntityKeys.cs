using System.Collections.Frozen;
using System.Collections.Immutable;
using Ingest.Core.Budget.Codes;
using Ingest.Core.Budget.Rows;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Documents;

/// <summary>
/// What the documents of one department agree in, whatever they call it: its name without the names of its divisions and
/// with long forms made short. 武汉市青山区大数据中心 and 青山区大数据中心 of 420107 are one, 中国共产党江苏省委员会办公厅 is 中共江苏省委办公厅.
/// </summary>
public static class EntityKeys
{
    private const string Party = "中共";

    private static readonly FrozenDictionary<string, ImmutableArray<string>> Names = Divisions.List
        .GroupBy(static d => d.Code, StringComparer.Ordinal)
        .ToFrozenDictionary(static g => g.Key, static g => g.Select(d => d.Name).ToImmutableArray(), StringComparer.Ordinal);

    private static readonly ImmutableArray<(string Long, string Short)> Shortened =
        [("中国共产党", Party), ("人民代表大会", "人大"), ("常务委员会", "常委会"), ("中国人民政治协商会议", "政协"), ("本级", ""), ("汇总", ""), ("()", "")];

    /// <param name="name">As the document prints it.</param>
    /// <param name="regionCode">Its division, six digits; "" if not known: then nothing is taken away.</param>
    /// <returns>Together with the division it identifies the entity; "" only for an empty name.</returns>
    public static string Of(string name, string regionCode)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(regionCode);
        var key = name;
        foreach (var (words, instead) in Shortened)
        {
            key = key.Replace(words, instead, StringComparison.Ordinal);
        }

        var party = key.StartsWith(Party, StringComparison.Ordinal) ? Party : "";
        key = WithoutDivisions(key[party.Length..], regionCode);
        if (party.Length > 0 && key.StartsWith("委员会", StringComparison.Ordinal))
        {
            key = string.Concat("委", key.AsSpan(3));
        }

        return key.Length > 0 ? party + key : name;
    }

    /// <summary>The code that the tables of a document print beside the entity's own name; "" if none does.</summary>
    public static string CodeOf(DocumentIdentity identity, ImmutableArray<BudgetTable> tables)
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (identity.Entity.Length == 0)
        {
            return "";
        }

        var key = Of(identity.Entity, identity.RegionCode);
        foreach (var table in tables)
        {
            foreach (var row in table.Rows)
            {
                if (row is { CodeScheme: CodeText.Unit, Code.Length: >= 3 } && Of(row.Label, identity.RegionCode) == key)
                {
                    return row.Code;
                }
            }
        }

        return "";
    }

    /// <summary>Province, prefecture and county in front, each once and in this order.</summary>
    private static string WithoutDivisions(string name, string regionCode)
    {
        if (regionCode.Length != 6)
        {
            return name;
        }

        foreach (var code in (string[])[regionCode[..2] + "0000", regionCode[..4] + "00", regionCode])
        {
            foreach (var division in Names.GetValueOrDefault(code, []))
            {
                if (name.Length > division.Length && name.StartsWith(division, StringComparison.Ordinal))
                {
                    name = name[division.Length..];
                    break;
                }
            }
        }

        return name;
    }
}
