using Ratchet.Features.Labels;
using Ratchet.Learning.Forests;
using Ratchet.Search.Spaces;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>
/// The parameters that a joint study varies, 38 in all: six to eight a forest, three of labelling, seven of trading; and the way from
/// a set of values to a configuration.
/// </summary>
public static class TrialSpace
{
    private static readonly string[] FeatureShares = ["sqrt", "log2", "0.2", "0.4"];

    private static IEnumerable<(string Name, Distribution Distribution)> LabelParameters =>
    [
        ("label.profit_multiple", new FloatDistribution(0.25, 3.0, Step: 0.25)),
        ("label.stop_multiple", new FloatDistribution(0.75, 3.0, Step: 0.25)),
        ("label.horizon", new IntDistribution(8, 48, Step: 4)),
    ];

    private static IEnumerable<(string Name, Distribution Distribution)> TradingParameters =>
    [
        ("trading.momentum_threshold", new FloatDistribution(0.0, 1.5, Step: 0.05)),
        ("trading.confidence_threshold", new FloatDistribution(0.45, 0.75, Step: 0.01)),
        ("trading.exit_threshold", new FloatDistribution(0.5, 0.95, Step: 0.05)),
        ("trading.position_low", new FloatDistribution(0.1, 0.5, Step: 0.05)),
        ("trading.position_high", new FloatDistribution(0.5, 1.0, Step: 0.05)),
        ("trading.stop_scale", new FloatDistribution(0.75, 1.5, Step: 0.125)),
        ("trading.target_scale", new FloatDistribution(0.75, 1.5, Step: 0.125)),
    ];

    /// <summary>The joint space.</summary>
    /// <param name="estimators">How many trees a forest may have.</param>
    public static SearchSpace Joint(IntDistribution estimators) =>
        new([.. ForestParameters(EnsembleOptions.Roles, estimators), .. LabelParameters, .. TradingParameters]);

    /// <summary>The space of one forest alone.</summary>
    /// <param name="role">Whose parameters.</param>
    /// <param name="estimators">How many trees it may have.</param>
    public static SearchSpace ForModel(EnsembleRole role, IntDistribution estimators) => new(ForestParameters([role], estimators));

    /// <summary>The space of trading alone.</summary>
    public static SearchSpace Trading { get; } = new(TradingParameters);

    /// <summary>Makes the configuration that a set of values stands for; what the set does not name keeps its default.</summary>
    /// <param name="values">The values.</param>
    /// <param name="defaults">The fixed defaults.</param>
    public static TrialConfiguration Decode(ParameterSet values, TrialConfiguration defaults)
    {
        var ensemble = defaults.Ensemble;
        foreach (var role in EnsembleOptions.Roles)
        {
            if (values.Space.Contains($"{Prefix(role)}.n_estimators"))
            {
                ensemble = ensemble.With(role, Forest(values, role, ensemble[role]));
            }
        }

        var labels = values.Space.Contains("label.horizon") ? Labels(values, defaults.Labels) : defaults.Labels;
        var trading = defaults.Trading with
        {
            HorizonBars = labels.HorizonBars,
            StopMultiple = labels.StopMultiple,
            TargetMultiple = labels.ProfitMultiple,
        };
        if (values.Space.Contains("trading.confidence_threshold"))
        {
            trading = trading with
            {
                MomentumThreshold = values.GetFloat("trading.momentum_threshold"),
                ConfidenceThreshold = values.GetFloat("trading.confidence_threshold"),
                ExitThreshold = values.GetFloat("trading.exit_threshold"),
                PositionLow = values.GetFloat("trading.position_low"),
                PositionHigh = values.GetFloat("trading.position_high"),
                StopMultiple = labels.StopMultiple * values.GetFloat("trading.stop_scale"),
                TargetMultiple = labels.ProfitMultiple * values.GetFloat("trading.target_scale"),
            };
        }

        return defaults with { Labels = labels, Ensemble = ensemble, Trading = trading };
    }

