namespace Ratchet.Adaptation.Quality;

/// <summary>The three kinds of market that signal quality tells apart.</summary>
public enum RegimeClass
{
    /// <summary>A trend, up or down.</summary>
    Trending,

    /// <summary>A range, calm or lively.</summary>
    Ranging,

    /// <summary>High volatility, thin trading, or not known.</summary>
    Volatile,
}
