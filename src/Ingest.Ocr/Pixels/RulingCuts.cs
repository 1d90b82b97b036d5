namespace Ingest.Ocr.Pixels;

/// <summary>The rulings of one direction, as what parts the ink on both of their sides.</summary>
internal sealed class RulingCuts(IEnumerable<PixelRuling> rulings)
{
    private readonly PixelRuling[] _rulings = [.. rulings.OrderBy(r => r.Position)];

    /// <summary>Whether one of them lies between two places and reaches the line that joins them.</summary>
    public bool Cut(double one, double other, double at)
    {
        double from = Math.Min(one, other), to = Math.Max(one, other);
        foreach (var ruling in _rulings)
        {
            if (ruling.Position >= to)
            {
                break;
            }

            if (ruling.Position > from && ruling.Start <= at && ruling.End >= at)
            {
                return true;
            }
        }

        return false;
    }
}
