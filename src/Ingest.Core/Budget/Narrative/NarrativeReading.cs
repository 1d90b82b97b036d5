using System.Collections.Immutable;
using Ingest.Core.Amounts;
using Ingest.Core.Model;

namespace Ingest.Core.Budget.Narrative;

/// <summary>The state of one pass over the paragraphs of a document.</summary>
internal sealed class NarrativeReading
{
    private readonly ImmutableArray<NarrativeFact>.Builder _facts = ImmutableArray.CreateBuilder<NarrativeFact>();
    private readonly List<NarrativeMention> _mentions = [];
    private readonly NarrativeOutline _outline = new();

    private int _group;

    /// <summary>Amounts of the group that is open, in order; the first is the head.</summary>
    private readonly List<string> _subjects = [];

    /// <summary>The last amount of the group before its parts are listed.</summary>
    private string _head = "";

    /// <summary>What a change or share without words of its own is said of: the last amount; "" if there is none.</summary>
    private string _current = "";

    /// <summary>The amount whose brackets are open.</summary>
    private string _owner = "";

    /// <summary>The last sum was left out, so that a change after it has no amount that it is said of.</summary>
    private bool _lost;

    /// <summary>The item lists parts of a sum, so that a later sentence without subject could mean either.</summary>
    private bool _parts;

    public ImmutableArray<NarrativeFact> Facts => _facts.ToImmutable();

    /// <summary>Splits a paragraph into its numbered items, and these into sentences.</summary>
    public void Add(NarrativeParagraph paragraph)
    {
        var text = paragraph.Text;
        for (var start = 0; start < text.Length;)
        {
            var end = ItemEnd(text, start);
            Item(paragraph, start, end);
            start = end;
        }
    }

