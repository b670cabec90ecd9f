namespace Ratchet.Adaptation.Decomposition;

/// <summary>The rolling windows of the decomposer. They bound its memory and are fixed when it is made.</summary>
public sealed record DecomposerOptions
{
    /// <summary>The trades of the window by number. Default 100, in [2, 10,000].</summary>
    public int LastTrades { get; init; } = 100;

    /// <summary>The age of the window by time, in milliseconds. Default 30 days, above 0.</summary>
    public long LastMilliseconds { get; init; } = 30L * 24 * 60 * 60 * 1000;

    /// <summary>The most trades that the window by time holds; of a busier group the newest count. Default 256, in [2, 10,000].</summary>
    public int MostTimedTrades { get; init; } = 256;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        if (LastTrades is < 2 or > 10_000)
        {
            throw new ArgumentOutOfRangeException(nameof(LastTrades), LastTrades, "LastTrades must be in [2, 10000].");
        }

        if (LastMilliseconds <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(LastMilliseconds), LastMilliseconds, "LastMilliseconds must be above 0.");
        }

        if (MostTimedTrades is < 2 or > 10_000)
        {
            throw new ArgumentOutOfRangeException(nameof(MostTimedTrades), MostTimedTrades, "MostTimedTrades must be in [2, 10000].");
        }
    }
}
