using Ratchet.Learning.Learners;
using Ratchet.Learning.Neighbours;

namespace Ratchet.Learning.Tests.Learners;

public sealed class NeighbourRegressorContractTests : LearnerContract
{
    protected override ContractTask Task => ContractTask.Regression;

    protected override (int Rows, int Features) LongFit => (16_000, 8);

    protected override ILearner Learner() => new NeighbourLearner(new NeighbourLearnerOptions { Regression = true });
}
