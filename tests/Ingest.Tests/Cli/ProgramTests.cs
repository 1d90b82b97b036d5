namespace Ingest.Tests.Cli;

public sealed class ProgramTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("tables")]
    [InlineData("tables", "a.pdf", "--format", "docx")]
    public void A_wrong_command_line_is_code_2_and_says_where_help_is(params string[] args)
    {
        var run = CommandLine.Run(args);

        Assert.Equal(2, run.Code);
        Assert.Equal("", run.Output);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_has_help_with_an_example()
    {
        var help = CommandLine.Run("--help");
        Assert.Equal(0, help.Code);
        var commands = help.Output.Split("Commands:")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(l => l.StartsWith("  ", StringComparison.Ordinal) && l[2] != ' ')
            .Select(l => l.Trim().Split(' ')[0]).ToList();
        Assert.Contains("tables", commands);

        foreach (var command in commands)
        {
            var text = CommandLine.Run(command, "--help");
            Assert.Equal(0, text.Code);
            Assert.Contains($"Example:\n  ingest {command}", text.Output, StringComparison.Ordinal);
        }
    }
}
