namespace Ratchet.Learning.Forests;

/// <summary>What a forest predicts.</summary>
public enum ForestTask
{
    /// <summary>The probability of each class; labels are 0, 1, ...</summary>
    Classification,

    /// <summary>A number.</summary>
    Regression,
}
