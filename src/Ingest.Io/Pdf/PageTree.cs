using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Io.Pdf;

/// <summary>
/// Counts the leaves of the page tree by itself. PdfPig leaves out, without a word, whatever calls itself anything but a
/// page; one changed letter would take a page's figures along.
/// </summary>
internal static class PageTree
{
    private const int MostNodes = 1_000_000;

    /// <param name="found">The pages that PdfPig gives.</param>
    /// <returns>What speaks against these being all pages; null if nothing.</returns>
    public static (string English, string Chinese)? Doubt(PdfDocument document, int found, DocumentMeter meter)
    {
        if (!document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Pages, out var token) || Resolve(document, token) is not DictionaryToken root)
        {
            return null;
        }

        var (leaves, doubled) = Leaves(document, root, meter);
        var promised = root.TryGet(NameToken.Count, out var count) && Resolve(document, count) is NumericToken number ? number.Data : 0;
        var most = Math.Max(leaves, promised);
        return most > found
            ? (string.Create(CultureInfo.InvariantCulture, $"its page tree has {most} pages, {found} were found"), string.Create(CultureInfo.InvariantCulture, $"页面树有 {most} 页，只找到 {found} 页"))
            : doubled ? ("a page stands twice in its page tree, in the place of another one", "页面树中有一页出现两次，占用了另一页的位置") : null;
    }

    private static (int Leaves, bool Doubled) Leaves(PdfDocument document, DictionaryToken root, DocumentMeter meter)
    {
        var seen = new HashSet<IndirectReference>();
        var open = new Stack<DictionaryToken>([root]);
        var leaves = 0;
        var doubled = false;
        while (open.TryPop(out var node) && seen.Count < MostNodes)
        {
            meter.Check();
            if (!node.TryGet(NameToken.Kids, out var token) || Resolve(document, token) is not ArrayToken kids)
            {
                continue;
            }

            foreach (var kid in kids.Data)
            {
                if (Resolve(document, kid) is not DictionaryToken dictionary)
                {
                    continue;
                }

                var isNode = dictionary.ContainsKey(NameToken.Kids);
                if (kid is IndirectReferenceToken reference && !seen.Add(reference.Data))
                {
                    doubled |= !isNode;
                    continue;
                }

                if (isNode)
                {
                    open.Push(dictionary);
                }
                else
                {
                    leaves += IsPage(dictionary) ? 1 : 0;
                }
            }
        }

        return (leaves, doubled);
    }

    // A page by what it has, whatever it calls itself.
    private static bool IsPage(DictionaryToken leaf) =>
        leaf.ContainsKey(NameToken.Contents) || leaf.ContainsKey(NameToken.MediaBox) || leaf.ContainsKey(NameToken.Resources)
        || leaf.TryGet(NameToken.Type, out var type) && type is NameToken { Data: "Page" };

    private static IToken? Resolve(PdfDocument document, IToken token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;
}
