namespace Ratchet.Features.OrderFlow;

/// <summary>Whether a family of features can be measured from the feeds at hand.</summary>
/// <param name="Family">The family.</param>
/// <param name="Availability">Measured where it can be; else why not.</param>
/// <param name="Reason">The same in words; empty where it can be measured in full.</param>
public readonly record struct FeatureAvailability(FlowFamily Family, Availability Availability, string Reason)
{
    /// <summary>Whether the family can be measured.</summary>
    public bool IsAvailable => Availability == Availability.Measured;
}
