using BenchmarkDotNet.Attributes;
using Ingest.Core.Amounts;
using Ingest.Core.Model;

namespace Ingest.Benchmarks;

/// <summary>The reader of amounts on what cells hold.</summary>
[MemoryDiagnoser]
public class AmountBenchmarks
{
    private static readonly string[] Shown = ["13, 214, 710. 41", "13,214,710.41", "１３，２１４", "376,936.60", "—", "无", "2010399"];

    [Benchmark]
    public int ReadAmounts()
    {
        var read = 0;
        foreach (var text in Shown)
        {
            read += AmountReader.Read(text).State == ValueState.Value ? 1 : 0;
        }

        return read;
    }
}
