using Ratchet.Learning.Learners;
using Ratchet.Learning.Linear;

namespace Ratchet.Learning.Tests.Learners;

public sealed class LogisticContractTests : LearnerContract
{
    protected override ContractTask Task => ContractTask.Binary;

    protected override (int Rows, int Features) LongFit => (20_000, 24);

    protected override ILearner Learner() => new LogisticLearner(new LinearLearnerOptions());
}
