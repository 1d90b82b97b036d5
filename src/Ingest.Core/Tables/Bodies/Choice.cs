namespace Ingest.Core.Tables.Bodies;

/// <summary>
/// A decision of the reading of text that is made otherwise, to see whether the grid hangs on it: a table whose cells are
/// sure comes out alike.
/// </summary>
internal enum Choice
{
    /// <summary>As the finder reads.</summary>
    None,

    /// <summary>Gaps between the texts of the body alone tell the columns, headers do not divide them.</summary>
    ColumnsByGaps,

    /// <summary>Rulings that part the header alone are no borders of the body.</summary>
    BodyUnruled,

    /// <summary>More texts may stand across a border.</summary>
    TextsAcross,

    /// <summary>Texts go on below lines that were not full.</summary>
    MoreWraps,

    /// <summary>Groups of the header reach over what stands beside them more often.</summary>
    WiderGroups,

    /// <summary>Groups of the header leave what stands beside them out more often, though its height says that it lies below one.</summary>
    NarrowerGroups,
}

internal static class ChoiceWords
{
    /// <summary>What is decided otherwise, for people.</summary>
    public static string Of(Choice choice) => choice switch
    {
        Choice.ColumnsByGaps => "columns by the gaps of the body alone",
        Choice.BodyUnruled => "without the rulings that part the header alone",
        Choice.TextsAcross => "texts across borders",
        Choice.MoreWraps => "more lines that go on with the one above",
        Choice.WiderGroups => "wider groups in the header",
        Choice.NarrowerGroups => "narrower groups in the header",
        _ => "",
    };
}
