using Ingest.Io.Portals;

namespace Ingest.Tests.Portals;

/// <summary>The pages of a portal as saved in a folder of <c>fixtures/portals</c>: <c>pages.tsv</c> says which address gave which file.</summary>
internal sealed class SavedPages : IPageSource
{
    private readonly Dictionary<string, PageFetch> _pages = new(StringComparer.Ordinal);

    public List<string> Asked { get; } = [];

    public static SavedPages Of(string folder)
    {
        var pages = new SavedPages();
        foreach (var line in File.ReadLines(Path.Combine(folder, "pages.tsv")))
        {
            var parts = line.Split('\t');
            pages.Add(parts[0], File.ReadAllBytes(Path.Combine(folder, parts[1])), parts[2]);
        }

        return pages;
    }

    /// <summary>The answer to a body that is sent by POST.</summary>
    public void Answer(string url, string post, string json) => _pages[$"{url}\n{post}"] = PageFetch.Of(new Uri(url), System.Text.Encoding.UTF8.GetBytes(json), "application/json");

    public void Add(string url, byte[] bytes, string contentType = "text/html") => _pages[url] = PageFetch.Of(new Uri(url), bytes, contentType);

    public void Add(string url, string html) => Add(url, System.Text.Encoding.UTF8.GetBytes(html));

    public Task<PageFetch> GetAsync(PageRequest request, CancellationToken cancel)
    {
        Asked.Add(request.Key);
        return Task.FromResult(_pages.TryGetValue(request.Key, out var page) ? page : PageFetch.Failed(request.Url, FetchFailure.Gone, "404", 404));
    }
}
