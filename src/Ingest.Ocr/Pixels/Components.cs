namespace Ingest.Ocr.Pixels;

/// <summary>A stretch of ink that hangs together.</summary>
internal readonly record struct Component(PixelBox Box, int Area);

/// <summary>Finds what ink hangs together, by runs of pixels: those of two rows that touch, also by their corners, are one.</summary>
internal static class Components
{
    public static List<Component> Of(Ink ink)
    {
        var parents = new List<int>();
        var runs = new List<(int Left, int Right, int Row)>();
        var above = 0;
        for (var y = 0; y < ink.Height; y++)
        {
            var first = runs.Count;
            for (var x = 0; x < ink.Width; x++)
            {
                if (!ink[x, y])
                {
                    continue;
                }

                var left = x;
                while (x < ink.Width && ink[x, y])
                {
                    x++;
                }

                runs.Add((left, x, y));
                parents.Add(parents.Count);
            }

            var candidate = above;
            for (var run = first; run < runs.Count; run++)
            {
                while (candidate < first && runs[candidate].Right < runs[run].Left)
                {
                    candidate++;
                }

                for (var other = candidate; other < first && runs[other].Left <= runs[run].Right; other++)
                {
                    Join(parents, other, run);
                }
            }

            above = first;
        }

        var found = new Dictionary<int, int>();
        var components = new List<Component>();
        for (var run = 0; run < runs.Count; run++)
        {
            var root = Root(parents, run);
            var (left, right, row) = runs[run];
            var piece = new Component(new PixelBox(left, row, right, row + 1), right - left);
            if (found.TryAdd(root, components.Count))
            {
                components.Add(piece);
            }
            else
            {
                var whole = components[found[root]];
                components[found[root]] = new Component(whole.Box.Union(piece.Box), whole.Area + piece.Area);
            }
        }

        return components;
    }

    private static void Join(List<int> parents, int a, int b)
    {
        int first = Root(parents, a), second = Root(parents, b);
        parents[Math.Max(first, second)] = Math.Min(first, second);
    }

    private static int Root(List<int> parents, int of)
    {
        while (parents[of] != of)
        {
            parents[of] = parents[parents[of]];
            of = parents[of];
        }

        return of;
    }
}
