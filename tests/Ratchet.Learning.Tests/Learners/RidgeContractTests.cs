using Ratchet.Learning.Learners;
using Ratchet.Learning.Linear;

namespace Ratchet.Learning.Tests.Learners;

public sealed class RidgeContractTests : LearnerContract
{
    protected override ContractTask Task => ContractTask.Regression;

    protected override (int Rows, int Features) LongFit => (20_000, 40);

    protected override ILearner Learner() => new RidgeLearner(new LinearLearnerOptions { L2 = 0.01 });
}
