using System.Globalization;

namespace Ingest.Benchmarks.Torture;

/// <summary>Lines of figures, said at once and written into RESULTS.md at the end, each part in the place of its former figures.</summary>
internal sealed class Results(string file)
{
    private readonly List<string> _lines = [];

    public bool Failed { get; private set; }

    public void Say(FormattableString line)
    {
        var text = line.ToString(CultureInfo.InvariantCulture);
        Console.WriteLine(text);
        _lines.Add("    " + text);
    }

    /// <summary>A promise that must hold.</summary>
    public void Demand(bool holds, FormattableString what)
    {
        if (!holds)
        {
            Failed = true;
            Say($"BROKEN: {what.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    public void Write(string part, string command)
    {
        string begin = $"<!-- {part} -->", end = $"<!-- end of {part} -->";
        var text = File.Exists(file) ? File.ReadAllText(file) : "# Figures of the long runs\n";
        var own = $"{begin}\n## {part}\n\n`{command}`{(Failed ? " **broken**" : "")}\n\n{string.Join('\n', _lines)}\n\n{end}\n";
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        File.WriteAllText(file, from < 0 || to < 0 ? text.TrimEnd() + "\n\n" + own : text[..from] + own.TrimEnd() + text[(to + end.Length)..]);
        _lines.Clear();
    }
}
