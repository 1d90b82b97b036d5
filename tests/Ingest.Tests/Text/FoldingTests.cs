using Ingest.Core.Text;

namespace Ingest.Tests.Text;

public class FoldingTests
{
    [Theory]
    [InlineData("１３，２１４，７１０．４１", "13,214,710.41")]
    [InlineData("（公开表１）：８％", "(公开表1):8%")]
    [InlineData("⼀般公共预算⽀出 ⾏次", "一般公共预算支出 行次")]
    [InlineData("部⻔ ⻅⻚ ⺠⽣ ⻓期", "部门 见页 民生 长期")]
    [InlineData("⽤⼾", "用户")]
    [InlineData("金额 更", "金额 更")]
    [InlineData("第一ꎬ第二ꎮ金额ꎺ１", "第一,第二.金额:1")]
    [InlineData("ꎱꎲꎮꎰ", "12.0")]
    [InlineData("a\u00A0b\u2009c\u3000d\te", "a b c d e")]
    [InlineData("部\u200B门\uFEFF预\u00AD算", "部门预算")]
    [InlineData("ofﬁce ﬂow", "office flow")]
    [InlineData("\u2EF3\u2F00\u2FD5\u31CF\u31E0\uF900\uFAD9", "龟一龠乀乙豈龎")] // the ends of the blocks
    [InlineData("\u2E80\u31C0\uFA0E", "\u2E80\u31C0\uFA0E")] // no variants of anything
    [InlineData("︵一︶﹪", "(一)%")]
    public void Brings_glyph_variants_to_one_spelling(string variant, string folded) => Assert.Equal(folded, Folding.Fold(variant));

    [Theory]
    [InlineData("“三公”经费支出表——2023年,13,214,710.41元")]
    [InlineData("−5 △7 ①、。《》〔2016〕 10m² ½ 90%≤x≤100%")]
    [InlineData("")]
    public void Leaves_other_text_alone_and_gives_back_the_same_instance(string text) => Assert.Same(text, Folding.Fold(text));

