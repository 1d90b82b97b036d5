using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingest.Core.Model;
using Ingest.Io.Pdf;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Archive;

/// <summary>How this program is started once more to parse documents: it reads them from its input and stores them itself.</summary>
/// <param name="Arguments">Before those that <see cref="ParseProcess"/> adds: <c>--db FILE --limit NAME=VALUE …</c>.</param>
public sealed record WorkerCommand(string Program, ImmutableArray<string> Arguments);

/// <summary>
/// A process that parses documents one after the other, so that one which takes its process apart takes no other along. A
/// document goes there and is stored there; what comes back is whether it was.
/// </summary>
internal sealed class ParseProcess : IDisposable
{
    private const string HeapLimit = "30000000";

    // Wall time for each second of processor time: the machine may be busy with others.
    private const int Slowness = 20;

    private readonly Process _process;
    private readonly DocumentLimits _limits;

    private ParseProcess(Process process, DocumentLimits limits) => (_process, _limits) = (process, limits);

    /// <exception cref="IOException">The program cannot be started.</exception>
    public static ParseProcess Start(WorkerCommand command, string database, DocumentLimits limits)
    {
        var start = new ProcessStartInfo(command.Program)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var argument in (string[])[.. command.Arguments, "--db", database, .. limits.ToString().Split(' ').SelectMany(l => new[] { "--limit", l })])
        {
            start.ArgumentList.Add(argument);
        }

        // 768 MB; and no core file, however it ends.
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        try
        {
            var process = Process.Start(start)!;

            // What a runtime says when it goes down concerns nobody.
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            return new ParseProcess(process, limits);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new IOException($"{command.Program} cannot be started to parse a document by itself: {e.Message}", e);
        }
    }

    /// <summary>Whether it can take one more.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <returns>Null when the document is stored, else how the process ended.</returns>
    /// <exception cref="IOException">The process could not store it, for a reason that is not in the document.</exception>
    /// <exception cref="OperationCanceledException">The caller wants no more of it.</exception>
    public string? Parse(SourceDocument source, ReadOnlyMemory<byte> bytes, long run, CancellationToken cancel)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(TimeSpan.FromSeconds((long)_limits.Seconds * Slowness));
        string? answer;
        try
        {
            Send(source, bytes, run);
            answer = _process.StandardOutput.ReadLineAsync(late.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (IOException)
        {
            answer = null;
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
            return "it does not come to an end";
        }

        switch (answer)
        {
            case WorkerLoop.Stored:
                return null;
            case WorkerLoop.OutOfMemory:
                return "it takes more memory than a document may have";
            case not null:
                throw new IOException(answer);
        }

        _process.WaitForExit();
        cancel.ThrowIfCancellationRequested();
        return _process.ExitCode > 128
            ? string.Create(CultureInfo.InvariantCulture, $"it ends the program (signal {_process.ExitCode - 128})")
            : string.Create(CultureInfo.InvariantCulture, $"it ends the program (code {_process.ExitCode})");
    }

    private void Send(SourceDocument source, ReadOnlyMemory<byte> bytes, long run)
    {
        var header = JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["sha256"] = source.Sha256,
            ["name"] = source.Name,
            ["run"] = run.ToString(CultureInfo.InvariantCulture),
            ["bytes"] = bytes.Length.ToString(CultureInfo.InvariantCulture),
        });
        var input = _process.StandardInput.BaseStream;
        input.Write(Encoding.UTF8.GetBytes(header + "\n"));
        input.Write(bytes.Span);
        input.Flush();
    }

    public void Dispose()
    {
        try
        {
            // The end of its input ends it, also in the middle of a document.
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
        }

        _process.Dispose();
    }
}

/// <summary>The other end of a <see cref="ParseProcess"/>: reads documents from a stream, parses and stores them.</summary>
public static class WorkerLoop
{
    internal const string Stored = "stored";
    internal const string OutOfMemory = "out of memory";

    /// <param name="orphaned">Called when the input ends while a document is in hand: nobody waits for it any more.</param>
    public static void Run(Database database, DocumentLimits limits, Stream input, TextWriter output, Action orphaned, CancellationToken cancel)
    {
        var parser = new BoundedParser(DocumentWork.Parser(limits, Pictures.PictureReaders.Installed), limits);
        using var documents = new DocumentWriter(database);
        var next = ReadRequest(input);
        while (next is { } request && !parser.LeftBehind)
        {
            var ahead = Task.Run(() =>
            {
                var following = ReadRequest(input);
                return following;
            }, CancellationToken.None);
            var busy = true;
            ahead.ContinueWith(t =>
            {
                if (Volatile.Read(ref busy) && t is { IsCompletedSuccessfully: true, Result: null })
                {
                    orphaned();
                }
            }, TaskScheduler.Default);
            output.WriteLine(Do(documents, parser, limits, request, cancel));
            output.Flush();
            Volatile.Write(ref busy, false);
            next = ahead.GetAwaiter().GetResult();
        }
    }

    private static string Do(DocumentWriter documents, BoundedParser parser, DocumentLimits limits, Request request, CancellationToken cancel)
    {
        try
        {
            var work = DocumentWork.Try(new FileRecord("", request.Source.Name, null, FileState.Document, 0, 0, request.Source.Sha256), request.Source, request.Bytes, parser, limits, cancel);
            documents.Replace(work.Document, work.Version, request.Run);
            return Stored;
        }
        catch (OutOfMemoryException)
        {
            return OutOfMemory;
        }
        catch (Microsoft.Data.Sqlite.SqliteException e)
        {
            return "the document could not be stored: " + e.Message;
        }
    }

    private sealed record Request(SourceDocument Source, long Run, byte[] Bytes);

    private static Request? ReadRequest(Stream input)
    {
        var line = new List<byte>();
        for (int b; (b = input.ReadByte()) != '\n'; line.Add((byte)b))
        {
            if (b < 0)
            {
                return null;
            }
        }

        var header = JsonSerializer.Deserialize<Dictionary<string, string>>(line.ToArray())!;
        var bytes = new byte[int.Parse(header["bytes"], CultureInfo.InvariantCulture)];
        return input.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length
            ? new Request(new SourceDocument(header["sha256"], header["name"], bytes.Length), long.Parse(header["run"], CultureInfo.InvariantCulture), bytes)
            : null;
    }
}
