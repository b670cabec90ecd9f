namespace Ratchet.Adaptation.Regimes;

/// <summary>The regimes as words, such as <c>TREND_UP</c>.</summary>
public static class RegimeNames
{
    /// <summary>How many regimes there are.</summary>
    public const int Count = 7;

    private static readonly string[] Names = ["UNKNOWN", "TREND_UP", "TREND_DOWN", "RANGE_LOW_VOL", "RANGE_HIGH_VOL", "HIGH_VOLATILITY", "ILLIQUID"];

    /// <summary>Every name, at the place of the regime's number.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>The word.</summary>
    /// <param name="regime">One of the seven.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the seven.</exception>
    public static string Of(MarketRegime regime) => (uint)regime < Count
        ? Names[(int)regime]
        : throw new ArgumentOutOfRangeException(nameof(regime), regime, $"regime must be in [0, {Count}).");

    /// <summary>Reads a word; case matters.</summary>
    /// <param name="name">The word.</param>
    /// <param name="regime">The regime; unknown where it is none.</param>
    public static bool TryParse(string? name, out MarketRegime regime)
    {
        var place = Array.IndexOf(Names, name);
        regime = (MarketRegime)Math.Max(place, 0);
        return place >= 0;
    }
}
