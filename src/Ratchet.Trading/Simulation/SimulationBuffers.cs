using Ratchet.Validation.Metrics;

namespace Ratchet.Trading.Simulation;

/// <summary>
/// The memory that a simulation writes to and that is used again by the next run: a run allocates only while it needs more than any run before.
/// Not safe for use by several threads at once; what it shows is overwritten by the next run.
/// </summary>
public sealed class SimulationBuffers
{
    private ClosedTrade[] trades = new ClosedTrade[64];
    private double[] equity = [];
    private double[] exposure = [];

    /// <summary>The closed trades of the last run, in order of their exits; bar indices are those of the market's columns.</summary>
    public ReadOnlySpan<ClosedTrade> Trades => trades.AsSpan(0, TradeCount);

    /// <summary>How many trades the last run closed.</summary>
    public int TradeCount { get; private set; }

    /// <summary>How many bars the last run had.</summary>
    public int Bars { get; private set; }

    /// <summary>The money before the first bar of the last run.</summary>
    public double InitialEquity { get; private set; }

    /// <summary>The money at each close; element 0 is the first bar of the range.</summary>
    public ReadOnlyMemory<double> Equity => equity.AsMemory(0, Bars);

    /// <summary>The absolute value of the position over equity at each close; element 0 is the first bar of the range.</summary>
    public ReadOnlyMemory<double> Exposure => exposure.AsMemory(0, Bars);

    /// <summary>The last run as a curve over this memory: measure it before the next run, or copy it.</summary>
    /// <param name="periodsPerYear">Bars in a year.</param>
    public EquityCurve Curve(double periodsPerYear) => new(InitialEquity, Equity, periodsPerYear, Exposure);

    internal Span<double> EquityToWrite => equity.AsSpan(0, Bars);

    internal Span<double> ExposureToWrite => exposure.AsSpan(0, Bars);

    internal void Begin(int bars, double initialEquity)
    {
        if (equity.Length < bars)
        {
            equity = new double[bars];
            exposure = new double[bars];
        }

        Bars = bars;
        InitialEquity = initialEquity;
        TradeCount = 0;
    }

    internal void Add(in ClosedTrade trade)
    {
        if (TradeCount == trades.Length)
        {
            Array.Resize(ref trades, trades.Length * 2);
        }

        trades[TradeCount++] = trade;
    }
}
