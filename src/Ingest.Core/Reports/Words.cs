using Ingest.Core.Model;

namespace Ingest.Core.Reports;

/// <summary>The words for enumerations in the database and in exports. Other programs rely on them.</summary>
public static class Words
{
    private static readonly string[] States = ["value", "blank", "zero", "dash", "none", "unreadable", "not_applicable"];
    private static readonly string[] Statuses = ["unverified", "verified", "doubtful"];
    private static readonly string[] Results = ["pass", "fail", "not_applicable", "unverifiable"];
    private static readonly string[] Shares = ["none", "addend", "open", "part"];
    private static readonly string[] Severities = ["note", "doubt", "lost"];
    private static readonly string[] Origins = ["unknown", "publisher", "extraction"];
    private static readonly string[] Roles = ["label", "code", "money", "quantity", "percent", "ordinal", "text"];
    private static readonly string[] FactSources = ["text", "layer", "picture", "unsure"];
    private static readonly string[] UnitSources = ["unknown", "own", "header", "siblings", "magnitude"];

    public static string Of(ValueState state) => States[(int)state];

    public static string Of(FactStatus status) => Statuses[(int)status];

    public static string Of(CheckResult result) => Results[(int)result];

    public static string Of(Severity severity) => Severities[(int)severity];

    public static string Of(Origin origin) => Origins[(int)origin];

    public static string Of(ColumnRole role) => Roles[(int)role];

    public static string Of(RowShare share) => Shares[(int)share];

    public static string Of(FactSource source) => FactSources[(int)source];

    public static string Of(UnitSource source) => UnitSources[(int)source];

    /// <summary>The value that a word stands for; the first of the enumeration for a word unknown.</summary>
    public static ValueState ToState(string word) => (ValueState)Find(States, word);

    public static FactStatus ToStatus(string word) => (FactStatus)Find(Statuses, word);

    public static RowShare ToShare(string word) => (RowShare)Find(Shares, word);

    public static CheckResult ToResult(string word) => (CheckResult)Find(Results, word);

    public static Severity ToSeverity(string word) => (Severity)Find(Severities, word);

    public static Origin ToOrigin(string word) => (Origin)Find(Origins, word);

    public static ColumnRole ToRole(string word) => (ColumnRole)Find(Roles, word);

    public static FactSource ToFactSource(string word) => (FactSource)Find(FactSources, word);

    public static UnitSource ToUnitSource(string word) => (UnitSource)Find(UnitSources, word);

    private static int Find(string[] words, string word) => Math.Max(0, Array.IndexOf(words, word));
}
