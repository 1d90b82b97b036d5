using Ingest.Io.Portals;

namespace Ingest.Tests.Portals;

public sealed class PortalFileTests : IDisposable
{
    private const string Good = "name: x\ntitle: 某市\nregion: \"420100\"\narchetype: paged-list\nstart: [http://x.gov.cn/]\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Bundled => new(PortalCatalogue.BundledFiles().Select(f => f.File));

    [Theory]
    [MemberData(nameof(Bundled))]
    public void A_bundled_portal_allows_its_own_start_pages_and_says_whether_it_was_verified(string file)
    {
        var portal = Assert.Single(PortalCatalogue.Load(null), p => p.File == file);

        Assert.All(portal.Start, s => Assert.True(portal.Allows(s)));
        Assert.True(portal.Verified || portal.Note.Length > 0);
        Assert.InRange(portal.Delay.TotalSeconds, 1, 60);
    }

    [Fact]
    public void A_portal_of_the_user_replaces_the_bundled_one_of_its_name()
    {
        _folder.Write("p/ningbo.yaml", System.Text.Encoding.UTF8.GetBytes(Good.Replace("name: x", "name: ningbo", StringComparison.Ordinal)));

        Assert.Equal("某市", Assert.Single(PortalCatalogue.Load(_folder.File("p")), p => p.Name == "ningbo").Title);
    }

    [Fact]
    public void A_portal_file_nested_by_the_thousand_is_refused_and_does_not_overflow_the_stack()
    {
        var problem = Assert.Throws<PortalException>(() => PortalFile.Read("x.yaml", new StringReader("note: " + new string('[', 100_000))));

        Assert.Contains("nested more than 32 deep", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("strat: [http://y.gov.cn/]\n", ":6:", "strat")]
    [InlineData("delay: soon\n", ":6:", "delay")]
    [InlineData("hosts: [\"*.gov.cn\"]\n", ":6:", "hosts")]
    [InlineData("pages: { pattern: index.html }\n", ":6:", "{n}")]
    [InlineData("list:\n  match: \"(\"\n", ":7:", "match")]
    [InlineData("list:\n  items: \"a[[\"\n", ":7:", "items")]
    [InlineData("seasons:\n  - { kind: monthly, from: \"01-01\", to: \"02-01\" }\n", ":7:", "monthly")]
    [InlineData("json: { items: data }\n", ":6:", "json")]
    [InlineData("years: { since: 2020 }\n", ":6:", "{year}")]
    [InlineData("recheck: { every: 0d }\n", ":6:", "every")]
    [InlineData("recheck:\n  after: soon\n", ":7:", "after")]
    [InlineData("seasons:\n  - { kind: final, from: \"08-01\", to: \"02-30\" }\n", ":7:", "to")]
    [InlineData("expect:\n  - { body: 某局 }\n", ":7:", "since")]
    [InlineData("expect:\n  - { body: 某局, since: 2023, until: 2022 }\n", ":7:", "until")]
    [InlineData("expect:\n  - { body: 某局, since: 2023, kinds: [audit] }\n", ":7:", "audit")]
    [InlineData("expect:\n  - { body: 某局, since: 2023 }\n  - { body: 甲局, aliases: [某局], since: 2023 }\n", ":8:", "某局")]
    [InlineData("expect:\n  - { body: 某局, since: 2023, years: 3 }\n", ":7:", "years")]
    public void An_unknown_key_or_an_impossible_value_is_refused_with_file_and_line(string more, string line, string about)
    {
        var file = _folder.Write("p/x.yaml", System.Text.Encoding.UTF8.GetBytes(Good + more));

        var problem = Assert.Single(Assert.Throws<PortalException>(() => PortalCatalogue.Load(_folder.File("p"))).Problems);

        Assert.StartsWith(file + line, problem, StringComparison.Ordinal);
        Assert.Contains(about, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Certificates_are_verified_unless_the_file_says_otherwise()
    {
        _folder.Write("p/x.yaml", System.Text.Encoding.UTF8.GetBytes(Good + "verify-tls: false\n"));
        var portals = PortalCatalogue.Load(_folder.File("p"));
        Assert.Equal(["x"], portals.Where(p => !p.VerifyTls).Select(p => p.Name));
    }

    [Fact]
    public void The_REFERENCE_shows_a_portal_file_and_expected_bodies_that_are_read_as_they_stand()
    {
        var readme = File.ReadAllText(Repository.Reference);
        var blocks = System.Text.RegularExpressions.Regex.Matches(readme, "```yaml\n(.*?)```", System.Text.RegularExpressions.RegexOptions.Singleline);
        _folder.Write("p/example-city.yaml", System.Text.Encoding.UTF8.GetBytes(string.Concat(blocks.Select(b => b.Groups[1].Value))));
        var portal = Assert.Single(PortalCatalogue.Load(_folder.File("p")), p => p.Name == "example-city");
        Assert.Equal(2, portal.Expected.Length);
        Assert.Equal(("某市扶贫办", 2021), (portal.Expected[1].Name, portal.Expected[1].Until));
    }

    [Fact]
    public void Every_key_is_explained_in_the_REFERENCE()
    {
        var readme = File.ReadAllText(Repository.Reference);
        Assert.All(PortalKeys.All, k => Assert.Contains($"| `{k.Path}` | {Cell(k.Default)} | {Cell(k.Meaning)} |", readme, StringComparison.Ordinal));
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
