namespace Ingest.Io.Pdf;

/// <summary>Texts in round and in pointed brackets; dictionaries, which are skipped.</summary>
internal ref partial struct ContentLexer
{
    private void ReadLiteral()
    {
        var start = _operands.ByteCount;
        var depth = 1;
        for (_at++; _at < _content.Length; _at++)
        {
            var c = _content[_at];
            if (c == '\\')
            {
                ReadEscape();
                continue;
            }

            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0)
            {
                _at++;
                _operands.Add(new Operand(OperandKind.Text, 0, start, _operands.ByteCount - start));
                return;
            }

            if (c == '\r')
            {
                // Every end of line inside a text counts as one line feed.
                _at += _at + 1 < _content.Length && _content[_at + 1] == '\n' ? 1 : 0;
                c = (byte)'\n';
            }

            _operands.AddByte(c);
        }

        IsCut = true;
    }

    private void ReadEscape()
    {
        if (++_at >= _content.Length)
        {
            return;
        }

        var c = _content[_at];
        switch (c)
        {
            case (byte)'n': _operands.AddByte((byte)'\n'); break;
            case (byte)'r': _operands.AddByte((byte)'\r'); break;
            case (byte)'t': _operands.AddByte((byte)'\t'); break;
            case (byte)'b': _operands.AddByte((byte)'\b'); break;
            case (byte)'f': _operands.AddByte((byte)'\f'); break;
            case (byte)'\n': break;
            case (byte)'\r':
                _at += _at + 1 < _content.Length && _content[_at + 1] == '\n' ? 1 : 0;
                break;
            case >= (byte)'0' and <= (byte)'7':
                var value = c - '0';
                for (var i = 0; i < 2 && _at + 1 < _content.Length && _content[_at + 1] is >= (byte)'0' and <= (byte)'7'; i++)
                {
                    value = value * 8 + _content[++_at] - '0';
                }

                _operands.AddByte((byte)(value & 0xFF));
                break;
            default: _operands.AddByte(c); break;
        }
    }

    private void ReadHexOrDictionary()
    {
        if (_at + 1 < _content.Length && _content[_at + 1] == '<')
        {
            var before = _operands.Count;
            SkipDictionary();
            _operands.Drop(before);
            _operands.Add(new Operand(OperandKind.Other, 0));
            return;
        }

        var start = _operands.ByteCount;
        var high = -1;
        for (_at++; _at < _content.Length; _at++)
        {
            var c = _content[_at];
            if (c == '>')
            {
                _at++;
                if (high >= 0)
                {
                    _operands.AddByte((byte)(high << 4));
                }

                _operands.Add(new Operand(OperandKind.Text, 0, start, _operands.ByteCount - start));
                return;
            }

            var digit = c is >= (byte)'0' and <= (byte)'9' ? c - '0' : (c | 0x20) is >= 'a' and <= 'f' and var letter ? letter - 'a' + 10 : -1;
            if (digit >= 0)
            {
                if (high >= 0)
                {
                    _operands.AddByte((byte)((high << 4) | digit));
                }

                high = high >= 0 ? -1 : digit;
            }
        }

        IsCut = true;
    }

    private void SkipDictionary()
    {
        var depth = 0;
        while (_at < _content.Length)
        {
            var c = _content[_at];
            var twice = _at + 1 < _content.Length && _content[_at + 1] == c;
            if (c == '(')
            {
                // Read as a text to find its end.
                ReadLiteral();
                continue;
            }

            if (c is (byte)'<' or (byte)'>' && twice)
            {
                depth += c == '<' ? 1 : -1;
                _at += 2;
                if (depth <= 0)
                {
                    return;
                }

                continue;
            }

            _at++;
        }
    }
}
