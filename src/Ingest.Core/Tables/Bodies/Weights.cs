namespace Ingest.Core.Tables.Bodies;

/// <summary>What the finder weighs: costs of a reading of the text, in one unit (a row without figures costs 1), and the room that a full line may leave, in ems.</summary>
internal static class Weights
{
    /// <summary>A row without any figure: a heading between rows, or a row whose amounts are blank.</summary>
    public const double NoFigure = 1;

    /// <summary>Two figures of one column in one row: hardly ever.</summary>
    public const double TwoFigures = 8;

    /// <summary>A figure that goes on below, because its ruled column is too narrow.</summary>
    public const double RestOfFigure = 0.3;

    /// <summary>Figures without any label, in a table that has labels.</summary>
    public const double NoLabel = 1.5;

    /// <summary>Words and a figure one below the other in a column of figures.</summary>
    public const double WordsInFigures = 2.5;

    /// <summary>A text that goes on below a line that had room for more.</summary>
    public const double NotFull = 1.5;

    /// <summary>A line that begins with the number of an item as the rest of the text above.</summary>
    public const double Numbered = 4;

    /// <summary>A text that goes on further below than wrapped texts of this table do.</summary>
    public const double WideWrap = 1.2;

    /// <summary>Two lines of one row that fill the same columns, and not because they were full.</summary>
    public const double SameColumns = 2;

    /// <summary>Figures of one row on different base lines, for each em.</summary>
    public const double Apart = 1.5;

    /// <summary>A label that stands elsewhere beside its figures than the labels of this table do, for each em.</summary>
    public const double Astray = 1.5;

    /// <summary>A border between a full line and the line right below it.</summary>
    public const double Parted = 0.8;

    /// <summary>A border between the torso of a figure and its rest.</summary>
    public const double PartedFigure = 2.5;

    /// <summary>A border between rows that are drawn, in a table whose rulings part the rows.</summary>
    public const double CutBand = 3;

    /// <summary>The same within rulings that hold one figure a column: they are a row.</summary>
    public const double CutRow = 12;

    /// <summary>Room that a full line of words may leave in a ruled column, and in one whose width is that of its widest text.</summary>
    public const double RoomOfWords = 2.6, RoomOpen = 1.3;

    /// <summary>Lines of one text stand no further apart than this, in ems, whatever else says that they are of one cell.</summary>
    public const double FarthestWrap = 2.2;

    /// <summary>The rest of a figure stands no further below it than this, in ems.</summary>
    public const double RestBelow = 1.65;

    /// <summary>The space between two words, in ems.</summary>
    public const double Space = 0.25;

    /// <summary>Room that a full line of a figure may leave in a ruled column.</summary>
    public const double RoomOfFigures = 1.6;

    /// <summary>
    /// The header of a group that begins where the header of its first column does, or ends where that of its last one ends, and one that does not
    /// where others do; in the middle, each em off counts one.
    /// </summary>
    public const double AtSide = 0.3, NotAtSide = 1;

    /// <summary>Two texts begin or end at one side when they differ by no more than this, in ems.</summary>
    public const double SameSide = 0.06;

    /// <summary>A column with a header of its own below a row of groups, under none of them.</summary>
    public const double Ungrouped = 1.6;

    /// <summary>The same for a header in the lower part, where those without a group stand higher.</summary>
    public const double UngroupedLow = 5;

    /// <summary>The same where a ruling is drawn between the groups and the headers below.</summary>
    public const double UngroupedAbove = 12;
}
