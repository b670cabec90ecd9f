namespace Ratchet.Validation.Metrics;

/// <summary>The value of an account at the close of every bar. It holds the memory that it is given and copies nothing.</summary>
public sealed class EquityCurve
{
    /// <summary>Wraps a curve.</summary>
    /// <param name="initialEquity">The money before the first bar, finite and above 0.</param>
    /// <param name="equity">The money at each bar's close, finite. A value at or below 0 is ruin: the return is then -1, and 0 ever after.</param>
    /// <param name="periodsPerYear">Bars in a year by the data's own calendar, the annualisation; finite and above 0.</param>
    /// <param name="exposure">The absolute value of positions over equity at each close, or empty where it is not known.</param>
    /// <exception cref="ArgumentException">A number is out of range or the lengths differ.</exception>
    public EquityCurve(double initialEquity, ReadOnlyMemory<double> equity, double periodsPerYear, ReadOnlyMemory<double> exposure = default)
    {
        if (!(initialEquity > 0 && double.IsFinite(initialEquity)))
        {
            throw new ArgumentOutOfRangeException(nameof(initialEquity), initialEquity, "initialEquity must be finite and above 0.");
        }

        if (!(periodsPerYear > 0 && double.IsFinite(periodsPerYear)))
        {
            throw new ArgumentOutOfRangeException(nameof(periodsPerYear), periodsPerYear, "periodsPerYear must be finite and above 0.");
        }

        if (!exposure.IsEmpty && exposure.Length != equity.Length)
        {
            throw new ArgumentException($"exposure has {exposure.Length} elements and equity has {equity.Length}; they must agree.", nameof(exposure));
        }

        InitialEquity = initialEquity;
        Equity = equity;
        PeriodsPerYear = periodsPerYear;
        Exposure = exposure;
    }

    /// <summary>The money before the first bar.</summary>
    public double InitialEquity { get; }

    /// <summary>The money at each bar's close.</summary>
    public ReadOnlyMemory<double> Equity { get; }

    /// <summary>Bars in a year.</summary>
    public double PeriodsPerYear { get; }

    /// <summary>The absolute value of positions over equity at each close, or empty.</summary>
    public ReadOnlyMemory<double> Exposure { get; }

    /// <summary>How many bars.</summary>
    public int Length => Equity.Length;

    /// <summary>Writes the simple return of each bar, E[t] / E[t-1] - 1, the first one from the initial equity.</summary>
    /// <param name="returns">Receives one return a bar.</param>
    /// <exception cref="ArgumentException">The span has another length, or an equity is not finite.</exception>
    public void CopyReturns(Span<double> returns)
    {
        var equity = Equity.Span;
        if (returns.Length != equity.Length)
        {
            throw new ArgumentException($"returns has {returns.Length} elements and the curve has {equity.Length}; they must agree.", nameof(returns));
        }

        var previous = InitialEquity;
        for (var i = 0; i < equity.Length; i++)
        {
            var now = equity[i];
            if (!double.IsFinite(now))
            {
                throw new ArgumentException($"equity[{i}] is {now}; every equity must be finite.", nameof(returns));
            }

            returns[i] = previous <= 0 ? 0 : now <= 0 ? -1 : (now / previous) - 1;
            previous = now;
        }
    }
}
