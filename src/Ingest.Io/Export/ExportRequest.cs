using System.Collections.Immutable;

namespace Ingest.Io.Export;

/// <summary>What is to be exported.</summary>
/// <param name="What">One of <see cref="Exporter.Names"/>.</param>
/// <param name="Shape">contract, or for facts one of <see cref="Exporter.Shapes"/>.</param>
/// <param name="Personal">Whether names and telephone numbers of persons are given; else their cells are blank.</param>
public sealed record ExportRequest(string What, string Shape = Exporter.Contract, bool Personal = false)
{
    public ExportFilter Filter { get; init; } = ExportFilter.None;
}

/// <summary>Which part of the database; empty lists let everything pass.</summary>
/// <param name="Kinds">Table kinds.</param>
/// <param name="Regions">Leading digits of division codes: 42 is a province, 4201 a city, 420107 a county; "" is where no division is known.</param>
/// <param name="Years">0 is where no year is known.</param>
/// <param name="Entities">Names, any that the entity ever had.</param>
/// <param name="Phase">budget, final or "".</param>
public sealed record ExportFilter(
    ImmutableArray<string> Kinds, ImmutableArray<int> Years, ImmutableArray<string> Regions, ImmutableArray<string> Entities, string Phase, bool VerifiedOnly)
{
    public static readonly ExportFilter None = new([], [], [], [], "", false);

    /// <summary>Whether all documents pass.</summary>
    public bool AllDocuments => Years.IsEmpty && Regions.IsEmpty && Entities.IsEmpty && Phase.Length == 0;
}

/// <summary>Takes the rows of an export, in order.</summary>
public interface IRowSink
{
    void Begin(ImmutableArray<ExportField> fields);

    /// <param name="row">Only valid until the call ends.</param>
    void Row(ExportRow row);
}
