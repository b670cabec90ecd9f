using Ratchet.Search.Spaces;

namespace Ratchet.Search.Tests.Spaces;

public sealed class DistributionTests
{
    [Theory]
    [InlineData(0.0, 1.0, 0.123456789, 0.12346)]
    [InlineData(0.0, 1.0, 0.1234549, 0.12345)]
    [InlineData(-5.0, 5.0, 1.23456789, 1.2346)]
    [InlineData(0.0, 1e9, 123456789.0, 123460000.0)]
    [InlineData(0.0, 1.0, 1.5, 1.0)]
    [InlineData(0.0, 1.0, double.NegativeInfinity, 0.0)]
    [InlineData(1.0 / 3, 2.0 / 3, 0.33333334, 1.0 / 3)]
    public void Normalise_LinearFloat_RoundsToSixDigitsOfTheWidth(double low, double high, double value, double expected) =>
        Assert.Equal(expected, new FloatDistribution(low, high).Normalise(value));

    [Theory]
    [InlineData(0.00012345678, 0.000123457)]
    [InlineData(0.99, 0.1)]
    public void Normalise_LogFloat_RoundsToSixSignificantDigits(double value, double expected) =>
        Assert.Equal(expected, new FloatDistribution(1e-5, 0.1, Log: true).Normalise(value));

    [Theory]
    [InlineData(0.31, 0.3)]
    [InlineData(0.36, 0.4)]
    [InlineData(0.97, 0.9)]
    [InlineData(-3, 0.0)]
    public void Normalise_SteppedFloat_GivesShortGridPoints(double value, double expected)
    {
        var distribution = new FloatDistribution(0, 0.95, Step: 0.1);
        Assert.Equal(0.9, distribution.High);
        Assert.Equal(expected, distribution.Normalise(value));
    }

    [Fact]
    public void Normalise_SteppedFloat_IsNotBelowThirty()
    {
        var distribution = new FloatDistribution(0, 1, Step: 0.1);
        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0], Enumerable.Range(0, 11).Select(i => distribution.Normalise(i * 0.1)));
    }

    [Theory]
    [InlineData(54.9, 50)]
    [InlineData(55.0, 60)]
    [InlineData(1000, 200)]
    public void Normalise_Int_RoundsToTheStep(double value, double expected) =>
        Assert.Equal(expected, new IntDistribution(50, 205, Step: 10).Normalise(value));

    [Fact]
    public void FromUnit_AllKinds_StaysInsideAndIsNormalised()
    {
        Distribution[] all =
        [
            new FloatDistribution(-1, 2), new FloatDistribution(1e-8, 1e3, Log: true), new FloatDistribution(0.05, 0.95, Step: 0.05), new FloatDistribution(3, 3),
            new IntDistribution(-3, 12), new IntDistribution(1, 1000, Log: true), new IntDistribution(50, 200, Step: 10), new CategoricalDistribution(["a", "b", "c"]),
        ];
        double[] units = [0, 1e-12, 0.1, 0.25, 1.0 / 3, 0.5, 0.9, Math.BitDecrement(1.0)];
        foreach (var distribution in all)
        {
            foreach (var unit in units)
            {
                var value = distribution.FromUnit(unit);
                Assert.Equal(value, distribution.Normalise(value));
            }

            Assert.Throws<ArgumentOutOfRangeException>(() => distribution.FromUnit(1));
            Assert.Throws<ArgumentException>(() => distribution.Normalise(double.NaN));
        }
    }

    [Fact]
    public void FromUnit_Int_GivesEachNumberItsShare()
    {
        var distribution = new IntDistribution(50, 200, Step: 10);
        var counts = Enumerable.Range(0, 1600).GroupBy(i => distribution.FromUnit(i / 1600.0)).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(16, counts.Count);
        Assert.All(counts.Values, c => Assert.Equal(100, c));
    }

    [Fact]
    public void FromUnit_LogFloat_IsUniformInTheLogarithm()
    {
        var distribution = new FloatDistribution(1e-4, 1, Log: true);
        Assert.Equal(0.01, distribution.FromUnit(0.5), 1e-7);
        Assert.Equal(1e-4, distribution.FromUnit(0));
    }

    [Fact]
    public void Constructors_OutsideTheRules_Throw()
    {
        Assert.Throws<ArgumentException>(() => new FloatDistribution(1, 0));
        Assert.Throws<ArgumentException>(() => new FloatDistribution(0, double.NaN));
        Assert.Throws<ArgumentException>(() => new FloatDistribution(0, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FloatDistribution(0, 1, Log: true));
        Assert.Throws<ArgumentException>(() => new FloatDistribution(1, 2, Log: true, Step: 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FloatDistribution(0, 1, Step: 0));
        Assert.Throws<ArgumentException>(() => new IntDistribution(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IntDistribution(0, 9, Log: true));
        Assert.Throws<ArgumentException>(() => new IntDistribution(1, 9, Log: true, Step: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IntDistribution(1, 9, Step: 0));
        Assert.Throws<ArgumentException>(() => new IntDistribution(0, long.MaxValue));
        Assert.Throws<ArgumentException>(() => new CategoricalDistribution([]));
        Assert.Throws<ArgumentException>(() => new CategoricalDistribution(["a", "a"]));
    }

    [Fact]
    public void Equality_SameData_IsEqual()
    {
        Assert.Equal(new FloatDistribution(0, 1), new FloatDistribution(0, 1));
        Assert.NotEqual(new FloatDistribution(0, 1), new FloatDistribution(0, 1, Step: 0.5));
        Assert.Equal(new CategoricalDistribution(["a", "b"]), new CategoricalDistribution(["a", "b"]));
        Assert.NotEqual(new CategoricalDistribution(["a", "b"]), new CategoricalDistribution(["b", "a"]));
        Assert.True(new FloatDistribution(0, 1).Agrees(new FloatDistribution(-5, 9)));
        Assert.False(new FloatDistribution(1, 2).Agrees(new FloatDistribution(1, 2, Log: true)));
        Assert.False(new IntDistribution(1, 2).Agrees(new FloatDistribution(1, 2)));
    }
}
