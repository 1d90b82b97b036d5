using System.Globalization;

namespace Ingest.Tests.Harvest;

/// <summary>
/// A portal like those of cities: a list in GBK over two pages with relative links, and a detail page for each
/// document that links to its file.
/// </summary>
internal static class DemoPortal
{
    public const string Name = "demo-city";

    private const string CorrectedName = "zz-corrected";

    public static int Files(string documents) => Directory.GetFiles(documents, "*.pdf").Length + 1;

    public static byte[] Budget(decimal running) => BudgetPdf.Of("示范市示范局", 2026, ("2010301", "行政运行", running, 0m), ("2080505", "机关事业单位基本养老保险缴费支出", 20.00m, 5.00m));

    public static void Publish(TestPortal server, string documents)
    {
        var names = Directory.GetFiles(documents, "*.pdf").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal).Append(CorrectedName).ToArray();
        var half = (names.Length + 1) / 2;
        List(server, "/zfxxgk/index.html", names[..half], "<a href=\"index_1.html\">下一页</a>");
        List(server, "/zfxxgk/index_1.html", names[half..], "<a href=\"index.html\">上一页</a>");
        foreach (var name in names)
        {
            server.Page($"/zfxxgk/{name}.html", $"<html><body><h1>{Title(name)}</h1><a href=\"files/{name}.pdf\">附件：{Title(name)}.pdf</a></body></html>", "gb2312");
            server.File($"/zfxxgk/files/{name}.pdf", name == CorrectedName ? Budget(100.00m) : File.ReadAllBytes(Path.Combine(documents, name + ".pdf")));
        }
    }

    public static void Correct(TestPortal server) => server.File($"/zfxxgk/files/{CorrectedName}.pdf", Budget(130.50m));

    /// <summary>Writes the portal's file, as an operator would.</summary>
    public static void Describe(TestPortal server, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Name + ".yaml"), $"""
            name: {Name}
            title: 示范市财政局 部门预算公开
            region: "420100"
            archetype: paged-list
            start:
              - {server.At("/zfxxgk/index.html")}
            """);
    }

    private static string Title(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}部门2026年部门预算");

    private static void List(TestPortal server, string path, string[] names, string further) => server.Page(path, $"""
        <html><head><meta charset="gb2312"><title>部门预算公开</title></head><body><ul>
        {string.Join('\n', names.Select(n => $"<li><a href=\"./{n}.html\">{Title(n)}</a><span>2026-02-10</span></li>"))}
        </ul><div>{further}</div></body></html>
        """, "gb2312");
}
