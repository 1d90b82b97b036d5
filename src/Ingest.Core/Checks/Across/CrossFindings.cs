using System.Collections.Immutable;
using Ingest.Core.Checks.Explanations;
using Ingest.Core.Checks.Suspicion;
using Ingest.Core.Model;

namespace Ingest.Core.Checks.Across;

/// <summary>Collects comparisons between documents; many of one column become one anomaly.</summary>
internal sealed class CrossFindings
{
    /// <summary>More differences in one column are told as one.</summary>
    private const int Many = 3;

    /// <summary>So many comparisons of a column are enough to tell its basis.</summary>
    private const int FewestOfBasis = 10;

    private readonly List<CrossCheck> _checks = [];
    private readonly List<CrossAnomaly> _anomalies = [];
    private readonly List<(Identity Identity, DocumentFigures Document, TableFigure Figure, DocumentFigures Other, TableFigure Same)> _differences = [];

    /// <summary>The figure of a document is that of another one.</summary>
    public void Equal(Identity identity, DocumentFigures document, TableFigure figure, DocumentFigures other, TableFigure same)
    {
        if (figure.Amount.Fen == 0 && same.Amount.Fen == 0)
        {
            return;
        }

        var slack = Sentences.Step(figure.Amount) + Sentences.Step(same.Amount);
        var holds = Int128.Abs((Int128)figure.Amount.Fen - same.Amount.Fen) * 2 <= slack;
        Add(identity, document, figure, other, same, slack, holds);
        if (!holds && figure.Trusted && same.Trusted)
        {
            _differences.Add((identity, document, figure, other, same));
        }
    }

    /// <summary>The figure of a unit is no more than that of its department.</summary>
    public void Within(DocumentFigures unit, TableFigure figure, DocumentFigures department, TableFigure whole)
    {
        var slack = Sentences.Step(figure.Amount) + Sentences.Step(whole.Amount);
        var holds = ((Int128)figure.Amount.Fen - whole.Amount.Fen) * 2 <= slack;
        Add(IdentityCatalog.UnitWithin, unit, figure, department, whole, slack, holds);
        if (!holds && figure.Trusted && whole.Trusted)
        {
            Report(IdentityCatalog.UnitWithin, unit, figure, department, whole, 0);
        }
    }

    /// <summary>What a sentence implies of last year is one of its totals.</summary>
    public void Stated(DocumentFigures document, NarrativeFact fact, Int128 fen, Int128 slack, DocumentFigures other, IReadOnlyList<TableFigure> figures)
    {
        var same = figures.FirstOrDefault(f => Int128.Abs(fen - f.Amount.Fen) * 2 <= slack + Sentences.Step(f.Amount));
        var nearest = same ?? figures.MinBy(f => Int128.Abs(fen - f.Amount.Fen))!;
        if (fen == 0 && nearest.Amount.Fen == 0)
        {
            return;
        }

        var check = Sentences.Stated(
            IdentityCatalog.StatedPrior, fact, fen, nearest.Amount.Fen, slack + Sentences.Step(nearest.Amount),
            !nearest.Trusted ? CheckResult.Unverifiable : same is null ? CheckResult.Fail : CheckResult.Pass);
        _checks.Add(new CrossCheck(document.Sha256, other.Sha256, check));
        if (check.Result == CheckResult.Fail)
        {
            var expected = Sentences.Print(nearest.Amount.Fen, fact);
            _anomalies.Add(new CrossAnomaly(document.Sha256, other.Sha256, new Anomaly(
                IdentityCatalog.StatedPrior.Failure, fact.Where, "", fact.Subject, "", fact.Shown, expected,
                $"{IdentityCatalog.StatedPrior.Id}: {fact.Shown} means {Sentences.Print(fen, fact)} for the year before, {other.Name} says {expected}")
            {
                Chinese = $"{IdentityCatalog.StatedPrior.Id}：由 {fact.Shown} 推得上年为 {Sentences.Print(fen, fact)}，{other.Name} 为 {expected}",
            }));
        }
    }

    public (ImmutableArray<CrossCheck>, ImmutableArray<CrossAnomaly>) Done()
    {
        foreach (var alike in _differences.GroupBy(d => (d.Identity, d.Document.Sha256, d.Other.Sha256, d.Figure.Where.Table, d.Figure.Where.Column)))
        {
            // A leaf that differs makes the rows above it differ too.
            var all = alike.OrderByDescending(d => d.Figure.Line.IsLeaf).ToList();
            var leaves = all.Count(d => d.Figure.Line.IsLeaf);
            var told = leaves is 0 or > Many && all.Count > Many ? 1 : leaves > 0 ? Math.Min(leaves, Many) : all.Count;
            foreach (var (identity, document, figure, other, same) in all.Take(told))
            {
                Report(identity, document, figure, other, same, all.Count - told);
            }
        }

        OfAnotherBasis();
        return ([.. _checks], [.. _anomalies]);
    }

    /// <summary>
    /// Where hardly a figure of a column agrees, the column is of another basis (the budget as it was adjusted in the year):
    /// its rows prove nothing of each other. That it differs is still told once.
    /// </summary>
    private void OfAnotherBasis()
    {
        foreach (var column in _checks.Where(c => c.Check.Result is CheckResult.Pass or CheckResult.Fail && !c.Check.Cells.IsEmpty)
            .GroupBy(c => (c.Check.Identity, c.Sha256, c.Other, c.Check.TableOrdinal, c.Check.ColumnPath)).ToList())
        {
            var failed = column.Count(c => c.Check.Result == CheckResult.Fail);
            if (column.Count() < FewestOfBasis || failed * 5 < column.Count() * 4)
            {
                continue;
            }

            foreach (var check in column)
            {
                _checks[_checks.IndexOf(check)] = check with { Check = check.Check with { Result = CheckResult.NotApplicable } };
            }
        }
    }

    private void Add(Identity identity, DocumentFigures document, TableFigure figure, DocumentFigures other, TableFigure same, Int128 slack, bool holds) =>
        _checks.Add(new CrossCheck(document.Sha256, other.Sha256, new Check(
            identity.Id, figure.Kind, figure.Where.Table, figure.Where.Row, figure.Column.Path, Ledger.Yuan(figure.Amount.Fen), Ledger.Yuan(same.Amount.Fen),
            Ledger.Tolerance(slack), figure.Trusted && same.Trusted ? holds ? CheckResult.Pass : CheckResult.Fail : CheckResult.Unverifiable, [figure.Where])));

    private void Report(Identity identity, DocumentFigures document, TableFigure figure, DocumentFigures other, TableFigure same, int more)
    {
        var expected = AmountPrint.Like(same.Amount.Fen, figure.Unit, Math.Max(1, figure.Amount.StepFen), figure.Shown.Contains(',', StringComparison.Ordinal));
        _anomalies.Add(new CrossAnomaly(document.Sha256, other.Sha256, new Anomaly(
            identity.Failure, figure.Where, figure.Kind, Findings.Name(figure.Line), figure.Column.Path, figure.Shown, expected,
            $"{identity.Id}: {figure.Shown} here, {expected} on page {same.Where.Area.Page} of {other.Name} ({identity.Formula}){(more > 0 ? $"; so do {more} further rows of the column" : "")}")
        {
            Chinese = $"{identity.Id}：此处为 {figure.Shown}，{other.Name} 第 {same.Where.Area.Page} 页为 {expected}{(more > 0 ? $"；该列另有 {more} 行如此" : "")}",
        }));
    }
}
