using Ingest.Ocr.Pixels;

namespace Ingest.Ocr.Reading;

/// <summary>
/// Says which ink each sign was read from. Both run from left to right, so the cheapest pairing that keeps the order is found
/// step by step (dynamic programming): a sign has one or a few stretches of ink, touching signs share one, a stretch may be
/// a mark that the model passed over. What a sign is tells how wide and high its ink must be.
/// </summary>
internal sealed class InkAlignment
{
    /// <summary>Costs, in heights of type that a sign lies away from where the model saw it.</summary>
    private const double NoInk = 1.0, PassedOver = 0.7, PassedOverSmall = 0.12, Shared = 0.15, WrongHeight = 0.4;

    /// <summary>What each height of type costs that a sign is too wide: digits are of one width, and the ink of two is none of them.</summary>
    private const double TooWide = 2, TooWideDigit = 5;

    /// <summary>The most stretches that a sign has (川, 小 and what noise breaks), and the most signs that touch.</summary>
    private const int MostStretches = 4, MostTouching = 6;

    private readonly List<PixelBox> _ink;
    private readonly List<Sign> _signs;
    private readonly double _em;
    private readonly double _tallest;

    private InkAlignment(List<PixelBox> ink, List<Sign> signs, double em)
    {
        (_ink, _signs, _em) = (ink, signs, em);
        _tallest = ink.Max(s => s.Height);
    }

    /// <returns>The ink of each sign, null where it has none; and the stretches that no sign was read from.</returns>
    public static (PixelBox?[] Boxes, List<PixelBox> PassedOver) Of(List<PixelBox> ink, List<Sign> signs, double em)
    {
        var alignment = new InkAlignment(ink, signs, em);
        return alignment.Trace(alignment.Solve().Step);
    }

    /// <summary>How badly signs fit the ink that they were read from: a character left out costs its width.</summary>
    public static double Cost(List<PixelBox> ink, List<Sign> signs, double em) => new InkAlignment(ink, signs, em).Solve().Cost;

    private (double Cost, (int Ink, int Signs)[,] Step) Solve()
    {
        int n = _ink.Count, m = _signs.Count;
        var cost = new double[n + 1, m + 1];
        var step = new (int Ink, int Signs)[n + 1, m + 1];
        for (var i = 0; i <= n; i++)
        {
            for (var k = 0; k <= m; k++)
            {
                cost[i, k] = i + k == 0 ? 0 : double.MaxValue;
            }
        }

        for (var i = 0; i <= n; i++)
        {
            for (var k = 0; k <= m; k++)
            {
                if (cost[i, k] == double.MaxValue)
                {
                    continue;
                }

                void Try(int ink, int signs, double more)
                {
                    if (cost[i, k] + more < cost[i + ink, k + signs])
                    {
                        cost[i + ink, k + signs] = cost[i, k] + more;
                        step[i + ink, k + signs] = (ink, signs);
                    }
                }

                if (i < n)
                {
                    Try(1, 0, IsSmall(_ink[i]) ? PassedOverSmall : PassedOver + _ink[i].Width / _em);
                }

                if (k == m)
                {
                    continue;
                }

                Try(0, 1, NoInk);
                for (var g = 1; g <= MostStretches && i + g <= n; g++)
                {
                    Try(g, 1, Misfit(Union(i, g), _signs[k]));
                }

                for (var h = 2; h <= MostTouching && k + h <= m && i < n; h++)
                {
                    Try(1, h, Touching(_ink[i], k, h));
                }
            }
        }

        return (cost[n, m], step);
    }

    private (PixelBox?[], List<PixelBox>) Trace((int Ink, int Signs)[,] step)
    {
        var boxes = new PixelBox?[_signs.Count];
        var passed = new List<PixelBox>();
        for (int i = _ink.Count, k = _signs.Count; i + k > 0;)
        {
            var (ink, signs) = step[i, k];
            (i, k) = (i - ink, k - signs);
            if (signs == 0)
            {
                passed.Add(_ink[i]);
            }
            else if (ink > 0)
            {
                for (var h = 0; h < signs; h++)
                {
                    boxes[k + h] = signs == 1 ? Union(i, ink) : Part(_ink[i], k, signs, h);
                }
            }
        }

        passed.Reverse();
        return (boxes, passed);
    }

    private PixelBox Union(int from, int count)
    {
        var box = _ink[from];
        for (var i = 1; i < count; i++)
        {
            box = box.Union(_ink[from + i]);
        }

        return box;
    }

    /// <summary>Signs that touch share their ink by the widths that such signs have.</summary>
    private PixelBox Part(PixelBox ink, int first, int count, int index)
    {
        double whole = 0, before = 0, own = 0;
        for (var h = 0; h < count; h++)
        {
            var width = Usual(_signs[first + h]);
            whole += width;
            before += h < index ? width : 0;
            own = h == index ? width : own;
        }

        var left = ink.Left + (int)Math.Round(ink.Width * before / whole);
        return ink with { Left = left, Right = Math.Max(left + 1, ink.Left + (int)Math.Round(ink.Width * (before + own) / whole)) };
    }

    private double Touching(PixelBox ink, int first, int count)
    {
        var sum = 0.0;
        for (var h = 0; h < count; h++)
        {
            sum += Misfit(Part(ink, first, count, h), _signs[first + h]) + Shared;
        }

        return sum;
    }

    private double Misfit(PixelBox ink, Sign sign)
    {
        var (narrowest, widest) = Widths(sign);
        var width = ink.Width / _em;
        var small = Signs.IsSmall(sign.Text);
        return Math.Abs(ink.MiddleX - sign.X) / _em + Math.Max(0, narrowest - width) + (Signs.IsDigit(sign.Text) ? TooWideDigit : TooWide) * Math.Max(0, width - widest)
            + (small != IsSmall(ink) && !Signs.IsDash(sign.Text) ? WrongHeight : 0);
    }

    private bool IsSmall(PixelBox ink) => ink.Height <= 0.55 * _tallest && ink.Width < 0.5 * _em;

    private static double Usual(Sign sign) => (Widths(sign).Narrowest + Widths(sign).Widest) / 2;

    private static (double Narrowest, double Widest) Widths(Sign sign) =>
        Signs.IsDash(sign.Text) ? (0.2, 2) : Signs.IsSmall(sign.Text) ? (0.05, 0.4) : Signs.IsBracket(sign.Text) ? (0.1, 0.4) : Signs.IsCharacter(sign.Text) ? (0.5, 1.05) : (0.15, 0.65);
}
