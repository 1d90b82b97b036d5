namespace Ingest.Core.Reports.Site;

/// <summary>The head of a column in a list; figures stand to the right, and so do their heads.</summary>
internal readonly record struct ListColumn(Phrase Name, bool Figures)
{
    public static implicit operator ListColumn(Phrase name) => new(name, Figures: false);

    /// <summary>A cell; no header where the column has no name.</summary>
    public string Head => Name.English.Length == 0 ? "<td></td>" : $"<th scope=\"col\"{(Figures ? " class=\"n\"" : "")}>{Name.Html}</th>";
}
