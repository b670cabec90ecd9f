namespace Ratchet.Learning.Calibration;

/// <summary>Which curve turns scores into probabilities.</summary>
public enum CalibrationMethod
{
    /// <summary>A logistic curve: two numbers, for little data.</summary>
    Platt,

    /// <summary>A stepwise rising curve: needs some hundreds of rows.</summary>
    Isotonic,
}
