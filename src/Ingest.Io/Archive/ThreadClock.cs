using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Ingest.Io.Archive;

/// <summary>
/// The processor time of one thread, to be read from another one: a machine with much to do must not make a document look
/// slow. Where the system does not tell it, the time that has passed.
/// </summary>
internal sealed class ThreadClock
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly int? _clock;

    private ThreadClock(int? clock) => _clock = clock;

    /// <summary>Of the thread that asks.</summary>
    public static ThreadClock OfThisThread()
    {
        try
        {
            return new ThreadClock(OperatingSystem.IsLinux() && GetClock(Self(), out var clock) == 0 ? clock : null);
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            return new ThreadClock(null);
        }
    }

    public TimeSpan Elapsed => _clock is { } clock && GetTime(clock, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000)
        : Stopwatch.GetElapsedTime(_started);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Timespec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }

    [DllImport("libc", EntryPoint = "pthread_self")]
    private static extern nint Self();

    [DllImport("libc", EntryPoint = "pthread_getcpuclockid")]
    private static extern int GetClock(nint thread, out int clock);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out Timespec time);
}
