using Ratchet.Learning.Boosting;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Learners;

public sealed class BoostedMultiClassContractTests : LearnerContract
{
    protected override ContractTask Task => ContractTask.MultiClass;

    protected override (int Rows, int Features) LongFit => (20_000, 10);

    protected override ILearner Learner() => new BoostedTreesLearner(new BoostingOptions { Rounds = 20, LearningRate = 0.3, Objective = BoostingObjective.Softmax }, StreamKey.FromSeed(3));

    protected override ILearner LongLearner() => new BoostedTreesLearner(new BoostingOptions { Rounds = 30, Objective = BoostingObjective.Softmax }, StreamKey.FromSeed(3));
}
