using Ratchet.Numerics.Randomness;

namespace Ratchet.Numerics.Tests.Randomness;

public sealed class RandomStreamTests
{
    [Fact]
    public void NextInt_SmallBound_IsUniform()
    {
        var stream = StreamKey.FromSeed(1).Derive("test").Open();
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
        {
            counts[stream.NextInt(7)]++;
        }

        Assert.All(counts, c => Assert.InRange(c, 9_600, 10_400));
    }

    [Fact]
    public void NextNormal_ManyDraws_HasMomentsOfTheNormal()
    {
        var stream = StreamKey.FromSeed(2).Open();
        double sum = 0, squares = 0, fourth = 0;
        const int Count = 200_000;
        for (var i = 0; i < Count; i++)
        {
            var z = stream.NextNormal();
            sum += z;
            squares += z * z;
            fourth += z * z * z * z;
        }

        Assert.InRange(sum / Count, -0.01, 0.01);
        Assert.InRange(squares / Count, 0.985, 1.015);
        Assert.InRange(fourth / Count, 2.9, 3.1);
    }

    [Fact]
    public void Derive_DifferentPaths_GiveDifferentKeys()
    {
        var root = StreamKey.FromSeed(3);
        var keys = new HashSet<ulong>();
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(keys.Add(root.Derive("a").Derive(i).Value));
            Assert.True(keys.Add(root.Derive("b").Derive(i).Value));
            Assert.True(keys.Add(root.Derive(i).Derive("a").Value));
        }
    }

    [Fact]
    public void NextUInt64_SameKey_RepeatsAndIsPinned()
    {
        var first = StreamKey.FromSeed(42).Derive("forest").Derive(7).Open();
        var again = StreamKey.FromSeed(42).Derive("forest").Derive(7).Open();
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(first.NextUInt64(), again.NextUInt64());
        }
    }
}
