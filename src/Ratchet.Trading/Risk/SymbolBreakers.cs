using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Risk;

/// <summary>The breakers that stop new risk on one symbol: stale, gapped and skewed data, spikes of volatility, bad slippage. Cost of a bar: constant.</summary>
internal sealed class SymbolBreakers
{
    /// <summary>The weight of a new bar in the trailing mean of ranges: a span of 100 bars.</summary>
    public const double RangeWeight = 2.0 / 101;

    /// <summary>How many bars the trailing mean of ranges needs before a spike can be told.</summary>
    public const int RangeBars = 20;

    private readonly RiskLimits limits;
    private readonly long[] frames;
    private readonly SymbolWatch[] watches;

    public SymbolBreakers(RiskLimits limits, IReadOnlyList<InstrumentRules> instruments)
    {
        this.limits = limits;
        frames = new long[instruments.Count];
        watches = new SymbolWatch[instruments.Count];
        for (var i = 0; i < frames.Length; i++)
        {
            frames[i] = instruments[i].Frame.Milliseconds;
            watches[i] = SymbolWatch.Fresh;
        }
    }

    /// <summary>Whether a new time to look at came up since the last <see cref="TimePassed"/>.</summary>
    public bool LookAgain { get; private set; }

    /// <summary>Takes a bar; returns its return on the bar before, NaN where that is not the one right before.</summary>
    public double BarClosed(int symbol, in Bar bar, Moment moment, IAuditSink audit)
    {
        ref var watch = ref watches[symbol];
        var frame = frames[symbol];
        var next = watch.LastOpen != long.MinValue && bar.OpenTime - watch.LastOpen == frame;
        LookAgain |= watch.LastOpen == long.MinValue || watch.Stale.Stands;
        var change = next ? (bar.Close / watch.Close) - 1 : double.NaN;
        if (!next || watch.Gapped.Stands)
        {
            Gap(symbol, ref watch, bar.OpenTime, moment, audit);
        }

        watch.LastOpen = bar.OpenTime;
        watch.Close = bar.Close;
        if (watch.Stale.Stands && !IsOld(watch, frame, moment.Time))
        {
            watch.Stale.Clear(AuditReason.StaleData, AuditReason.ConditionPassed, limits.StaleBars, symbol, moment, audit);
        }

        if (limits.ClockSkew > 0)
        {
            Skew(symbol, ref watch, Math.Abs((double)moment.Time - (bar.OpenTime + frame)), moment, audit);
        }

        if (limits.VolatilitySpike > 0)
        {
            Spike(symbol, ref watch, (bar.High - bar.Low) / bar.Close, moment, audit);
        }

        return change;
    }

    public void FeedChanged(int symbol, FeedState state, Moment moment, IAuditSink audit)
    {
        if (limits.StaleBars == 0)
        {
            return;
        }

        ref var watch = ref watches[symbol];
        if (state is FeedState.Disconnected or FeedState.Stale)
        {
            if (!watch.Stale.Stands)
            {
                watch.Stale.Trip(AuditReason.StaleData, Age(watch, frames[symbol], moment.Time), limits.StaleBars, symbol, moment, audit);
            }
        }
        else if (state == FeedState.Connected && !IsOld(watch, frames[symbol], moment.Time))
        {
            watch.Stale.Clear(AuditReason.StaleData, AuditReason.ConditionPassed, limits.StaleBars, symbol, moment, audit);
        }
    }

    public void Filled(int symbol, int side, double expectedPrice, double fillPrice, Moment moment, IAuditSink audit)
    {
        if (limits.SlippageBps == 0)
        {
            return;
        }

        var worse = side * (fillPrice - expectedPrice) / expectedPrice * 1e4;
        if (!(worse <= limits.SlippageBps))
        {
            LookAgain = true;
            watches[symbol].Slipped.Trip(AuditReason.SlippageBeyondBound, limits.BreakerPause, worse, limits.SlippageBps, symbol, moment, audit);
        }
    }

    /// <summary>Ends what time ends and trips what time trips; returns the next time at which there can be something to do.</summary>
    public long TimePassed(Moment moment, IAuditSink audit)
    {
        var deadline = long.MaxValue;
        LookAgain = false;
        for (var i = 0; i < watches.Length; i++)
        {
            ref var watch = ref watches[i];
            watch.Volatile.EndAfter(AuditReason.VolatilitySpike, limits.VolatilitySpike, i, moment, audit);
            watch.Slipped.EndAfter(AuditReason.SlippageBeyondBound, limits.SlippageBps, i, moment, audit);
            deadline = Math.Min(deadline, Math.Min(watch.Volatile.Until, watch.Slipped.Until));
            if (limits.StaleBars == 0 || watch.Stale.Stands || watch.LastOpen == long.MinValue)
            {
                continue;
            }

            if (IsOld(watch, frames[i], moment.Time))
            {
                watch.Stale.Trip(AuditReason.StaleData, Age(watch, frames[i], moment.Time), limits.StaleBars, i, moment, audit);
            }
            else
            {
                deadline = Math.Min(deadline, watch.LastOpen + (frames[i] * (limits.StaleBars + 1L)) + 1);
            }
        }

        return deadline;
    }

