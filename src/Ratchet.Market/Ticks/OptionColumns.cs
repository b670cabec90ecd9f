namespace Ratchet.Market.Ticks;

/// <summary>The columns of option quotes, one element a quote; a column of numbers that the source does not have is empty.</summary>
public sealed record OptionColumns
{
    /// <summary>Nanoseconds since 1970-01-01 UTC.</summary>
    public required ReadOnlyMemory<long> Time { get; init; }

    /// <summary>Classes of options, such as SPX or SPXW.</summary>
    public required ReadOnlyMemory<string> Root { get; init; }

    /// <summary>Last days of trading.</summary>
    public required ReadOnlyMemory<DateOnly> Expiry { get; init; }

    /// <summary>Strikes.</summary>
    public required ReadOnlyMemory<double> Strike { get; init; }

    /// <summary>Calls and puts.</summary>
    public required ReadOnlyMemory<OptionRight> Right { get; init; }

    /// <summary>Best bids, or empty.</summary>
    public ReadOnlyMemory<double> Bid { get; init; }

    /// <summary>Best offers, or empty.</summary>
    public ReadOnlyMemory<double> Ask { get; init; }

    /// <summary>Sizes of the best bids, or empty.</summary>
    public ReadOnlyMemory<double> BidSize { get; init; }

    /// <summary>Sizes of the best offers, or empty.</summary>
    public ReadOnlyMemory<double> AskSize { get; init; }

    /// <summary>Last prices or closes, or empty.</summary>
    public ReadOnlyMemory<double> Last { get; init; }

    /// <summary>Contracts traded, or empty.</summary>
    public ReadOnlyMemory<double> Volume { get; init; }

    /// <summary>Contracts open, or empty.</summary>
    public ReadOnlyMemory<double> OpenInterest { get; init; }

    /// <summary>Implied volatilities, or empty.</summary>
    public ReadOnlyMemory<double> ImpliedVolatility { get; init; }

    /// <summary>Deltas, or empty.</summary>
    public ReadOnlyMemory<double> Delta { get; init; }

    /// <summary>Gammas, or empty.</summary>
    public ReadOnlyMemory<double> Gamma { get; init; }

    /// <summary>Vegas, or empty.</summary>
    public ReadOnlyMemory<double> Vega { get; init; }

    /// <summary>Thetas, or empty.</summary>
    public ReadOnlyMemory<double> Theta { get; init; }

    /// <summary>Rhos, or empty.</summary>
    public ReadOnlyMemory<double> Rho { get; init; }

    /// <summary>Prices of the underlying, or empty.</summary>
    public ReadOnlyMemory<double> UnderlyingPrice { get; init; }
}
