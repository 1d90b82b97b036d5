using System.Collections.Immutable;
using Ingest.Core.Model;
using Ingest.Tests.Tables;

namespace Ingest.Tests.Metamorphic;

/// <summary>Something that happens to a page which a reader does not mind, or minds little.</summary>
internal sealed record Change(string Name, Func<PageContent, PageContent> Apply);

/// <summary>All changes that the reading is tried against. Each gives the same page every time.</summary>
internal static class Changes
{
    private const int Seed = 20230108;

    public static readonly ImmutableArray<Change> All =
    [
        new("scale 0.5", p => p.Scaled(0.5)),
        new("scale 0.8", p => p.Scaled(0.8)),
        new("scale 1.7", p => p.Scaled(1.7)),
        new("scale 3", p => p.Scaled(3)),
        new("shift", p => p.Shifted(23.7, 11.3)),
        new("origin moved", p => p.Shifted(-17.9, -14.2)),
        new("page turned", p => p.Turned(TextRotation.Clockwise)),
        new("page turned back", p => p.Turned(TextRotation.Counterclockwise)),
        new("page upside down", p => p.Turned(TextRotation.UpsideDown)),
        new("rulings jitter", p => p.Redrawn(Seed, 0.3)),
        new("base lines jitter", p => p.WithUnsteadyLines(0.3, Seed)),
        new("order shuffled", p => p.Shuffled(Seed)),
        new("order by columns", p => p.ByColumns()),
        new("leading 1.2", p => p.Leaded(1.2)),
        new("leading 1.5", p => p.Leaded(1.5)),
        new("runs 1.15 apart", p => p.Spread(1.15)),
        new("runs 1.3 apart", p => p.Spread(1.3)),
        new("rulings dashed", p => p.Dashed(3, 2)),
        new("rulings doubled", p => p.Doubled(1.5)),
        new("rulings cell by cell", p => p.LongerParts(0)),
        new("rulings as fills", p => p.AsFills(1.2)),
        new("rulings in pieces", p => p.InPieces(Seed)),
        new("rulings short of joints", p => p.LongerParts(-1.2)),
        new("rulings beyond joints", p => p.LongerParts(2)),
        new("rulings hairlines", p => p.AsFills(0.05)),
        new("no vertical rulings", p => p.Without(Strokes.IsVertical)),
        new("no horizontal rulings", p => p.Without(r => !Strokes.IsVertical(r))),
        new("no rulings", p => p.Without(_ => true)),
        new("watermark of words", p => p.Straight("内部资料", 60)),
        new("watermark of digits", p => p.Straight("20260315", 60)),
        new("slanted watermark of words", p => p.Slanted("预算公开专用", 14)),
        new("slanted watermark of digits", p => p.Slanted("2026-03-15", 14)),
    ];

    public static Change Named(string name) => All.First(c => string.Equals(c.Name, name, StringComparison.Ordinal));
}
