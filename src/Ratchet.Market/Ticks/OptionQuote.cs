namespace Ratchet.Market.Ticks;

/// <summary>What a source says of one option at one moment. NaN where it does not say; a source may write 0 for what it could not compute.</summary>
/// <param name="Time">Nanoseconds since 1970-01-01 UTC.</param>
/// <param name="Root">The class of options, such as SPX or SPXW: two classes may share expiry and strike and still settle differently.</param>
/// <param name="Expiry">The last day of trading.</param>
/// <param name="Strike">The price at which the right may be used.</param>
/// <param name="Right">Call or put.</param>
/// <param name="Bid">The best bid.</param>
/// <param name="Ask">The best offer.</param>
public readonly record struct OptionQuote(long Time, string Root, DateOnly Expiry, double Strike, OptionRight Right, double Bid, double Ask)
{
    /// <summary>The size of the best bid.</summary>
    public double BidSize { get; init; } = double.NaN;

    /// <summary>The size of the best offer.</summary>
    public double AskSize { get; init; } = double.NaN;

    /// <summary>The last price, or the close of the session.</summary>
    public double Last { get; init; } = double.NaN;

    /// <summary>Contracts traded in the session.</summary>
    public double Volume { get; init; } = double.NaN;

    /// <summary>Contracts open.</summary>
    public double OpenInterest { get; init; } = double.NaN;

    /// <summary>Implied volatility a year, 0.2 for 20 %.</summary>
    public double ImpliedVolatility { get; init; } = double.NaN;

    /// <summary>Change of the price by one unit of the underlying.</summary>
    public double Delta { get; init; } = double.NaN;

    /// <summary>Change of delta by one unit of the underlying.</summary>
    public double Gamma { get; init; } = double.NaN;

    /// <summary>Change of the price by volatility, in the source's unit.</summary>
    public double Vega { get; init; } = double.NaN;

    /// <summary>Change of the price by time, in the source's unit.</summary>
    public double Theta { get; init; } = double.NaN;

    /// <summary>Change of the price by the interest rate, in the source's unit.</summary>
    public double Rho { get; init; } = double.NaN;

    /// <summary>The price of the underlying at the same moment.</summary>
    public double UnderlyingPrice { get; init; } = double.NaN;
}
