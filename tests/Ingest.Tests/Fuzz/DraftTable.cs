using Ingest.Core.Text;
using Ingest.Tests.Metamorphic;

namespace Ingest.Tests.Fuzz;

internal enum Role { Head, Name, Code, Figure, Words }

/// <summary>A cell as it is meant; blank ones are not listed.</summary>
/// <param name="Indent">Ems that the text stands inwards.</param>
internal sealed record DraftCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, Role Role, int Indent = 0);

/// <summary>A fact of non-zero amount and the row it stands in.</summary>
internal sealed record DraftFact(int Row, Saying Saying);

/// <summary>A header over columns: over one, or over those of its parts.</summary>
internal sealed record Head(string Text, params Head[] Parts)
{
    public Role Role { get; init; } = Role.Figure;

    public int Depth => 1 + (Parts.Length == 0 ? 0 : Parts.Max(p => p.Depth));

    public bool IsOfFigures => Parts.Length == 0 ? Role == Role.Figure : Array.TrueForAll(Parts, p => p.IsOfFigures);

    public int Leaves => Parts.Length == 0 ? 1 : Parts.Sum(p => p.Leaves);
}

/// <summary>A table as it is meant, before it is set: its grid and its facts.</summary>
internal sealed class DraftTable
{
    private readonly List<DraftCell> _cells = [];
    private readonly List<DraftFact> _facts = [];
    private readonly List<(string Path, Role Role)> _columns = [];

    public DraftTable(string kind, string title, IReadOnlyList<Head> heads, Dress dress)
    {
        (Kind, Title) = (kind, title);
        HeaderRows = heads.Max(h => h.Depth);
        foreach (var head in heads)
        {
            var named = dress.Unit == UnitPlace.Header && head.IsOfFigures ? head with { Text = $"{head.Text}({Figures.Unit(dress.Step).Label})" } : head;
            Add(named, 0, "");
        }

        if (dress.Numbers)
        {
            var number = 0;
            for (var c = 0; c < Columns; c++)
            {
                var begins = _columns[c].Role != Role.Words && (c == 0 || _columns[c - 1].Role == Role.Figure);
                var text = _columns[c].Role == Role.Figure ? $"{++number}" : begins ? "栏次" : "";
                Put(HeaderRows, c, 1, 1, text, Role.Head);
            }

            HeaderRows++;
        }

        Rows = HeaderRows;
    }

    public string Kind { get; }

    public string Title { get; }

    public int HeaderRows { get; }

    public int Rows { get; private set; }

    public int Columns => _columns.Count;

    public IReadOnlyList<DraftCell> Cells => _cells;

    public IReadOnlyList<DraftFact> Facts => _facts;

    public Role RoleOf(int column) => _columns[column].Role;

    public int NewRow() => Rows++;

    public void Put(int row, int column, int rows, int columns, string text, Role role, int indent = 0)
    {
        if (text.Length > 0 || rows * columns > 1)
        {
            _cells.Add(new DraftCell(row, column, rows, columns, text, role, indent));
        }
    }

    /// <summary>A figure and, unless it is 0, its fact.</summary>
    public void Put(int row, int column, long fen, string code, string label, Dress dress)
    {
        Put(row, column, 1, 1, Figures.Print(fen, dress), Role.Figure);
        if (fen != 0)
        {
            _facts.Add(new DraftFact(row, new Saying(Kind, code, Plain(label), Plain(_columns[column].Path), fen)));
        }
    }

    /// <summary>A text as exports show labels: folded, without white space.</summary>
    public static string Plain(string text) => string.Concat(Folding.Fold(text).Where(c => !char.IsWhiteSpace(c)));

    private void Add(Head head, int level, string above)
    {
        var path = above.Length == 0 ? head.Text : $"{above}/{head.Text}";
        var deepest = HeaderRows - level;
        Put(level, Columns, head.Parts.Length == 0 ? deepest : 1, head.Leaves, head.Text, Role.Head);
        if (head.Parts.Length == 0)
        {
            _columns.Add((path, head.Role));
        }

        foreach (var part in head.Parts)
        {
            // A group that ends early leaves its leaves the levels below it.
            Add(part, level + 1, path);
        }
    }
}
