using System.Collections.Immutable;

namespace Ingest.Core.Budget.Kinds;

/// <summary>How the rows of a kind are laid out.</summary>
public enum TableLayout : byte
{
    /// <summary>One name, figures to its right.</summary>
    Plain,
    /// <summary>Income and expenditure side by side, each with its own names.</summary>
    TwoSided,
    /// <summary>May be folded into halves that each have codes, names and figures (personnel beside operating costs).</summary>
    Folded,
    /// <summary>A form: labelled boxes, one of them with money.</summary>
    Form,
}

/// <summary>The vocabulary that the columns of a kind are keyed with.</summary>
public enum ColumnVocabulary : byte
{
    TwoSided,
    Revenue,
    Expenditure,
    Economic,
    ThreePublic,
    FundBalance,
    Sources,
    Procurement,
    Form,
    Government,
}

/// <summary>What a table shows of itself apart from its title.</summary>
[Flags]
public enum Traits
{
    None = 0,
    /// <summary>Names, figures, names, figures: at least two halves.</summary>
    Halves = 1,
    /// <summary>Columns 事业收入, 上级补助收入, 其他收入 …</summary>
    IncomeSources = 1 << 1,
    /// <summary>Columns 基本支出 and 项目支出.</summary>
    BasicProject = 1 << 2,
    /// <summary>Columns 人员经费 and 公用经费.</summary>
    PersonnelOperating = 1 << 3,
    /// <summary>出国, 公务用车 and 接待 in columns or rows.</summary>
    ThreePublic = 1 << 4,
    Procurement = 1 << 5,
    PurchasedServices = 1 << 6,
    Assets = 1 << 7,
    /// <summary>一级指标, 二级指标, 绩效.</summary>
    Indicators = 1 << 8,
    /// <summary>项目名称, 项目编码, 支出项目类别.</summary>
    Projects = 1 << 9,
    FunctionalCodes = 1 << 10,
    DepartmentCodes = 1 << 11,
    GovernmentCodes = 1 << 12,
    UnitCodes = 1 << 13,
    /// <summary>Columns 决算数.</summary>
    Settled = 1 << 14,
    /// <summary>年初结转 and 年末结转.</summary>
    Balances = 1 << 15,
    /// <summary>上缴上级, 对附属单位补助, 经营支出.</summary>
    UpAndDown = 1 << 16,
    /// <summary>一般公共预算, 政府性基金, 国有资本经营 as columns.</summary>
    FundSplit = 1 << 17,
    /// <summary>Rows 本年收入合计, 收入总计, 事业收入 …</summary>
    IncomeRows = 1 << 18,
    /// <summary>Rows 一般公共服务支出, 支出总计 …</summary>
    ExpenditureRows = 1 << 19,
    /// <summary>Rows or headers that say 财政拨款.</summary>
    Appropriation = 1 << 20,
    /// <summary>Columns of a project, its money and its goals, and hardly another.</summary>
    Goals = 1 << 21,
    /// <summary>Columns 执行数, 完成数, 调整预算数, 预算数为上年执行数的%.</summary>
    Execution = 1 << 22,
    /// <summary>Codes of revenue: 101 税收收入, 103 非税收入, 110 转移性收入.</summary>
    RevenueCodes = 1 << 23,
    /// <summary>Rows 税收收入, 非税收入, 转移性收入, 上解支出 …, which only governments have.</summary>
    TaxRows = 1 << 24,
    /// <summary>限额 and 余额 of debt.</summary>
    Debt = 1 << 25,
    /// <summary>Funds of social insurance in columns or rows.</summary>
    Insurance = 1 << 26,
    EconomicCodes = DepartmentCodes | GovernmentCodes,
    AnyCodes = FunctionalCodes | EconomicCodes | UnitCodes,
}

/// <summary>A pattern of titles: the words in this order with anything between, none of the unwanted ones.</summary>
/// <param name="Words">Alternatives are separated by |.</param>
/// <param name="Without">Separated by |; brackets behind the title do not count.</param>
public sealed record TitleRule(ImmutableArray<string> Words, string Without = "")
{
    private readonly ImmutableArray<string[]> _words = [.. Words.Select(static w => w.Split('|'))];
    private readonly string[] _without = Without.Length == 0 ? [] : Without.Split('|');

    /// <summary>How many characters the words cover; 0 if the title does not fit.</summary>
    public int Match(string core)
    {
        foreach (var word in _without)
        {
            if (core.Contains(word, StringComparison.Ordinal))
                return 0;
        }
        int at = 0, covered = 0;
        foreach (var alternatives in _words)
        {
            int best = -1, length = 0;
            foreach (var word in alternatives)
            {
                var found = core.IndexOf(word, at, StringComparison.Ordinal);
                if (found >= 0 && (best < 0 || found < best || (found == best && word.Length > length)))
                    (best, length) = (found, word.Length);
            }
            if (best < 0)
                return 0;
            at = best + length;
            covered += length;
        }
        return covered;
    }
}

/// <summary>A kind of published budget table.</summary>
/// <param name="Id">Stable: other programs rely on it.</param>
/// <param name="Name">The usual Chinese title.</param>
/// <param name="Phase">budget or final.</param>
public sealed record TableKind(string Id, string Name, string Phase, TableLayout Layout, ColumnVocabulary Vocabulary)
{
    public ImmutableArray<TitleRule> Titles { get; init; } = [];

    /// <summary>Titles of a more particular kind win over more general ones, however long the match.</summary>
    public int Rank { get; init; }

    /// <summary>What tables of the kind usually show; each that is there speaks for it.</summary>
    public Traits Typical { get; init; }

    /// <summary>What tables of the kind never show.</summary>
    public Traits Against { get; init; }

    /// <summary>What by itself, without any title, tells the kind; None where nothing does.</summary>
    public Traits Telling { get; init; }

    /// <summary>What else tells the kind by itself.</summary>
    public Traits AlsoTelling { get; init; }

    /// <summary>The rules of publication (基层政务公开标准目录 and 财预〔2016〕143号) demand it of every department, an empty one too; of final accounts, what its counterpart is.</summary>
    public bool Required { get; init; }

    /// <summary>Id of the kind that a title with 收支 names, where a department has one for both and a government several; "" if there is none.</summary>
    public string WhenBoth { get; init; } = "";

    /// <summary>Id of the kind of the other phase (budget ↔ final), "" if there is none.</summary>
    public string Counterpart { get; init; } = "";

    /// <summary>Of a kind of governments: id of the kind that the same title has in the budget of a department, "" if none has.</summary>
    public string AtDepartment { get; init; } = "";

    /// <summary>Of a kind of departments: id of the kind that the same title has in the budget of a whole government, "" if none has.</summary>
    public string AtGovernment { get; init; } = "";

    /// <summary>Whether whole governments publish it.</summary>
    public bool IsGovernment => Id.StartsWith("gov_", StringComparison.Ordinal);

    /// <summary>Id of the kind that the same title has when the rows are economic codes, "" if the kind is the same.</summary>
    public string WhenEconomic { get; init; } = "";

    /// <summary>Id of the kind that the same title has when the rows are functional codes, "" if the kind is the same.</summary>
    public string WhenFunctional { get; init; } = "";
}
