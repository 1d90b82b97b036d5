using Ingest.Core.Budget.Kinds;
using Ingest.Core.Checks;
using Ingest.Core.Model;

namespace Ingest.Core.Reports.Site;

/// <summary>Every string of the report's interface, in both languages. What documents say is never translated.</summary>
internal static class Phrases
{
    // frame
    public static readonly Phrase Overview = new("Overview", "总览");
    public static readonly Phrase Documents = new("Documents", "文件");
    public static readonly Phrase Anomalies = new("Anomalies", "异常");
    public static readonly Phrase Skip = new("Skip to the content", "跳到正文");
    public static readonly Phrase Sections = new("Sections of the report", "报告栏目");
    public static readonly Phrase Language = new("Language", "语言");
    public static readonly Phrase ReportTitle = new("What the budgets say, and where they contradict themselves", "预决算数据与疑点报告");
    public static readonly Phrase Promise = new(
        "A number is right, or it is flagged; each one can be traced to a box on a page.",
        "数字要么正确，要么被标出；每个数字都可追溯到页面上的一处。");
    public static readonly Phrase Pending = new("This report is still being written. Load the page again in a while.", "报告正在生成，请稍后刷新本页。");
    public static readonly Phrase Foot = new("Made by ingest from the database; files only, no network.", "由 ingest 从数据库生成；仅静态文件，不联网。");

    // counts
    public static readonly Phrase Files = new("Files", "文件路径");
    public static readonly Phrase Pages = new("Pages", "页");
    public static readonly Phrase Tables = new("Tables", "表格");
    public static readonly Phrase Typed = new("of a known kind", "已识别类型");
    public static readonly Phrase Facts = new("Figures", "数据项");
    public static readonly Phrase Amounts = new("amounts of money", "金额");
    public static readonly Phrase Identities = new("Identities", "勾稽关系");
    public static readonly Phrase Hold = new("hold", "成立");
    public static readonly Phrase Fail = new("fail", "不成立");
    public static readonly Phrase Unverifiable = new("could not be evaluated", "无法验证");
    public static readonly Phrase NotEvaluated = new("not evaluated", "无法验证");
    public static readonly Phrase PassRate = new("Pass rate", "通过率");
    public static readonly Phrase Count = new("Count", "数量");
    public static readonly Phrase PerDocument = new("Per document", "每份文件");
    public static readonly Phrase Total = new("Total", "合计");
    public static readonly Phrase Unknown = new("unknown", "未知");

    // states of documents
    public static readonly Phrase ByState = new("Documents by state", "文件状态");
    public static readonly Phrase State = new("State", "状态");
    public static readonly Phrase Whole = new("read whole, nothing in doubt", "完整读取，无疑点");
    public static readonly Phrase WithDoubts = new("read whole, with doubts", "完整读取，有疑点");
    public static readonly Phrase WithLosses = new("with losses", "有缺失");
    public static readonly Phrase Failed = new("not readable", "无法读取");
    public static readonly Phrase ByYear = new("Documents by fiscal year and state", "按预算年度与状态统计的文件数");

    // overview
    public static readonly Phrase Coverage = new("Coverage: city × fiscal year", "覆盖情况：城市 × 年度");
    public static readonly Phrase CoverageNote = new(
        "Documents of each city and year; ! marks cells in which a document lost something. A link leads to the documents.",
        "各城市各年度的文件数；! 表示其中有文件存在缺失。点击可查看文件列表。");
    public static readonly Phrase City = new("City", "城市");
    public static readonly Phrase Year = new("Year", "年度");
    public static readonly Phrase ByKind = new("Anomalies by code", "按异常代码统计");
    public static readonly Phrase ByTableKind = new("Doubts and losses by kind of table", "按表格类型统计的疑点与缺失");
    public static readonly Phrase ByCity = new("Doubts and losses by city", "按城市统计的疑点与缺失");
    public static readonly Phrase ByProducer = new("Doubts and losses by the program that made the PDF", "按 PDF 生成程序统计的疑点与缺失");
    public static readonly Phrase Producer = new("Program", "生成程序");
    public static readonly Phrase ByIdentity = new("Identities and how often they hold", "各勾稽关系的通过率");
    public static readonly Phrase Identity = new("Identity", "勾稽关系");
    public static readonly Phrase LookFirst = new("Look at these first", "最值得先看");
    public static readonly Phrase LookFirstNote = new(
        "Cells that sums contradict, the most money first; what several copies of a document say is one line.",
        "与合计不符的单元格，差额（折合元）最大者在前；同一文件的多份副本合并为一行。");
    public static readonly Phrase Copies = new("copies:", "副本数：");
    public static readonly Phrase StatusOfFacts = new("What the identities say of the figures", "数据项的验证状态");

