using System.Text;

namespace Ingest.Io.Archive;

/// <summary>
/// The names of ZIP entries that are not marked as UTF-8: some programs write UTF-8 without the mark, Chinese Windows
/// writes its code page. What is no valid UTF-8 is GB 18030, which contains GBK and GB 2312.
/// </summary>
internal sealed class ZipNames : Encoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Encoding _chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public override string GetString(byte[] bytes, int index, int count) => Choose(bytes, index, count).GetString(bytes, index, count);

    public override int GetCharCount(byte[] bytes, int index, int count) => Choose(bytes, index, count).GetCharCount(bytes, index, count);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        Choose(bytes, byteIndex, byteCount).GetChars(bytes, byteIndex, byteCount, chars, charIndex);

    public override int GetByteCount(char[] chars, int index, int count) => Strict.GetByteCount(chars, index, count);

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        Strict.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetMaxByteCount(int charCount) => Strict.GetMaxByteCount(charCount);

    public override int GetMaxCharCount(int byteCount) => Math.Max(Strict.GetMaxCharCount(byteCount), _chinese.GetMaxCharCount(byteCount));

    private Encoding Choose(byte[] bytes, int index, int count)
    {
        try
        {
            Strict.GetCharCount(bytes, index, count);
            return Strict;
        }
        catch (DecoderFallbackException)
        {
            return _chinese;
        }
    }
}
