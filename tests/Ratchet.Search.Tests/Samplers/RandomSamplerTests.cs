using Ratchet.Numerics.Randomness;
using Ratchet.Search.Samplers;
using Ratchet.Search.Spaces;

namespace Ratchet.Search.Tests.Samplers;

public sealed class RandomSamplerTests
{
    private static readonly SearchSpace Space = new(
    [
        ("x", new FloatDistribution(0, 1)), ("n", new IntDistribution(1, 100, Log: true)), ("c", new CategoricalDistribution(["a", "b", "c"])),
    ]);

    [Fact]
    public void Propose_SameTrial_IsTheSameInAnyOrder()
    {
        var sampler = new RandomSampler(StreamKey.FromSeed(1));
        var forward = Enumerable.Range(0, 50).Select(i => sampler.Propose(Space, i, []).Key).ToArray();
        var backward = Enumerable.Range(0, 50).Reverse().Select(i => new RandomSampler(StreamKey.FromSeed(1)).Propose(Space, i, []).Key).Reverse().ToArray();
        Assert.Equal(forward, backward);
        Assert.Equal(50, forward.Distinct().Count());
        Assert.NotEqual(forward[0], new RandomSampler(StreamKey.FromSeed(2)).Propose(Space, 0, []).Key);
    }

    [Fact]
    public void Propose_LargerSpace_LeavesTheOtherDrawsAlone()
    {
        var larger = new SearchSpace([("new", new FloatDistribution(0, 1)), ("x", Space["x"]), ("n", Space["n"]), ("c", Space["c"])]);
        var sampler = new RandomSampler(StreamKey.FromSeed(1));
        Assert.Equal(sampler.Propose(Space, 3, [])["x"], sampler.Propose(larger, 3, [])["x"]);
    }

    [Fact]
    public void Propose_ManyTrials_IsUniform()
    {
        var sampler = new RandomSampler(StreamKey.FromSeed(5));
        var draws = Enumerable.Range(0, 4000).Select(i => sampler.Propose(Space, i, [])).ToArray();
        Assert.InRange(draws.Average(d => d["x"]), 0.48, 0.52);
        Assert.InRange(draws.Count(d => d.GetChoice("c") == "a"), 1230, 1440);
        Assert.InRange(draws.Count(d => d.GetInt("n") <= 10), 2000, 2500); // log10(10.5/0.5) / log10(100.5/0.5) = 57.4 %
    }
}