    // status of figures
    public static readonly Phrase Verified = new("verified: an identity holds that would break if it were wrong", "已验证：若有误则某勾稽关系不成立");
    public static readonly Phrase Unverified = new("unverified: no identity covers it", "未验证：没有勾稽关系覆盖");
    public static readonly Phrase Doubtful = new("doubtful: suspect of a failed identity, or not read with confidence", "存疑：导致勾稽不成立，或读取没有把握");
    public static readonly Phrase VerifiedShort = new("verified", "已验证");
    public static readonly Phrase UnverifiedShort = new("unverified", "未验证");
    public static readonly Phrase DoubtfulShort = new("doubtful", "存疑");

    // lists
    public static readonly Phrase Document = new("File", "文件名");
    public static readonly Phrase Entity = new("Body", "单位");
    public static readonly Phrase Region = new("Region", "行政区划");
    public static readonly Phrase Phase = new("Phase", "阶段");
    public static readonly Phrase Scope = new("Scope", "口径");
    public static readonly Phrase Kind = new("Kind of table", "表格类型");
    public static readonly Phrase Code = new("Code", "代码");
    public static readonly Phrase SeverityWord = new("Severity", "级别");
    public static readonly Phrase Where = new("Where", "位置");
    public static readonly Phrase Row = new("Row", "行");
    public static readonly Phrase Column = new("Column", "列");
    public static readonly Phrase Search = new("Search", "搜索");
    public static readonly Phrase SearchNote = new("body, document, row or message", "单位、文件、行名或说明");
    public static readonly Phrase Any = new("any", "全部");
    public static readonly Phrase Filter = new("Filter", "筛选");
    public static readonly Phrase Clear = new("Clear", "清除");
    public static readonly Phrase More = new("Show more", "显示更多");
    public static readonly Phrase Shown = new("shown", "条已显示");
    public static readonly Phrase Searching = new("searching…", "搜索中…");
    public static readonly Phrase Nothing = new("Nothing matches.", "没有匹配的记录。");
    public static readonly Phrase NoAnomalies = new("No anomaly.", "没有异常。");
    public static readonly Phrase PageOfList = new("Parts of the list", "分页");

    // bodies and cities
    public static readonly Phrase Bodies = new("bodies", "个单位");
    public static readonly Phrase AllOfBody = new("all years of this body", "该单位各年度");
    public static readonly Phrase Names = new("Names", "曾用名称");
    public static readonly Phrase Function = new("Function", "职能");
    public static readonly Phrase Class = new("Class", "功能分类（类）");
    public static readonly Phrase Spending = new("Expenditure by function, 元", "按功能分类的支出（元）");
    public static readonly Phrase SpendingNote = new(
        "Leaf rows of the best confirmed copy of each year. * the general public budget alone.",
        "各年度取核对情况最好的一份文件，按末级科目汇总。* 仅一般公共预算。");
    public static readonly Phrase Gap = new("off the printed total by", "与表中合计相差");
    public static readonly Phrase Matrix = new("Bodies and years", "单位与年度");
    public static readonly Phrase MatrixNote = new(
        "✓ read whole, nothing in doubt; ? with doubts; ✕ with losses. Bodies of one function stand together.",
        "✓ 完整读取，无疑点；? 有疑点；✕ 有缺失。职能相同的单位排在一起。");
    public static readonly Phrase Completeness = new("How complete the demanded tables are", "应公开表格的完整情况");
    public static readonly Phrase CompletenessNote = new(
        "Of all tables that every body has to publish: found in its documents; read whole, and every sum in them right.",
        "每个单位应公开的各类表格：在文件中找到的比例；完整读取且勾稽关系全部成立的比例。");
    public static readonly Phrase TablesExpected = new("expected", "应有");
    public static readonly Phrase TablesFound = new("found", "已找到");
    public static readonly Phrase TablesBalanced = new("balanced", "核对无误");

