namespace Ratchet.Learning.Learners;

/// <summary>What a learner does with NaN among the features.</summary>
public enum MissingValues
{
    /// <summary>NaN is a value of its own, in learning and in prediction.</summary>
    Accepted,

    /// <summary>NaN in a row that is learned from or predicted is an error that names feature and row.</summary>
    Refused,
}
