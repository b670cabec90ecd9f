using Ratchet.Learning.Learners;
using Ratchet.Learning.Linear;

namespace Ratchet.Learning.Tests.Learners;

public sealed class MultinomialContractTests : LearnerContract
{
    protected override ContractTask Task => ContractTask.MultiClass;

    protected override (int Rows, int Features) LongFit => (6_000, 16);

    protected override ILearner Learner() => new LogisticLearner(new LinearLearnerOptions());
}
