using Ingest.Core.Budget.Typing;
using Ingest.Core.Text;

namespace Ingest.Tests.Text;

public class DashesTests
{
    [Theory]
    [InlineData("-", true)]
    [InlineData("\u2010", true)]
    [InlineData("\u2011", true)]
    [InlineData("——", true)]
    [InlineData("−", true)]
    [InlineData("-5", false)]
    [InlineData("_", false)]
    [InlineData("", false)]
    public void Tells_dashes_hyphens_and_minus_signs(string text, bool dashes) => Assert.Equal(dashes, Dashes.AreAll(text));

    /// <summary>A column of them holds no words.</summary>
    [Theory]
    [InlineData("\u2010", CellShape.Dash)]
    [InlineData("\u2011", CellShape.Dash)]
    [InlineData("\u20115.00", CellShape.Number)]
    [InlineData("一", CellShape.Text)]
    public void A_cell_of_dashes_is_one(string text, object shape) => Assert.Equal((CellShape)shape, Shapes.Of(text));
}
