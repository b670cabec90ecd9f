namespace Ratchet.Adaptation.Quality;

/// <summary>How well a strategy is made for each kind of market, in [0, 1], as its author states it.</summary>
/// <param name="Strategy">The strategy's name.</param>
/// <param name="Trending">In trends.</param>
/// <param name="Ranging">In ranges.</param>
/// <param name="Volatile">In volatile, thin or unknown markets.</param>
public sealed record RegimeAlignment(string Strategy, double Trending, double Ranging, double Volatile)
{
    /// <summary>The value of a kind of market.</summary>
    /// <param name="kind">The kind.</param>
    public double this[RegimeClass kind] => kind switch
    {
        RegimeClass.Trending => Trending,
        RegimeClass.Ranging => Ranging,
        _ => Volatile,
    };
}
