using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Tests.Profiles;

public sealed class TradeProfileTests
{
    private static readonly TradeProfile Ultra = Named("ultra_aggressive");

    [Theory]
    [InlineData("defensive", 1.0, 1.2, 0.5, 1.8, 0, 24, 1.8, 0.55)]
    [InlineData("moderate", 1.0, 1.5, 0.5, 2.3, 0, 36, 2.3, 0.52)]
    [InlineData("moderate_aggressive", 1.0, 2.0, 0.5, 3.0, 1.5, 48, 3.0, 0.50)]
    [InlineData("balanced_aggressive", 1.0, 2.5, 0.4, 4.5, 2.0, 72, 4.5, 0.48)]
    [InlineData("ultra_aggressive", 1.0, 3.0, 0.4, 5.0, 2.0, 96, 5.0, 0.45)]
    [InlineData("scalp", 0.6, 0.6, 0.5, 0.9, 0, 4, 1.5, 0.60)]
    [InlineData("trend_rider", 1.0, 3.5, 0.3, 6.5, 2.5, 168, 6.5, 0.40)]
    public void All_EachRow_IsTheTables(string name, double stop, double first, double share, double second, double trailing, int hours, double reward, double rate)
    {
        var profile = Named(name);
        Assert.Equal(stop, profile.Exits.StopMultiple);
        Assert.Equal([first, second], profile.Exits.TargetMultiples);
        Assert.Equal([share, 1 - share], profile.Exits.TargetFractions, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(1, profile.Exits.BreakEvenAfterTarget);
        Assert.Equal(trailing, profile.Exits.TrailingMultiple);
        Assert.Equal(0, profile.Exits.HorizonBars);
        Assert.Equal(hours * 3_600_000L, profile.Exits.HorizonMilliseconds);
        Assert.Equal(reward, profile.RewardToRisk, 12);
        Assert.Equal(rate, profile.ExpectedWinRate);
    }

    [Fact]
    public void All_TheSet_IsValidAndHasSeven()
    {
        TradeProfiles.Validate(TradeProfiles.All);
        Assert.Equal(7, TradeProfiles.All.Count);
        Assert.Equal(4, TradeProfiles.IndexOf(TradeProfiles.All, TradeProfiles.DefaultName));
        Assert.Equal(-1, TradeProfiles.IndexOf(TradeProfiles.All, "none"));
    }

    [Fact]
    public void Expectancy_UltraAggressive_IsBothForms()
    {
        Assert.Equal(1.70, Ultra.Expectancy, 12);
        Assert.Equal(1.34, Ultra.ExpectancyWithPartials, 12);
    }

    [Fact]
    public void Prices_WorkedExample_IsTheTables()
    {
        var prices = ProfilePrices.At(Ultra.Exits, 1, 100_000m, 500, 0.1m);
        Assert.Equal(99_500m, prices.Stop);
        Assert.Equal([101_500m, 102_500m], prices.Targets);
        var brief = ProfilePrices.At(Ultra.Exits, -1, 100_000m, 500, 0.1m);
        Assert.Equal(100_500m, brief.Stop);
        Assert.Equal([98_500m, 97_500m], brief.Targets);
    }

    [Fact]
    public void Prices_OddDistance_AreRoundedToTicks()
    {
        var prices = ProfilePrices.At(Ultra.Exits, 1, 100m, 0.333, 0.05m);
        Assert.Equal(99.65m, prices.Stop);
        Assert.Equal([101.00m, 101.65m], prices.Targets);
        Assert.Equal(0.5m, ProfilePrices.At(Ultra.Exits, 1, 1m, 2, 0.5m).Stop);
        Assert.Equal(99.667m, ProfilePrices.At(Ultra.Exits, 1, 100m, 0.333, 0).Stop);
    }

    [Fact]
    public void Prices_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("side", () => ProfilePrices.At(Ultra.Exits, 0, 1m, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("distance", () => ProfilePrices.At(Ultra.Exits, 1, 1m, double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>("entry", () => ProfilePrices.At(Ultra.Exits, 1, 0m, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("tick", () => ProfilePrices.At(Ultra.Exits, 1, 1m, 1, -1m));
    }

    [Fact]
    public void Validate_EachWrongValue_IsNamed()
    {
        Refused(Ultra with { Name = "Ultra" }, "Name");
        Refused(Ultra with { Name = string.Empty }, "Name");
        Refused(Ultra with { RewardToRisk = 4.9 }, "RewardToRisk");
        Refused(Ultra with { RewardToRisk = double.NaN }, "RewardToRisk");
        Refused(Ultra with { ExpectedWinRate = 0 }, "ExpectedWinRate");
        Refused(Ultra with { ExpectedWinRate = 1 }, "ExpectedWinRate");
        Refused(Ultra with { Regimes = [] }, "Regimes");
        Refused(Ultra with { Regimes = ["A", "A"] }, "Regimes");
        Refused(Ultra with { Exits = Ultra.Exits with { StopMultiple = 0 } }, "StopMultiple");
        Assert.Throws<ArgumentException>(() => TradeProfiles.Validate([Ultra, Ultra]));
        Assert.Throws<ArgumentException>(() => TradeProfiles.Validate([]));
    }

    private static void Refused(TradeProfile profile, string field) =>
        Assert.Contains(field, Assert.ThrowsAny<ArgumentException>(profile.Validate).Message, StringComparison.Ordinal);

    private static TradeProfile Named(string name) => TradeProfiles.All.Single(p => p.Name == name);
}
