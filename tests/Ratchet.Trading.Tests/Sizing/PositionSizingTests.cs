using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Sizing;

namespace Ratchet.Trading.Tests.Sizing;

public sealed class PositionSizingTests
{
    private static readonly SizingOptions Fixed = new();
    private static readonly SizingOptions Volatility = new() { Method = SizingMethod.VolatilityTarget, VolatilityTarget = 0.005 };
    private static readonly SizingOptions Kelly = new() { Method = SizingMethod.CappedKelly, KellyShare = 0.25, KellyCap = 0.03 };

    [Fact]
    public void Quantity_FixedFraction_LosesTheShareAtTheStop()
    {
        // 1 % of 10,000 x 0.8 x 0.5 over a stop of 4.
        Assert.Equal(10, PositionSizing.Quantity(Fixed, 10_000, 100, 4, 2, 0.8, 0.5, 1, 2), 12);
        Assert.Equal(10 * 1.5, PositionSizing.Quantity(Fixed, 10_000, 100, 4, 2, 0.8, 0.5, 1.5, 2), 12);
    }

    [Fact]
    public void Quantity_VolatilityTarget_IsTheShareOverTheDistance() =>
        Assert.Equal(10_000 * 0.005 / 2, PositionSizing.Quantity(Volatility, 10_000, 100, 4, 2, 1, 1, 1, 2), 12);

    [Theory]
    [InlineData(0.5, 1.0, 0)]
    [InlineData(0.4, 1.0, 0)]
    [InlineData(0.5, 1.2, 0.25 * (0.5 - (0.5 / 1.2)))]
    [InlineData(0.55, 1.0, 0.25 * 0.1)]
    [InlineData(0.9, 2.0, 0.03)]
    [InlineData(1.0, double.PositiveInfinity, 0.03)]
    [InlineData(0.9, 0.0, 0)]
    [InlineData(0.9, double.NaN, 0)]
    public void Quantity_CappedKelly_IsTheCappedShareOfTheEdge(double confidence, double rewardToRisk, double share) =>
        Assert.Equal(10_000 * share * confidence / 4, PositionSizing.Quantity(Kelly, 10_000, 100, 4, 2, confidence, 1, 1, rewardToRisk), 9);

    [Fact]
    public void Quantity_Confidence_NeverScalesAboveOne() =>
        Assert.Equal(PositionSizing.Quantity(Fixed, 10_000, 100, 4, 2, 1, 1, 1, 2), PositionSizing.Quantity(Fixed, 10_000, 100, 4, 2, 7, 1, 1, 2));

    [Theory]
    [InlineData(-3, 0.2)]
    [InlineData(0.1, 0.2)]
    [InlineData(0.6, 0.6)]
    [InlineData(9, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    public void Quantity_PositionModel_IsClamped(double size, double effective) =>
        Assert.Equal(25 * effective, PositionSizing.Quantity(Fixed, 10_000, 100, 4, 2, 1, size, 1, 2), 12);

    [Theory]
    [InlineData(SizingMethod.FixedFraction)]
    [InlineData(SizingMethod.VolatilityTarget)]
    [InlineData(SizingMethod.CappedKelly)]
    public void Quantity_TwiceTheRange_IsHalfTheSize(SizingMethod method)
    {
        // Stop and signal distances are multiples of the average true range.
        var options = new SizingOptions { Method = method };
        var calm = PositionSizing.Quantity(options, 10_000, 100, 1.5 * 2, 2, 0.7, 1, 1, 2);
        Assert.True(calm > 0);
        Assert.Equal(calm / 2, PositionSizing.Quantity(options, 10_000, 100, 1.5 * 4, 4, 0.7, 1, 1, 2), 12);
    }

    [Fact]
    public void Quantity_AnyNumbers_IsFiniteAndNotNegativeAndFitsADecimal()
    {
        double[] odd = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -1, 1e-300, 1e300, double.Epsilon, 0.3, 1, 2, 100];
        var random = StreamKey.FromSeed(7).Derive("sizing").Open();
        double Draw() => random.NextInt(3) == 0 ? odd[random.NextInt(odd.Length)] : Math.Exp(random.NextNormal() * 3);
        var positive = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var options = new SizingOptions { Method = (SizingMethod)random.NextInt(3) };
            var (equity, price) = (Draw(), Draw());
            var quantity = PositionSizing.Quantity(options, equity, price, Draw(), Draw(), Draw(), Draw(), Draw(), Draw());
            Assert.True(quantity >= 0 && double.IsFinite(quantity));
            Assert.True(quantity == 0 || quantity * price <= equity * PositionSizing.MostLeverage * (1 + 1e-9));
            positive += quantity > 0 ? 1 : 0;
        }

        Assert.InRange(positive, 10_000, 200_000);
    }

    [Fact]
    public void Quantity_UnknownMethod_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PositionSizing.Quantity(new() { Method = (SizingMethod)9 }, 1, 1, 1, 1, 1, 1, 1, 1));

    [Theory]
    [InlineData("RiskPerTrade", 1, 1.000001)]
    [InlineData("RiskPerTrade", 1e-12, 0)]
    [InlineData("VolatilityTarget", 1, 1.000001)]
    [InlineData("VolatilityTarget", 1e-12, 0)]
    [InlineData("KellyShare", 1, 1.000001)]
    [InlineData("KellyShare", 1e-12, 0)]
    [InlineData("KellyCap", 1, 1.000001)]
    [InlineData("KellyCap", 1e-12, double.NaN)]
    [InlineData("PositionLow", 1, 1.000001)]
    [InlineData("PositionLow", 1e-12, 0)]
    [InlineData("PositionHigh", 0.2, 0.19999)]
    [InlineData("PositionHigh", 1, 1.000001)]
    public void Validate_AtABound_AcceptsInsideAndRefusesOutside(string field, double inside, double outside)
    {
        static SizingOptions With(string field, double value)
        {
            var options = new SizingOptions();
            typeof(SizingOptions).GetProperty(field)!.SetValue(options, value);
            return options;
        }

        With(field, inside).Validate();
        Assert.Equal(field, Assert.Throws<ArgumentOutOfRangeException>(() => With(field, outside).Validate()).ParamName);
    }
}
