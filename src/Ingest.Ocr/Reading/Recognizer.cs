using Ingest.Ocr.Pixels;
using Microsoft.ML.OnnxRuntime;

namespace Ingest.Ocr.Reading;

/// <summary>
/// Reads a line of writing with the recognition model of PP-OCR (Du et al., 2020): the line at a height of 48 pixels gives
/// for each 8 columns how likely each character is; repeated characters are one, and what the model calls blank parts them
/// (CTC, Graves et al., 2006).
/// </summary>
internal sealed class Recognizer : IDisposable
{
    /// <summary>A second guess is worth a thought from here.</summary>
    private const float LeastLikely = 0.05f;

    private const int LineHeight = 48, Stride = 8, ShortestLine = 48;

    private readonly InferenceSession _session;
    private readonly string[] _characters;
    private readonly string _input;

    /// <param name="model">The file of the model.</param>
    /// <param name="characters">The file of its characters, one a line.</param>
    public Recognizer(string model, string characters)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, EnableCpuMemArena = false, EnableMemoryPattern = false };
        _session = new InferenceSession(model, options);
        _input = _session.InputMetadata.Keys.Single();
        // 0 is the blank; the space comes last and is not in the file
        _characters = ["", .. File.ReadAllLines(characters), " "];
    }

    /// <summary>The signs of a piece with their middles in pixels of its page.</summary>
    /// <param name="margin">Paper around it, in heights of the type.</param>
    /// <param name="stretch">How much wider than it is it is shown to the model.</param>
    public List<Sign> Read(Crops crops, TextPiece piece, double margin, double stretch = 1)
    {
        var (crop, area) = crops.Of(piece, margin);
        return Read(crop, stretch).ConvertAll(s => s with { X = s.X + area.Left });
    }

    private List<Sign> Read(Raster line, double stretch)
    {
        var scale = LineHeight / (double)line.Height;
        var along = scale * stretch;
        var width = Math.Max(ShortestLine, (int)Math.Ceiling(line.Width * along / Stride) * Stride);
        var values = new float[3 * LineHeight * width];
        for (var y = 0; y < LineHeight; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var value = (float)(line.Mean((x + 0.5) / along, (y + 0.5) / scale, 1 / scale) / 127.5 - 1);
                var at = y * width + x;
                values[at] = values[LineHeight * width + at] = values[2 * LineHeight * width + at] = value;
            }
        }

        using var input = OrtValue.CreateTensorValueFromMemory(values, [1, 3, LineHeight, width]);
        using var options = new RunOptions();
        using var outputs = _session.Run(options, new Dictionary<string, OrtValue>(StringComparer.Ordinal) { [_input] = input }, _session.OutputNames);
        var shape = outputs[0].GetTensorTypeAndShape().Shape;
        return Decode(outputs[0].GetTensorDataAsSpan<float>(), (int)shape[1], (int)shape[2], width / (double)shape[1] / along);
    }

    /// <summary>What the columns of a line say.</summary>
    /// <param name="step">Columns of the crop for each step of the model.</param>
    private List<Sign> Decode(ReadOnlySpan<float> likely, int steps, int classes, double step)
    {
        var signs = new List<Sign>();
        var before = 0;
        int first = 0, last = 0, other = 0;
        var sure = 0f;
        for (var t = 0; t < steps; t++)
        {
            var row = likely.Slice(t * classes, classes);
            int best = 0, second = -1;
            for (var c = 1; c < classes; c++)
            {
                if (row[c] > row[best])
                {
                    (second, best) = (best, c);
                }
                else if (second < 0 || row[c] > row[second])
                {
                    second = c;
                }
            }

            if (best != before)
            {
                Close(signs, before, other, first, last, sure, step);
                (first, sure, other) = (t, 0, 0);
            }

            other = row[best] >= sure ? second > 0 && row[second] >= LeastLikely ? second : 0 : other;
            (before, last, sure) = (best, t, Math.Max(sure, row[best]));
        }

        Close(signs, before, other, first, last, sure, step);
        return signs;
    }

    private void Close(List<Sign> signs, int character, int other, int first, int last, float sure, double step)
    {
        if (character > 0 && character < _characters.Length)
        {
            signs.Add(new Sign(_characters[character], ((first + last) / 2.0 + 0.5) * step, sure, other > 0 && other < _characters.Length ? _characters[other] : null));
        }
    }

    public void Dispose() => _session.Dispose();
}