    /// <summary>An item ends where a sentence ends and an ordinal follows.</summary>
    private static int ItemEnd(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i - 1] is '。' or ';' or ':' && NarrativeOutline.OrdinalOf(text.AsSpan(i), out _) is > 0 and < 6)
            {
                return i;
            }
        }

        return text.Length;
    }

    private void Item(NarrativeParagraph paragraph, int start, int end)
    {
        var text = paragraph.Text;
        var level = NarrativeOutline.OrdinalOf(text.AsSpan(start, end - start), out var ordinal);
        if (level == 0 && start == 0 && IsTitle(text))
        {
            _outline.Enter(1);
            _outline.Open(1, text, announces: false, statement: false);
            return;
        }

        var context = _outline.Enter(level);
        var body = start + ordinal;
        Forget();
        _parts = false;
        var before = _facts.Count;
        var heading = "";
        for (var from = body; from < end;)
        {
            var stop = SentenceEnd(text, from, end);
            Sentence(paragraph, from, stop, Join(context, heading));
            if (from == body && _facts.Count == before && level > 0 && stop < end && stop - from <= 60)
            {
                // 一般公共服务支出(类)财政事务(款)行政运行(项)。年初预算为…: the name stands as a sentence of its own.
                heading = text[from..(stop - 1)];
            }

            from = stop;
        }

        var statement = _facts.Count > before;
        var announces = end > body && (text[end - 1] == ':' || end - body > 4 && text.AsSpan(body, end - body).EndsWith("如下。"));
        var name = statement ? _facts[before].Subject : HeadingName(text.AsSpan(body, end - body), announces);
        _outline.Open(level, name, announces, statement);
    }

    /// <summary>A line like 2026年部门预算编制说明, that heads a section without a number.</summary>
    private static bool IsTitle(string text) =>
        text.Length is >= 4 and <= 40 && (text.EndsWith("说明", StringComparison.Ordinal) || text.EndsWith("情况", StringComparison.Ordinal)
            || text.EndsWith("概况", StringComparison.Ordinal) || text.EndsWith("名词解释", StringComparison.Ordinal)
            || text.EndsWith("主要职能", StringComparison.Ordinal) || text.EndsWith("机构设置", StringComparison.Ordinal)
            || text.EndsWith("附表", StringComparison.Ordinal) || text.EndsWith("预算表", StringComparison.Ordinal))
        && text.AsSpan().IndexOfAny('。', ',', ':') < 0;

    /// <summary>The words of a heading; nothing for an item that says more than a name (definitions, duties).</summary>
    private static string HeadingName(ReadOnlySpan<char> item, bool announces)
    {
        var name = item.TrimEnd("。:;.·… 0123456789");
        return name.Length > 60 || announces && name.Length > 30 || name.IndexOfAny(':', ',', '。') >= 0 ? "" : name.ToString();
    }

    private static int SentenceEnd(string text, int from, int end)
    {
        var stop = text.IndexOf('。', from, end - from);
        return stop < 0 ? end : stop + 1;
    }

    private void Sentence(NarrativeParagraph paragraph, int from, int to, string context)
    {
        var sentence = paragraph.Text[from..to];
        NarrativeMentions.Find(sentence, _mentions);
        if (_mentions.Count == 0)
        {
            return;
        }

        var words = new NarrativeWords();
        var last = 0;
        var previous = default(NarrativeClause);
        var first = true;
        var begin = _facts.Count;
        foreach (var mention in _mentions)
        {
            var lead = sentence[last..mention.Start];
            last = mention.End;
            var before = words.Before(lead, sentence.AsSpan(mention.End));
            TrackOwner(words);
            if (before is null)
            {
                continue;
            }

            var clause = Clause(mention, lead, before, sentence.AsSpan(mention.End), previous);
            previous = clause;
            if (first && clause.Role is not (NarrativeRole.Skip or NarrativeRole.Reference))
            {
                Begin(clause, words);
                first = false;
            }

            _parts |= words.InParts;
            var place = new CellRef(paragraph.AreaAt(from + mention.Start));
            State(clause, mention, sentence, place, context, words);
        }

        if (words.InParts)
        {
            NarrativeHeads.Settle(_facts, begin, _head);
        }
    }

    /// <summary>Behind closed brackets a change is said of the amount before them again.</summary>
    private void TrackOwner(NarrativeWords words)
    {
        if (words.Closed && _owner.Length > 0)
        {
            _current = _owner;
            _lost = false;
        }

        _owner = words.Opened ? _current : words.InBracket ? _owner : "";
    }

    /// <param name="previous">The figure before, for what says itself only by standing beside it.</param>
    private static NarrativeClause Clause(NarrativeMention mention, string lead, string words, ReadOnlySpan<char> after, NarrativeClause previous)
    {
        if (mention.Unit is not null)
        {
            return NarrativeClause.OfMoney(words);
        }

        // 完成预算100万元的95%; 减少51.33万元(28.90%)
        return previous.Role == NarrativeRole.Reference && words is "的" ? new NarrativeClause(NarrativeRole.Completion, "")
            : lead.Contains("扣除", StringComparison.Ordinal) ? default // a rate of something less than the sum before it
            : previous.Role == NarrativeRole.Change && lead is "(" && after.StartsWith(")") ? previous
            : NarrativeClause.OfPercent(words);
    }

    /// <summary>A sentence that says something of its own opens a group; one that starts with a change, a share or the parts goes on with the one before.</summary>
    private void Begin(NarrativeClause clause, NarrativeWords words)
    {
        var goesOn = _subjects.Count > 0 && (words.InParts || clause.Role != NarrativeRole.Amount && !(_parts && clause.Subject.Length < 2));
        if (!goesOn)
        {
            _group++;
            Forget();
        }
    }

    private void Forget()
    {
        _subjects.Clear();
        _head = _current = _owner = "";
        _lost = false;
    }

    /// <summary>What encloses a statement inside its sentence: the whole whose parts are listed, and a name before a colon.</summary>
    private string Enclosed(string context, string subject, NarrativeWords words)
    {
        if (words.InParts && !string.Equals(subject, _head, StringComparison.Ordinal))
        {
            context = Join(Join(context, _head), words.PartsOf ?? "");
        }

        if (words.InBracket && !string.Equals(subject, _owner, StringComparison.Ordinal) && !string.Equals(_owner, _head, StringComparison.Ordinal))
        {
            context = Join(context, _owner);
        }

        return Join(context, words.Label ?? "");
    }

    private static string Join(string outer, string inner) =>
        inner.Length == 0 ? outer : outer.Length == 0 ? inner : outer + "/" + inner;

    private void State(NarrativeClause clause, NarrativeMention mention, string sentence, CellRef place, string context, NarrativeWords words)
    {
        var planned = clause.Role == NarrativeRole.Amount && NarrativeClause.IsPlanned(clause.Subject) && sentence.Contains("决算", StringComparison.Ordinal);
        if (clause.Role == NarrativeRole.Amount)
        {
            _subjects.Add(clause.Subject);
            _current = clause.Subject;
            _head = words.InParts || words.InBracket || planned ? _head : clause.Subject;
        }

        // 公务接待费减少945万元,下降40.6%: the rate is of what the words before the change name
        if (clause is { Role: NarrativeRole.Change, Subject.Length: >= 2 } && mention.Unit is not null && Of(clause) is { } changed)
        {
            _current = changed;
        }

        _lost = mention.Unit is null ? _lost : clause.Role == NarrativeRole.Skip;

        // A decrease by a negative number could mean either.
        if (clause.Role is NarrativeRole.Skip or NarrativeRole.Reference || clause.Negative && mention.Number.Units < 0 || Of(clause) is not { } subject)
        {
            return;
        }

        var metric = clause.Role switch
        {
            NarrativeRole.Amount => planned ? "budget_amount" : "amount",
            NarrativeRole.Prior => "prior_amount",
            NarrativeRole.Share => "share",
            NarrativeRole.Completion => "completion_rate",
            _ => mention.Unit is null ? "growth_rate" : "change_amount",
        };
        var number = clause.Negative ? mention.Number with { Units = -mention.Number.Units } : mention.Number;
        var amount = mention.Unit is { } unit ? Units.ToAmount(number, unit, out _) : null;
        _facts.Add(new NarrativeFact(
            place, metric, subject, sentence, sentence[mention.Start..mention.End], mention.Unit, amount, number, _group,
            Join(Enclosed(context, subject, words), clause.Base ?? "")));
    }

    /// <summary>The amount of the group that a change or share is said of: the one that the words name, else the last one.</summary>
    private string? Of(NarrativeClause clause)
    {
        var named = clause.Subject;
        if (clause.Role == NarrativeRole.Amount)
        {
            return named;
        }

        if (named.Length < 2)
        {
            return _current.Length > 0 && !_lost ? _current : null;
        }

        // 收入 behind a list of revenues is all of it
        return (named.Length > 2 ? _subjects.FindLast(s => IsShortFor(named, s)) : _subjects.Find(s => IsShortFor(named, s))) ?? named;
    }

    /// <summary>财政拨款收、支总计 is short for 2026年度财政拨款收、支总预算: each character that means something occurs in it.</summary>
    private static bool IsShortFor(string name, string subject)
    {
        foreach (var c in name)
        {
            if (c is not ('总' or '计' or '合' or '数' or '额' or '、' or '预' or '算' or '本' or '年' or '的') && !subject.Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
