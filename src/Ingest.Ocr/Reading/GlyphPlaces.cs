using Ingest.Ocr.Pixels;

namespace Ingest.Ocr.Reading;

/// <summary>A sign with the pixels it covers: across its advance, from its base line up by the size of its type.</summary>
internal readonly record struct PlacedSign(string Text, double Left, double Right, double Baseline, double Size, float Sure, bool Begins);

/// <summary>
/// Gives each recognised sign the ink it was read from. The model tells the middle of a sign to half its width; where it
/// begins and ends, its ink tells.
/// </summary>
internal static class GlyphPlaces
{
    /// <summary>Of fewer characters the highest tells the size.</summary>
    private const int FewCharacters = 4;

    /// <summary>In heights of the tallest sign: the highest mark that was passed over, the widest that may have been taken for a dash (of the type), how far a separator's middle lies from the feet of digits, how far a comma reaches below them.</summary>
    private const double HighestMark = 0.55, WidestMark = 0.3, MarkAboveFoot = 0.25, CommaBelowFoot = 0.11;

    /// <summary>In heights of the type: no digit is narrower.</summary>
    private const double NarrowestSign = 0.12;

    /// <summary>Heights of ink in heights of type: of a character, of a digit. A character reaches so far below the base line.</summary>
    private const double CharacterInk = 0.9, DigitInk = 0.71, BelowBaseline = 0.07;

    /// <param name="signs">Middles in pixels of the page.</param>
    public static List<PlacedSign> Of(TextPiece piece, IReadOnlyList<Sign> signs)
    {
        var seen = signs.Where(s => !string.IsNullOrWhiteSpace(s.Text)).ToList();
        if (seen.Count == 0)
        {
            return [];
        }

        var boxes = Boxes(piece, ref seen, out var unread);
        var (baseline, size) = Line(piece, seen, boxes);
        var placed = new List<PlacedSign>(seen.Count);
        var begins = SignGaps.Begins(seen, boxes, size);
        for (var i = 0; i < seen.Count; i++)
        {
            // signs of one word touch; what stands apart keeps its ink, a bracket its place
            var left = !begins[i] ? (boxes[i - 1].Right + boxes[i].Left) / 2.0 : Signs.StandsRight(seen[i].Text) ? Math.Min(boxes[i].Left, boxes[i].Right - SignGaps.CharacterAdvance * size) : boxes[i].Left;
            var right = i + 1 < seen.Count && !begins[i + 1] ? (boxes[i].Right + boxes[i + 1].Left) / 2.0 : Signs.StandsLeft(seen[i].Text) ? Math.Max(boxes[i].Right, boxes[i].Left + SignGaps.CharacterAdvance * size) : boxes[i].Right;
            placed.Add(new PlacedSign(seen[i].Text, left, Math.Max(right, left + 0.1), baseline, size, seen[i].Sure, begins[i]));
        }

        unread.ForEach(ink => Doubt(placed, ink));
        return placed;
    }

    /// <summary>Whether ink as high as a sign was passed over.</summary>
    public static bool LeavesInk(TextPiece piece, List<Sign> signs) =>
        InkAlignment.Of(piece.Stretches(), signs.FindAll(s => !string.IsNullOrWhiteSpace(s.Text)), piece.Em).PassedOver.Exists(m => IsSign(m, piece.Em));

    private static bool IsSign(PixelBox ink, double em) => ink.Height >= HighestMark * em && ink.Width >= NarrowestSign * em;

    /// <summary>A word beside ink as high as its own that nothing was read from may lack a digit.</summary>
    private static void Doubt(List<PlacedSign> placed, PixelBox ink)
    {
        var nearest = Enumerable.Range(0, placed.Count).MinBy(i => Math.Max(placed[i].Left - ink.Right, ink.Left - placed[i].Right));
        var start = placed.FindLastIndex(nearest, s => s.Begins);
        for (var i = start; i < placed.Count && (i == start || !placed[i].Begins); i++)
        {
            placed[i] = placed[i] with { Sure = 0 };
        }
    }

