using Ratchet.Features.Sets;
using Ratchet.Features.Tests.Audit;

namespace Ratchet.Features.Tests.Sets;

public sealed class FeatureCatalogueTests
{
    [Fact]
    public void Constructor_SameNameTwice_NamesFeatureAndBothFamilies()
    {
        var error = Assert.Throws<ArgumentException>(() => new FeatureCatalogue([new ChangeFamily("tomorrow"), new CheatingFamily(1)]));
        Assert.Contains("'tomorrow'", error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(ChangeFamily), error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(CheatingFamily), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryFind_KnownAndUnknown_Says()
    {
        var catalogue = new FeatureCatalogue([new ChangeFamily()]);
        Assert.True(catalogue.TryFind("share", out var found));
        Assert.Equal("share", found.Name);
        Assert.False(catalogue.TryFind("Share", out _));
        Assert.Equal(["change", "share"], catalogue.Features.Select(f => f.Name));
    }

    [Theory]
    [InlineData("chnge", "change")]
    [InlineData("shares", "share")]
    [InlineData("Change", "change")]
    public void Nearest_Misspelt_FindsTheWord(string text, string expected) =>
        Assert.Equal(expected, new FeatureCatalogue([new ChangeFamily()]).Nearest(text));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("flaw", "lawn", 2)]
    public void Between_Words_CountsEdits(string left, string right, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(left, right));
        Assert.Equal(expected, EditDistance.Between(right, left));
    }
}
