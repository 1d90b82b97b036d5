using System.Collections.Immutable;
using Ingest.Core.Entities;

namespace Ingest.Core.Reports.Site;

/// <summary>A body with its documents and what it spends: a page of the report.</summary>
/// <param name="Id">Of the database: names its page.</param>
/// <param name="Function">Of <see cref="EntityFunctions"/>; "" if not known.</param>
/// <param name="Names">As documents print it, with the years.</param>
public sealed record SiteBody(
    long Id, string Name, string Region, string Function, ImmutableArray<(string Name, string Years)> Names, ImmutableArray<BodyDocument> Documents, ImmutableArray<BodyAmount> Amounts)
{
    public static string FileOf(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"e/{id}.html");

    internal Phrase FunctionName => EntityFunctions.All.FirstOrDefault(f => f.Id == Function) is { } known ? new(known.Id.Replace('_', ' '), known.Name) : Phrases.Unknown;

    internal string City => Regions.CityOf(Region);
}

/// <summary>A document of a body, in short.</summary>
/// <param name="Key">Names its folder.</param>
/// <param name="State">failed, lost, doubt or clean.</param>
public sealed record BodyDocument(string Key, string Name, int? Year, string Phase, string Scope, string State, int Facts, int Verified);

/// <summary>What a body spends on a class (类) in a year, by its leaf rows.</summary>
/// <param name="Whole">All money; else the general public budget alone.</param>
/// <param name="GapFen">Leaf rows less the printed total of the whole table; null where no total is printed.</param>
public sealed record BodyAmount(int Year, string Phase, bool Whole, string Class, string ClassName, long Fen, long? GapFen);

/// <summary>How complete the demanded tables of a city's bodies are in a year.</summary>
public sealed record CityYear(int Year, string Phase, int Expected, int Found, int Balanced);
