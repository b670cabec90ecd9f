using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Retirement;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Adaptation.Tests.Retirement;

public sealed class RetirementTests
{
    private const long Hour = 3_600_000;
    private static readonly RetirementOptions Options = new();

    [Fact]
    public void Assess_TwentyLosses_DegradesAtOnceThenSuspendsThenRetires()
    {
        var machine = new StrategyRetirement(1, Options, 0.01);
        machine.Begin(0);
        for (var i = 0; i < 19; i++)
        {
            machine.Closed(Trade(-1, i));
            Assert.Null(machine.Assess(i, 0));
        }

        machine.Closed(Trade(-1, 19));
        var change = machine.Assess(19, 0)!;
        Assert.Equal((RetirementStatus.Active, RetirementStatus.Degraded, false), (change.From, change.To, change.Forced));
        Assert.Contains("expectancy -1", change.Why, StringComparison.Ordinal);
        Assert.Contains("losses in a row 20", change.Why, StringComparison.Ordinal);
        Assert.Null(machine.Assess(19 + (24 * Hour) - 1, 0));
        Assert.Equal(RetirementStatus.Suspended, machine.Assess(19 + (24 * Hour), 0)!.To);
        Assert.Null(machine.Assess(19 + (96 * Hour) - 1, 0));
        Assert.Equal(RetirementStatus.Retired, machine.Assess(19 + (96 * Hour), 0)!.To);
        Assert.Null(machine.Assess(1000 * Hour, 0));
        var times = machine.Times(0, 19 + (100 * Hour));
        Assert.Equal((24 * Hour, 72 * Hour, 4 * Hour), (times.Degraded, times.Suspended, times.Retired));
    }

    [Fact]
    public void Assess_HealthyAgain_IsActive()
    {
        var machine = new StrategyRetirement(1, Options with { Window = 20 }, 0.01);
        machine.Begin(0);
        Feed(machine, 20, -1, 0);
        Assert.Equal(RetirementStatus.Degraded, machine.Assess(1, 0)!.To);
        Feed(machine, 20, 1, 2);
        Assert.Equal(RetirementStatus.Active, machine.Assess(3, 0)!.To);
        Assert.Equal((1, 1), (machine.Times(0, 4).Degradations, machine.Times(0, 4).Recoveries));
    }

    [Fact]
    public void Assess_HealthyInShadow_IsReadmittedOnlyWhereAllowed()
    {
        foreach (var allowed in new[] { false, true })
        {
            var machine = new StrategyRetirement(1, Options with { Readmission = allowed }, 0.01);
            machine.Begin(0);
            machine.Force(0, 0, RetirementStatus.Suspended, "ann", "test");
            Feed(machine, 30, 1, 1);
            Assert.Null(machine.Assess(1, 0));
            for (var i = 0; i < 20; i++)
            {
                machine.Closed(Trade(1, 2) with { Shadow = true });
            }

            Assert.Equal(allowed ? RetirementStatus.Degraded : null, machine.Assess(3, 0)?.To);
        }
    }

    [Fact]
    public void Assess_PointBelowThresholdButBoundAbove_ViolatesOnlyByPointValues()
    {
        // Ten wins of 1 and ten losses of 0.9: mean 0.05 below 0.1, but with a standard error of 0.22.
        foreach (var point in new[] { false, true })
        {
            var machine = new StrategyRetirement(1, Options with { PointValues = point }, 0.01);
            machine.Begin(0);
            for (var i = 0; i < 20; i++)
            {
                machine.Closed(Trade(i % 2 == 0 ? 1 : -0.9, i));
            }

            Assert.Equal(point, machine.Assess(20, 0) is not null);
            Assert.Equal(0.05, machine.Reading(0).Expectancy.Value, 12);
        }
    }

    [Fact]
    public void Force_AnyStatus_IsSetWithWhoAndWhyAndJudgedAnew()
    {
        var machine = new StrategyRetirement(1, Options, 0.01);
        machine.Begin(0);
        Feed(machine, 25, -1, 0);
        var change = machine.Force(5, 0, RetirementStatus.Retired, "ann", "broken feed");
        Assert.Equal((true, "ann", "broken feed", 25), (change.Forced, change.By, change.Why, change.Reading.Trades));
        machine.Force(6, 0, RetirementStatus.Active, "ann", "repaired");
        Assert.Null(machine.Assess(7, 0));
    }

    [Fact]
    public void Machine_RandomHistories_AgreesWithThePlainModel()
    {
        var transitions = new Dictionary<(RetirementStatus, RetirementStatus), int>();
        for (var history = 0; history < 10_000; history++)
        {
            var random = StreamKey.FromSeed(61).Derive(history).Open();
            var options = Options with
            {
                LeastTrades = 2 + random.NextInt(8),
                Window = 10 + random.NextInt(20),
                PointValues = random.NextInt(4) == 0,
                Readmission = random.NextInt(2) == 0,
                LosingRun = 3 + random.NextInt(8),
                MostDrawdown = 0.05 + (0.1 * random.NextDouble()),
            };
            var machine = new StrategyRetirement(1, options, 0.01);
            var model = new PlainRetirement(options, 0.01);
            var time = (long)random.NextInt(1000);
            machine.Begin(time);
            model.Begin(time);
            var drift = random.NextDouble() - 0.5;
            for (var step = 0; step < 60; step++)
            {
                time += (long)(random.NextDouble() * random.NextDouble() * 20 * Hour);
                var before = machine.Status(0);
                switch (random.NextInt(40))
                {
                    case 0:
                        var forced = (RetirementStatus)random.NextInt(4);
                        machine.Force(time, 0, forced, "a", "b");
                        model.Force(forced, time);
                        before = forced;
                        break;
                    case < 8:
                        drift = (2 * random.NextDouble()) - 1;
                        break;
                    default:
                        var result = random.NextNormal() + drift;
                        var shadow = random.NextInt(2) == 0;
                        var entry = time - random.NextInt((int)Hour);
                        machine.Closed(Trade(result, entry) with { Shadow = shadow, ExitTime = time });
                        model.Closed(result, shadow, entry);
                        break;
                }

                var change = machine.Assess(time, 0);
                model.Assess(time);
                Assert.Equal(model.Status, machine.Status(0));
                Assert.Equal(model.Since, machine.Since(0));
                Assert.Equal(before != model.Status, change is not null);
                if (change is not null)
                {
                    transitions[(change.From, change.To)] = transitions.GetValueOrDefault((change.From, change.To)) + 1;
                }
            }
        }

        Assert.Equal(5, transitions.Count);
        Assert.All(transitions, t => Assert.True(t.Value > 100, $"{t.Key}: {t.Value}"));
    }

    [Theory]
    [InlineData(0.499, false)]
    [InlineData(0.5, true)]
    [InlineData(0.999, true)]
    [InlineData(0.9991, false)]
    public void Validate_Confidence_HasBounds(double confidence, bool holds) =>
        Assert.Equal(holds, Record.Exception(() => new RetirementOptions { Confidence = confidence }.Validate()) is null);

    private static StrategyTrade Trade(double result, long time) => new(0, 0, MarketRegime.TrendUp, 1, time, time, result, 1, 0, result, Shadow: false);

    private static void Feed(StrategyRetirement machine, int count, double result, long time)
    {
        for (var i = 0; i < count; i++)
        {
            machine.Closed(Trade(result, time));
        }
    }
}
