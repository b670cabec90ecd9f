using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Quality;
using Ratchet.Adaptation.Regimes;

namespace Ratchet.Adaptation.Tests.Quality;

public sealed class SignalQualityTests
{
    private readonly PerformanceDecomposer outcomes = new(new(), 2, 2);

    [Fact]
    public void Score_NoHistory_IsTheFormula()
    {
        // (0.3 x 0.6 + 0.3 x 1 + 0.4 x 0.5) x 1.05 x 1.1.
        var reading = Quality(new()).Score(0, 0, MarketRegime.TrendUp, 0.6, 4);
        Assert.Equal(0.68 * 1.05 * 1.1, reading.Quality, 12);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0.8)]
    [InlineData(2, 0.9)]
    [InlineData(3, 1)]
    [InlineData(4, 1.05)]
    [InlineData(5, 1.1)]
    [InlineData(9, 1.1)]
    public void ConfluenceFactor_AgreeingIndicators_IsTheTable(int agreeing, double factor) => Assert.Equal(factor, new QualityOptions().ConfluenceFactor(agreeing));

    [Theory]
    [InlineData(MarketRegime.TrendUp, RegimeClass.Trending, 1.1)]
    [InlineData(MarketRegime.TrendDown, RegimeClass.Trending, 1.1)]
    [InlineData(MarketRegime.RangeLowVol, RegimeClass.Ranging, 0.8)]
    [InlineData(MarketRegime.RangeHighVol, RegimeClass.Ranging, 0.8)]
    [InlineData(MarketRegime.HighVolatility, RegimeClass.Volatile, 0.7)]
    [InlineData(MarketRegime.Illiquid, RegimeClass.Volatile, 0.7)]
    [InlineData(MarketRegime.Unknown, RegimeClass.Volatile, 0.7)]
    public void RegimeClass_SevenRegimes_AreThreeKinds(MarketRegime regime, RegimeClass kind, double factor)
    {
        Assert.Equal(kind, RegimeClasses.Of(regime));
        Assert.Equal(factor, new QualityOptions().RegimeFactor(kind));
    }

    [Fact]
    public void Success_ProfitableFiveToOneWithFewWins_IsHighWhereTheBareRateIsLow()
    {
        Add(0, 0, MarketRegime.TrendUp, wins: 18, losses: 22, win: 5, loss: 1);
        var posterior = Quality(new()).Score(0, 0, MarketRegime.TrendUp, 0.6, 3);
        var bare = Quality(new() { BareWinRate = true }).Score(0, 0, MarketRegime.TrendUp, 0.6, 3);
        Assert.True(posterior.Success > 0.999, $"{posterior.Success}");
        Assert.Equal(0.45, bare.Success, 12);
    }

    [Fact]
    public void Success_KnownCounts_EqualsTheBinomialTail()
    {
        // Symmetric wins and losses of 1 R: break-even 1/2; 1 - I_0.5(1 + 15, 1 + 5) = P(Binomial(21, 0.5) <= 15).
        Add(0, 0, MarketRegime.TrendUp, wins: 15, losses: 5, win: 1, loss: 1);
        double sum = 0, term = Math.Pow(0.5, 21);
        for (var k = 0; k <= 15; k++)
        {
            sum += term;
            term = term * (21 - k) / (k + 1);
        }

        Assert.Equal(sum, Quality(new()).Score(0, 0, MarketRegime.TrendUp, 0.6, 3).Success, 10);
    }

    [Fact]
    public void Success_ThinCell_BacksOffToCoarserOnes()
    {
        Add(0, 1, MarketRegime.TrendUp, wins: 19, losses: 0, win: 1, loss: 1);
        Add(0, 1, MarketRegime.Illiquid, wins: 0, losses: 40, win: 1, loss: 1);
        var quality = Quality(new() { BareWinRate = true });
        Assert.Equal(0, quality.Score(0, 1, MarketRegime.Illiquid, 1, 3).Success);
        Assert.Equal(19.0 / 59, quality.Score(0, 1, MarketRegime.TrendUp, 1, 3).Success, 12);
        Assert.Equal(0.5, quality.Score(1, 1, MarketRegime.TrendUp, 1, 3).Success);
        Add(0, 0, MarketRegime.TrendUp, wins: 1, losses: 0, win: 1, loss: 1);
        quality.Forget(0);
        Assert.Equal(1, quality.Score(0, 1, MarketRegime.TrendUp, 1, 3).Success);
    }

    [Fact]
    public void Alignment_StatedOrLearned_IsUsed()
    {
        var stated = Quality(new() { Alignments = [new("a", 0.9, 0.2, 0.1)] });
        Assert.Equal(0.2, stated.Score(0, 0, MarketRegime.RangeLowVol, 1, 3).Alignment);
        Assert.Equal(1, stated.Score(1, 0, MarketRegime.RangeLowVol, 1, 3).Alignment);
        Add(1, 0, MarketRegime.RangeLowVol, wins: 2, losses: 30, win: 1, loss: 1);
        stated.Forget(1);
        Assert.InRange(stated.Score(1, 0, MarketRegime.RangeLowVol, 1, 3).Alignment, 0, 0.4);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void Score_ImpossibleConfidence_CountsAsNone(double confidence) => Assert.Equal(0, Quality(new()).Score(0, 0, MarketRegime.TrendUp, confidence, 3).Confidence);

    [Theory]
    [InlineData(-0.01, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(1.01, false)]
    public void Validate_Threshold_HasBounds(double threshold, bool holds) => Assert.Equal(holds, Record.Exception(() => new QualityOptions { Threshold = threshold }.Validate()) is null);

    private SignalQuality Quality(QualityOptions options) => new(outcomes, ["a", "b"], 2, options, new(), 0.01);

    private void Add(int strategy, int symbol, MarketRegime regime, int wins, int losses, double win, double loss)
    {
        for (var i = 0; i < wins + losses; i++)
        {
            var result = i < wins ? win : -loss;
            outcomes.Add(new(strategy, symbol, regime, 1, i, i, result, 1, 0, result, Shadow: i % 2 == 0));
        }
    }
}
