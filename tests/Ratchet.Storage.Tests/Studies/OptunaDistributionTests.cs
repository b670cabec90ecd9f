using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;
using Ratchet.Storage.Studies;

namespace Ratchet.Storage.Tests.Studies;

public sealed class OptunaDistributionTests
{
    public static TheoryData<string, Distribution> Legacy() => new()
    {
        { """{"name": "UniformDistribution", "attributes": {"low": -1.0, "high": 2.0}}""", new FloatDistribution(-1, 2) },
        { """{"name": "LogUniformDistribution", "attributes": {"low": 1e-05, "high": 2}}""", new FloatDistribution(1e-5, 2, Log: true) },
        { """{"name": "DiscreteUniformDistribution", "attributes": {"low": 0.0, "high": 1.0, "q": 0.25}}""", new FloatDistribution(0, 1, Step: 0.25) },
        { """{"name": "IntUniformDistribution", "attributes": {"low": 1, "high": 9, "step": 2}}""", new IntDistribution(1, 9, Step: 2) },
        { """{"name": "IntLogUniformDistribution", "attributes": {"low": 1, "high": 9, "step": 1}}""", new IntDistribution(1, 9, Log: true) },
        { """{"attributes": {"choices": [null, true, 1.5, "null?"]}, "name": "CategoricalDistribution"}""", new CategoricalDistribution(["null", "true", "1.5", "null?"]) },
    };

    [Theory]
    [MemberData(nameof(Legacy))]
    public void Parse_OtherSpellings_GivesTheDistribution(string json, Distribution expected) => Assert.Equal(expected, OptunaDistribution.Parse(json));

    [Fact]
    public void Of_AnyDistribution_ComesBack()
    {
        Distribution[] all =
        [
            new FloatDistribution(-5, 5), new FloatDistribution(1e-300, 1e300, Log: true), new FloatDistribution(0, 0.95, Step: 0.1), new IntDistribution(-3, 7, Step: 5),
            new IntDistribution(1, 1L << 53, Log: true), new CategoricalDistribution(["a", "quote \" back \\ ü 漢 \n"]),
        ];
        Assert.All(all, d => Assert.Equal(d, OptunaDistribution.Parse(OptunaDistribution.Of(d))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"name": "Unheard", "attributes": {}}""")]
    [InlineData("""{"name": "FloatDistribution", "attributes": {"low": 2, "high": 1, "log": false, "step": null}}""")]
    [InlineData("""{"name": "IntDistribution", "attributes": {"low": "x", "high": 1}}""")]
    public void Parse_Damaged_Throws(string json) => Assert.Throws<StudyStorageException>(() => OptunaDistribution.Parse(json));

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("\"a\\u00fc\\n\"", "aü\n")]
    [InlineData("NaN", "NaN")]
    [InlineData("-Infinity", "-Infinity")]
    [InlineData("{\"a\": NaN}", "{\"a\": NaN}")]
    [InlineData(null, "null")]
    public void ToAttribute_PythonsJson_IsAccepted(string? json, string expected) => Assert.Equal(expected, OptunaText.ToAttribute(json));
}