    // anomalies
    public static readonly Phrase Found = new("printed", "原文");
    public static readonly Phrase Expected = new("closing value", "使其成立的值");
    public static readonly Phrase OriginWord = new("origin", "来源");
    public static readonly Phrase Message = new("Message", "说明");
    public static readonly Phrase FailedIdentity = new("fails", "不成立");
    public static readonly Phrase HoldingIdentity = new("holds", "成立");
    public static readonly Phrase LeftSide = new("left side", "左边");
    public static readonly Phrase RightSide = new("right side", "右边");
    public static readonly Phrase Difference = new("difference", "差额");
    public static readonly Phrase DifferenceYuan = new("difference, 元", "差额（元）");
    public static readonly Phrase Tolerance = new("tolerance", "容差");
    public static readonly Phrase Yuan = new("in 元", "元");
    public static readonly Phrase AlsoFailing = new("Further failed identities through these cells", "涉及这些单元格的其他不成立关系");
    public static readonly Phrase Empty = new("further cells that are blank or zero", "个空白或为零的单元格");
    public static readonly Phrase MoreTerms = new("further cells", "个其他单元格");
    public static readonly Phrase FromPage = new("page", "第");
    public static readonly Phrase PageWord = new("Page", "页码");
    public static readonly Phrase WholePage = new("the whole page as the program sees it", "程序所见的整页");
    public static readonly Phrase LegendSuspect = new("the suspect place", "存疑之处");
    public static readonly Phrase LegendPart = new("cells of the failed identity", "不成立关系涉及的单元格");
    public static readonly Phrase InTable = new("in its table", "在表格中查看");
    public static readonly Phrase DrawnFromCells = new(
        "The PDF is no longer where it was loaded from: drawn from the stored cells, not from the page.",
        "PDF 已不在原处：此图由已存储的单元格绘制，并非原页面。");
    public static readonly Phrase PageUnread = new("The page cannot be read here: drawn from the stored cells, not from the page.", "本机无法读取该页：此图由已存储的单元格绘制，并非原页面。");
    public static readonly string PrintedAndRead = "▲ as printed · 页面图像　　▼ as read · 识别结果";
    public static readonly Phrase CutOut = new("cut out of the page; ⋯ marks rows left out", "页面局部；⋯ 处省略若干行");

    // documents
    public static readonly Phrase About = new("About the document", "文件信息");
    public static readonly Phrase Sha = new("SHA-256 of the PDF", "PDF 的 SHA-256");
    public static readonly Phrase Version = new("Parser version", "解析器版本");
    public static readonly Phrase FetchedFrom = new("Fetched from", "来源网址");
    public static readonly Phrase AsShown = new("Amounts as printed", "按原文显示");
    public static readonly Phrase InYuan = new("Amounts in 元", "以元显示");
    public static readonly Phrase Legend = new("Marks", "标记");
    public static readonly Phrase NoTitle = new("(no title)", "（无标题）");
    public static readonly Phrase Untyped = new("kind unknown", "类型未知");
    public static readonly Phrase UnitWord = new("Unit", "单位");
    public static readonly Phrase Size = new("Rows × columns", "行 × 列");
    public static readonly Phrase Title = new("Title", "标题");
    public static readonly Phrase Withheld = new("withheld", "已隐去");
    public static readonly Phrase BackToDocument = new("Back to the document", "返回文件");

    public static Phrase Of(Severity severity) => severity switch
    {
        Severity.Lost => new("lost", "缺失"),
        Severity.Doubt => new("doubt", "疑点"),
        _ => new("note", "提示"),
    };

    public static Phrase Of(Origin origin) => origin switch
    {
        Origin.Publisher => new("the document itself", "文件本身"),
        Origin.Extraction => new("our reading", "提取过程"),
        _ => new("not known", "未知"),
    };

    public static Phrase OfPhase(string phase) => phase switch
    {
        "budget" => new("budget", "预算"),
        "final" => new("final accounts", "决算"),
        _ => Unknown,
    };

    public static Phrase OfScope(string scope) => scope switch
    {
        "department" => new("department", "部门"),
        "unit" => new("unit", "单位"),
        "government" => new("government", "政府"),
        _ => Unknown,
    };

    /// <summary>The usual title of a kind of table, and its id made readable.</summary>
    public static Phrase OfKind(string kind) => kind.Length == 0
        ? Untyped
        : new(kind.Replace('_', ' '), KindCatalog.Find(kind)?.Name ?? kind);

    /// <summary>What an anomaly says; in English alone where it was stored without the other.</summary>
    public static Phrase MessageOf(Anomaly anomaly) => new(anomaly.Message, anomaly.Chinese.Length > 0 ? anomaly.Chinese : anomaly.Message);

    /// <summary>The formula of an identity; "" for one that this version no longer knows.</summary>
    public static Phrase OfFormula(string identity) => IdentityCatalog.All.TryGetValue(identity, out var known)
        ? new(known.Formula, FormulaWords.Chinese.GetValueOrDefault(identity, known.Formula))
        : new("", "");

    /// <summary>What an anomaly means.</summary>
    public static Phrase Of(AnomalyCode code) => new(code.Meaning, CodeMeanings.Chinese.GetValueOrDefault(code.Id, code.Meaning));
}
