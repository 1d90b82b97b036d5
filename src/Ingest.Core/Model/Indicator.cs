namespace Ingest.Core.Model;

/// <summary>One form with goals: a table of its own, a part of a table, or the rows of one project in a list.</summary>
/// <param name="Table">Ordinal of the table.</param>
/// <param name="FirstRow">First row of the grid that belongs to it.</param>
/// <param name="LastRow">Last row that belongs to it.</param>
/// <param name="Project">Name of the project, folded; "" for the form of a whole department.</param>
/// <param name="ProjectCode">As printed before the name or in a box of its own; "" if none.</param>
/// <param name="Year">The year the form is for, from its own title, else of the document.</param>
public sealed record PerformanceForm(int Table, int FirstRow, int LastRow, string Project, string ProjectCode, int? Year);

/// <summary>One value of an indicator: an indicator with columns for several years gives one record for each.</summary>
/// <param name="Where">The cell of the value.</param>
/// <param name="Form">Index into <see cref="ParsedDocument.Forms"/>.</param>
/// <param name="Goal">The goal or activity that it belongs to where the form has several; "" otherwise.</param>
/// <param name="Level1">产出指标, 效益指标…; "" where not shown.</param>
/// <param name="Level2">数量指标, 质量指标…; "" where not shown.</param>
/// <param name="Name">What is measured, as shown.</param>
/// <param name="Period">Header of the column as shown: 指标值, 2022年, 预期当年实现值.</param>
/// <param name="Year">The year the value is for; null for goals of several years.</param>
/// <param name="Shown">As a reader reads it: relation, number and measure word together, also where they stand in cells of their own.</param>
/// <param name="Relation">See <see cref="IndicatorRelations"/>.</param>
/// <param name="Value">The number, exact as printed; the lower bound of a range; null unless the relation needs one.</param>
/// <param name="Upper">The upper bound of a range.</param>
/// <param name="Unit">%, 次, 万元/项目…; "" if none is shown.</param>
/// <param name="Standard">What stands under 绩效标准, 评价标准; "" if there is no such column.</param>
/// <param name="Weight">Points or per cent of the whole, as printed.</param>
public sealed record Indicator(
    CellRef Where,
    int Form,
    string Goal,
    string Level1,
    string Level2,
    string Name,
    string Period,
    int? Year,
    string Shown,
    string Relation,
    PrintedNumber? Value,
    PrintedNumber? Upper,
    string Unit,
    string Standard,
    PrintedNumber? Weight);

/// <summary>How a value is meant. Other programs rely on these words.</summary>
public static class IndicatorRelations
{
    /// <summary>A bare number: it is to be reached exactly, or so the form leaves it open.</summary>
    public const string Bare = "";
    public const string AtLeast = "≥";
    public const string AtMost = "≤";
    public const string MoreThan = ">";
    public const string LessThan = "<";
    public const string Equal = "=";
    public const string Range = "range";
    /// <summary>A goal in words, or one that the form declares qualitative (定性).</summary>
    public const string Words = "text";
    /// <summary>Nothing to reach: blank, a dash or 无.</summary>
    public const string Nothing = "none";
    /// <summary>The characters of the cell are not certain.</summary>
    public const string Unreadable = "unreadable";
}
