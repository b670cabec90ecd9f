using System.Security.Cryptography;
using System.Text;
using Ratchet.Features.Sets;

namespace Ratchet.Features.Tests.Sets;

public sealed class FeatureSetTests
{
    private static readonly FeatureCatalogue Catalogue = new([new ChangeFamily()]);

    [Fact]
    public void Parse_WithCommentsAndSchema_Reads()
    {
        var set = FeatureSet.Parse("""
            {
              // what the model sees
              "$schema": "feature_config.schema.json",
              "name": "two",
              "features": ["share", /* and */ "change",],
            }
            """);
        Assert.Equal("two", set.Name);
        Assert.Equal(["share", "change"], set.Features);
    }

    [Fact]
    public void ContentHash_Known_IsThatOfTheCanonicalText()
    {
        var set = new FeatureSet("any", ["b", "a"]);
        var expected = SHA256.HashData(Encoding.UTF8.GetBytes("""{"definition":1,"features":["b","a"]}"""));
        Assert.Equal(Convert.ToHexStringLower(expected), set.ContentHash);
    }

    [Fact]
    public void ContentHash_NameAndOrder_OnlyOrderCounts()
    {
        Assert.Equal(new FeatureSet("x", ["a", "b"]).ContentHash, new FeatureSet("y", ["a", "b"]).ContentHash);
        Assert.NotEqual(new FeatureSet("x", ["a", "b"]).ContentHash, new FeatureSet("x", ["b", "a"]).ContentHash);
        Assert.NotEqual(new FeatureSet("x", ["a", "b"]), new FeatureSet("y", ["a", "b"]));
        Assert.Equal(new FeatureSet("x", ["a", "b"]), new FeatureSet("x", ["a", "b"]));
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("[]", "object")]
    [InlineData("""{"name":"x"}""", "'features'")]
    [InlineData("""{"features":["a"]}""", "'name'")]
    [InlineData("""{"name":"x","features":[]}""", "at least one")]
    [InlineData("""{"name":"x","features":[1]}""", "1")]
    [InlineData("""{"name":"x","features":["a","a"]}""", "'a'")]
    [InlineData("""{"name":"x","features":["a"],"feature":["b"]}""", "'feature'")]
    [InlineData("""{"name":" ","features":["a"]}""", "name")]
    public void Parse_Wrong_SaysWhat(string json, string part) =>
        Assert.Contains(part, Assert.Throws<FormatException>(() => FeatureSet.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_UnknownName_NamesItAndTheNearest()
    {
        var error = Assert.Throws<ArgumentException>(() => FeatureSet.Parse("""{"name":"x","features":["shore"]}""", Catalogue));
        Assert.Contains("'shore'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'share'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_Catalogue_NamesEveryFeature() => Assert.Equal(["change", "share"], FeatureSet.All(Catalogue).Features);
}
