namespace Ratchet.Features.OrderFlow;

/// <summary>Trailing windows of an order-flow measure.</summary>
public sealed record FlowWindowOptions
{
    /// <summary>Lengths in seconds, rising, each 0.001 to 86400. Default 30, 60, 120, 300.</summary>
    public IReadOnlyList<double> WindowSeconds { get; init; } = [30, 60, 120, 300];

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">Windows are missing or do not rise.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A window is outside its range.</exception>
    public void Validate() => _ = EventTime.Windows(WindowSeconds, nameof(WindowSeconds));
}
