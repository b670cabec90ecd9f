using Ratchet.Learning.Forests;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Learners;

public sealed class ForestClassifierContractTests : LearnerContract
{
    protected override ContractTask Task => ContractTask.Binary;

    protected override (int Rows, int Features) LongFit => (20_000, 10);

    protected override ILearner Learner() => new ForestLearner(new ForestOptions { Trees = 20, MinSamplesLeaf = 2, MinSamplesSplit = 4 }, StreamKey.FromSeed(3));

    protected override ILearner LongLearner() => new ForestLearner(new ForestOptions { Trees = 12, MaxDepth = 14 }, StreamKey.FromSeed(3));
}
