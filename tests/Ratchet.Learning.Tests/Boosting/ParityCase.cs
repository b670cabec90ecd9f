using System.Globalization;
using Ratchet.Learning.Boosting;

namespace Ratchet.Learning.Tests.Boosting;

/// <summary>One training to compare with XGBoost.</summary>
internal sealed record ParityCase(string Name, BoostingOptions Options, double Missing, bool Weighted, double MissingEffect = 0)
{
    private static readonly BoostingOptions Plain = new() { Rounds = 12, MaxDepth = 4, BaseScore = 0.5 };
    private static readonly BoostingOptions Squared = Plain with { Objective = BoostingObjective.SquaredError };

    public static ParityCase[] All { get; } =
    [
        new("binary", Plain, 0, false),
        new("binary-missing", Plain with { BaseScore = 0.3 }, 0.2, false),
        new("binary-penalties", Plain with { Lambda = 2.5, Alpha = 0.7, Gamma = 1.5, MinChildWeight = 6 }, 0.1, true),
        new("binary-positive", Plain with { ScalePositiveWeight = 3, MaxDeltaStep = 0.6 }, 0, false),
        new("softmax", Plain with { Objective = BoostingObjective.Softmax }, 0.1, false),
        new("squared", Squared, 0, false),
        new("squared-missing", Squared with { Lambda = 0, Alpha = 2, Gamma = 0.8 }, 0.2, true),
        new("leafwise", Squared with { MaxDepth = 0, MaxLeaves = 11 }, 0.1, false),
        new("monotone", Squared with { MonotoneConstraints = [1, -1, 0, 1, -1, 0] }, 0, false),
        new("monotone-binary", Plain with { MonotoneConstraints = [1, -1, 0, 1, -1, 0] }, 0, true),
        new("monotone-missing", Squared with { MonotoneConstraints = [1, -1, 0, 1, -1, 0] }, 0.2, false, 1.5),
        new("monotone-missing-against", Squared with { MonotoneConstraints = [-1, 1, 0, -1, 1, 1] }, 0.3, true, 1.5),
        new("monotone-binary-missing", Plain with { MonotoneConstraints = [-1, -1, 1, 1, 1, 0] }, 0.2, false, 0.8),
    ];

    public BoostingData Data => BoostingData.Make(3000, 6, (ulong)Name.Length + 100, Missing, missingEffect: MissingEffect);

    /// <summary>The same parameters by XGBoost's names.</summary>
    public Dictionary<string, object> Parameters()
    {
        var result = new Dictionary<string, object>
        {
            ["tree_method"] = "hist",
            ["objective"] = Options.Objective switch
            {
                BoostingObjective.BinaryLogistic => "binary:logistic",
                BoostingObjective.Softmax => "multi:softprob",
                _ => "reg:squarederror",
            },
            ["eta"] = Options.LearningRate,
            ["max_depth"] = Options.MaxDepth,
            ["max_leaves"] = Options.MaxLeaves,
            ["grow_policy"] = Options.MaxLeaves > 0 ? "lossguide" : "depthwise",
            ["lambda"] = Options.Lambda,
            ["alpha"] = Options.Alpha,
            ["gamma"] = Options.Gamma,
            ["min_child_weight"] = Options.MinChildWeight,
            ["max_delta_step"] = Options.MaxDeltaStep,
            ["base_score"] = Options.BaseScore!,
            ["nthread"] = 1,
        };
        if (Options.Objective == BoostingObjective.Softmax)
        {
            result["num_class"] = 3;
        }

        if (Options.ScalePositiveWeight != 1)
        {
            result["scale_pos_weight"] = Options.ScalePositiveWeight;
        }

        if (Options.MonotoneConstraints.Count > 0)
        {
            result["monotone_constraints"] = "(" + string.Join(',', Options.MonotoneConstraints.Select(c => c.ToString(CultureInfo.InvariantCulture))) + ")";
        }

        return result;
    }
}
