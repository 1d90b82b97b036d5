using System.Collections.Immutable;

namespace Ingest.Core.Model;

/// <summary>Every anomaly there is, with its severity and meaning. Add one here and nowhere else.</summary>
public static class AnomalyCodes
{
    // documents
    public static readonly AnomalyCode NotAPdf = new("not-a-pdf", Severity.Lost, "The file is no PDF (its bytes say what it is instead).");
    public static readonly AnomalyCode Damaged = new("pdf-damaged", Severity.Lost, "The PDF is damaged; what could be recovered was read.");
    public static readonly AnomalyCode ChecksumMismatch = new("checksum-mismatch", Severity.Doubt, "A compressed stream does not match its checksum, so that characters may be changed: no amount of the document is taken as verified.");
    public static readonly AnomalyCode Encrypted = new("pdf-encrypted", Severity.Lost, "The PDF needs a password.");
    public static readonly AnomalyCode NoPages = new("pdf-no-pages", Severity.Lost, "The PDF has no page.");
    public static readonly AnomalyCode FileUnreadable = new("file-unreadable", Severity.Lost, "The file could not be opened.");
    public static readonly AnomalyCode ArchiveRefused = new("archive-refused", Severity.Lost, "An archive or an entry of it is damaged, encrypted or beyond the limits on size, ratio and depth.");
    public static readonly AnomalyCode DocumentRefused = new("document-refused", Severity.Lost, "The document goes beyond a limit, or ended the program twice; it is not tried again until its bytes, the parser's version or the limits change.");
    public static readonly AnomalyCode InternalError = new("internal-error", Severity.Lost, "The program failed on this document; it is tried again by the next load.");

    // pages
    public static readonly AnomalyCode PageUnreadable = new("page-unreadable", Severity.Lost, "A page could not be read.");
    public static readonly AnomalyCode ScannedPage = new("scanned-page", Severity.Lost, "A page is an image without text.");
    public static readonly AnomalyCode UntrustedText = new("untrusted-text", Severity.Lost, "A font gives no Unicode, or characters that make no text: they are guesses and are not read as amounts.");
    public static readonly AnomalyCode MissingFont = new("missing-font", Severity.Lost, "A font is missing from the file: its text is lost.");
    public static readonly AnomalyCode OcrText = new("ocr-text", Severity.Doubt, "The text is an invisible layer over an image, as optical character recognition leaves it.");

    public static readonly AnomalyCode PictureRead = new("picture-read", Severity.Note, "A page is a picture, and its text was recognised: amounts on it are believed only where sums agree.");

    // tables and cells
    public static readonly AnomalyCode TextOutsideCells = new("text-outside-cells", Severity.Doubt, "Text inside a table stands in no cell.");
    public static readonly AnomalyCode UntypedTable = new("untyped-table", Severity.Note, "The kind of a table with few amounts is not known; its cells are kept.");
    public static readonly AnomalyCode UnreadTable = new("unread-table", Severity.Lost, "A table with ten amounts or more, or the rest of a typed one, gives no facts.");
    public static readonly AnomalyCode TitleWithoutTable = new("title-without-table", Severity.Lost, "The title of a known kind is printed, and no table of the kind was read there.");
    public static readonly AnomalyCode CollapsedCells = new("collapsed-cells", Severity.Lost, "A cell holds several figures: rows or columns were not told apart.");
    public static readonly AnomalyCode FiguresOutside = new("figures-outside", Severity.Lost, "Lines of figures stand in no table.");
    public static readonly AnomalyCode HeaderUnsure = new("header-unsure", Severity.Lost, "A header was not read whole: what the columns of the table mean is not sure.");
    public static readonly AnomalyCode ColumnUnknown = new("column-unknown", Severity.Note, "A column of money has a header whose meaning is not known.");
    public static readonly AnomalyCode LabelUnsure = new("label-unsure", Severity.Lost, "The name of a row holds a figure of its neighbour, or figures stand in a row without a name.");
    public static readonly AnomalyCode CodeUnsure = new("code-unsure", Severity.Lost, "The code of a row was not read whole, or several names stand under one code.");
    public static readonly AnomalyCode GridUncertain = new("grid-uncertain", Severity.Lost, "Another reading of the same text and rulings gives other rows or columns: the amounts there are doubtful.");
    public static readonly AnomalyCode TableInTable = new("table-in-table", Severity.Lost, "A second table stands in the grid of a typed one; its rows give no facts.");
    public static readonly AnomalyCode AmbiguousColumns = new("ambiguous-columns", Severity.Lost, "Several columns of figures stand under the same header, so that their meanings cannot be told apart.");
    public static readonly AnomalyCode BrokenName = new("broken-name", Severity.Lost, "The name of a row is only a piece of a known name, or is mixed with a code: lines of its cell went elsewhere.");
    public static readonly AnomalyCode RowsLost = new("rows-lost", Severity.Lost, "Sums down a table do not close, and its rows are parted by no ruling, or it begins or goes on where it was not recognised: rows of it were not read.");
    public static readonly AnomalyCode UnplacedFigures = new("unplaced-figures", Severity.Lost, "Figures of a typed table stand where no value is expected; they are no facts.");
    public static readonly AnomalyCode UnreadableNumber = new("unreadable-number", Severity.Lost, "A value cell holds something that is no number.");
    public static readonly AnomalyCode SubFenDigits = new("sub-fen-digits", Severity.Note, "An amount is printed finer than 0.01 元; the finer digits are kept as text.");
    public static readonly AnomalyCode FormUnread = new("form-unread", Severity.Note, "The indicators of a performance form could not be read; its cells are kept.");
    public static readonly AnomalyCode UnitMissing = new("unit-missing", Severity.Doubt, "No unit is known for a table with amounts.");
    public static readonly AnomalyCode UnitInferred = new("unit-inferred", Severity.Note, "The unit of a table is not printed and was taken from its siblings.");
    public static readonly AnomalyCode UnitContradiction = new("unit-contradiction", Severity.Doubt, "The printed unit contradicts the other tables by a power of ten.");
    public static readonly AnomalyCode DuplicatedRow = new("duplicated-row", Severity.Doubt, "A row stands twice.");
    public static readonly AnomalyCode CodeNameMismatch = new("code-name-mismatch", Severity.Doubt, "A code and its name contradict each other.");
    public static readonly AnomalyCode Placeholder = new("placeholder", Severity.Note, "The publisher left a placeholder: an instruction to the writer, XX for a figure, a number for a unit of measure.");
    public static readonly AnomalyCode MissingTable = new("missing-table", Severity.Doubt, "A table that the document announces is not in it.");

