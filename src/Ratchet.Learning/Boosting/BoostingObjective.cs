namespace Ratchet.Learning.Boosting;

/// <summary>What boosting makes small.</summary>
public enum BoostingObjective
{
    /// <summary>Log loss of two classes; XGBoost's <c>binary:logistic</c>.</summary>
    BinaryLogistic,

    /// <summary>Log loss of several classes, a tree a class and round; XGBoost's <c>multi:softprob</c>.</summary>
    Softmax,

    /// <summary>Half the squared error; XGBoost's <c>reg:squarederror</c>.</summary>
    SquaredError,
}
