namespace Ingest.Core.Budget.Narrative;

/// <summary>The words before a figure, up to the last comma, colon or figure that bounds them, and how its sentence stands at that point.</summary>
internal struct NarrativeWords
{
    private enum Zone : byte
    {
        None,
        /// <summary>用于…: what the money buys; ends at a semicolon or where a list of parts begins.</summary>
        Use,
        /// <summary>主要原因是…: ends with the sentence, or where the next item of a list plainly states a figure of its own.</summary>
        Reason,
    }

    private Zone _zone;
    private bool _zoneInBracket;

    /// <summary>The figure is a part of the first one of the sentence (其中, 包括).</summary>
    public bool InParts { get; private set; }

    /// <summary>Words before 包括: 收入 in 收入包括.</summary>
    public string PartsOf { get; private set; }

    /// <summary>Words before a colon that name what the figures after it are of: 检察(款):2018年预算支出合计…</summary>
    public string Label { get; private set; }

    /// <summary>The figure stands in brackets that follow an amount directly: 公务用车费6.7万元(购置费0万元;运行费6.7万元).</summary>
    public bool InBracket { get; private set; }

    /// <summary>Such brackets open, or close, between the figure before and this one.</summary>
    public bool Opened { get; private set; }

    /// <inheritdoc cref="Opened"/>
    public bool Closed { get; private set; }

    /// <summary>The words that say what the figure is; null where figures are explanation, not statements.</summary>
    /// <param name="lead">From the end of the figure before, or the start of the sentence, to the figure.</param>
    /// <param name="after">What follows the figure.</param>
    public string? Before(string lead, ReadOnlySpan<char> after)
    {
        TrackBrackets(lead);
        var start = EnterParts(lead);
        EnterZone(lead, start, after);
        if (_zone != Zone.None)
        {
            // …,主要用于某某,比2025年增加5万元: the change is that of the amount before.
            return _zone == Zone.Use && Segment(lead, start, lead.Length, out _) is var change && IsComparison(change) ? change : null;
        }

        var segment = Segment(lead, start, lead.Length, out var from);
        if (segment.Length == 0 && from > start && lead[from - 1] == ':')
        {
            // 预算总额:5万元
            segment = Segment(lead, start, from - 1, out from);
        }
        else if (from > start && lead[from - 1] == ':')
        {
            Label = NarrativeClause.Clean(Segment(lead, start, from - 1, out _));
        }

        if (from > start + 1 && lead[from - 1] == ',' && Segment(lead, start, from - 1, out _) is { Length: >= 4 } time && NarrativeClause.IsYear(time))
        {
            // 2026年,某局收入预算…
            segment = time + segment;
        }

        return segment;
    }

    private void TrackBrackets(string lead)
    {
        var depth = 0;
        var closes = false;
        foreach (var c in lead)
        {
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            closes |= c == ')' && depth == 0 && !lead.Contains('(', StringComparison.Ordinal);
        }

        Closed = closes && InBracket;
        Opened = depth > 0 && lead[0] == '(';
        InBracket = Opened || InBracket && !Closed;
        if (Closed && _zoneInBracket)
        {
            _zone = Zone.None;
        }
    }

    private int EnterParts(string lead)
    {
        var among = lead.LastIndexOf("其中", StringComparison.Ordinal);
        var including = lead.LastIndexOf("包括", StringComparison.Ordinal);
        var at = Math.Max(among, including);
        if (at < 0)
        {
            return 0;
        }

        InParts = true;
        PartsOf = "";
        if (including > among)
        {
            var words = Segment(lead, 0, including, out _);
            PartsOf = NarrativeClause.Clean(words is "主要" ? "" : words);
        }

        _zone = _zone == Zone.Use ? Zone.None : _zone;
        return at + 2;
    }

    private void EnterZone(string lead, int start, ReadOnlySpan<char> after)
    {
        var reason = Math.Max(lead.LastIndexOf("原因", StringComparison.Ordinal), Math.Max(lead.LastIndexOf("主要是", StringComparison.Ordinal), lead.LastIndexOf("由于", StringComparison.Ordinal)));
        if (reason >= 0 && (reason >= start || lead.IndexOf(';', reason) < 0))
        {
            // 原因是…,其中某某较年初增加5万元 goes on with the reason; a semicolon would have ended it.
            _zone = Zone.Reason;
            _zoneInBracket = InBracket;
        }

        if (_zone == Zone.Reason)
        {
            _zone = lead.LastIndexOf(';') > reason && StatesAnew(lead, after) ? Zone.None : Zone.Reason;
            return;
        }

        var use = Math.Max(lead.LastIndexOf("用于", StringComparison.Ordinal), lead.LastIndexOf("用作", StringComparison.Ordinal));
        var end = lead.LastIndexOf(';');
        if (use >= start && use > end)
        {
            _zone = lead.AsSpan(use).StartsWith("用于以下") ? Zone.None : Zone.Use;
        }
        else if (end >= 0)
        {
            _zone = Zone.None;
        }
    }

    private static bool IsComparison(string words) => words.StartsWith('比') || words.StartsWith('较') || words.StartsWith("与上年", StringComparison.Ordinal);

    /// <summary>;公务接待费1.31万元,比上年…: an item of its own, not a further reason.</summary>
    private static bool StatesAnew(string lead, ReadOnlySpan<char> after)
    {
        var item = lead.LastIndexOf(';') + 1;
        return item > 0 && lead.AsSpan(item).IndexOfAny(',', ':', '。') < 0
            && after.Length > 2 && (after[0] == '(' || after[0] == ',' && after[1] is '比' or '较' or '与' or '占' || after.StartsWith(",主要用于"));
    }

    /// <summary>Back to the last bound that does not stand inside brackets or quotation marks.</summary>
    private static string Segment(string lead, int start, int end, out int from)
    {
        var depth = 0;
        from = end;
        while (from > start)
        {
            var c = lead[from - 1];
            if (c is ')' or '”' or '》')
            {
                depth++;
            }
            else if (c is '(' or '“' or '《')
            {
                if (depth == 0 && c == '(')
                {
                    break;
                }

                depth = Math.Max(0, depth - 1);
            }
            else if (depth == 0 && c is ',' or ';' or ':' or '。' or '!' or '?')
            {
                break;
            }

            from--;
        }

        return lead[from..end];
    }
}
