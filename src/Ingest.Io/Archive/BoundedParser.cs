using System.Runtime.ExceptionServices;
using Ingest.Core.Model;
using Ingest.Io.Pdf;

namespace Ingest.Io.Archive;

/// <summary>
/// Parses each document on a thread of its own. Beyond its seconds it is asked to end, which reading does at once; a
/// quarter later it is left behind, and nobody waits for it any more.
/// </summary>
internal sealed class BoundedParser(Parse parse, DocumentLimits limits)
{
    /// <summary>Deeply nested objects of a PDF are read by recursion.</summary>
    private const int StackBytes = 64 << 20;

    private const double Patience = 1.25;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);

    /// <summary>A thread was left behind and still runs.</summary>
    public bool LeftBehind { get; private set; }

    /// <exception cref="LimitException">It took too long.</exception>
    public ParsedDocument Parse(SourceDocument source, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        // Not disposed: a thread that is left behind may still look at it.
        var own = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        ThreadClock? clock = null;
        ParsedDocument? document = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(Work, StackBytes) { IsBackground = true };
        thread.Start();
        while (!thread.Join(Glance))
        {
            var seconds = Volatile.Read(ref clock)?.Elapsed.TotalSeconds ?? 0;
            if (seconds > limits.Seconds)
            {
                own.Cancel();
            }

            if (seconds > limits.Seconds * Patience)
            {
                LeftBehind = true;
                throw LimitException.Of(limits, "seconds");
            }
        }

        if (failure?.SourceException is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            throw LimitException.Of(limits, "seconds");
        }

        failure?.Throw();
        return document!;

        void Work()
        {
            try
            {
                Volatile.Write(ref clock, ThreadClock.OfThisThread());
                document = parse(source, bytes, own.Token);
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        }
    }
}
