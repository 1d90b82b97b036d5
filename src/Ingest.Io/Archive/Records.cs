using Ingest.Core.Model;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Archive;

internal static class Records
{
    /// <exception cref="IOException">There is no such file, or its link leads nowhere.</exception>
    public static FileRecord Of(string path, FileState state)
    {
        var info = new FileInfo(path);
        if (info.LinkTarget is not null)
        {
            var target = info.ResolveLinkTarget(returnFinalTarget: true);
            info = target is FileInfo { Exists: true } file ? file : throw new FileNotFoundException($"its link leads nowhere: {info.LinkTarget}");
        }

        if (!info.Exists)
        {
            throw new FileNotFoundException("there is no such file or folder");
        }

        return new FileRecord(path, Path.GetFileName(path), null, state, info.Length, info.LastWriteTimeUtc.Ticks, null);
    }

    public static FileRecord Unread(string path) => new(path, Path.GetFileName(path), null, FileState.Unreadable, 0, 0, null);
}

internal static class Anomalies
{
    public static Anomaly Unreadable(string why) => Of(AnomalyCodes.FileUnreadable, why, "文件无法打开：" + why);

    public static Anomaly Refused(string why) => Of(AnomalyCodes.ArchiveRefused, why, "压缩包或条目被拒绝：" + why);

    public static Anomaly Of(AnomalyCode code, string message, string chinese) =>
        new(code, new CellRef(default), "", "", "", "", "", message, Origin.Unknown) { Chinese = chinese };
}
