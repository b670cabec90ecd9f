namespace Ratchet.Learning.Tests.Learners;

/// <summary>What a learner is asked to learn.</summary>
public enum ContractTask
{
    Binary,
    MultiClass,
    Regression,
}
