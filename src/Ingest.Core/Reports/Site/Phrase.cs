namespace Ingest.Core.Reports.Site;

/// <summary>The same words in the two languages of the interface.</summary>
internal readonly record struct Phrase(string English, string Chinese)
{
    /// <summary>Both as HTML; the style sheet shows the one that is chosen.</summary>
    public string Html => $"<span class=\"en\" lang=\"en\">{Xml.Escape(English)}</span><span class=\"zh\">{Xml.Escape(Chinese)}</span>";

    /// <summary>Both as parts of an SVG text.</summary>
    public string Svg => $"<tspan class=\"en\" lang=\"en\">{Xml.Escape(English)}</tspan><tspan class=\"zh\">{Xml.Escape(Chinese)}</tspan>";

    /// <summary>As the head of a column of figures.</summary>
    public ListColumn Figures => new(this, Figures: true);

    /// <summary>For places that take no markup.</summary>
    public string Plain => $"{English} · {Chinese}";
}
