using Ratchet.Reporting.Tables;

namespace Ratchet.Reporting.Tests.Tables;

public sealed class TextTableTests
{
    [Fact]
    public void ToPlainText_Mixed_AlignsColumns()
    {
        var table = new TextTable(new("Name"), new("Return", ColumnAlignment.Right), new("State", ColumnAlignment.Centre))
            .Add("Best configuration", "+8.6 %", "ok")
            .Add("Buy and hold", "+14.3 %", null);
        Assert.Equal(
            "Name                 Return  State\n" +
            "------------------  -------  -----\n" +
            "Best configuration   +8.6 %   ok\n" +
            "Buy and hold        +14.3 %\n",
            table.ToPlainText());
    }

    [Fact]
    public void ToMarkdown_Mixed_AlignsAndEscapes()
    {
        var table = new TextTable(new("A"), new("B", ColumnAlignment.Right), new("C", ColumnAlignment.Centre)).Add("x|y", "1", "two\nlines");
        Assert.Equal(
            "| A    |   B |     C     |\n" +
            "|------|----:|:---------:|\n" +
            "| x\\|y |   1 | two lines |\n",
            table.ToMarkdown());
    }

    [Fact]
    public void ToPlainText_WideCharacters_CountTwo() =>
        Assert.Equal("A     B\n----  -\n漢字  x\nab    y\n", new TextTable(new("A"), new("B")).Add("漢字", "x").Add("ab", "y").ToPlainText());

    [Fact]
    public void Add_WrongNumberOfCells_Throws() => Assert.Throws<ArgumentException>(() => new TextTable(new TextColumn("A")).Add("1", "2"));

    [Fact]
    public void Constructor_NoColumn_Throws() => Assert.Throws<ArgumentException>(() => new TextTable());
}
