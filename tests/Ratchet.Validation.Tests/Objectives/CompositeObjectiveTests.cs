using FsCheck;
using FsCheck.Fluent;
using Ratchet.Numerics.Randomness;
using Ratchet.Validation.Metrics;
using Ratchet.Validation.Objectives;

namespace Ratchet.Validation.Tests.Objectives;

public sealed class CompositeObjectiveTests
{
    private static readonly PerformanceMetrics Good = new()
    {
        Trades = 50,
        TradesPerYear = 200,
        WinRate = 0.6,
        Sharpe = 1,
        ProfitFactor = 1.1000001,
        MaximumDrawdown = 0.15,
        AlphaPersistence = 0.5,
        Volatility = 0.4,
        TradeEfficiency = 0.6,
    };

    private readonly CompositeObjective objective = new(new());

    [Fact]
    public void Evaluate_AtTheTargets_MatchesTheHandCalculation()
    {
        // 0.4 * 0.5 + 0.3 * 0.5 - 0.2 * 0.5 + 0.1 * 0.5 + 0.05 * 0.6 - 0.05 * 0.5
        var score = objective.Evaluate(Good);
        Assert.Equal(0.305, score.Composite, 6);
        Assert.True(score.Viable);
        Assert.Empty(score.Reasons);
        Assert.Equal(score.Composite, score.Ranking);
        Assert.Equal(
            ["sharpe", "profit_factor", "max_drawdown", "alpha_persistence", "trade_efficiency", "volatility_penalty"],
            score.Components.Select(c => c.Name));
        Assert.Equal(score.Composite, score.Components.Sum(c => c.Contribution), 12);
    }

    [Fact]
    public void Evaluate_Curves_FollowTheirFormulas()
    {
        var score = objective.Evaluate(Good with { Sharpe = 2, ProfitFactor = 2.2, MaximumDrawdown = 0.5, Volatility = 0.1, AlphaPersistence = 0 });
        Assert.Equal(1 / (1 + Math.Exp(-1.5)), score.Components[0].Value, 12);
        Assert.Equal(16.0 / 17, score.Components[1].Value, 12);
        Assert.Equal((1, 0, 0), (score.Components[2].Value, score.Components[3].Value, score.Components[5].Value));
    }

    [Theory]
    [InlineData("trades", 0.1)]
    [InlineData("sharpe", 0.5)]
    [InlineData("pf", 0.5)]
    [InlineData("dd", 0.5)]
    public void Evaluate_OneCriterionMissed_IsNotViableByItsShortfall(string which, double shortfall)
    {
        var metrics = which switch
        {
            "trades" => Good with { Trades = 9 },
            "sharpe" => Good with { Sharpe = 0 },
            "pf" => Good with { ProfitFactor = 0.55 },
            _ => Good with { MaximumDrawdown = 0.65 },
        };
        var score = objective.Evaluate(metrics);
        Assert.False(score.Viable);
        Assert.Single(score.Reasons);
        Assert.Equal(-1 - shortfall, score.Ranking, 12);
    }

    [Fact]
    public void Evaluate_ExactlyAtTheLimits_IsNotViableButTrades()
    {
        var score = objective.Evaluate(Good with { Trades = 10, Sharpe = 0.5, ProfitFactor = 1.1, MaximumDrawdown = 0.3 });
        Assert.Equal(3, score.Reasons.Count);
        Assert.Equal(-1, score.Ranking, 12);
    }

    [Fact]
    public void Evaluate_NoTrades_IsTheLowest()
    {
        var none = objective.Evaluate(PerformanceMetrics.Compute(new(100, new double[] { 100, 100 }, 8760), [], MetricOptions.Default));
        var worst = objective.Evaluate(new() { Trades = 1, Sharpe = -1000, ProfitFactor = 0, MaximumDrawdown = 1, Volatility = 50 });
        Assert.Equal(-5, none.Ranking);
        Assert.True(worst.Ranking > none.Ranking);
    }

    [Fact]
    public void Evaluate_NotANumber_IsNotViable() => Assert.False(objective.Evaluate(Good with { Sharpe = double.NaN }).Viable);

    [Fact]
    public void Evaluate_AnyMetrics_ViableRanksAboveNotViable() =>
        Check.QuickThrowOnFailure(Prop.ForAll<uint>(seed =>
        {
            var random = StreamKey.FromSeed(seed).Open();
            var raw = new RawWeightedObjective(new());
            var pool = Enumerable.Range(0, 60).Select(_ => Any(random)).ToArray();
            return new IObjective[] { objective, raw }.All(o =>
            {
                var scores = pool.Select(o.Evaluate).ToArray();
                var viable = scores.Where(s => s.Viable).Select(s => s.Ranking).DefaultIfEmpty(1).Min();
                var others = scores.Where(s => !s.Viable).Select(s => s.Ranking).DefaultIfEmpty(-2).Max();
                return viable > -1 && others <= -1 && scores.All(s => double.IsFinite(s.Composite) && s.Ranking >= -5);
            });
        }));

    [Fact]
    public void Evaluate_BetterMetric_NeverLowersTheComposite() =>
        Check.QuickThrowOnFailure(Prop.ForAll<uint>(seed =>
        {
            var random = StreamKey.FromSeed(seed).Open();
            var m = Any(random);
            var better = m with { Sharpe = m.Sharpe + random.NextDouble(), ProfitFactor = m.ProfitFactor + random.NextDouble() };
            var worse = m with { MaximumDrawdown = m.MaximumDrawdown + random.NextDouble(), Volatility = m.Volatility + random.NextDouble() };
            var score = objective.Evaluate(m).Composite;
            return objective.Evaluate(better).Composite >= score && objective.Evaluate(worse).Composite <= score;
        }));

    [Fact]
    public void Evaluate_RawWeighted_SumsTheMetricsAsTheyAre()
    {
        var score = new RawWeightedObjective(new()).Evaluate(Good with { ProfitFactor = 2 });
        Assert.Equal(0.4 + 0.6 - 0.03 + 0.05 + 0.03 - 0.05, score.Composite, 12);
        Assert.Equal("raw-weighted", new RawWeightedObjective(new()).Name);
        Assert.Equal("composite", objective.Name);
    }

    [Fact]
    public void Validate_Weights_NegativeOnlyOnPenalties()
    {
        new CompositeOptions { DrawdownWeight = -0.9, SharpeWeight = 0 }.Validate();
        Assert.Throws<ArgumentOutOfRangeException>(new CompositeOptions { SharpeWeight = -0.01 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new CompositeOptions { ProfitFactorWeight = double.NaN }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new CompositeOptions { AlphaPersistenceWeight = double.PositiveInfinity }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new CompositeOptions { TradeEfficiencyWeight = -1 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new CompositeOptions { DrawdownWeight = 0.2 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new CompositeOptions { DrawdownWeight = -0.95, VolatilityWeight = -0.05 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new CompositeOptions { VolatilityBudget = 0 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new CompositeOptions { DrawdownLimit = 1.1 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new CompositeOptions { Viability = new() { MinimumTrades = 0 } }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new CompositeOptions { Viability = new() { SharpeAbove = -1 } }.Validate);
    }

    private static PerformanceMetrics Any(RandomStream random) => new()
    {
        Trades = random.NextInt(60),
        TradesPerYear = random.NextDouble() * 500,
        WinRate = random.NextDouble(),
        Sharpe = random.NextNormal() * 3,
        ProfitFactor = Math.Exp(random.NextNormal()),
        MaximumDrawdown = random.NextDouble() * 0.5,
        AlphaPersistence = random.NextDouble(),
        Volatility = random.NextDouble() * 3,
    };
}