    /// <summary>Full-width forms, and the codes of GBK for them, are the ASCII that they show; white space is a space but for the break of a line.</summary>
    [Fact]
    public void Every_wide_form_and_every_white_space_has_one_spelling()
    {
        for (var c = '!'; c <= '~'; c++)
        {
            Assert.Equal(c.ToString(), Folding.Fold(((char)(c + 0xFEE0)).ToString()));
            Assert.Equal(c == '$' ? "¥" : c.ToString(), Folding.Fold(((char)(c + 0xA380)).ToString()));
        }

        for (var c = 0; c <= 0xFFFF; c++)
        {
            if (char.IsWhiteSpace((char)c))
            {
                Assert.Equal(c == '\n' ? "\n" : " ", Folding.Fold(((char)c).ToString()));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void Ligatures_are_spelt_out_however_many_there_are(int times) =>
        Assert.Equal(Repeat("fffiflffifflstst.", times), Folding.Fold(Repeat("ﬀﬁﬂﬃﬄﬅﬆ.", times)));

    /// <summary>Thin spaces stand between thousands, and only there; long texts are read as short ones are.</summary>
    [Theory]
    [InlineData("１３\u2009２１４\u2007７１０", "13214710")]
    [InlineData("13\u2009\u2009214", "13 214")]
    [InlineData("\u200913\u2009214\u2009", "13214")]
    [InlineData("No\u2009214\u2009pages", "No 214 pages")]
    public void A_thin_space_between_figures_is_none(string raw, string text)
    {
        Assert.Equal(text, Folding.CellText(raw));
        var end = Repeat("预算", 300);
        Assert.Equal(text + end, Folding.CellText(raw + end));
    }

    [Fact]
    public void Every_Kangxi_radical_becomes_an_ideograph()
    {
        for (var c = '\u2F00'; c <= '\u2FD5'; c++)
        {
            Assert.InRange(Folding.Fold(c.ToString())[0], '\u4E00', '\u9FFF');
        }
    }

    [Fact]
    public void Folding_twice_changes_nothing()
    {
        for (var c = 0; c <= 0xFFFF; c++)
        {
            var once = Folding.Fold(((char)c).ToString());
            Assert.Equal(once, Folding.Fold(once));
        }
    }

    [Theory]
    [InlineData("13, 214, 710. 41", "13,214,710.41")]
    [InlineData("12145480. 25", "12145480.25")]
    [InlineData("376,936.6\n0", "376,936.60")]
    [InlineData("13,214,7\n10.41", "13,214,710.41")]
    [InlineData("13,214,\n710.41", "13,214,710.41")]
    [InlineData("13,214,710\n.41", "13,214,710.41")]
    [InlineData("1321471\n0.41", "13214710.41")]
    [InlineData("841,579.924\n856", "841,579.924856")]
    [InlineData("13 214 710.41", "13214710.41")]
    [InlineData("13\u2009214", "13214")]
    [InlineData("1 3 2 1 . 4 7", "1321.47")]
    [InlineData("1 3 , 2 1 4", "13,214")]
    [InlineData("- 5", "-5")]
    [InlineData("( 1,234.50 )", "(1,234.50)")]
    [InlineData("8 %", "8%")]
    [InlineData("1 321 471 0.41", "1 321 471 0.41")]
    [InlineData("841,579.92485\n6", "841,579.924856")]
    [InlineData("1 2 3", "123")]
    [InlineData("1 3 2 1 . 4 7 ", "1321.47")]
    [InlineData("(512 400 112)", "(512400112)")]
    [InlineData("13 214 710 ", "13214710")]
    [InlineData("13 214 710 m", "13214710 m")]
    public void Puts_a_number_with_gaps_or_breaks_together(string raw, string text) => Assert.Equal(text, Folding.CellText(raw));

    [Theory]
    [InlineData("100\n200")]
    [InlineData("12.50\n13.60")]
    [InlineData("10 200.50")]
    [InlineData("12.5\n30")]
    [InlineData("1,234\n5,678")]
    [InlineData("1 2")]
    [InlineData("5 -3")]
    [InlineData("-\n756.1894")]
    [InlineData("7\n2,600")]
    [InlineData("5 1,226.95")]
    [InlineData("462.6 5")]
    [InlineData("1200 425 112")]
    [InlineData("0.12 345 678")]
    [InlineData("12 345 67")]
    [InlineData("100\n200元")]
    [InlineData("8%\n.5")]
    [InlineData("5‰\n.5")]
    [InlineData("8% 5")]
    [InlineData("(5) 3")]
    [InlineData("5 12")]
    [InlineData("-13 214")]
    [InlineData("13,21 47,710.41")]
    [InlineData("13,214\n7.41")]
    [InlineData("1.924\n8.5")]
    [InlineData("1321471\n04")]
    [InlineData("1321471\n0.4")]
    [InlineData("13214\n0.41")]
    [InlineData("1321471\n12345.41")]
    public void Keeps_two_numbers_apart_when_in_doubt(string raw) => Assert.Equal(raw.Replace('\n', ' '), Folding.CellText(raw));

    /// <summary>Two spaces and empty lines stand for more than the gaps within a number.</summary>
    [Theory]
    [InlineData("512  400  112", "512 400 112")]
    [InlineData("512 400 112", "512400112")]
    [InlineData("13  214 710.41", "13 214 710.41")]
    [InlineData("4\n\n3,500", "4 3,500")]
    [InlineData("376,936.6\n\n0", "376,936.6 0")]
    [InlineData("13,\n\n214", "13, 214")]
    [InlineData("—\n5", "— 5")]
    [InlineData("△\n5", "△ 5")]
    [InlineData("— 5", "—5")]
    [InlineData("42010722121T\n\n000000100", "42010722121T 000000100")]
    [InlineData("一般公共\n\n预算  支出", "一般公共预算支出")]
    public void Nothing_is_joined_over_what_a_reader_sees_as_two_things(string raw, string text) =>
        Assert.Equal(text, Folding.CellText(raw, fullLines: true));

    [Theory]
    [InlineData("413380\n0", "4133800")]
    [InlineData("12\n34", "1234")]
    [InlineData("1840.8\n494", "1840.8494")]
    [InlineData("4\n3\n5", "435")]
    [InlineData("1841\n0380\n0", "184103800")]
    [InlineData("12437.36\n1206", "12437.36 1206")]
    [InlineData("100\n200", "100 200")]
    [InlineData("12.50\n13.60", "12.50 13.60")]
    public void A_full_line_tells_a_broken_number_from_two(string raw, string text) => Assert.Equal(text, Folding.CellText(raw, fullLines: true));

    [Theory]
    [InlineData("一般公共\n预算支出", "一般公共预算支出")]
    [InlineData("机 关 服 务", "机关服务")]
    [InlineData("单位：\n万元", "单位:万元")]
    [InlineData("Net sales\nper share", "Net sales per share")]
    [InlineData("  Total  assets ", "Total assets")]
    [InlineData("A4 纸", "A4纸")]
    [InlineData("42010722121T\n000000100", "42010722121T000000100")]
    [InlineData("2010399 其他\n支出", "2010399其他支出")]
    [InlineData("Table\n3", "Table 3")]
    [InlineData("No\n5", "No 5")]
    [InlineData("No5\nrooms 12", "No5 rooms 12")]
    [InlineData("A\n“B”\nC ‘D’ E", "A“B”C‘D’E")]
    [InlineData("4201072212\nT1000", "4201072212T1000")]
    [InlineData("420107\n22121T1", "42010722121T1")]
    [InlineData("2121T0\n00100", "2121T000100")]
    [InlineData("027-\n86868686", "027-86868686")]
    [InlineData(" \n ", "")]
    public void Reads_the_lines_of_a_cell_as_a_reader_does(string raw, string text) => Assert.Equal(text, Folding.CellText(raw));

    [Fact]
    public void A_label_has_no_white_space()
    {
        Assert.Equal("一、一般公共服务支出", Folding.Label(" 一、 一般公共\n服务⽀出　"));
        Assert.Equal("机关服务", Folding.Label("机 关服务"));
    }

    [Theory]
    [InlineData("1\u000134", "1\uFFFD34")]
    [InlineData("\0", "\uFFFD")]
    public void Control_characters_stay_visible(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Theory]
    [InlineData("0.0\n0", "0.00")]
    [InlineData("[20406\n04]基层司法业务", "[2040604]基层司法业务")]
    public void Joins_what_a_narrow_cell_broke(string raw, string text) => Assert.Equal(text, Folding.CellText(raw));

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
