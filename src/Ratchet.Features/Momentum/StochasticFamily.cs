using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Momentum;

/// <summary>
/// <c>stoch_k</c>, <c>stoch_d</c>: the slow stochastic (14, 3, 3) as it stands, from 0 to 100; 50 on a flat market. Warm-up 17. With other numbers n, k and d
/// they are named <c>stoch_k_n_k_d</c> and <c>stoch_d_n_k_d</c>, and the warm-up is n + k + d - 3.
/// </summary>
public sealed class StochasticFamily : SteppedFamily<StochasticStep>
{
    private readonly int period;
    private readonly int smooth;
    private readonly int signal;

    /// <summary>The usual form: 14, 3, 3.</summary>
    public StochasticFamily()
        : this(14, 3, 3, string.Empty)
    {
    }

    /// <summary>Other numbers, which are in the names.</summary>
    /// <param name="period">n, bars of the range, at least 1.</param>
    /// <param name="smooth">k, values that K is the mean of, at least 1.</param>
    /// <param name="signal">d, values of K that D is the mean of, at least 1.</param>
    public StochasticFamily(int period, int smooth, int signal)
        : this(period, smooth, signal, $"_{period}_{smooth}_{signal}")
    {
    }

    private StochasticFamily(int period, int smooth, int signal, string suffix)
        : base(
        [
            new($"stoch_k{suffix}", FeatureGroup.Technical, $"Slow stochastic K ({period}, {smooth}): the close in the range, 0 to 100; 50 when flat.", _ => period + smooth + signal - 3),
            new($"stoch_d{suffix}", FeatureGroup.Technical, $"Mean of the last {signal} stoch_k, 0 to 100; 50 when flat.", _ => period + smooth + signal - 3),
        ]) =>
        (this.period, this.smooth, this.signal) = (period, smooth, signal);

    /// <inheritdoc/>
    public override StochasticStep Begin(TimeFrame timeFrame)
    {
        ColumnLengths.CheckPeriod(period);
        ColumnLengths.CheckPeriod(smooth);
        ColumnLengths.CheckPeriod(signal);
        return new(new StochasticRecurrence(period, smooth, signal, 50));
    }
}
