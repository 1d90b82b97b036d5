namespace Ingest.Core.Model;

/// <summary>Where a cell is: enough to draw it. Table, row and column are -1 where they do not apply.</summary>
public readonly record struct CellRef(PageBox Area, int Table = -1, int Row = -1, int Column = -1);

/// <summary>Whether identities confirm an amount.</summary>
public enum FactStatus : byte
{
    /// <summary>No identity covers it.</summary>
    Unverified,
    /// <summary>An identity that would break if it were wrong holds.</summary>
    Verified,
    /// <summary>An identity through it fails and nothing explains that otherwise, or its cell was not read with confidence.</summary>
    Doubtful,
}

/// <summary>One value cell of a typed table.</summary>
/// <param name="Column">The column of the table; its role says whether this is money, a quantity or a percentage.</param>
/// <param name="Line">The row of the table with label and code.</param>
/// <param name="Shown">The cell's text.</param>
/// <param name="Raw">The cell's glyphs as they come.</param>
/// <param name="Unit">Unit in force for this cell; null where unknown (then <paramref name="Amount"/> is null too).</param>
/// <param name="Amount">Only for money whose state is Value or Zero.</param>
/// <param name="Number">The number as printed, exact (quantities and percentages too); null if there is none.</param>
/// <param name="Rule">Name of the amount rule that read it, "" if none.</param>
public sealed record Fact(
    CellRef Where,
    string Kind,
    BudgetColumn Column,
    BudgetRow Line,
    string Shown,
    string Raw,
    Unit? Unit,
    Amount? Amount,
    PrintedNumber? Number,
    ValueState State,
    string Rule,
    FactStatus Status = FactStatus.Unverified)
{
    /// <summary>Whether row, column and unit of the figure are sure.</summary>
    public Placing Placing { get; init; }

    /// <summary>Where its characters come from.</summary>
    public FactSource Source { get; init; }

    /// <summary>The status before any identity is tried.</summary>
    public FactStatus AsRead =>
        State == ValueState.Unreadable || Placing != Placing.Sure || Source == FactSource.Unsure ? FactStatus.Doubtful : FactStatus.Unverified;
}

/// <summary>A number exactly as printed: <c>Units · 10^-Decimals</c>.</summary>
public readonly record struct PrintedNumber(Int128 Units, int Decimals);

/// <summary>A figure that a sentence of the explanations states.</summary>
/// <param name="Metric">What kind of statement: amount, prior_amount (what a change is measured from), budget_amount (年初预算 in
/// a sentence on final accounts), change_amount (negative for a
/// decrease), growth_rate, share, completion_rate.</param>
/// <param name="Subject">The words it is said of, folded, e.g. 2023年部门收支总预算.</param>
/// <param name="Sentence">The whole sentence, folded.</param>
/// <param name="Amount">For money; null for rates and counts.</param>
/// <param name="Number">The number as printed; rates in per cent, negative for a decrease.</param>
/// <param name="Group">A statement and what is said of it (parts, change, growth, share; also in the sentence that follows) share a group,
/// ascending over the document. A change, growth or share has the subject of its amount.</param>
/// <param name="Context">What encloses the statement, outermost first, joined by /: section heading, the statement whose list it stands in,
/// the whole of which it is a part, and for a share the words it is a share of.</param>
public sealed record NarrativeFact(
    CellRef Where, string Metric, string Subject, string Sentence, string Shown, Unit? Unit, Amount? Amount, PrintedNumber Number, int Group,
    string Context = "");
