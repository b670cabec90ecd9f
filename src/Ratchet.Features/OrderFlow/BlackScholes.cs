using Ratchet.Market.Ticks;

namespace Ratchet.Features.OrderFlow;

/// <summary>
/// European options after Black, Scholes (1973) and Merton (1973): d1 = (ln(S/K) + (r - q + s²/2) T) / (s sqrt T), d2 = d1 - s sqrt T. With a future as
/// underlying and q = r these are Black's (1976) formulas. Prices in the underlying's currency, T in years, r and q continuous and annual, s annual.
/// Every result is NaN where S, K, T or s is not a positive finite number.
/// </summary>
public static class BlackScholes
{
    private const double LeastVolatility = 1e-4;
    private const double MostVolatility = 20;

    /// <summary>call = S e^(-qT) N(d1) - K e^(-rT) N(d2); put = K e^(-rT) N(-d2) - S e^(-qT) N(-d1).</summary>
    /// <param name="right">Call or put.</param>
    /// <param name="underlying">S.</param>
    /// <param name="strike">K.</param>
    /// <param name="years">T.</param>
    /// <param name="volatility">s.</param>
    /// <param name="rate">r.</param>
    /// <param name="yield">q.</param>
    public static double Price(OptionRight right, double underlying, double strike, double years, double volatility, double rate = 0, double yield = 0)
    {
        if (!ArePositive(underlying, strike, years, volatility))
        {
            return double.NaN;
        }

        var sign = right == OptionRight.Call ? 1 : -1;
        var spread = volatility * Math.Sqrt(years);
        var d1 = D1(underlying, strike, years, volatility, rate, yield);
        return sign * ((underlying * Math.Exp(-yield * years) * NormalLaw.Cumulative(sign * d1))
            - (strike * Math.Exp(-rate * years) * NormalLaw.Cumulative(sign * (d1 - spread))));
    }

    /// <summary>The second derivative of the price by the underlying, of calls and puts alike: e^(-qT) n(d1) / (S s sqrt T).</summary>
    /// <param name="underlying">S.</param>
    /// <param name="strike">K.</param>
    /// <param name="years">T.</param>
    /// <param name="volatility">s.</param>
    /// <param name="rate">r.</param>
    /// <param name="yield">q.</param>
    public static double Gamma(double underlying, double strike, double years, double volatility, double rate = 0, double yield = 0) =>
        ArePositive(underlying, strike, years, volatility)
            ? Math.Exp(-yield * years) * NormalLaw.Density(D1(underlying, strike, years, volatility, rate, yield))
                / (underlying * volatility * Math.Sqrt(years))
            : double.NaN;

    /// <summary>
    /// The volatility at which the model gives a price, by Newton's steps inside a bracket that bisection narrows: it always ends. In-the-money prices
    /// are turned into the out-of-the-money ones by put-call parity first. NaN where the price is at or below the discounted intrinsic value, at or
    /// above the model's greatest, or its time value is under 1e-10 of the underlying, where the volatility cannot be told from the price.
    /// </summary>
    /// <param name="right">Call or put.</param>
    /// <param name="price">The price.</param>
    /// <param name="underlying">S.</param>
    /// <param name="strike">K.</param>
    /// <param name="years">T.</param>
    /// <param name="rate">r.</param>
    /// <param name="yield">q.</param>
    public static double ImpliedVolatility(OptionRight right, double price, double underlying, double strike, double years, double rate = 0, double yield = 0)
    {
        if (!ArePositive(underlying, strike, years, price))
        {
            return double.NaN;
        }

        var parity = (underlying * Math.Exp(-yield * years)) - (strike * Math.Exp(-rate * years));
        var intrinsic = right == OptionRight.Call ? parity : -parity;
        if (intrinsic > 0)
        {
            price -= intrinsic;
            right = right == OptionRight.Call ? OptionRight.Put : OptionRight.Call;
        }

        var (low, high) = (LeastVolatility, MostVolatility);
        if (!(price > 1e-10 * underlying)
            || price <= Price(right, underlying, strike, years, low, rate, yield)
            || price >= Price(right, underlying, strike, years, high, rate, yield))
        {
            return double.NaN;
        }

        var volatility = Math.Clamp(Math.Sqrt(2 * Math.Abs(Math.Log(underlying / strike)) / years), 0.05, 5);
        for (var step = 0; step < 200 && high - low > 1e-13 * high; step++)
        {
            var error = Price(right, underlying, strike, years, volatility, rate, yield) - price;
            (low, high) = error > 0 ? (low, volatility) : (volatility, high);
            var vega = underlying * Math.Exp(-yield * years) * NormalLaw.Density(D1(underlying, strike, years, volatility, rate, yield)) * Math.Sqrt(years);
            var next = volatility - (error / vega);
            if (Math.Abs(next - volatility) <= 1e-13 * volatility)
            {
                break;
            }

            volatility = next > low && next < high ? next : 0.5 * (low + high);
        }

        return volatility;
    }

    private static double D1(double underlying, double strike, double years, double volatility, double rate, double yield) =>
        (Math.Log(underlying / strike) + ((rate - yield + (0.5 * volatility * volatility)) * years)) / (volatility * Math.Sqrt(years));

    private static bool ArePositive(double a, double b, double c, double d) =>
        a > 0 && b > 0 && c > 0 && d > 0 && double.IsFinite(a) && double.IsFinite(b) && double.IsFinite(c) && double.IsFinite(d);
}
