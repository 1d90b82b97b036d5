namespace Ingest.Ocr.Reading;

/// <summary>
/// Words that the headers of budget tables, and the rows of their summaries, are made of. Where small type leaves the model two readings, the
/// one counts whose characters stand beside each other in such words. No digit is judged by it, and nothing that was read for sure is changed.
/// </summary>
internal static class KnownWords
{
    /// <summary>A sign the model is less sure of may be its second guess.</summary>
    private const float Unsure = 0.7f;

    private const string Words = """
        合计 小计 总计 收入总计 支出总计 本年收入合计 本年支出合计 项目 项目名称 项目编码 项目支出 基本支出 人员经费 公用经费 金额单位 单位 单位代码 单位名称 部门单位名称 部门单位代码
        科目编码 科目名称 功能分类科目编码 功能科目 经济分类科目 支出功能分类 部门支出经济分类 预算数 决算数 本年预算 年初预算数 上年执行数 增减额 增减率 栏次 行次
        一般公共预算 政府性基金预算 国有资本经营预算 财政专户管理资金 单位资金 事业收入 事业单位经营收入 上级补助收入 附属单位上缴收入 其他收入 经营收入 财政拨款收入 上年结转结余 年终结转结余
        年初结转和结余 年末结转和结余 使用非财政拨款结余 本年收入 本年支出 本年拨款 财政拨款结转结余 财政拨款 上缴上级支出 经营支出 对附属单位补助支出 结余分配
        因公出国境费用 公务用车购置及运行维护费 公务用车购置费 公务用车运行费 公务接待费 三公经费 采购品目 采购数量 采购金额 计量单位 单价 总金额 资金来源 资金性质 其中面向中小企业 面向小微企业
        工资福利支出 商品和服务支出 对个人和家庭的补助 资本性支出 债务利息及费用支出 其他支出 购买服务内容 购买数量 购买金额 资产分类 资产名称 资产数量 申请数量 单位申报 财政审核
        一般公共服务支出 外交支出 国防支出 公共安全支出 教育支出 科学技术支出 文化旅游体育与传媒支出 社会保障和就业支出 社会保险基金支出 卫生健康支出 节能环保支出 城乡社区支出 农林水支出 交通运输支出
        资源勘探工业信息等支出 商业服务业等支出 金融支出 援助其他地区支出 自然资源海洋气象等支出 住房保障支出 粮油物资储备支出 国有资本经营预算支出 灾害防治及应急管理支出 预备费 转移性支出
        债务还本支出 债务付息支出 债务发行费用支出 行政事业单位养老支出 行政单位离退休 事业单位离退休 机关事业单位基本养老保险缴费支出 机关事业单位职业年金缴费支出 行政事业单位医疗 行政单位医疗 事业单位医疗
        公务员医疗补助 其他行政事业单位医疗支出 住房改革支出 住房公积金 提租补贴 购房补贴 行政运行 一般行政管理事务 机关服务 其他社会保障和就业支出 一般公共预算拨款收入 政府性基金预算拨款收入
        国有资本经营预算拨款收入 财政专户管理资金收入
        """;

    private static readonly HashSet<(char, char)> Pairs = [.. Words.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).SelectMany(w => w.Zip(w.Skip(1)))];

    /// <summary>How many characters stand beside one that they have beside them in no known word.</summary>
    public static int Strange(IReadOnlyList<Sign> signs) =>
        Enumerable.Range(1, Math.Max(0, signs.Count - 1)).Count(i => Signs.IsCharacter(signs[i - 1].Text) && Signs.IsCharacter(signs[i].Text) && !AreKnown(signs[i - 1].Text, signs[i].Text));

    /// <summary>The same, with the second guess in place of an unsure character that makes no word with its neighbours, where that one does.</summary>
    public static List<Sign> Guessed(IReadOnlyList<Sign> signs)
    {
        List<Sign> guessed = [.. signs];
        for (var i = 0; i < guessed.Count; i++)
        {
            var sign = guessed[i];
            if (sign is { Sure: < Unsure, Other: { } other } && Signs.IsCharacter(sign.Text) && Signs.IsCharacter(other)
                && Neighbours(guessed, i).ToList() is { Count: > 0 } beside && !beside.Exists(b => b(sign.Text)) && beside.TrueForAll(b => b(other)))
            {
                guessed[i] = sign with { Text = other };
            }
        }

        return guessed;
    }

    /// <summary>For each character beside a place, whether it makes a word with another one there.</summary>
    private static IEnumerable<Func<string, bool>> Neighbours(List<Sign> signs, int at)
    {
        if (at > 0 && Signs.IsCharacter(signs[at - 1].Text))
        {
            yield return text => AreKnown(signs[at - 1].Text, text);
        }

        if (at + 1 < signs.Count && Signs.IsCharacter(signs[at + 1].Text))
        {
            yield return text => AreKnown(text, signs[at + 1].Text);
        }
    }

    /// <summary>Whether a known word has the two beside each other.</summary>
    public static bool AreKnown(string before, string behind) => Pairs.Contains((before[0], behind[0]));
}
