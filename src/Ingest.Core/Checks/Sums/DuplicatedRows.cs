using Ingest.Core.Checks.Suspicion;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Sums;

/// <summary>A row that stands twice and is proved too many: the sum above it holds without it.</summary>
internal static class DuplicatedRows
{
    public static void Excuse(Ledger ledger, Operands operands, Records records, HashSet<int> excused)
    {
        var reported = new HashSet<(int Table, int Row)>();
        for (var e = 0; e < ledger.Equations.Length; e++)
        {
            var equation = ledger.Equations[e];
            if (equation.Result != CheckResult.Fail || equation.Count < 3 || equation.LeftCount != 1 || equation.Makers > 0)
            {
                continue;
            }

            var second = Surplus(equation, ledger.Terms(equation), operands);
            if (second < 0)
            {
                continue;
            }

            excused.Add(e);
            var fact = operands.Facts[second];
            records.Doubt(second);
            if (reported.Add((fact.Where.Table, fact.Where.Row)))
            {
                records.Anomalies.Add(new Anomaly(
                    AnomalyCodes.DuplicatedRow, fact.Where, equation.View.Kind, Findings.Name(fact), fact.Column.Path, fact.Shown, "",
                    $"{Findings.Name(fact)} stands twice with the same figures; {equation.Identity.Id} holds without the second", Origin.Publisher)
                {
                    Chinese = $"{Findings.Name(fact)} 以相同数字出现两次；去掉第二次后 {equation.Identity.Id} 成立",
                });
            }
        }
    }

    /// <summary>The second of two equal addends without which the sum holds; -1 if there is none.</summary>
    private static int Surplus(in Equation equation, ReadOnlySpan<int> terms, Operands operands)
    {
        var seen = new Dictionary<(string, string, long), int>();
        for (var t = 1; t < terms.Length; t++)
        {
            var fact = terms[t];
            if (fact < 0 || operands.Fen(fact) == 0 || !equation.Holds(equation.Difference + operands.Fen(fact)))
            {
                continue;
            }

            var line = operands.Facts[fact].Line;
            if (!seen.TryAdd((line.Code, line.Label, operands.Fen(fact)), fact) && line.Code.Length + line.Label.Length > 0)
            {
                return fact;
            }
        }

        return -1;
    }
}
