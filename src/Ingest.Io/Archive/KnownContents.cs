using System.Buffers.Binary;
using System.Collections.Concurrent;
using Ingest.Io.Pdf;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Archive;

/// <summary>
/// The contents that are stored, or being parsed by somebody: each is parsed once. 16 bytes of the hash are enough to
/// tell contents apart and keep 100 000 documents in a few megabytes. Safe for many threads.
/// </summary>
internal sealed class KnownContents
{
    private readonly ConcurrentDictionary<UInt128, bool> _lossy = new();

    public static KnownContents Read(Database database, int parserVersion, DocumentLimits limits, string pictures)
    {
        var known = new KnownContents();
        DocumentList.ReadHashes(database, parserVersion, limits.ToString(), pictures, (sha256, lossy) => known._lossy[Key(sha256)] = lossy);
        return known;
    }

    /// <summary>Takes a content to parse; false if it is stored or taken already.</summary>
    public bool Take(string sha256) => _lossy.TryAdd(Key(sha256), false);

    public bool Contains(string sha256) => _lossy.ContainsKey(Key(sha256));

    /// <summary>Whether it was stored with losses by an earlier run.</summary>
    public bool IsLossy(string sha256) => _lossy.TryGetValue(Key(sha256), out var lossy) && lossy;

    private static UInt128 Key(string sha256) => BinaryPrimitives.ReadUInt128BigEndian(Convert.FromHexString(sha256.AsSpan(0, 32)));
}
