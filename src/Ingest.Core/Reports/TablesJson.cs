using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Core.Model;

namespace Ingest.Core.Reports;

/// <summary>The tables of a document as JSON. Names and meaning are a contract with other programs.</summary>
public static class TablesJson
{
    /// <summary>Chinese text stays readable; nothing here is embedded in HTML.</summary>
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>UTF-8.</returns>
    public static ReadOnlyMemory<byte> Write(ParsedDocument document, int pageCount)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("file"u8, document.Source.Name);
            json.WriteString("sha256"u8, document.Source.Sha256);
            json.WriteNumber("pages"u8, pageCount);
            json.WriteStartArray("tables"u8);
            foreach (var table in document.Tables)
            {
                WriteTable(json, table);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    private static void WriteTable(Utf8JsonWriter json, BudgetTable table)
    {
        var raw = table.Source;
        json.WriteStartObject();
        json.WriteNumber("ordinal"u8, table.Ordinal);
        json.WriteString("kind"u8, table.Kind);
        json.WriteString("title"u8, table.Title);
        json.WriteString("unit"u8, table.Unit?.Label);
        json.WriteStartArray("pages"u8);
        foreach (var page in raw.Pages)
        {
            json.WriteNumberValue(page);
        }

        json.WriteEndArray();
        json.WriteNumber("rows"u8, raw.Rows);
        json.WriteNumber("columns"u8, raw.Columns);
        json.WriteNumber("header_rows"u8, table.HeaderRows);
        json.WriteStartArray("cells"u8);
        foreach (var cell in raw.Cells)
        {
            WriteCell(json, cell);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, RawCell cell)
    {
        json.WriteStartObject();
        json.WriteNumber("row"u8, cell.Row);
        json.WriteNumber("col"u8, cell.Column);
        json.WriteNumber("rowspan"u8, cell.RowSpan);
        json.WriteNumber("colspan"u8, cell.ColumnSpan);
        json.WriteString("text"u8, cell.Text);
        json.WriteNumber("page"u8, cell.Area.Page);
        WriteBox(json, cell.Area.Box);
        json.WriteEndObject();
    }

    /// <summary>Points to two decimals: 7 µm.</summary>
    internal static void WriteBox(Utf8JsonWriter json, Box box)
    {
        json.WriteStartArray("bbox"u8);
        json.WriteNumberValue(Math.Round(box.Left, 2));
        json.WriteNumberValue(Math.Round(box.Top, 2));
        json.WriteNumberValue(Math.Round(box.Right, 2));
        json.WriteNumberValue(Math.Round(box.Bottom, 2));
        json.WriteEndArray();
    }
}
