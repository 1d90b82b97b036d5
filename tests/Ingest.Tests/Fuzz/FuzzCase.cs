using System.Collections.Immutable;
using CsCheck;
using Ingest.Core;
using Ingest.Core.Model;

namespace Ingest.Tests.Fuzz;

/// <summary>A document drawn at random, as the choices that make it: those of the dress, then those of the content. All 0 is the plainest.</summary>
internal sealed record FuzzCase(ImmutableArray<int> Choices)
{
    /// <summary>Kinds of tables, seed, classes, groups, items, economic items, projects.</summary>
    private static readonly ImmutableArray<int> ContentSizes = [255, 10_000, 8, 3, 4, 10, 6];

    /// <summary>How often an axis has its plainest value: in documents where everything is odd nothing is learned.</summary>
    private const int Plain = 3;

    public static readonly Gen<FuzzCase> Gen =
        Dress.Sizes.Select(n => CsCheck.Gen.Select(CsCheck.Gen.Int[0, Plain - 1], CsCheck.Gen.Int[0, n - 1], (plain, i) => plain > 0 ? 0 : i))
            .Concat(ContentSizes.Select(n => (Gen<int>)CsCheck.Gen.Int[0, n - 1]))
            .Aggregate(CsCheck.Gen.Const(ImmutableArray<int>.Empty), (sum, next) => CsCheck.Gen.Select(sum, next, (a, i) => a.Add(i)))
            .Select(choices => new FuzzCase(choices));

    public Dress Dress => Dress.Of(Choices);

    public Content Content
    {
        get
        {
            var at = Choices.AsSpan()[Dress.Sizes.Length..];
            return new Content(at[1], 1 + at[2], 1 + at[3], 1 + at[4], 2 + at[5], 1 + at[6], 1 + at[0]);
        }
    }

    /// <summary>The case of a number in the series of a seed: always the same one.</summary>
    public static FuzzCase Of(int seed, int number) => Gen.Generate(new PCG((uint)number, (ulong)seed), null, out _);

    /// <summary>The same content in the plainest dress but for one axis.</summary>
    public FuzzCase InPlain(int axis, int value) => new([.. Dress.Sizes.Select((_, i) => i == axis ? value : 0), .. Choices.Skip(Dress.Sizes.Length)]);

    public FuzzOutcome Run()
    {
        var tables = Drafts.Of(Content, Dress);
        var (pages, rows) = Setter.Set(tables, Dress);
        var parsed = DocumentParser.Parse(new SourceDocument("", "fuzz.pdf", 0), pages, []);
        return FuzzOutcome.Of(tables, rows, pages, parsed);
    }

    /// <summary>A plainer case that is as bad: each choice is set to 0, or halved, where the fault stays.</summary>
    public FuzzCase Shrunk(Func<FuzzCase, bool> isBad)
    {
        var least = this;
        for (var better = true; better;)
        {
            better = false;
            for (var i = 0; i < Choices.Length; i++)
            {
                foreach (var value in (int[])[0, least.Choices[i] / 2, least.Choices[i] - 1])
                {
                    if (value >= least.Choices[i] || value < 0)
                    {
                        continue;
                    }

                    var next = new FuzzCase(least.Choices.SetItem(i, value));
                    if (isBad(next))
                    {
                        (least, better) = (next, true);
                        break;
                    }
                }
            }
        }

        return least;
    }

    /// <summary>What is not plain about it.</summary>
    public override string ToString()
    {
        var plain = Dress.Of(new int[Dress.Sizes.Length]).Axes();
        return string.Join(", ", Dress.Axes().Zip(plain).Where(p => p.First != p.Second).Select(p => $"{p.First.Axis} {p.First.Value}")) + $"; {Content}";
    }
}
