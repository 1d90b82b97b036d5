using System.Text;
using Ingest.Io.Portals;

namespace Ingest.Tests.Portals;

public class NamesAndTextTests
{
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    private const string Prose = "区财政局二〇二六年部门预算";

    [Theory]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("text/html; charset=ISO-8859-1")]
    [InlineData("text/html; charset=gb2312")]
    [InlineData("")]
    public void A_page_in_GBK_is_read_whatever_the_header_claims(string contentType) =>
        Assert.Contains(Prose, WebText.Decode(Gbk.GetBytes($"<html><meta charset=\"utf-8\"><p>{Prose}"), contentType).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("text/html; charset=gb2312")]
    [InlineData("")]
    public void A_page_in_UTF8_is_read_whatever_the_header_claims(string contentType) =>
        Assert.Contains(Prose, WebText.Decode(Encoding.UTF8.GetBytes($"\uFEFF<html><meta charset=\"gbk\"><p>{Prose}"), contentType).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("<meta charset=\"utf-8\"><meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">")]
    [InlineData("<meta charset=\"iso-8859-1\"><meta charset=\"utf-8\">")]
    public void Meta_tags_that_contradict_each_other_do_not_decide(string tags)
    {
        foreach (var encoding in (Encoding[])[Gbk, Encoding.UTF8])
        {
            var text = WebText.Decode(encoding.GetBytes($"<html>{tags}<p>{Prose}"), "");
            Assert.Contains(Prose, text.Text, StringComparison.Ordinal);
            Assert.Equal((2, 0), (text.Declared.Count, text.Damaged));
        }
    }

    [Fact]
    public void A_name_in_a_header_that_was_read_as_Latin1_is_what_it_was_meant_to_be()
    {
        foreach (var bytes in new[] { Gbk.GetBytes("市教育局预算.pdf"), Encoding.UTF8.GetBytes("市教育局预算.pdf") })
        {
            var header = $"attachment; filename=\"{Encoding.Latin1.GetString(bytes)}\"";
            var name = FileNames.Decide("下载", header, new Uri("http://x.gov.cn/d?id=1"), "%PDF-1.7"u8);
            Assert.Equal(("市教育局预算.pdf", "header"), (name.Display, name.From));
            Assert.Equal(Encoding.Latin1.GetString(bytes), name.Raw);
        }
    }

    [Theory]
    [InlineData("http://x.gov.cn/%CA%D0%BD%CC%D3%FD%BE%D6.pdf", "市教育局.pdf")]
    [InlineData("http://x.gov.cn/%E5%B8%82%E6%95%99%E8%82%B2%E5%B1%80.pdf", "市教育局.pdf")]
    [InlineData("http://x.gov.cn/group3/M00/12/rBUtIm.xlsx", "rBUtIm.xlsx.pdf")]
    public void A_percent_encoded_name_is_decoded_and_the_bytes_give_the_extension(string url, string expected) =>
        Assert.Equal(expected, FileNames.Decide("附件", "", new Uri(url), "%PDF-1.7"u8).Display);

    [Fact]
    public void The_text_of_the_link_names_a_file_with_an_opaque_address_and_a_page_is_no_PDF()
    {
        var url = new Uri("http://x.gov.cn/group3/M00/12/rBUtIm.pdf");
        Assert.Equal("市林业局2026年预算.pdf", FileNames.Decide("市林业局2026年预算", "", url, "%PDF-1.7"u8).Display);
        Assert.Equal("html", FileNames.Decide("市林业局2026年预算.pdf", "", url, "<!DOCTYPE html><html>"u8).Extension);
    }
}