    /// <summary>
    /// Where a piece is to be cut: a figure ends and words begin behind a gap, or the other way round; words begin right behind its
    /// decimals; or a dash stands before the numeral of an item, of which none begins with 一.
    /// </summary>
    public static List<double> Columns(List<PlacedSign> placed)
    {
        var cuts = new List<double>();
        for (var i = 1; i < placed.Count; i++)
        {
            var atGap = placed[i].Begins && (Signs.IsDigit(placed[i].Text) || Signs.IsDigit(placed[i - 1].Text)) && Signs.IsOfFigure(placed[i].Text) != Signs.IsOfFigure(placed[i - 1].Text);
            if (atGap || IsBehindFigure(placed, i) || (i == 1 && IsDashBeforeItem(placed)))
            {
                cuts.Add((placed[i - 1].Right + placed[i].Left) / 2);
            }
        }

        return cuts;
    }

    private static bool IsBehindFigure(List<PlacedSign> placed, int at) =>
        at > SignGaps.Decimals + 1 && Signs.IsCharacter(placed[at].Text) && !Signs.IsUnit(placed[at].Text) && placed[at - SignGaps.Decimals - 1].Text[0] is ('.' or ',')
        && Enumerable.Range(1, SignGaps.Decimals).All(d => Signs.IsDigit(placed[at - d].Text)) && Signs.IsDigit(placed[at - SignGaps.Decimals - 2].Text);

    private static bool IsDashBeforeItem(List<PlacedSign> placed)
    {
        var numerals = placed.Skip(1).TakeWhile(s => Signs.IsNumeral(s.Text)).Count();
        return numerals > 0 && Signs.IsDash(placed[0].Text) && numerals + 1 < placed.Count && placed[numerals + 1].Text is "、";
    }

    /// <summary>The ink of each sign. Marks that the model passed over are put in where only one thing can stand.</summary>
    /// <param name="unread">What is as high as a sign and was passed over.</param>
    private static PixelBox[] Boxes(TextPiece piece, ref List<Sign> signs, out List<PixelBox> unread)
    {
        unread = [];
        var ink = piece.Stretches();
        var (found, passed) = InkAlignment.Of(ink, signs, piece.Em);
        var boxes = new List<(PixelBox Box, Sign Sign)>();
        for (var i = 0; i < signs.Count; i++)
        {
            boxes.Add((found[i] ?? Guess(piece, signs[i]), signs[i]));
        }

        foreach (var mark in passed)
        {
            var at = boxes.FindIndex(b => b.Box.MiddleX > mark.MiddleX);
            if (at == 0 && mark.Width >= 0.5 * piece.Em && mark.Width >= 2.5 * mark.Height && Signs.IsCharacter(boxes[0].Sign.Text))
            {
                // a stroke before the first character is the numeral of an enumeration
                boxes.Insert(0, (mark, new Sign("一", mark.MiddleX, 1)));
            }
            else if (at > 0 && PassedOver(boxes, at, mark, ink.Max(s => s.Height), piece.Em) is { } text)
            {
                boxes.Insert(at, (mark, new Sign(text, mark.MiddleX, 1)));
            }
            else if (IsSign(mark, piece.Em))
            {
                unread.Add(mark);
            }
        }

        for (var i = 1; i + 1 < boxes.Count; i++)
        {
            if (IsMark(boxes[i].Sign.Text, boxes[i].Box, piece.Em) && Signs.IsDigit(boxes[i - 1].Sign.Text) && Signs.IsDigit(boxes[i + 1].Sign.Text))
            {
                boxes[i] = boxes[i] with { Sign = boxes[i].Sign with { Text = Separator(boxes[i].Box, boxes[i - 1].Box, boxes[i + 1].Box) } };
            }
        }

        LostMarks.PutIn(boxes);
        signs = boxes.ConvertAll(b => b.Sign);
        return [.. boxes.Select(b => b.Box)];
    }

