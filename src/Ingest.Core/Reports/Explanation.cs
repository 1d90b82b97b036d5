using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingest.Core.Amounts;
using Ingest.Core.Model;
using Ingest.Core.Reports.Site;

namespace Ingest.Core.Reports;

/// <summary>Everything that is known of one cell: how its number came to be, and what speaks for and against it.</summary>
/// <param name="Site">The document, whole.</param>
/// <param name="Run">The run that parsed it, in words.</param>
/// <param name="Cell">The cell of the grid.</param>
/// <param name="Fact">Null for a header, a label, or a cell of an untyped table.</param>
public sealed record Explanation(SiteDocument Site, string Run, CellRef Where, RawCell Cell, BudgetTable Table, Fact? Fact)
{
    /// <returns>Null if the document has no such cell; a place inside a spanning cell is that cell.</returns>
    public static Explanation? Of(SiteDocument site, string run, int table, int row, int column)
    {
        var found = site.Document.Tables.FirstOrDefault(t => t.Ordinal == table);
        var cell = found?.Source.Cells.FirstOrDefault(c =>
            row >= c.Row && row < c.Row + c.RowSpan && column >= c.Column && column < c.Column + c.ColumnSpan);
        if (found is null || cell is null)
        {
            return null;
        }

        var fact = site.Document.Facts.FirstOrDefault(f => f.Where.Table == table && f.Where.Row == cell.Row && f.Where.Column == cell.Column);
        return new Explanation(site, run, new CellRef(cell.Area, table, cell.Row, cell.Column), cell, found, fact);
    }

    public IEnumerable<WrittenIdentity> Identities => Site.Document.Checks
        .Where(c => c.Cells.Any(IsHere)).OrderByDescending(c => c.Result == CheckResult.Fail).Select(c => WrittenIdentity.Of(c, Site.FactAt));

    public IEnumerable<Anomaly> Anomalies => Site.Document.Anomalies.Where(a => IsHere(a.Where));

    private bool Hidden => Site.Hides(Where.Table, Where.Row, Where.Column);

    private AmountRule? Rule => Fact is { Rule.Length: > 0 } fact ? AmountRules.All.FirstOrDefault(r => r.Name == fact.Rule) : null;

    private bool IsHere(CellRef where) => where.Table == Where.Table && where.Row == Where.Row && where.Column == Where.Column;

    /// <summary>From the number back to the file, one step a line.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        Line("fact", Site.FactId(Where));
        Line("said of", Who());
        Line("table", TableHeading.Of(Table));
        if (Fact is { } fact)
        {
            Line("row", string.Join(' ', new[] { fact.Line.Code, fact.Line.Label }.Where(p => p.Length > 0)));
            Line("column", fact.Column.Path + (fact.Column.Key is { } key ? $" [{key}]" : ""));
            Line("amount", fact.Amount is { } amount ? Money.Grouped(amount.ToYuan()) + " 元, exact to " + Money.Yuan(amount.StepFen) + " 元" : Words.Of(fact.State));
            Line("status", Words.Of(fact.Status));
            Line("source", Source(fact));
            Line("rule", Rule is { } rule ? $"{rule.Name}: {rule.Meaning} (e.g. {rule.Examples[0].ReplaceLineEndings("⏎")})" : fact.Rule);
            Line("unit", fact.Unit is { } unit ? $"{unit.Label} ({Words.Of(Table.UnitSource)})" : "");
        }
        else
        {
            Line("is", Cell.Row < Table.HeaderRows ? "header, no value" : "label or text, no value");
        }

        Line("shown", Hidden ? "(withheld)" : Cell.Text.Length == 0 ? "(blank)" : Cell.Text);
        Line("raw", Hidden ? "" : Cell.Raw.ReplaceLineEndings("⏎"));
        var box = Cell.Area.Box;
        Line("place", string.Create(CultureInfo.InvariantCulture, $"page {Cell.Area.Page}, {box.Left:0.##} {box.Top:0.##} {box.Right:0.##} {box.Bottom:0.##} points from the top left"));
        foreach (var written in Identities)
        {
            Line("identity", Sentence(written));
        }

        foreach (var anomaly in Anomalies)
        {
            Line("anomaly", Hidden ? anomaly.Code.Id : $"{Words.Of(anomaly.Code.Severity)} {anomaly.Code.Id}: {anomaly.Message}");
            Line("", Hidden ? "" : anomaly.Chinese);
        }

        Line("sha256", Site.Document.Source.Sha256);
        foreach (var file in Site.Files)
        {
            Line("file", file);
        }

        foreach (var fetch in Site.Fetches)
        {
            Line("fetched", fetch);
        }

        Line("read by", string.Create(CultureInfo.InvariantCulture, $"parser version {Site.ParserVersion}{(Run.Length > 0 ? ", run " + Run : "")}"));
        return text.ToString();