    // identities
    public static readonly AnomalyCode RowSum = new("row-sum", Severity.Doubt, "The parts of a row do not add up to its total.");
    public static readonly AnomalyCode ColumnSum = new("column-sum", Severity.Doubt, "The rows below a row do not add up to it.");
    public static readonly AnomalyCode LeavesTotal = new("leaves-total", Severity.Doubt, "The leaves of a table do not add up to its total, and no single sum says why: the levels of the rows could not be told, or rows are missing.");
    public static readonly AnomalyCode LeavesWithheld = new("leaves-withheld", Severity.Note, "The leaves of a table make less than its total because lines are withheld, as the document says.");
    public static readonly AnomalyCode Balance = new("balance", Severity.Doubt, "Two totals that must be equal differ.");
    public static readonly AnomalyCode CrossTable = new("cross-table", Severity.Doubt, "The same figure differs between two tables.");
    public static readonly AnomalyCode ColumnsSwapped = new("columns-swapped", Severity.Doubt, "Two columns of a table seem to be exchanged.");
    public static readonly AnomalyCode QuantityTimesPrice = new("quantity-times-price", Severity.Doubt, "Quantity times unit price is not the amount.");
    public static readonly AnomalyCode MeaninglessTotal = new("meaningless-total", Severity.Doubt, "A total is given for a column that has none (unit prices).");
    public static readonly AnomalyCode PartExceedsWhole = new("part-exceeds-whole", Severity.Doubt, "A part is larger than the whole it belongs to.");
    public static readonly AnomalyCode NarrativeMismatch = new("narrative-mismatch", Severity.Doubt, "A sentence states another figure than the table.");
    public static readonly AnomalyCode GrowthMismatch = new("growth-mismatch", Severity.Doubt, "A stated growth rate does not follow from the stated amounts.");
    public static readonly AnomalyCode Rounding = new("rounding", Severity.Note, "A sum differs by no more than rounding explains.");

    // between documents
    public static readonly AnomalyCode CrossYear = new("cross-year", Severity.Note, "What a document says of the year before, or of the budget, differs from the document of that year or budget: it may have been restated.");
    public static readonly AnomalyCode CrossDocument = new("cross-document", Severity.Doubt, "A department and its unit contradict each other.");

    // who and when
    public static readonly AnomalyCode IdentityUnknown = new("document-identity", Severity.Doubt, "Entity, region, year or phase of a document with facts could not be read from its content.");
    public static readonly AnomalyCode YearContradiction = new("year-contradiction", Severity.Note, "The fiscal year read from the content contradicts the file name or another table.");
    public static readonly AnomalyCode OtherDocument = new("other-document", Severity.Doubt, "The name of the file or link, or the address, promises the document of another body, year or phase.");

    /// <summary>All of them, by id.</summary>
    public static readonly ImmutableSortedDictionary<string, AnomalyCode> All =
        typeof(AnomalyCodes).GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
            .Where(f => f.FieldType == typeof(AnomalyCode))
            .Select(f => (AnomalyCode)f.GetValue(null)!)
            .ToImmutableSortedDictionary(c => c.Id, c => c, StringComparer.Ordinal);
}
