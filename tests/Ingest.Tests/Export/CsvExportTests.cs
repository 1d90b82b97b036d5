using Ingest.Io.Export;
using Ingest.Io.Sqlite;
using Ingest.Tests.Sqlite;

namespace Ingest.Tests.Export;

public sealed class CsvExportTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Database _database;

    public CsvExportTests()
    {
        _database = Database.Open(_folder.File("x.sqlite"));
        using var writer = new DocumentWriter(_database);
        writer.Replace(Samples.Document(new string('b', 64), "b.pdf"), 1, null);
        writer.Replace(Samples.Document(), 1, null);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("facts", "document,sha256,entity,region_code,fiscal_year,phase,scope,table_kind,table_ordinal,page,row,col,code_scheme,code,label,column_path,column_key,shown,unit,amount_yuan,value_state,is_total,is_leaf,status,x0,y0,x1,y1")]
    [InlineData("anomalies", "document,sha256,code,severity,origin,table_kind,table_ordinal,page,row,col,label,column_path,found,expected,message,x0,y0,x1,y1")]
    [InlineData("checks", "document,identity,table_kind,table_ordinal,row,column_path,left,right,tolerance,result")]
    public void The_columns_begin_as_other_programs_expect(string name, string header)
    {
        var first = Lines(name)[0];

        Assert.StartsWith(header, first, StringComparison.Ordinal);
        Assert.True(first.Length == header.Length || first[header.Length] == ',');
    }

    [Fact]
    public void A_fact_is_one_line_with_its_exact_amount_and_box()
    {
        Assert.Equal(
            "数据中心.pdf," + Samples.Sha + ",青山区大数据中心,420107,2023,budget,unit,expenditure_summary,1,1,1,2,functional,201,一般公共服务,合计,total," +
            "\"1,234.56\",元,1234.56,value,0,1,verified,100,20.25,150,40,money,1234.56,1,plain,text",
            Lines("facts")[5]);
    }

    [Theory]
    [InlineData(6, "", "blank")]
    [InlineData(7, "-0.50", "value")]
    [InlineData(8, "", "dash")]
    public void Amounts_are_empty_where_there_is_none(int line, string amount, string state)
    {
        var fields = Lines("facts")[line];

        Assert.Contains($",元,{amount},{state},", fields, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_with_commas_quotes_and_lines_is_quoted()
    {
        var text = Text("anomalies");

        Assert.Contains("\"国防, \"\"支出\"\"\"", text, StringComparison.Ordinal);
        Assert.Contains("\"two\nlines\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("+86 27", "'+86 27")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\r=x", "\"'\r=x\"")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("-1,234.50%", "\"-1,234.50%\"")]
    [InlineData("+3.5", "+3.5")]
    [InlineData("—", "—")]
    [InlineData("--", "--")]
    [InlineData("某局=", "某局=")]
    public void A_text_that_a_spreadsheet_would_run_is_defused_in_files_for_people_only(string text, string defused)
    {
        using (var update = new Statement(_database.Connection, "UPDATE documents SET entity = ?"))
        {
            update.Add(text).Run();
        }

        Assert.Contains($",{defused},420107,", Facts(defused: true), StringComparison.Ordinal);
        Assert.Contains($",{(defused.Contains('"', StringComparison.Ordinal) ? $"\"{text}\"" : text)},420107,", Facts(defused: false), StringComparison.Ordinal);
        Assert.Contains(",-0.50,", Facts(defused: true), StringComparison.Ordinal);
    }

    private string Facts(bool defused)
    {
        using var text = new StringWriter { NewLine = "\n" };
        Exporter.Run(_database, new ExportRequest("facts"), new CsvExport(text, defused), TestContext.Current.CancellationToken);
        return text.ToString();
    }

    [Fact]
    public void An_indicator_is_one_line_with_its_project()
    {
        Assert.Equal(
            "数据中心.pdf," + Samples.Sha + ",青山区大数据中心,420107,2023,budget,unit,,2,2,0,0,0,42010722121T000000100,机房运维,长期目标,产出指标,数量指标,巡查次数,2022年,2022," +
            "≥240次,≥,240,,次,≥240次,10.5,0,0.25,50,20",
            Lines("indicators")[3]);
    }

    [Fact]
    public void Names_and_telephones_of_persons_are_given_on_request_only()
    {
        Assert.DoesNotContain(",a,a,,0,", Text("cells"), StringComparison.Ordinal);
        Assert.Equal(2, Text("cells").Split(",,,,0,0,0.25,50,20,1\n").Length - 1);
        Assert.Equal(2, Text("cells", personal: true).Split(",a,a,,0,0,0.25,50,20,1\n").Length - 1);
        Assert.DoesNotContain("汪竹林", Text("tables"), StringComparison.Ordinal);
        Assert.Contains("汪竹林", Text("tables", personal: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_come_by_file_name_whatever_order_they_were_stored_in()
    {
        var documents = Lines("tables").Skip(1).Where(l => l.Contains(".pdf", StringComparison.Ordinal)).Select(l => l.Split(',')[0]).Distinct();

        Assert.Equal(["b.pdf", "数据中心.pdf"], documents);
    }

    [Fact]
    public void A_file_that_could_not_be_read_is_among_the_anomalies()
    {
        using var files = new FileIndex(_database);
        var anomaly = Ingest.Io.Archive.Anomalies.Unreadable("no such file");
        files.Remember(new FileRecord("/a/x.pdf", "x.pdf", null, FileState.Unreadable, 0, 0, null), anomaly, null);

        Assert.StartsWith("x.pdf,,file-unreadable,lost,unknown,,,,,,,,,,no such file,", Lines("anomalies")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_export_has_a_line_for_each_of_its_records()
    {
        Assert.Equal(1 + (2 * 4), Lines("facts").Length);
        Assert.Equal(1 + (2 * 13), Text("cells").Split("\n数据").Length + Text("cells").Split("\nb.pdf").Length - 1);
        Assert.Equal(1 + (2 * 2), Lines("checks").Length);
        Assert.Equal(1 + (2 * 1), Lines("narrative").Length);
        Assert.Equal(1 + (2 * 2), Lines("coverage").Length);
        Assert.Equal(1 + (2 * 2), Lines("indicators").Length);
    }

    private string[] Lines(string name) => Text(name).TrimEnd('\n').Split('\n');

    private string Text(string name, bool personal = false)
    {
        using var text = new StringWriter();
        CsvExport.Write(_database, name, text, CancellationToken.None, personal);
        return text.ToString();
    }
}