        void Line(string name, string value) => text.Append(value.Length == 0 ? "" : $"{name,-9} {value}\n");
    }

    /// <summary>Where the characters of a figure come from, and what of its page is not at hand to compare them with.</summary>
    private string Source(Fact fact)
    {
        if (fact.Source == FactSource.Text)
        {
            return "";
        }

        var missing = Site.Pictures.ContainsKey(Where.Area.Page) ? ""
            : Site.Unread.TryGetValue(Where.Area.Page, out var unread) ? "; the page cannot be shown: " + unread.Message
            : Site.Pages.ContainsKey(Where.Area.Page) ? "" : "; the PDF is no longer where it was loaded from, so that the page cannot be shown";
        var how = fact.Source switch
        {
            FactSource.Layer => ", and its layer of text says the same",
            FactSource.Unsure => ", and not for sure",
            _ => "",
        };
        return $"{Words.Of(fact.Source)}: recognised on a picture of the page{how}{missing}";
    }

    private string Who()
    {
        var identity = Site.Document.Identity;
        return string.Join(' ', new[] { identity.Entity, identity.FiscalYear?.ToString(CultureInfo.InvariantCulture) ?? "", identity.Phase, identity.Scope }.Where(p => p.Length > 0));
    }

    /// <summary><c>S2.sub fails: 合计·小计 13,214,710.00 = …; difference -0.41, tolerance 0</c></summary>
    private static string Sentence(WrittenIdentity written)
    {
        var check = written.Check;
        var sign = check.Result == CheckResult.Fail ? "≠" : "=";
        var parts = written.Terms.Where(t => t.Left || t.Amount is { Fen: not 0 }).Take(12).Select(Term);
        return $"{check.Identity} {Words.Of(check.Result)}: {Money.Grouped(check.Left)} {sign} {Money.Grouped(check.Right)}, difference {written.Difference}, tolerance {check.Tolerance}; "
            + $"{written.Formula}\n{"",12}{string.Join("", parts)}";
    }

    private static string Term(IdentityTerm term, int at)
    {
        var sign = at == 0 ? "" : term.Left ? " + " : at == 1 ? (term.Sign == '-' ? " = −" : " = ") : $" {term.Sign} ";
        return $"{sign}{(term.Amount is { } amount ? Money.Grouped(amount.ToYuan()) : term.Shown)} [{term.Label}·{term.ColumnPath}]";
    }

    /// <summary>The crop of the page with the cell highlighted, and the cells of its failed identities.</summary>
    public string ToSvg() => Facsimile.Standalone(ToCrop());

    /// <summary>The same to stand in a page, which brings the styles.</summary>
    internal string ToCrop()
    {
        var marks = new List<Marked> { new(Cell.Area, Mark.Suspect, Hidden ? "" : Cell.Text) };
        foreach (var cell in Identities.Where(i => i.Check.Result == CheckResult.Fail).SelectMany(i => i.Check.Cells).Where(c => !IsHere(c)))
        {
            if (Site.CellAt(cell) is { } part)
            {
                marks.Add(new Marked(part.Area, Mark.Part, ""));
            }
        }

        return Facsimile.Crop(Site, Cell.Area.Page, marks, Site.FactId(Where), isAlone: true);
    }

    /// <summary>The members of one object.</summary>
    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("fact"u8, Site.FactId(Where));
        json.WriteString("document"u8, Site.Name);
        json.WriteString("entity"u8, Site.Document.Identity.Entity);
        json.WriteString("table_kind"u8, Table.Kind);
        json.WriteString("title"u8, Table.Title);
        json.WriteString("code"u8, Fact?.Line.Code);
        json.WriteString("label"u8, Fact?.Line.Label);
        json.WriteString("column_path"u8, Fact?.Column.Path);
        json.WriteString("column_key"u8, Fact?.Column.Key);
        json.WriteString("amount_yuan"u8, Fact?.Amount?.ToYuan());
        json.WriteString("value_state"u8, Fact is null ? null : Words.Of(Fact.State));
        json.WriteString("status"u8, Fact is null ? null : Words.Of(Fact.Status));
        json.WriteString("source"u8, Fact is null ? null : Words.Of(Fact.Source));
        json.WriteString("rule"u8, Fact?.Rule);
        json.WriteString("rule_meaning"u8, Rule?.Meaning);
        json.WriteStartArray("rule_examples"u8);
        foreach (var example in Rule?.Examples ?? [])
        {
            json.WriteStringValue(example);
        }

        json.WriteEndArray();
        json.WriteString("unit"u8, Fact?.Unit?.Label);
        json.WriteString("unit_source"u8, Words.Of(Table.UnitSource));
        json.WriteString("shown"u8, Hidden ? "" : Cell.Text);
        json.WriteString("raw"u8, Hidden ? "" : Cell.Raw);
        json.WriteNumber("page"u8, Cell.Area.Page);
        TablesJson.WriteBox(json, Cell.Area.Box);
        WriteIdentities(json);
        json.WriteStartArray("anomalies"u8);
        foreach (var anomaly in Anomalies)
        {
            json.WriteStringValue(Hidden ? anomaly.Code.Id : $"{anomaly.Code.Id}: {anomaly.Message}");
        }

        json.WriteEndArray();
        json.WriteString("sha256"u8, Site.Document.Source.Sha256);
        Texts(json, "files"u8, Site.Files);
        Texts(json, "fetched"u8, Site.Fetches);
        json.WriteNumber("parser_version"u8, Site.ParserVersion);
        json.WriteString("run"u8, Run);
    }

    private void WriteIdentities(Utf8JsonWriter json)
    {
        json.WriteStartArray("identities"u8);
        foreach (var written in Identities)
        {
            json.WriteStartObject();
            json.WriteString("identity"u8, written.Check.Identity);
            json.WriteString("formula"u8, written.Formula);
            json.WriteString("result"u8, Words.Of(written.Check.Result));
            json.WriteString("left"u8, written.Check.Left);
            json.WriteString("right"u8, written.Check.Right);
            json.WriteString("difference"u8, written.Difference);
            json.WriteString("tolerance"u8, written.Check.Tolerance);
            Texts(json, "cells"u8, [.. written.Terms.Select(t => Site.FactId(t.Where))]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
