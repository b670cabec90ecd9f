using Ratchet.Hosting.Configuration;

namespace Ratchet.Hosting.Tests.Configuration;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("lst", "list")]
    [InlineData("IMPROT", "import")]
    [InlineData("check", "check")]
    [InlineData("imp", "import")]
    public void Of_Misspelt_IsTheNearest(string word, string expected) => Assert.Equal(expected, NearestName.Of(word, ["import", "check", "list"]));

    [Fact]
    public void Of_EquallyFar_IsTheFirstInOrder() => Assert.Equal("aa", NearestName.Of("ab", ["bb", "aa"]));

    [Fact]
    public void Of_NothingKnown_IsNull() => Assert.Null(NearestName.Of("x", []));
}