    /// <summary>
    /// What a mark is that the model passed over: between digits and at their feet it is a point or a comma, without which an
    /// amount would be a hundred times as large; behind the numeral that a name begins with it is a 、; a stroke in brackets is a numeral.
    /// </summary>
    private static string? PassedOver(List<(PixelBox Box, Sign Sign)> boxes, int at, PixelBox mark, double tallest, double em)
    {
        var (before, behind) = (boxes[at - 1], boxes[at]);
        if (before.Sign.Text is "（" or "(" && behind.Sign.Text is "）" or ")" && mark.Width >= 0.5 * em && mark.Width >= 2.5 * mark.Height)
        {
            return "一";
        }

        if (mark.Height > HighestMark * tallest || mark.Width > HighestMark * em)
        {
            return null;
        }

        if (Signs.IsDigit(before.Sign.Text) && Signs.IsDigit(behind.Sign.Text))
        {
            var foot = (before.Box.Bottom + behind.Box.Bottom) / 2.0;
            return Math.Abs(foot - mark.MiddleY) > MarkAboveFoot * tallest || IsWithinGroup(boxes, at) ? null : Separator(mark, before.Box, behind.Box);
        }

        return Signs.IsCharacter(behind.Sign.Text) && boxes.Take(at).All(b => Signs.IsNumeral(b.Sign.Text)) && mark.MiddleY > (before.Box.Top + before.Box.Bottom) / 2.0 - 0.1 * em ? "、" : null;
    }

    /// <summary>Behind a separator and fewer than three digits no other one stands: it is dirt.</summary>
    private static bool IsWithinGroup(List<(PixelBox Box, Sign Sign)> boxes, int at)
    {
        var digits = boxes.Take(at).Reverse().TakeWhile(b => Signs.IsDigit(b.Sign.Text)).Count();
        return digits < SignGaps.Group && digits < at && Signs.IsSmall(boxes[at - digits - 1].Sign.Text);
    }

    /// <summary>A point or comma, also one that was taken for a dash or two points.</summary>
    private static bool IsMark(string text, PixelBox ink, double em) => Signs.IsSmall(text) || ((Signs.IsDash(text) || text is ":" or "：" or ";" or "；") && ink.Width <= WidestMark * em && ink.Height <= WidestMark * em);

    /// <summary>A comma reaches below the feet of the digits beside it, a point stands on their line.</summary>
    private static string Separator(PixelBox mark, PixelBox before, PixelBox behind) =>
        mark.Bottom - (before.Bottom + behind.Bottom) / 2.0 > CommaBelowFoot * Math.Max(before.Height, behind.Height) ? "," : ".";

    private static PixelBox Guess(TextPiece piece, Sign sign)
    {
        var half = piece.Em * (Signs.IsCharacter(sign.Text) ? 0.4 : 0.15);
        return new PixelBox((int)(sign.X - half), piece.Box.Top, Math.Max((int)(sign.X + half), (int)(sign.X - half) + 1), piece.Box.Bottom);
    }

    /// <summary>The base line and the size of the type: digits stand on the one, characters tell the other.</summary>
    private static (double Baseline, double Size) Line(TextPiece piece, List<Sign> signs, PixelBox[] boxes)
    {
        var digits = Of(signs, boxes, Signs.IsDigit);
        var characters = Of(signs, boxes, Signs.IsCharacter);
        var size = characters.Count > 0 ? Most(characters.Select(b => b.Height)) / CharacterInk : digits.Count > 0 ? Least(digits.Select(b => b.Height)) / DigitInk : piece.Em;
        var baseline = digits.Count > 0 ? Middle(digits.Select(b => b.Bottom))
            : characters.Count > 0 ? Most(characters.Select(b => b.Bottom)) - BelowBaseline * size : piece.Box.Bottom;
        return (baseline, size);
    }

    private static List<PixelBox> Of(List<Sign> signs, PixelBox[] boxes, Func<string, bool> kind) =>
        [.. Enumerable.Range(0, signs.Count).Where(i => kind(signs[i].Text)).Select(i => boxes[i])];

    private static int Middle(IEnumerable<int> numbers) => numbers.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    /// <summary>Dirt makes ink higher, hardly ever lower: of a few digits the lowest tells, of many the third.</summary>
    private static int Least(IEnumerable<int> heights) => heights.Order().ToList() is var sorted ? sorted[(sorted.Count - 1) / 3] : 0;

    /// <summary>Of many characters the second tells: dirt hangs on the first.</summary>
    private static int Most(IEnumerable<int> numbers) => numbers.OrderDescending().ToList() is var sorted ? sorted[sorted.Count < FewCharacters ? 0 : 1] : 0;
}
