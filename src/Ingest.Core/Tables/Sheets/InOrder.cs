using System.Runtime.InteropServices;

namespace Ingest.Core.Tables.Sheets;

/// <summary>Sorts what mostly stands in order already: producers write pages from top to bottom, and lines from left to right.</summary>
internal static class InOrder
{
    /// <param name="comparison">Never 0 for two different values, so that it does not matter how they are sorted.</param>
    public static void Sort(List<int> list, int from, int to, Comparison<int> comparison)
    {
        var part = CollectionsMarshal.AsSpan(list)[from..to];
        for (var i = 1; i < part.Length; i++)
        {
            if (comparison(part[i - 1], part[i]) <= 0)
                continue;
            part.Sort(comparison);
            return;
        }
    }
}
