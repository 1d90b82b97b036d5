using System.Collections.Frozen;

namespace Ingest.Core.Reports.Site;

/// <summary>The meanings of <see cref="Model.AnomalyCodes"/> in Chinese; a test asks for every one of them.</summary>
internal static class CodeMeanings
{
    public static readonly FrozenDictionary<string, string> Chinese = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["not-a-pdf"] = "文件不是 PDF（其字节表明是别的格式）。",
        ["pdf-damaged"] = "PDF 已损坏；能恢复的部分已读取。",
        ["pdf-encrypted"] = "PDF 需要密码。",
        ["pdf-no-pages"] = "PDF 没有页面。",
        ["file-unreadable"] = "文件无法打开。",
        ["archive-refused"] = "压缩包或其中条目已损坏、加密，或超出大小、压缩比、层数限制。",
        ["document-refused"] = "文件超出限额，或两次使程序终止；在其字节、解析器版本或限额改变之前不再尝试。",
        ["internal-error"] = "程序处理该文件时出错；下次加载会重试。",
        ["page-unreadable"] = "有页面无法读取。",
        ["scanned-page"] = "页面是没有文字的图像。",
        ["untrusted-text"] = "字体未提供 Unicode，或所给字符不成文：其字符为猜测，不作为金额读取。",
        ["missing-font"] = "文件缺少字体：相应文字丢失。",
        ["ocr-text"] = "文字是覆盖在图像上的不可见层，通常由文字识别产生。",
        ["text-outside-cells"] = "表格内的文字不在任何单元格中。",
        ["untyped-table"] = "表格类型未知；单元格已保留。",
        ["table-in-table"] = "已识别表格的网格中另有一张表；其行未成为数据项。",
        ["ambiguous-columns"] = "多列数字的表头相同，含义无法区分。",
        ["rows-lost"] = "表内合计不成立，且该表的开头或后续部分未被识别：有行未被读取。",
        ["unplaced-figures"] = "已识别表格中有数字出现在不应有数值处；未成为数据项。",
        ["unreadable-number"] = "数值单元格的内容不是数字。",
        ["sub-fen-digits"] = "金额精度高于 0.01 元；更细的位数以文本保留。",
        ["form-unread"] = "绩效表的指标无法读取；单元格已保留。",
        ["unit-missing"] = "有金额的表格未给出单位。",
        ["unit-inferred"] = "表格未印单位，取自同一文件的其他表。",
        ["unit-contradiction"] = "所印单位与其他表格相差若干个数量级。",
        ["duplicated-row"] = "同一行出现两次。",
        ["code-name-mismatch"] = "科目编码与名称不符。",
        ["missing-table"] = "目录中列出的表格未出现。",
        ["row-sum"] = "一行中各部分之和不等于合计。",
        ["column-sum"] = "下级各行之和不等于该行。",
        ["balance"] = "应当相等的两个总计不相等。",
        ["cross-table"] = "同一数字在两张表中不一致。",
        ["columns-swapped"] = "表格的两列疑似互换。",
        ["quantity-times-price"] = "数量乘以单价不等于金额。",
        ["meaningless-total"] = "对不应求和的列（单价）给出了合计。",
        ["part-exceeds-whole"] = "部分大于其所属的整体。",
        ["narrative-mismatch"] = "文字说明中的数字与表格不一致。",
        ["growth-mismatch"] = "所述增长率与所述金额不符。",
        ["rounding"] = "和的差异在四舍五入可解释的范围内。",
        ["document-identity"] = "有数据项的文件未能从内容中读出单位、地区、年度或阶段。",
        ["checksum-mismatch"] = "压缩流与其校验和不符，字符可能已被改动：该文件的金额一律不视为已验证。",
        ["broken-name"] = "行名只是已知名称的一部分，或与编码混在一起：其单元格的部分行落在别处。",
        ["placeholder"] = "发布者留下了占位内容：填写说明、以 XX 代替数字、计量单位处是数字。",
        ["cross-year"] = "文件所述上年数或预算数与当年文件或预算不同：可能已被重述。",
        ["cross-document"] = "部门与其所属单位相互矛盾。",
        ["other-document"] = "文件名、链接或网址所指为另一单位、年度或阶段的文件。",
        ["year-contradiction"] = "从内容读出的年度与文件名或其他表格不一致。",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
