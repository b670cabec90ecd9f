namespace Ratchet.Connectors.Binance;

/// <summary>How the exchange's REST interface is spoken to.</summary>
public sealed record BinanceOptions
{
    /// <summary>Where the interface is; <c>/api/v3/...</c> is appended. Default https://api.binance.com.</summary>
    public Uri BaseAddress { get; init; } = new("https://api.binance.com");

    /// <summary>How long one request may take until its whole answer is there. Default 10 seconds.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a request is sent before it counts as failed, the first time included, 1 to 100. Default 8.</summary>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>The upper bound of the first back-off; it doubles with each failure. Above 0. Default 0.5 seconds.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The upper bound of every back-off; at least <see cref="FirstDelay"/>. Default 30 seconds.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The weight that is used up in one minute at most, 20 or more; the exchange allows 6000 an address. Default 4800.</summary>
    public int WeightBudget { get; init; } = 4800;

    /// <summary>The longest wait that the exchange may order (Retry-After) before the request fails instead. Default 10 minutes.</summary>
    public TimeSpan LongestOrderedWait { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after its close a bar counts as final, 0 to 1 minute. Default 1 second.</summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Bars or trades a request, 2 to 1000. Default 1000, the exchange's limit.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentException">The address is not absolute http or https.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A field is out of its range.</exception>
    public void Validate()
    {
        if (!BaseAddress.IsAbsoluteUri || BaseAddress.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"BaseAddress '{BaseAddress}' must be an absolute http or https address.", nameof(BaseAddress));
        }

        OptionRange.Require(nameof(RequestTimeout), RequestTimeout, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1));
        OptionRange.Require(nameof(MaxAttempts), MaxAttempts, 1, 100);
        OptionRange.Require(nameof(FirstDelay), FirstDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1));
        OptionRange.Require(nameof(LongestDelay), LongestDelay, FirstDelay, TimeSpan.FromHours(24));
        OptionRange.Require(nameof(WeightBudget), WeightBudget, 20, 1_000_000);
        OptionRange.Require(nameof(LongestOrderedWait), LongestOrderedWait, TimeSpan.Zero, TimeSpan.FromDays(7));
        OptionRange.Require(nameof(SettleTime), SettleTime, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        OptionRange.Require(nameof(PageSize), PageSize, 2, 1000);
    }
}