    /// <summary>Mends a proposal that contradicts itself: a node that may be split must have room for two leaves.</summary>
    /// <param name="values">The proposal.</param>
    /// <returns>The mended set and what was changed, in words; empty where nothing was.</returns>
    public static RepairOutcome Repair(ParameterSet values)
    {
        var notes = new List<string>();
        foreach (var role in EnsembleOptions.Roles)
        {
            var split = $"{Prefix(role)}.min_samples_split";
            if (!values.Space.Contains(split))
            {
                continue;
            }

            var least = 2 * values.GetInt($"{Prefix(role)}.min_samples_leaf");
            if (values.GetInt(split) < least)
            {
                notes.Add($"{split} {values.GetInt(split)} -> {least} (twice the leaf)");
                values = values.With(split, least);
            }
        }

        return new(values, notes);
    }

    /// <summary>The configuration with less to grow: half the trees, two levels fewer. A trial that failed is tried once more with it.</summary>
    /// <param name="configuration">The one that failed.</param>
    public static TrialConfiguration Reduce(TrialConfiguration configuration)
    {
        var ensemble = configuration.Ensemble;
        foreach (var role in EnsembleOptions.Roles)
        {
            var options = ensemble[role];
            ensemble = ensemble.With(role, options with
            {
                Trees = Math.Max(1, options.Trees / 2),
                MaxDepth = options.MaxDepth == 0 ? 8 : Math.Max(2, options.MaxDepth - 2),
            });
        }

        return configuration with { Ensemble = ensemble };
    }

    private static IEnumerable<(string Name, Distribution Distribution)> ForestParameters(
        IEnumerable<EnsembleRole> roles, IntDistribution estimators)
    {
        foreach (var role in roles)
        {
            var name = Prefix(role);
            yield return ($"{name}.n_estimators", estimators);
            yield return ($"{name}.max_depth", new IntDistribution(4, 16));
            yield return ($"{name}.min_samples_split", new IntDistribution(10, 100));
            yield return ($"{name}.min_samples_leaf", new IntDistribution(5, 50));
            yield return ($"{name}.max_features", new CategoricalDistribution(FeatureShares));
            yield return ($"{name}.max_samples", new FloatDistribution(0.3, 1.0, Step: 0.1));
            if (role is EnsembleRole.Entry or EnsembleRole.Exit)
            {
                yield return ($"{name}.criterion", new CategoricalDistribution(["gini", "entropy"]));
                yield return ($"{name}.class_weight", new CategoricalDistribution(["none", "balanced"]));
            }
        }
    }

    private static string Prefix(EnsembleRole role) => role switch
    {
        EnsembleRole.Entry => "entry",
        EnsembleRole.Position => "position",
        EnsembleRole.Exit => "exit",
        _ => "profit",
    };

    private static ForestOptions Forest(ParameterSet values, EnsembleRole role, ForestOptions defaults)
    {
        var name = Prefix(role);
        var options = defaults with
        {
            Trees = values.GetInt($"{name}.n_estimators"),
            MaxDepth = values.GetInt($"{name}.max_depth"),
            MinSamplesSplit = values.GetInt($"{name}.min_samples_split"),
            MinSamplesLeaf = values.GetInt($"{name}.min_samples_leaf"),
            MaxFeatures = MaxFeatures.Parse(values.GetChoice($"{name}.max_features")),
            MaxSamples = values.GetFloat($"{name}.max_samples"),
        };
        return role is EnsembleRole.Entry or EnsembleRole.Exit
            ? options with
            {
                Criterion = values.GetChoice($"{name}.criterion") == "gini" ? SplitCriterion.Gini : SplitCriterion.Entropy,
                ClassWeight = values.GetChoice($"{name}.class_weight") == "balanced" ? ClassWeighting.Balanced : ClassWeighting.None,
            }
            : options;
    }

    private static LabelOptions Labels(ParameterSet values, LabelOptions defaults) => defaults with
    {
        ProfitMultiple = values.GetFloat("label.profit_multiple"),
        StopMultiple = values.GetFloat("label.stop_multiple"),
        HorizonBars = values.GetInt("label.horizon"),
    };
}
