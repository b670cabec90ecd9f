using Ratchet.Search.Spaces;

namespace Ratchet.Search.Tests.Spaces;

public sealed class ParameterSetTests
{
    private static readonly SearchSpace Space = new(
    [
        ("rate", new FloatDistribution(0, 1)), ("trees", new IntDistribution(50, 200, Step: 10)), ("kind", new CategoricalDistribution(["a;b", "c=d"])),
    ]);

    [Fact]
    public void Key_LastDigitsDiffer_IsTheSame()
    {
        var a = new ParameterSet(Space, [0.1 + 0.2, 101, 1]);
        var b = new ParameterSet(Space, [0.3, 99, 1.2]);
        Assert.Equal("rate=0.3;trees=100;kind=c%3Dd", a.Key);
        Assert.Equal(a.Key, b.Key);
        Assert.NotEqual(a.Key, b.With("rate", 0.30001).Key);
    }

    [Fact]
    public void Key_NegativeZero_IsZero() => Assert.Equal(
        "x=0", new ParameterSet(new SearchSpace([("x", new FloatDistribution(-1, 1))]), [-1e-9]).Key);

    [Fact]
    public void Getters_RightKind_GiveTheValue()
    {
        var set = new ParameterSet(Space, [0.25, 150, 0]);
        Assert.Equal(0.25, set.GetFloat("rate"));
        Assert.Equal(150, set.GetInt("trees"));
        Assert.Equal(150.0, set.GetFloat("trees"));
        Assert.Equal("a;b", set.GetChoice("kind"));
        Assert.Equal(0.0, set["kind"]);
        Assert.Equal(new Dictionary<string, object> { ["rate"] = 0.25, ["trees"] = 150L, ["kind"] = "a;b" }, set.AsDictionary);
        Assert.Equal("c=d", set.With("kind", "c=d").GetChoice("kind"));
        Assert.Equal("a;b", set.GetChoice("kind"));
    }

    [Fact]
    public void Getters_WrongKindOrName_Throw()
    {
        var set = new ParameterSet(Space, [0.25, 150, 0]);
        Assert.Throws<ArgumentException>(() => set.GetInt("rate"));
        Assert.Throws<ArgumentException>(() => set.GetFloat("kind"));
        Assert.Throws<ArgumentException>(() => set.GetChoice("trees"));
        Assert.Contains("rate, trees, kind", Assert.Throws<ArgumentException>(() => set["absent"]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => set.With("kind", "absent"));
        Assert.Throws<ArgumentException>(() => new ParameterSet(Space, [1, 2]));
        Assert.Throws<ArgumentException>(() => new ParameterSet(Space, [double.NaN, 50, 0]));
    }

    [Fact]
    public void SearchSpace_BadNames_Throws()
    {
        var distribution = new FloatDistribution(0, 1);
        Assert.Throws<ArgumentException>(() => new SearchSpace([]));
        Assert.Throws<ArgumentException>(() => new SearchSpace([("a", distribution), ("a", distribution)]));
        Assert.Throws<ArgumentException>(() => new SearchSpace([("", distribution)]));
    }
}
