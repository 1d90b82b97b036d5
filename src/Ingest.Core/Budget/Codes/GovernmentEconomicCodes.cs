namespace Ingest.Core.Budget.Codes;

/// <summary>政府预算支出经济分类科目 as observed in published budgets of 2018–2026: 类 (3 digits), 款 (5).</summary>
internal static class GovernmentEconomicCodes
{
    /// <summary>The classification came with the reform of 2018.</summary>
    public const int FirstYear = 2018;

    /// <summary>A group a line; codes after the first of a line are shortened by its own digits; names of other years behind /, oldest first; the years a name held behind @.</summary>
    public const string Text =
        """
        501机关工资福利支出
        50101工资奖金津补贴
        50102社会保障缴费
        50103住房公积金
        50199其他工资福利支出
        502机关商品和服务支出
        50201办公经费
        50202会议费
        50203培训费
        50204专用材料购置费
        50205委托业务费
        50206公务接待费
        50208公务用车运行维护费
        50209维修(护)费
        50299其他商品和服务支出
        503机关资本性支出
        50301房屋建筑物购建
        50302基础设施建设
        50303公务用车购置
        50306设备购置
        50307大型修缮
        50399其他资本性支出
        50401专用项目
        50402基础设施建设
        50405大型修缮
        50499其他资本性支出
        505对事业单位经常性补助
        50501工资福利支出
        50502商品和服务支出
        50601资本性支出(一)
        50602资本性支出(二)
        50701费用补贴
        50799其他对企业补助
        50803资本金注入
        509对个人和家庭的补助
        50901社会福利和救助
        50902助学金
        50905离退休费
        50999其他对个人和家庭补助
        51002对社会保险基金补助
        59999其他支出
        """;
}
