using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Ingest.Core.Budget.Kinds;

namespace Ingest.Core.Budget.Typing;

/// <summary>What kind a table seems to be, how sure that is (0…1), and why.</summary>
internal sealed record KindMatch(TableKind? Kind, TitleText? Title, double Score, ImmutableArray<string> Reasons)
{
    public static readonly KindMatch None = new(null, null, 0, []);
}

/// <summary>
/// Decides the kind of a table from its title, the words of its headers and rows, and its codes together. A title by
/// itself is not enough (the same title may be by function or by economy), nor are headers (funds look alike).
/// </summary>
internal static class KindMatcher
{
    private const int Fragment = 6;
    private const Traits OfDepartments = Traits.BasicProject | Traits.PersonnelOperating | Traits.IncomeSources | Traits.UpAndDown | Traits.UnitCodes;
    private const Traits OfGovernments = Traits.Execution | Traits.RevenueCodes | Traits.TaxRows | Traits.Debt | Traits.Insurance;
    private const double TitleWeight = 0.6, TraitWeight = 0.12, AgainstWeight = 0.25, Enough = 0.5;

    /// <param name="titles">Lines that may name the table, the likeliest first.</param>
    /// <param name="phase">Phase of the document, "" if not known.</param>
    /// <param name="scope">department, unit or government, "" if not known.</param>
    /// <param name="hasHeader">A table without header is typed by its title only.</param>
    public static KindMatch Match(IReadOnlyList<TitleText> titles, Traits traits, string phase, string scope, bool hasHeader)
    {
        var best = KindMatch.None;
        for (var i = 0; i < titles.Count; i++)
        {
            // 算财政拨款支出决算表: the last line of a title that begins in the line above says less than the whole of it
            if (best.Score >= Enough && best.Title is { } whole && whole.Core.Length > titles[i].Core.Length && whole.Core.EndsWith(titles[i].Core, StringComparison.Ordinal))
                continue;
            if (ByTitle(titles[i]) is not { } kind)
                continue;
            var match = Judge(kind, titles[i], traits, phase, scope);
            // a line nearer to the table wins unless another is clearly better
            if (match.Score > best.Score + 0.05)
                best = match;
        }
        // the tail of a title that began on another line, without any trait to bear it out, yields to traits that tell another kind
        if (best is { Kind: not null, Title.Core.Length: <= Fragment } && hasHeader && (best.Kind.Typical & traits) == 0 && ByTraits(traits, phase) is { Kind: not null } shown)
            return shown with { Title = best.Title };
        return best.Score >= Enough ? best : hasHeader ? ByTraits(traits, phase) : KindMatch.None;
    }

    /// <summary>The kind that a title names before anything else is looked at; null if none.</summary>
    public static TableKind? ByTitle(TitleText title)
    {
        var core = title.Core.Replace("决算", "", StringComparison.Ordinal);
        TableKind? best = null;
        var covered = 0;
        foreach (var kind in KindCatalog.All)
        {
            foreach (var rule in kind.Titles)
            {
                var match = rule.Match(core);
                if (match > 0 && (best is null || kind.Rank > best.Rank || (kind.Rank == best.Rank && match > covered)))
                    (best, covered) = (kind, match);
            }
        }
        return best;
    }

    private static KindMatch Judge(TableKind kind, TitleText title, Traits traits, string phase, string scope)
    {
        var reasons = ImmutableArray.CreateBuilder<string>();
        reasons.Add("title " + title.Core);
        kind = ByCodes(kind, title, traits, reasons);
        kind = AtLevel(kind, title, traits, scope, reasons);
        kind = InPhase(kind, title, traits, phase, reasons);
        var typical = kind.Typical & traits;
        var against = kind.Against & traits;
        var score = TitleWeight + (TraitWeight * Count(typical)) - (AgainstWeight * Count(against)) - (typical == 0 ? Enough / 5 : 0);
        if (typical != 0)
            reasons.Add("shows " + typical.ToString());
        if (against != 0)
            reasons.Add("but shows " + against.ToString());
        return new KindMatch(kind, title, Math.Clamp(score, 0, 1), reasons.ToImmutable());
    }

