namespace Ratchet.Adaptation.Selection;

/// <summary>What another policy would have earned a decision, with an interval.</summary>
/// <param name="Value">The estimate; NaN where there are no samples.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct OffPolicyEstimate(double Value, double Low, double High)
{
    /// <summary>Whether the interval holds a number.</summary>
    /// <param name="truth">The number.</param>
    public bool Covers(double truth) => truth >= Low && truth <= High;
}
