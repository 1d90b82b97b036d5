using System.Text;

namespace Ingest.Io.Archive;

/// <summary>A text file with a path on each line, from the current folder; empty lines and lines that begin with # are skipped.</summary>
internal static class PathList
{
    public static IEnumerable<string>? Read(string path, out Found? problem)
    {
        problem = null;
        try
        {
            var bytes = File.ReadAllBytes(path);
            var text = (IsUtf8(bytes) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!).GetString(bytes).TrimStart('\uFEFF');
            return text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = new Found.Unreadable(Records.Unread(Path.GetFullPath(path)), Anomalies.Unreadable(e.Message));
            return null;
        }
    }

    private static bool IsUtf8(byte[] bytes) => System.Text.Unicode.Utf8.IsValid(bytes);
}
