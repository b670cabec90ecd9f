using Ratchet.Learning.Forests;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Numerics.Randomness;
using Ratchet.Search.Samplers;
using Ratchet.Search.Spaces;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Lifecycle.Tests.Experiments;

public sealed class TrialSpaceTests
{
    private const double AlmostOne = 1 - 1e-12;
    private static readonly SearchSpace Space = TrialSpace.Joint(new IntDistribution(50, 200, Step: 10));
    private static readonly TrialConfiguration Defaults = new StudySettings().Defaults;

    public static TheoryData<string> Names => [.. Space.Names];

    [Fact]
    public void Joint_Space_HasTheParametersThatItSays() => Assert.Equal(38, Space.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void Decode_EitherBound_SetsThatValueAndIsValid(string name)
    {
        foreach (var unit in new[] { 0, AlmostOne })
        {
            foreach (var rest in new[] { 0, 0.5, AlmostOne })
            {
                var values = Set(_ => rest).With(name, Space[name].FromUnit(unit));
                var configuration = TrialSpace.Decode(TrialSpace.Repair(values).Parameters, Defaults);
                configuration.Validate();
                var repaired = name.EndsWith("min_samples_split", StringComparison.Ordinal);
                if (!repaired)
                {
                    Assert.Equal(values.AsDictionary[name].ToString(), Read(configuration, name).ToString());
                }
            }
        }
    }

    [Fact]
    public void Decode_TradingStops_AreLabelMultiplesTimesTheirScales()
    {
        var values = Set(_ => 0.5)
            .With("label.stop_multiple", 2.5).With("label.profit_multiple", 1.25).With("label.horizon", 20)
            .With("trading.stop_scale", 0.75).With("trading.target_scale", 1.5);
        var trading = TrialSpace.Decode(values, Defaults).Trading;
        Assert.Equal((2.5 * 0.75, 1.25 * 1.5, 20), (trading.StopMultiple, trading.TargetMultiple, trading.HorizonBars));
    }

    [Fact]
    public void Decode_OneModelsSpace_LeavesTheRestAtItsDefaults()
    {
        var space = TrialSpace.ForModel(EnsembleRole.Exit, new IntDistribution(50, 50));
        var configuration = TrialSpace.Decode(new(space, [.. space.Distributions.Select(d => d.FromUnit(0))]), Defaults);
        Assert.Equal(50, configuration.Ensemble.Exit.Trees);
        Assert.Equal(Defaults.Ensemble.Entry, configuration.Ensemble.Entry);
        Assert.Equal(Defaults.Labels, configuration.Labels);
        Assert.Equal(Defaults.Trading, configuration.Trading);
    }

    [Fact]
    public void Decode_TradingSpace_LeavesForestsAndLabelsAtTheirDefaults()
    {
        var space = TrialSpace.Trading;
        var configuration = TrialSpace.Decode(new(space, [.. space.Distributions.Select(d => d.FromUnit(0))]), Defaults);
        Assert.Equal(Defaults.Ensemble, configuration.Ensemble);
        Assert.Equal(Defaults.Labels, configuration.Labels);
        Assert.Equal(0.45, configuration.Trading.ConfidenceThreshold);
    }

    [Fact]
    public void Repair_SplitBelowTwoLeaves_IsRaisedAndSaid()
    {
        var values = Set(_ => 0.5).With("profit.min_samples_leaf", 30).With("profit.min_samples_split", 59)
            .With("entry.min_samples_leaf", 30).With("entry.min_samples_split", 60);
        var repaired = TrialSpace.Repair(values);
        Assert.Equal(60, repaired.Parameters.GetInt("profit.min_samples_split"));
        Assert.Equal(60, repaired.Parameters.GetInt("entry.min_samples_split"));
        Assert.Contains(repaired.Changes, c => c.Contains("profit.min_samples_split 59 -> 60", StringComparison.Ordinal));
        Assert.DoesNotContain(repaired.Changes, c => c.Contains("entry", StringComparison.Ordinal));
    }

    [Fact]
    public void Repair_AnyProposal_IsValidAndStaysAsItIsWhenRepairedAgain()
    {
        var sampler = new RandomSampler(StreamKey.FromSeed(6));
        for (var number = 0; number < 200; number++)
        {
            var once = TrialSpace.Repair(sampler.Propose(Space, number, []));
            var twice = TrialSpace.Repair(once.Parameters);
            Assert.Empty(twice.Changes);
            Assert.Equal(once.Parameters.Key, twice.Parameters.Key);
            TrialSpace.Decode(once.Parameters, Defaults).Validate();
        }
    }

    [Theory]
    [InlineData(100, 10, 50, 8)]
    [InlineData(1, 3, 1, 2)]
    [InlineData(5, 2, 2, 2)]
    [InlineData(9, 0, 4, 8)]
    public void Reduce_EveryForest_HasHalfTheTreesAndTwoLevelsFewer(int trees, int depth, int reducedTrees, int reducedDepth)
    {
        var ensemble = Defaults.Ensemble;
        foreach (var role in EnsembleOptions.Roles)
        {
            ensemble = ensemble.With(role, ensemble[role] with { Trees = trees, MaxDepth = depth });
        }

        var reduced = TrialSpace.Reduce(Defaults with { Ensemble = ensemble });
        reduced.Validate();
        Assert.All(EnsembleOptions.Roles, r => Assert.Equal((reducedTrees, reducedDepth), (reduced.Ensemble[r].Trees, reduced.Ensemble[r].MaxDepth)));
        Assert.Equal(Defaults.Labels, reduced.Labels);
        Assert.Equal(Defaults.Trading, reduced.Trading);
    }

    private static ParameterSet Set(Func<int, double> unit) => new(Space, [.. Space.Distributions.Select((d, i) => d.FromUnit(unit(i)))]);

    private static object Read(TrialConfiguration configuration, string name)
    {
        var parts = name.Split('.');
        return parts[0] switch
        {
            "label" => parts[1] switch
            {
                "profit_multiple" => configuration.Labels.ProfitMultiple,
                "stop_multiple" => configuration.Labels.StopMultiple,
                _ => (double)configuration.Labels.HorizonBars,
            },
            "trading" => parts[1] switch
            {
                "momentum_threshold" => configuration.Trading.MomentumThreshold,
                "confidence_threshold" => configuration.Trading.ConfidenceThreshold,
                "exit_threshold" => configuration.Trading.ExitThreshold,
                "position_low" => configuration.Trading.PositionLow,
                "position_high" => configuration.Trading.PositionHigh,
                "stop_scale" => configuration.Trading.StopMultiple / configuration.Labels.StopMultiple,
                _ => configuration.Trading.TargetMultiple / configuration.Labels.ProfitMultiple,
            },
            var role => Read(configuration.Ensemble[Enum.Parse<EnsembleRole>(role, ignoreCase: true)], parts[1]),
        };
    }

    private static object Read(ForestOptions forest, string name) => name switch
    {
        "n_estimators" => forest.Trees,
        "max_depth" => forest.MaxDepth,
        "min_samples_leaf" => forest.MinSamplesLeaf,
        "max_features" => forest.MaxFeatures,
        "max_samples" => forest.MaxSamples,
        "criterion" => forest.Criterion == SplitCriterion.Gini ? "gini" : "entropy",
        _ => forest.ClassWeight == ClassWeighting.Balanced ? "balanced" : "none",
    };
}
