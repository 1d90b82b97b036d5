using Ingest.Core.Model;
using Ingest.Io.Pictures;

namespace Ingest.Tests.Pdf;

/// <summary>What was read on a picture is kept, and read again only where something is another thing.</summary>
public class CachedReaderTests
{
    private sealed class Reader(string? failure = null) : IPictureReader
    {
        public int Calls { get; private set; }

        public string Version { get; init; } = "test/1";

        public PictureText Read(PagePictures page, CancellationToken cancel)
        {
            Calls++;
            return new PictureText(
                [new Glyph("额", new Box(1 / 3.0, 2, 3, 4), 4.1f, 9.7f, TextRotation.Clockwise, GlyphFlags.Pictured | GlyphFlags.Unsure, 7)],
                [new Ruling(RulingDirection.Vertical, 2 / 3.0, 1, 90, 0.5f)], failure);
        }

        public GreyPage Draw(PagePictures page, TextRotation turned) => new(1, 1, page.Pictures[0].Data);
    }

    private static PagePictures Page(byte pixel = 1, double left = 0) =>
        new(1, 600, 800, [new PlacedPicture(1, 1, PictureCoding.Grey, new byte[] { pixel }, new PicturePlace(600, 0, 0, 800, left, 0), new Box(left, 0, 600, 800))]);

    private static PictureText Read(IPictureReader reader, PagePictures page) => reader.Read(page, TestContext.Current.CancellationToken);

    [Fact]
    public void The_second_time_it_is_the_same_and_nobody_reads()
    {
        using var folder = new TempFolder();
        var reader = new Reader();
        var first = Read(new CachedReader(reader, "a", folder.Path), Page());
        var second = Read(new CachedReader(reader, "a", folder.Path), Page());

        Assert.Equal(1, reader.Calls);
        Assert.Equal(first.Glyphs.AsEnumerable(), second.Glyphs);
        Assert.Equal(first.Rulings.AsEnumerable(), second.Rulings);
        Assert.Null(second.Failure);
    }

    [Fact]
    public void Another_picture_place_version_or_program_is_read()
    {
        using var folder = new TempFolder();
        var reader = new Reader();
        var cached = new CachedReader(reader, "a", folder.Path);
        foreach (var page in (PagePictures[])[Page(), Page(pixel: 2), Page(left: 1)])
        {
            Read(cached, page);
        }

        Read(new CachedReader(reader, "b", folder.Path), Page());
        var other = new Reader { Version = "test/2" };
        Read(new CachedReader(other, "a", folder.Path), Page());

        Assert.Equal((4, 1), (reader.Calls, other.Calls));
    }

    [Fact]
    public void A_failure_is_not_kept_and_a_damaged_file_is_read_anew()
    {
        using var folder = new TempFolder();
        var failing = new Reader("no picture");
        Read(new CachedReader(failing, "a", folder.Path), Page());
        Assert.Empty(Directory.GetFiles(folder.Path));

        var reader = new Reader();
        Read(new CachedReader(reader, "a", folder.Path), Page());
        var file = Assert.Single(Directory.GetFiles(folder.Path));
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
        Read(new CachedReader(reader, "a", folder.Path), Page());
        File.WriteAllBytes(file, bytes[..20]);
        Read(new CachedReader(reader, "a", folder.Path), Page());

        Assert.Equal(3, reader.Calls);
    }

    [Fact]
    public void Where_nothing_can_be_kept_pages_are_read()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "a file");
        File.WriteAllText(file, "");
        var reader = new Reader();

        Assert.NotEmpty(Read(new CachedReader(reader, "a", Path.Combine(file, "b")), Page()).Glyphs);
        Assert.Equal(1, reader.Calls);
    }
}
