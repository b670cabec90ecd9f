using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Tests.Risk;

public sealed class RiskLimitsTests
{
    private const double Tiny = 1e-12;
    private const long Century = 100L * 36_525 * 864_000;

    public static TheoryData<string, object, object> Bounds => new()
    {
        { "RiskPerTrade", 1.0, 1 + 1e-9 },
        { "RiskPerTrade", Tiny, 0.0 },
        { "RiskPerTrade", 0.5, double.NaN },
        { "PositionValue", Tiny, 0.0 },
        { "PositionValue", double.PositiveInfinity, double.NaN },
        { "GrossPerSymbol", Tiny, 0.0 },
        { "GrossPerSymbol", double.PositiveInfinity, double.NaN },
        { "GrossPerStrategy", Tiny, 0.0 },
        { "GrossPerStrategy", 3.0, double.NaN },
        { "GrossExposure", Tiny, 0.0 },
        { "GrossExposure", 3.0, double.NaN },
        { "NetExposure", Tiny, 0.0 },
        { "NetExposure", 3.0, double.NaN },
        { "CorrelatedExposure", Tiny, 0.0 },
        { "CorrelatedExposure", 3.0, double.NaN },
        { "OpenPositions", 1, 0 },
        { "DailyLoss", 1.0, 1 + 1e-9 },
        { "DailyLoss", Tiny, 0.0 },
        { "DrawdownReduce", 0.19999, 0.20 },
        { "DrawdownReduce", Tiny, 0.0 },
        { "DrawdownHalt", 0.10001, 0.10 },
        { "DrawdownHalt", 1.0, 1 + 1e-9 },
        { "LosingRun", 0, -1 },
        { "LosingRunPause", 1L, 0L },
        { "LosingRunPause", Century, Century + 1 },
        { "VolatilitySpike", 0.0, 1.0 },
        { "VolatilitySpike", 1 + 1e-9, 0.5 },
        { "VolatilitySpike", 2.0, double.PositiveInfinity },
        { "BreakerPause", 1L, 0L },
        { "BreakerPause", Century, Century + 1 },
        { "StaleBars", 0, -1 },
        { "StaleBars", 1_000_000, 1_000_001 },
        { "GapBars", 0, -1 },
        { "GapBars", 1_000_000, 1_000_001 },
        { "RejectedOrders", 0, -1 },
        { "SlippageBps", 0.0, -Tiny },
        { "SlippageBps", 1.0, double.PositiveInfinity },
        { "ClockSkew", 0L, -1L },
        { "ModelAge", 0L, -1L },
        { "DataQuality", 0.0, -Tiny },
        { "DataQuality", 1.0, 1 + 1e-9 },
    };

    [Theory]
    [MemberData(nameof(Bounds))]
    public void Validate_AtABound_AcceptsInsideAndRefusesOutsideByName(string field, object inside, object outside)
    {
        With(field, inside).Validate();
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => With(field, outside).Validate());
        var named = field == "DrawdownReduce" && Equals(outside, 0.20) ? "DrawdownHalt" : field;
        Assert.Equal(named, thrown.ParamName);
        Assert.Contains($"{named} must be", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_EveryNumber_IsTested()
    {
        var tested = Bounds.Select(row => row.Data.Item1).ToHashSet();
        Assert.Equal(typeof(RiskLimits).GetProperties().Where(p => p.PropertyType != typeof(bool)).Select(p => p.Name).Order(), tested.Order());
    }

    private static RiskLimits With(string field, object value)
    {
        var limits = new RiskLimits();
        typeof(RiskLimits).GetProperty(field)!.SetValue(limits, value);
        return limits;
    }
}
