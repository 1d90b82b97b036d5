namespace Ingest.Tests.Fuzz;

/// <summary>Tables whose rows are codes with names and figures, in the ways in which a dress sets codes.</summary>
internal static class CodeTable
{
    /// <param name="words">Headers of the code and of the name, the header over both, and how many columns a code takes where each level has its own.</param>
    /// <param name="rows">Code, name, depth from 0, figures in the order of the leaf columns; the total has no code.</param>
    public static DraftTable Of(
        Dress dress, string kind, string title, (string Code, string Name, string Group, int Levels) words, Head[] figures,
        IReadOnlyList<(string Code, string Name, int Depth, long[] Fen)> rows)
    {
        var style = dress.Code == CodeStyle.ThreeColumns && words.Levels < 2 ? CodeStyle.OneColumn : dress.Code;
        var table = new DraftTable(kind, title, [.. Sequence(dress), .. Keys(style, words, dress.Grouped), .. figures, .. Share(dress), .. Remark(dress)], dress);
        var total = rows[0];
        var ordered = dress.TotalBelow ? rows.Skip(1).Append(total) : rows;
        var number = 0;
        foreach (var line in ordered)
        {
            var row = table.NewRow();
            var column = 0;
            if (dress.Sequence)
            {
                table.Put(row, column++, 1, 1, line.Code.Length == 0 ? "" : $"{++number}", Role.Code);
            }

            column = Key(table, row, column, line, dress, style, words.Levels);
            var printed = style == CodeStyle.None ? "" : line.Code;
            foreach (var fen in line.Fen)
            {
                table.Put(row, column++, fen, printed, line.Name, dress);
            }

            column = table.Columns - (dress.Remark ? 1 : 0);
            if (dress.Share && total.Fen[0] > 0)
            {
                table.Put(row, column - 1, 1, 1, Percent(line.Fen[0], total.Fen[0]), Role.Figure);
            }

            if (dress.Remark && number == 2)
            {
                table.Put(row, column, 1, 1, "含上年结转资金", Role.Words);
            }
        }

        return table;
    }

    public static IEnumerable<Head> Sequence(Dress dress) => dress.Sequence ? [new Head("序号") { Role = Role.Code }] : [];

    public static IEnumerable<Head> Remark(Dress dress) => dress.Remark ? [new Head("备注") { Role = Role.Words }] : [];

    private static IEnumerable<Head> Share(Dress dress) => dress.Share ? [new Head("占比(%)") { Role = Role.Words }] : [];

    /// <summary>Rounded half up, as printed.</summary>
    private static string Percent(long part, long whole)
    {
        var hundredths = (long)(((Int128)Math.Abs(part) * 20_000 / whole) + 1) / 2;
        return $"{(part < 0 ? "-" : "")}{hundredths / 100}.{hundredths % 100:00}";
    }

    /// <summary>The columns before the figures; a group only where they are several.</summary>
    private static Head[] Keys(CodeStyle style, (string Code, string Name, string Group, int Levels) words, bool grouped)
    {
        Head code = new(words.Code) { Role = Role.Code }, name = new(words.Name) { Role = Role.Name };
        if (style is CodeStyle.Bracketed or CodeStyle.Dashed or CodeStyle.None)
        {
            return [style == CodeStyle.None ? name : name with { Text = words.Group }];
        }

        if (style == CodeStyle.ThreeColumns)
        {
            code = new Head(words.Code, [.. new[] { "类", "款", "项" }[..words.Levels].Select(t => new Head(t) { Role = Role.Code })]);
        }

        Head[] both = style == CodeStyle.Behind ? [name, code] : [code, name];
        return grouped ? [new Head(words.Group, both)] : both;
    }

    private static int Key(DraftTable table, int row, int column, (string Code, string Name, int Depth, long[] Fen) line, Dress dress, CodeStyle style, int levels)
    {
        var width = style switch { CodeStyle.ThreeColumns => levels + 1, CodeStyle.Bracketed or CodeStyle.Dashed or CodeStyle.None => 1, _ => 2 };
        var end = column + width;
        var indent = dress.Indents || style == CodeStyle.None ? line.Depth : 0;
        if (line.Code.Length == 0)
        {
            var at = dress.Merged ? column : style == CodeStyle.Behind ? column : end - 1;
            table.Put(row, at, 1, dress.Merged ? width : 1, line.Name, Role.Name);
            return end;
        }

        switch (style)
        {
            case CodeStyle.OneColumn or CodeStyle.Spaced:
                table.Put(row, column, 1, 1, style == CodeStyle.Spaced ? string.Join(' ', Split(line.Code)) : line.Code, Role.Code);
                break;
            case CodeStyle.Behind:
                table.Put(row, column + 1, 1, 1, line.Code, Role.Code);
                break;
            case CodeStyle.ThreeColumns:
                foreach (var part in Split(line.Code))
                {
                    table.Put(row, column++, 1, 1, part, Role.Code);
                }

                break;
        }

        var shown = style switch { CodeStyle.Bracketed => $"[{line.Code}]{line.Name}", CodeStyle.Dashed => $"{line.Code}-{line.Name}", _ => line.Name };
        table.Put(row, style == CodeStyle.Behind ? end - 2 : end - 1, 1, 1, shown, Role.Name, indent);
        return end;
    }

    private static string[] Split(string code) => [code[..3], .. Enumerable.Range(0, (code.Length - 3) / 2).Select(i => code.Substring(3 + (2 * i), 2))];
}