    /// <summary>The same title is used by function and by economy: the codes decide, and where there are none the brackets behind the title.</summary>
    private static TableKind ByCodes(TableKind kind, TitleText title, Traits traits, ImmutableArray<string>.Builder reasons)
    {
        if (kind.WhenEconomic.Length == 0 && kind.WhenFunctional.Length == 0)
            return kind;
        var functional = (traits & Traits.FunctionalCodes) != 0;
        var economic = (traits & Traits.EconomicCodes) != 0;
        if (!functional && !economic)
        {
            var by = string.Concat(title.Qualifiers);
            functional = by.Contains("功能", StringComparison.Ordinal);
            economic = by.Contains("经济", StringComparison.Ordinal);
        }
        var other = functional == economic ? "" : economic ? kind.WhenEconomic : kind.WhenFunctional;
        if (other.Length == 0 || KindCatalog.Find(other) is not { } decided)
            return kind;
        reasons.Add(economic ? "economic rows" : "functional rows");
        return decided;
    }

    /// <summary>一般公共预算支出表 may be a department's or a whole government's: the document says, else words like 全市, against what only departments show.</summary>
    private static TableKind AtLevel(TableKind kind, TitleText title, Traits traits, string scope, ImmutableArray<string>.Builder reasons)
    {
        var whole = scope == "government";
        var ofDepartments = !whole && (traits & OfDepartments) != 0 && (traits & OfGovernments) == 0;
        var other = kind.IsGovernment ? (ofDepartments ? kind.AtDepartment : "") : whole || (!ofDepartments && IsOfWhole(title.Shown)) ? kind.AtGovernment : "";
        if (other.Length == 0 || KindCatalog.Find(other) is not { } decided)
            return kind;
        if (title.Core.Contains("收支", StringComparison.Ordinal) && KindCatalog.Find(decided.WhenBoth) is { } both)
            decided = both;
        reasons.Add(decided.IsGovernment ? "of a whole government" : "of a department");
        return decided;
    }

    private static bool IsOfWhole(string shown) =>
        shown.IndexOf('全', StringComparison.Ordinal) is var at and >= 0 && at + 1 < shown.Length && "国省市县区州盟旗镇乡".Contains(shown[at + 1], StringComparison.Ordinal);

    private static TableKind InPhase(TableKind kind, TitleText title, Traits traits, string phase, ImmutableArray<string>.Builder reasons)
    {
        if (kind.Counterpart.Length == 0)
            return kind;
        var settled = title.Core.Contains("决算", StringComparison.Ordinal);
        var wanted = settled ? "final"
            : EndsAsBudget(title.Core) ? "budget"
            : phase.Length > 0 ? phase
            : (traits & Traits.Settled) != 0 ? "final" : "budget";
        if (wanted == kind.Phase || KindCatalog.Find(kind.Counterpart) is not { } other)
            return kind;
        reasons.Add(settled ? "决算 in the title" : "phase " + wanted);
        return other;
    }

    private static bool EndsAsBudget(string core) =>
        core.EndsWith("预算表", StringComparison.Ordinal) || core.EndsWith("预算总表", StringComparison.Ordinal) || core.EndsWith("预算明细表", StringComparison.Ordinal)
        || core.EndsWith("预算情况表", StringComparison.Ordinal);

    /// <summary>A table without a usable title is typed if it shows all that tells a kind, and no other kind fits as well.</summary>
    private static KindMatch ByTraits(Traits traits, string phase)
    {
        TableKind? best = null;
        var most = 0;
        var tied = false;
        foreach (var kind in KindCatalog.All)
        {
            var tells = IsTold(kind.Telling, traits) || IsTold(kind.AlsoTelling, traits);
            if (!tells || (kind.Against & traits) != 0)
                continue;
            var count = Count((kind.Telling & traits) | (kind.Typical & traits));
            if (count > most)
                (best, most, tied) = (kind, count, false);
            else if (count == most)
                tied = true;
        }
        if (best is null || tied)
            return KindMatch.None;
        var reasons = ImmutableArray.CreateBuilder<string>();
        reasons.Add("no title; shows " + ((best.Telling | best.AlsoTelling) & traits).ToString());
        var wanted = phase.Length > 0 ? phase : (traits & Traits.Settled) != 0 ? "final" : "budget";
        if (best.Counterpart.Length > 0 && wanted != best.Phase && KindCatalog.Find(best.Counterpart) is { } other)
        {
            best = other;
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"phase {wanted}"));
        }
        return new KindMatch(best, null, Math.Min(0.8, 0.3 + (0.1 * most)), reasons.ToImmutable());
    }

    private static bool IsTold(Traits telling, Traits traits) => telling != 0 && (telling & traits) == telling;

    private static int Count(Traits traits) => BitOperations.PopCount((uint)traits);
}
