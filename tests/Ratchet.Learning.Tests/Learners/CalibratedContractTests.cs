using Ratchet.Learning.Calibration;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Linear;

namespace Ratchet.Learning.Tests.Learners;

public sealed class CalibratedContractTests : LearnerContract
{
    protected override ContractTask Task => ContractTask.Binary;

    protected override (int Rows, int Features) LongFit => (8_000, 20);

    protected override ILearner Learner() =>
        new CalibratedLearner(new LogisticLearner(new LinearLearnerOptions()), new CalibratedLearnerOptions { Method = CalibrationMethod.Isotonic });
}
