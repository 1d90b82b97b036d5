using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Io.Sqlite;

namespace Ingest.Io.Export;

/// <summary>
/// Exports as a Frictionless tabular data package (specification 1.0): a CSV for each export, and <c>datapackage.json</c>
/// with the meaning, type, unit, source and terms of every column and with the documents that all of it comes from.
/// </summary>
public static class DataPackage
{
    public const string Descriptor = "datapackage.json";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["phase"] = ["budget", "final"],
        ["scope"] = ["department", "unit", "government"],
        ["status"] = ["verified", "unverified", "doubtful"],
        ["value_state"] = ["value", "blank", "zero", "dash", "none", "unreadable", "not_applicable"],
        ["severity"] = ["lost", "doubt", "note"],
        ["origin"] = ["publisher", "extraction", "unknown"],
        ["result"] = ["pass", "fail", "not_applicable", "unverifiable"],
        ["state"] = ["parsed", "failed"],
    };

    private static readonly Dictionary<string, string[]> Keys = new(StringComparer.Ordinal)
    {
        ["facts"] = ["sha256", "table_ordinal", "row", "col"],
        ["facts.narrow"] = ["sha256", "table_ordinal", "row", "col"],
        ["facts.flat"] = ["sha256", "table_ordinal", "row", "col"],
        ["cells"] = ["sha256", "table_ordinal", "row", "col"],
        ["tables"] = ["sha256", "table_ordinal"],
    };

    /// <summary>Refuses a folder that holds anything else than an earlier package.</summary>
    /// <exception cref="IOException">It does.</exception>
    public static void Refuse(string folder)
    {
        if (File.Exists(folder))
        {
            throw new IOException($"{folder} is a file; a data package is a folder.");
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, Descriptor)))
        {
            throw new IOException($"{folder} holds other things than a data package; name an empty or a new folder.");
        }
    }

    /// <param name="file">Writes a file of the package, given its name.</param>
    /// <returns>The number of rows.</returns>
    public static long Write(Database database, IReadOnlyList<ExportRequest> exports, Action<string, Action<Stream>> file, CancellationToken cancel)
    {
        var resources = new List<Resource>();
        foreach (var export in exports)
        {
            file(export.What + ".csv", stream => resources.Add(WriteTable(database, export, stream, cancel)));
        }

        file(Descriptor, stream =>
        {
            using var json = new Utf8JsonWriter(stream, Readable);
            WriteDescriptor(json, database, exports[0].Filter, resources);
        });
        return resources.Sum(r => r.Rows);
    }

    private static Resource WriteTable(Database database, ExportRequest export, Stream stream, CancellationToken cancel)
    {
        using var hash = SHA256.Create();
        using var hashing = new CryptoStream(stream, hash, CryptoStreamMode.Write, leaveOpen: true);
        long rows;
        using (var text = new StreamWriter(hashing, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true))
        {
            rows = Exporter.Run(database, export, new CsvExport(text), cancel);
        }

        hashing.FlushFinalBlock();
        return new Resource(export, Exporter.Fields(database, export), rows, stream.Position, Convert.ToHexStringLower(hash.Hash!));
    }

    private static void WriteDescriptor(Utf8JsonWriter json, Database database, ExportFilter filter, List<Resource> resources)
    {
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-package");
        json.WriteString("name", "published-budgets");
        json.WriteString("title", "Published budgets and final accounts of Chinese government departments");
        json.WriteString("description", "Read from the published PDF documents by Ingest. Every figure names its document, page and box; status says whether accounting identities confirm it.");
        json.WriteStartArray("licenses");
        json.WriteStartObject();
        json.WriteString("name", "other-pd");
        json.WriteString("title", "Official documents of government bodies (Copyright Law of the People's Republic of China, article 5); the terms of each column stand with it");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("resources");
        resources.ForEach(r => WriteResource(json, r));
        json.WriteEndArray();
        WriteSources(json, database, filter);
        json.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter json, Resource resource)
    {
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("name", resource.Export.What);
        json.WriteString("path", resource.Export.What + ".csv");
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteNumber("bytes", resource.Bytes);
        json.WriteString("hash", "sha256:" + resource.Sha256);
        json.WriteNumber("rows", resource.Rows);
        json.WriteString("shape", resource.Export.Shape);
        json.WriteStartObject("dialect");
        json.WriteString("delimiter", ",");
        json.WriteString("lineTerminator", "\n");
        json.WriteString("quoteChar", "\"");
        json.WriteBoolean("doubleQuote", true);
        json.WriteBoolean("header", true);
        json.WriteEndObject();
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var field in resource.Fields)
        {
            WriteField(json, field);
        }

        json.WriteEndArray();
        WriteStrings(json, "missingValues", [""]);
        if (Keys.GetValueOrDefault(resource.Export.Shape == Exporter.Contract ? resource.Export.What : $"{resource.Export.What}.{resource.Export.Shape}") is { } key)
        {
            WriteStrings(json, "primaryKey", key);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, ExportField field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Name);
        json.WriteString("type", field.Type switch { FieldType.Text => "string", FieldType.Integer => "integer", FieldType.Flag => "boolean", _ => "number" });
        if (field.Type == FieldType.Flag)
        {
            WriteStrings(json, "trueValues", ["1"]);
            WriteStrings(json, "falseValues", ["0"]);
        }

        json.WriteString("description", field.Description);
        if (field.Unit.Length > 0)
        {
            json.WriteString("unit", field.Unit);
        }

        json.WriteString("source", field.Origin switch { FieldOrigin.Document => "the document", FieldOrigin.Standard => "GB/T 2260 and the classification of accounts", _ => "Ingest, from the document" });
        json.WriteString("license", field.Origin switch { FieldOrigin.Document => "other-pd: official document", FieldOrigin.Standard => "other-pd: national standard", _ => "other-pd: facts derived from official documents" });
        if (Words.GetValueOrDefault(field.Name) is { } words)
        {
            json.WriteStartObject("constraints");
            WriteStrings(json, "enum", words);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteSources(Utf8JsonWriter json, Database database, ExportFilter filter)
    {
        using var document = new Statement(database.Connection, "SELECT sha256, bytes, pages FROM documents WHERE id = ?");
        using var fetch = new Statement(database.Connection, "SELECT url, at FROM fetches WHERE sha256 = ? ORDER BY id LIMIT 1");
        json.WriteStartArray("sources");
        foreach (var (id, name) in DocumentList.Read(database, filter))
        {
            document.Add(id).Step();
            json.WriteStartObject();
            json.WriteString("title", name);
            json.WriteString("sha256", document.Text(0));
            json.WriteNumber("bytes", document.Long(1));
            json.WriteNumber("pages", document.Long(2));
            if (fetch.Add(document.Text(0)).Step())
            {
                json.WriteString("path", fetch.Text(0));
                json.WriteString("fetched_at", fetch.Text(1));
            }

            fetch.Reset();
            json.WriteEndObject();
            document.Reset();
        }

        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private sealed record Resource(ExportRequest Export, ImmutableArray<ExportField> Fields, long Rows, long Bytes, string Sha256);
}
