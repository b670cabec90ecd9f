using Ratchet.Benchmarks.Cases;

namespace Ratchet.Benchmarks.Tests.Cases;

public sealed class CaseSelectionTests
{
    private static readonly BenchmarkCase[] All = [.. new[] { "P1", "P2", "P4a", "P4b", "P16a", "P16b", "TREE" }.Select(Case)];

    [Theory]
    [InlineData("P1", "P1")]
    [InlineData("p4", "P4a P4b")]
    [InlineData("P16", "P16a P16b")]
    [InlineData("p16B", "P16b")]
    [InlineData("tree", "TREE")]
    [InlineData("P", "")]
    [InlineData("P3", "")]
    [InlineData("--json", "")]
    public void Named_Word_FindsTheCaseOrItsParts(string word, string expected) =>
        Assert.Equal(expected, string.Join(' ', CaseSelection.Named(All, word).Select(c => c.Id)));

    [Fact]
    public void Table_Ids_AreUnique() => Assert.Equal(CaseTable.All.Count, CaseTable.All.Select(c => c.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    private static BenchmarkCase Case(string id) => new(id, "work", "s", 1, false, null, _ => throw new InvalidOperationException("The case is not run here."));
}
