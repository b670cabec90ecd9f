using Ratchet.Features.Labels;
using Ratchet.Features.Sets;

namespace Ratchet.Strategies.Ensemble;

/// <summary>What an ensemble must be shown of a market: its features, its primary signal and the unit of its stops.</summary>
public sealed record EnsembleInputs
{
    /// <summary>The feature whose value is the filtered probability of the rising regime.</summary>
    public const string Bull = "regime_prob_bull";

    /// <summary>The feature whose value is the filtered probability of the falling regime.</summary>
    public const string Bear = "regime_prob_bear";

    private const int Longest = 100_000;

    /// <summary>The features, in the order of the model's inputs.</summary>
    public required FeatureSet Features { get; init; }

    /// <summary>Bars of the momentum whose sign is the side, 1 to 100,000.</summary>
    public required int MomentumBars { get; init; }

    /// <summary>Bars of the volatility that barriers are measured in, 2 to 100,000.</summary>
    public required int VolatilityBars { get; init; }

    /// <summary>What that volatility is estimated from.</summary>
    public required BarrierVolatility Volatility { get; init; }

    /// <summary>Bars of the average true range that stops are measured in, 1 to 100,000.</summary>
    public required int RangeBars { get; init; }

    /// <summary>The horizon of trades, 1 to 100,000 bars: a distance of 1 is the range-implied volatility of a bar times the root of the horizon.</summary>
    public required int HorizonBars { get; init; }

    /// <summary>The names of a model's inputs: its features, then the side, then the size of the momentum.</summary>
    /// <param name="features">The names of the features.</param>
    public static IReadOnlyList<string> LearnedNames(IReadOnlyList<string> features) => [.. features, "side", "momentum_size"];

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public void Validate()
    {
        Require(nameof(MomentumBars), MomentumBars, 1);
        Require(nameof(VolatilityBars), VolatilityBars, 2);
        Require(nameof(RangeBars), RangeBars, 1);
        Require(nameof(HorizonBars), HorizonBars, 1);
        if (!Enum.IsDefined(Volatility))
        {
            throw new ArgumentOutOfRangeException(nameof(Volatility), Volatility, $"{nameof(Volatility)} must be Close, Ewma or Range.");
        }
    }

    private static void Require(string name, int value, int least)
    {
        if (value < least || value > Longest)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must lie in [{least}, {Longest}].");
        }
    }
}
