namespace Ratchet.Adaptation.Selection;

/// <summary>A decision that waits for rewards.</summary>
public sealed record WaitingDecision
{
    /// <summary>Its number.</summary>
    public long Decision { get; init; }

    /// <summary>The symbol.</summary>
    public string Symbol { get; init; } = string.Empty;

    /// <summary>The regime.</summary>
    public string Regime { get; init; } = string.Empty;

    /// <summary>What was chosen.</summary>
    public string Profile { get; init; } = string.Empty;

    /// <summary>The probability it was chosen with.</summary>
    public double Propensity { get; init; }

    /// <summary>What could be chosen.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>What has its reward already.</summary>
    public IReadOnlyList<string> Rewarded { get; init; } = [];
}
