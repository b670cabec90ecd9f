namespace Ratchet.Learning.Exchange;

/// <summary>What the sum over the trees of an ensemble means: how a margin becomes a prediction. Named after XGBoost's objectives.</summary>
public enum EnsembleObjective
{
    /// <summary>reg:squarederror: the margin is the prediction. Forests of ours too, whose leaves are means or probabilities divided by the number of trees.</summary>
    SquaredError,

    /// <summary>binary:logistic: the prediction is the probability of class 1, 1 / (1 + exp(-margin)).</summary>
    BinaryLogistic,

    /// <summary>reg:logistic: as <see cref="BinaryLogistic"/>, for targets anywhere in [0, 1].</summary>
    RegressionLogistic,

    /// <summary>binary:logitraw: learned as <see cref="BinaryLogistic"/>, but the margin is the prediction and the base score a margin.</summary>
    RawLogistic,

    /// <summary>multi:softprob: a margin and a probability a class, exp(margin) over the sum of all classes'.</summary>
    SoftProbability,

    /// <summary>multi:softmax: a margin a class; the prediction is the class with the largest, the first of equal ones.</summary>
    SoftMax,
}
