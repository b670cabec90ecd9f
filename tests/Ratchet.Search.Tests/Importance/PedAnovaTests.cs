using Ratchet.Numerics.Randomness;
using Ratchet.Search.Importance;
using Ratchet.Search.Samplers;
using Ratchet.Search.Spaces;

namespace Ratchet.Search.Tests.Importance;

public sealed class PedAnovaTests
{
    private static readonly SearchSpace Space = new(
    [
        ("strong", new FloatDistribution(0, 1)), ("weak", new FloatDistribution(1e-4, 1, Log: true)), ("none", new IntDistribution(1, 40)),
        ("choice", new CategoricalDistribution(["a", "b", "c"])), ("fixed", new IntDistribution(3, 3)),
    ]);

    private static Observation[] Sample(int count, Func<ParameterSet, double> value)
    {
        var sampler = new RandomSampler(StreamKey.FromSeed(9));
        return [.. Enumerable.Range(0, count).Select(i => sampler.Propose(Space, i, [])).Select(p => new Observation(p, value(p)))];
    }

    [Fact]
    public void Evaluate_KnownFunction_OrdersTheParameters()
    {
        var importance = PedAnova.Evaluate(Space, Sample(1000, p => (-10 * Math.Pow(p["strong"] - 0.3, 2)) + (0.1 * Math.Log10(p["weak"]))));
        Assert.Equal("strong", importance[0].Name);
        Assert.Equal("weak", importance[1].Name);
        Assert.True(importance[0].Share > 0.6);
        Assert.Equal(0, importance.Single(p => p.Name == "fixed").Share);
        Assert.Equal(1, importance.Sum(p => p.Share), 1e-12);
        Assert.Equal(importance.Select(p => p.Share), importance.Select(p => p.Share).OrderDescending());
    }

    [Fact]
    public void Evaluate_OneChoiceIsBest_NamesTheChoice()
    {
        var importance = PedAnova.Evaluate(Space, Sample(500, p => p.GetChoice("choice") == "b" ? 1 : 0), new PedAnovaOptions { Quantile = 0.3 });
        Assert.Equal("choice", importance[0].Name);
        Assert.True(importance[0].Share > 0.8);
    }

    [Fact]
    public void Evaluate_CategoricalByHand_GivesThePearsonDivergence()
    {
        // Two parameters of two choices, four observations, the best one is (a, x). With one even weight added:
        // all: p(a) = (2 + 0.5) / 5 = 0.5 for both parameters of a full cross; best: p(a) = 1.5 / 2 = 0.75: divergence 2 * 0.5 * 0.5^2 = 0.25 each.
        var space = new SearchSpace([("p", new CategoricalDistribution(["a", "b"])), ("q", new CategoricalDistribution(["x", "y"]))]);
        Observation[] cross = [new(new(space, [0, 0]), 4), new(new(space, [0, 1]), 3), new(new(space, [1, 0]), 2), new(new(space, [1, 1]), 1)];
        Assert.All(PedAnova.Evaluate(space, cross), p => Assert.Equal(0.5, p.Share));

        // The best two are (a, x) and (a, y): p = 2.5 / 3 against 0.5 gives 4/9, q is even and gives 0.
        var half = PedAnova.Evaluate(space, cross, new PedAnovaOptions { Quantile = 0.5 });
        Assert.Equal([new ParameterImportance("p", 1), new ParameterImportance("q", 0)], half);
    }

    [Fact]
    public void Evaluate_NothingToTell_IsZero()
    {
        Assert.All(PedAnova.Evaluate(Space, []), p => Assert.Equal(0, p.Share));
        Assert.All(PedAnova.Evaluate(Space, Sample(50, _ => 1)), p => Assert.Equal(0, p.Share));
        Assert.All(PedAnova.Evaluate(Space, Sample(50, _ => double.NaN)), p => Assert.Equal(0, p.Share));
        Assert.Equal(Space.Names, PedAnova.Evaluate(Space, []).Select(p => p.Name));
    }

    [Fact]
    public void Evaluate_OtherOrder_IsTheSame()
    {
        var sample = Sample(200, p => p["strong"] + p["none"]);
        Assert.Equal(PedAnova.Evaluate(Space, sample), PedAnova.Evaluate(Space, [.. sample.Reverse()]));
    }

    [Fact]
    public void Validate_JustOutside_Throws()
    {
        new PedAnovaOptions { Quantile = 1e-9, GridPoints = 2 }.Validate();
        new PedAnovaOptions { Quantile = 0.999, GridPoints = 10_000 }.Validate();
        PedAnovaOptions[] outside = [new() { Quantile = 0 }, new() { Quantile = 1 }, new() { GridPoints = 1 }, new() { GridPoints = 10_001 }];
        Assert.All(outside, o => Assert.Throws<ArgumentOutOfRangeException>(o.Validate));
    }
}
