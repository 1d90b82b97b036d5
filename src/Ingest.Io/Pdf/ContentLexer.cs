using System.Buffers;

namespace Ingest.Io.Pdf;

/// <summary>Cuts a content stream into operands and operators (ISO 32000-1, 7.2 and 7.8.2). What cannot be read is skipped.</summary>
internal ref partial struct ContentLexer(ReadOnlySpan<byte> content, Operands operands)
{
    private static readonly SearchValues<byte> EndOfRegular = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    // A double holds 17 digits; what comes behind them changes nothing that can be seen.
    private const int MostDecimals = 40;
    private static readonly double[] Powers = [.. Enumerable.Range(0, MostDecimals + 1).Select(i => Math.Pow(10, i))];

    private readonly ReadOnlySpan<byte> _content = content;
    private readonly Operands _operands = operands;
    private int _at = 0;

    public readonly ReadOnlySpan<byte> Content => _content;

    /// <summary>The content ends inside a text: something is cut off.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Collects operands up to the next operator.</summary>
    /// <returns>The operator's up to three characters in one number, -1 for a longer word, 0 at the end.</returns>
    public int Next()
    {
        while (_at < _content.Length)
        {
            var c = _content[_at];
            switch (c)
            {
                case <= (byte)' ':
                    _at++;
                    break;
                case (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'.' or (byte)'+':
                    ReadNumber();
                    break;
                case (byte)'/':
                    ReadName();
                    break;
                case (byte)'(':
                    ReadLiteral();
                    break;
                case (byte)'<':
                    ReadHexOrDictionary();
                    break;
                case (byte)'[' or (byte)']':
                    _operands.Add(new Operand(c == '[' ? OperandKind.ArrayStart : OperandKind.ArrayEnd, 0));
                    _at++;
                    break;
                case (byte)'%':
                    SkipComment();
                    break;
                case (byte)')' or (byte)'>' or (byte)'{' or (byte)'}':
                    _at++;
                    break;
                default:
                    if (ReadWord() is var word and not 0)
                    {
                        return word;
                    }

                    break;
            }
        }

        return 0;
    }

    /// <summary>Goes behind the EI of an inline image whose ID has just been read.</summary>
    public void SkipImageData()
    {
        for (_at++; _at < _content.Length; _at++)
        {
            var end = _content[_at..].IndexOf("EI"u8);
            if (end < 0)
            {
                break;
            }

            _at += end;
            var after = _at + 2;
            if (_content[_at - 1] <= ' ' && (after >= _content.Length || _content[after] <= ' ') && LooksLikeText(after))
            {
                _at = after;
                return;
            }
        }

        _at = _content.Length;
    }

    // Image data may hold an EI by chance; operators follow the true one.
    private readonly bool LooksLikeText(int from)
    {
        foreach (var c in _content[from..Math.Min(_content.Length, from + 16)])
        {
            if (c > 0x7E || c < ' ' && c is not ((byte)'\n' or (byte)'\r' or (byte)'\t' or 0))
            {
                return false;
            }
        }

        return true;
    }

    private void ReadNumber()
    {
        var content = _content;
        var at = _at;
        var negative = false;
        while (at < content.Length && content[at] is (byte)'-' or (byte)'+')
        {
            negative |= content[at++] == '-';
        }

        long mantissa = 0;
        int decimals = 0, dropped = 0;
        var point = false;
        for (; at < content.Length; at++)
        {
            var digit = content[at] - '0';
            if (digit is >= 0 and <= 9)
            {
                if (mantissa < 100_000_000_000_000_000 && decimals < MostDecimals)
                {
                    mantissa = mantissa * 10 + digit;
                    decimals += point ? 1 : 0;
                }
                else
                {
                    dropped += point ? 0 : 1;
                }
            }
            else if (content[at] == '.' && !point)
            {
                point = true;
            }
            else
            {
                break;
            }
        }

        // What hangs on to a number (1.2.3, 5-3, 12abc) is no part of it.
        if (at < content.Length && !EndOfRegular.Contains(content[at]))
        {
            at = EndOfWord(at);
        }

        var value = mantissa / Powers[decimals] * (dropped == 0 ? 1 : Math.Pow(10, dropped));
        _operands.Add(new Operand(OperandKind.Number, negative ? -value : value));
        _at = at;
    }

    private void ReadName()
    {
        var end = EndOfWord(_at + 1);
        _operands.Add(new Operand(OperandKind.Name, 0, _at + 1, end - _at - 1));
        _at = end;
    }

    private void SkipComment()
    {
        var end = _content[_at..].IndexOfAny((byte)'\r', (byte)'\n');
        _at = end < 0 ? _content.Length : _at + end;
    }

    private int ReadWord()
    {
        var end = EndOfWord(_at);
        var word = _content[_at..end];
        _at = end;
        if (word.SequenceEqual("true"u8) || word.SequenceEqual("false"u8) || word.SequenceEqual("null"u8))
        {
            _operands.Add(new Operand(OperandKind.Other, word[0] == 't' ? 1 : 0));
            return 0;
        }

        return word.Length switch
        {
            1 => word[0],
            2 => word[0] | word[1] << 8,
            3 => word[0] | word[1] << 8 | word[2] << 16,
            _ => -1,
        };
    }

    private readonly int EndOfWord(int from)
    {
        var length = _content[from..].IndexOfAny(EndOfRegular);
        return length < 0 ? _content.Length : from + length;
    }
}
