namespace Ingest.Io.Archive;

/// <summary>What an archive may hold, so that a crafted one cannot fill memory or disk.</summary>
/// <param name="EntryBytes">Of one entry, unpacked.</param>
/// <param name="TotalBytes">Of all entries of an archive and of those within, unpacked.</param>
/// <param name="Ratio">Unpacked to packed, for entries over <see cref="RatioFromBytes"/>. PDFs seldom reach 20; a bomb has 1000.</param>
/// <param name="Depth">1 is an archive by itself, 2 one within it.</param>
public sealed record ArchiveLimits(
    long EntryBytes = 512L << 20, long TotalBytes = 256L << 30, int Ratio = 200, long RatioFromBytes = 16L << 20, int Depth = 3);