    /// <summary>The first breaker that blocks the symbol, or none.</summary>
    public AuditReason Blocks(int symbol, Moment moment, out double value, out double limit)
    {
        ref readonly var watch = ref watches[symbol];
        (var reason, value, limit) = watch switch
        {
            { Stale.Stands: true } => (AuditReason.StaleData, Age(watch, frames[symbol], moment.Time), limits.StaleBars),
            { LastOpen: long.MinValue } when limits.StaleBars > 0 => (AuditReason.StaleData, double.PositiveInfinity, limits.StaleBars),
            { Gapped.Stands: true } => (AuditReason.GappedData, watch.Gapped.Value, limits.GapBars),
            { Skewed.Stands: true } => (AuditReason.ClockSkew, watch.Skewed.Value, limits.ClockSkew),
            { Volatile.Stands: true } => (AuditReason.VolatilitySpike, watch.Volatile.Value, limits.VolatilitySpike),
            { Slipped.Stands: true } => (AuditReason.SlippageBeyondBound, watch.Slipped.Value, limits.SlippageBps),
            _ => (AuditReason.None, 0.0, 0.0),
        };
        return reason;
    }

    /// <summary>Clears what a person may clear: the pauses.</summary>
    public void Resume(Moment moment, IAuditSink audit)
    {
        for (var i = 0; i < watches.Length; i++)
        {
            watches[i].Volatile.Clear(AuditReason.VolatilitySpike, AuditReason.ByPerson, limits.VolatilitySpike, i, moment, audit);
            watches[i].Slipped.Clear(AuditReason.SlippageBeyondBound, AuditReason.ByPerson, limits.SlippageBps, i, moment, audit);
        }
    }

    public void Write(StateWriter writer)
    {
        foreach (ref readonly var watch in watches.AsSpan())
        {
            watch.Write(writer);
        }
    }

    public void Read(ref StateReader reader)
    {
        for (var i = 0; i < watches.Length; i++)
        {
            watches[i] = SymbolWatch.Read(ref reader);
        }
    }

    private static double Age(in SymbolWatch watch, long frame, long time) =>
        watch.LastOpen == long.MinValue ? double.PositiveInfinity : ((double)time - watch.LastOpen - frame) / frame;

    private bool IsOld(in SymbolWatch watch, long frame, long time) => limits.StaleBars > 0 && Age(watch, frame, time) > limits.StaleBars;

    private void Gap(int symbol, ref SymbolWatch watch, long open, Moment moment, IAuditSink audit)
    {
        if (limits.GapBars == 0 || watch.LastOpen == long.MinValue)
        {
            return;
        }

        var missing = ((open - watch.LastOpen) / frames[symbol]) - 1;
        if (missing >= limits.GapBars)
        {
            watch.GapLeft = limits.GapBars;
            watch.Gapped.Trip(AuditReason.GappedData, missing, limits.GapBars, symbol, moment, audit);
        }
        else if (watch.Gapped.Stands && --watch.GapLeft <= 0)
        {
            watch.GapLeft = 0;
            watch.Gapped.Clear(AuditReason.GappedData, AuditReason.ConditionPassed, limits.GapBars, symbol, moment, audit);
        }
    }

    private void Skew(int symbol, ref SymbolWatch watch, double apart, Moment moment, IAuditSink audit)
    {
        if (apart <= limits.ClockSkew)
        {
            watch.Skewed.Clear(AuditReason.ClockSkew, AuditReason.ConditionPassed, limits.ClockSkew, symbol, moment, audit);
        }
        else if (!watch.Skewed.Stands)
        {
            watch.Skewed.Trip(AuditReason.ClockSkew, apart, limits.ClockSkew, symbol, moment, audit);
        }
    }

    private void Spike(int symbol, ref SymbolWatch watch, double range, Moment moment, IAuditSink audit)
    {
        if (watch.Ranges >= RangeBars && range > limits.VolatilitySpike * watch.MeanRange)
        {
            LookAgain = true;
            watch.Volatile.Trip(AuditReason.VolatilitySpike, limits.BreakerPause, range / watch.MeanRange, limits.VolatilitySpike, symbol, moment, audit);
        }

        watch.Ranges++;

        // The plain mean until it is as long as the span, then the weighted one.
        watch.MeanRange += Math.Max(RangeWeight, 1.0 / watch.Ranges) * (range - watch.MeanRange);
    }
}
