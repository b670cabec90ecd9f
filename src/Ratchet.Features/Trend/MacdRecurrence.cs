namespace Ratchet.Features.Trend;

/// <summary>The recurrence of the MACD: both averages begin on the bar of the slow one's first value, as TA-Lib has it.</summary>
internal struct MacdRecurrence(int fast, int slow, int signal)
{
    private readonly int skipped = slow - fast;
    private EmaStep fastAverage = new(fast);
    private EmaStep slowAverage = new(slow);
    private EmaStep signalAverage = new(signal);
    private int seen;

    public MacdValues Update(double close)
    {
        var quick = seen >= skipped ? fastAverage.Update(close) : double.NaN;
        var steady = slowAverage.Update(close);
        if (++seen < slow)
        {
            return MacdValues.Undefined;
        }

        var line = quick - steady;
        var smoothed = signalAverage.Update(line);
        return double.IsNaN(smoothed) ? MacdValues.Undefined : new(line, smoothed, line - smoothed);
    }
}
