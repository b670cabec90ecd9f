using Ratchet.Learning.Boosting;

namespace Ratchet.Learning.Tests.Boosting;

public sealed class BoostingOptionsTests
{
    private static readonly BoostingOptions Good = new();

    [Fact]
    public void Validate_JustInside_Passes()
    {
        BoostingOptions[] all =
        [
            Good,
            Good with { Rounds = 1, LearningRate = 1, MaxLeaves = 2, MaxDepth = 0, Subsample = double.Epsilon },
            Good with { Lambda = 0, Alpha = 0, Gamma = 0, MinChildWeight = 0, ColumnSampleByTree = 1, ColumnSampleByLevel = 0.01, ColumnSampleByNode = 0.01 },
            Good with { BaseScore = 0.999, MonotoneConstraints = [-1, 0, 1], ScalePositiveWeight = 1e-9 },
            Good with { Objective = BoostingObjective.SquaredError, BaseScore = -5 },
        ];
        foreach (var options in all)
        {
            options.Validate();
        }
    }

    [Fact]
    public void Validate_JustOutside_NamesTheOption()
    {
        Refused(Good with { Objective = (BoostingObjective)9 }, "Objective");
        Refused(Good with { Rounds = 0 }, "Rounds");
        Refused(Good with { LearningRate = 0 }, "LearningRate");
        Refused(Good with { LearningRate = 1.01 }, "LearningRate");
        Refused(Good with { MaxDepth = -1 }, "MaxDepth");
        Refused(Good with { MaxDepth = 0 }, "MaxLeaves");
        Refused(Good with { MaxLeaves = 1 }, "MaxLeaves");
        Refused(Good with { Subsample = 0 }, "Subsample");
        Refused(Good with { ColumnSampleByTree = 1.1 }, "ColumnSampleByTree");
        Refused(Good with { ColumnSampleByLevel = double.NaN }, "ColumnSampleByLevel");
        Refused(Good with { ColumnSampleByNode = 0 }, "ColumnSampleByNode");
        Refused(Good with { Lambda = -1e-9 }, "Lambda");
        Refused(Good with { Alpha = double.PositiveInfinity }, "Alpha");
        Refused(Good with { Gamma = -1 }, "Gamma");
        Refused(Good with { MinChildWeight = double.NaN }, "MinChildWeight");
        Refused(Good with { MaxDeltaStep = -1 }, "MaxDeltaStep");
        Refused(Good with { ScalePositiveWeight = 0 }, "ScalePositiveWeight");
        Refused(Good with { ScalePositiveWeight = 2, Objective = BoostingObjective.Softmax }, "ScalePositiveWeight");
        Refused(Good with { BaseScore = 0 }, "BaseScore");
        Refused(Good with { BaseScore = 1 }, "BaseScore");
        Refused(Good with { BaseScore = double.NaN, Objective = BoostingObjective.SquaredError }, "BaseScore");
        Refused(Good with { EarlyStoppingRounds = -1 }, "EarlyStoppingRounds");
        Refused(Good with { MonotoneConstraints = [0, 2] }, "MonotoneConstraints");
    }

    private static void Refused(BoostingOptions options, string name) =>
        Assert.Contains(name, Assert.ThrowsAny<ArgumentException>(options.Validate).Message, StringComparison.Ordinal);
}
