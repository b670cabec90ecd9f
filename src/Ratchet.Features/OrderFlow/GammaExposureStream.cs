using System.Runtime.InteropServices;
using Ratchet.Features.Levels;
using Ratchet.Market.Ticks;
using Ratchet.Market.Time;

namespace Ratchet.Features.OrderFlow;

/// <summary>
/// Gamma exposure of an option chain: per contract sign x gamma x open interest x multiplier x S² x 0.01, the money that a hedged dealer trades for a
/// move of one percent. Convention: dealers are long calls (+) and short puts (-), as customers write calls and buy puts; the data do not say who
/// holds what. Flow is the same with the growth of a contract's volume in (now - w, now] in the place of open interest. Expiry is the close of the New
/// York session of that day (morning-settled ones too), years have 365 days. Undefined: without open interest, gamma or underlying a contract is left
/// out and counted; without any contract the result is absent. O(1) amortised an update, O(contracts) a reading; allocates for new contracts only; not
/// safe for several threads.
/// </summary>
public sealed class GammaExposureStream
{
    private const double SecondsPerYear = 365 * 86_400.0;

    private readonly GammaOptions options;
    private readonly long window;
    private readonly Dictionary<OptionContract, int> slots = [];
    private readonly Dictionary<DateOnly, long> expiries = [];
    private readonly TimedRing flow = new();
    private readonly TimedRing flowSlots = new();
    private ContractGamma[] contracts = new ContractGamma[64];
    private double spot = double.NaN;
    private bool anyFlow;
    private long last = long.MinValue;

    /// <summary>A stream without contracts.</summary>
    /// <param name="options">Window, multiplier and model; null for the defaults.</param>
    public GammaExposureStream(GammaOptions? options = null)
    {
        this.options = options ?? new();
        this.options.Validate();
        window = EventTime.Length(this.options.FlowSeconds, nameof(this.options.FlowSeconds));
    }

    /// <summary>Takes the price of the underlying, where the chain does not give it.</summary>
    /// <param name="time">Nanoseconds UTC, never falling.</param>
    /// <param name="price">The price.</param>
    /// <exception cref="ArgumentException">The time falls.</exception>
    public void UpdateUnderlying(long time, double price)
    {
        EventTime.RequireOrder(time, last);
        last = time;
        spot = price;
    }

    /// <summary>Takes the latest of a contract.</summary>
    /// <param name="quote">The contract; times never fall. An open interest of NaN leaves what was known.</param>
    /// <exception cref="ArgumentException">The time falls.</exception>
    public void Update(in OptionQuote quote)
    {
        EventTime.RequireOrder(quote.Time, last);
        last = quote.Time;
        DropFlow(quote.Time);
        var slot = SlotOf(quote);
        ref var contract = ref contracts[slot];
        var underlying = double.IsNaN(quote.UnderlyingPrice) ? spot : quote.UnderlyingPrice;
        var sign = quote.Right == OptionRight.Call ? 1 : -1;
        contract.OpenInterest = double.IsNaN(quote.OpenInterest) ? contract.OpenInterest : quote.OpenInterest;
        contract.UnitExposure = sign * GammaOf(quote, underlying, contract.Expires) * options.Multiplier * underlying * underlying * 0.01;
        if (double.IsNaN(quote.Volume))
        {
            return;
        }

        var traded = quote.Volume - contract.Volume;
        contract.Volume = quote.Volume;
        anyFlow |= !double.IsNaN(traded);
        // Volume that falls began again with a new day.
        traded = traded < 0 ? quote.Volume : traded;
        var exposure = traded * contract.UnitExposure;
        if (traded > 0 && double.IsFinite(exposure))
        {
            contract.Flow.Add(exposure);
            contract.FlowTerms++;
            flow.Add(quote.Time, exposure);
            flowSlots.Add(quote.Time, slot);
        }
    }

    /// <summary>The exposure around a level.</summary>
    /// <param name="level">The level.</param>
    /// <param name="now">The moment, not before the last update; contracts that expired by then are left out.</param>
    /// <exception cref="ArgumentException">The moment is before the last update or reading.</exception>
    public GammaFuel Read(double level, long now)
    {
        if (slots.Count == 0)
        {
            return GammaFuel.Absent(Availability.NoSource, 0);
        }

        EventTime.RequireOrder(now, last);
        last = now;
        DropFlow(now);
        var (above, below, at, flowAbove, flowBelow) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var (counted, undefined, countAbove, countBelow) = (0, 0, 0, 0);
        for (var i = 0; i < slots.Count; i++)
        {
            ref readonly var contract = ref contracts[i];
            if (contract.Expires <= now || Math.Abs(contract.Strike - level) > options.Reach * Math.Abs(level))
            {
                continue;
            }

            var exposure = contract.Exposure;
            if (!double.IsFinite(exposure))
            {
                undefined++;
                continue;
            }

            counted++;
            countAbove += contract.Strike > level ? 1 : 0;
            countBelow += contract.Strike < level ? 1 : 0;
            above += contract.Strike > level ? exposure : 0;
            below += contract.Strike < level ? exposure : 0;
            at += contract.Strike == level ? exposure : 0;
            flowAbove += contract.Strike > level ? contract.Flow.Value : 0;
            flowBelow += contract.Strike < level ? contract.Flow.Value : 0;
        }

        if (counted == 0)
        {
            return GammaFuel.Absent(Availability.Undefined, undefined);
        }

        return new(
            countAbove > 0 ? above : double.NaN,
            countBelow > 0 ? below : double.NaN,
            at,
            anyFlow && countAbove > 0 ? flowAbove : double.NaN,
            anyFlow && countBelow > 0 ? flowBelow : double.NaN,
            counted,
            undefined,
            Availability.Measured);
    }

    /// <summary>The exposure of each strike, the lowest first; undefined and expired contracts are left out. Allocates.</summary>
    /// <param name="now">The moment, not before the last update.</param>
    /// <exception cref="ArgumentException">The moment is before the last update or reading.</exception>
    public StrikeGamma[] ByStrike(long now)
    {
        EventTime.RequireOrder(now, last);
        var strikes = new SortedDictionary<double, double>();
        for (var i = 0; i < slots.Count; i++)
        {
            if (contracts[i].Expires > now && double.IsFinite(contracts[i].Exposure))
            {
                _ = strikes.TryGetValue(contracts[i].Strike, out var sum);
                strikes[contracts[i].Strike] = sum + contracts[i].Exposure;
            }
        }

        return [.. strikes.Select(s => new StrikeGamma(s.Key, s.Value))];
    }

    private double GammaOf(in OptionQuote quote, double underlying, long expires)
    {
        if (options.Origin == GammaOrigin.SourceElseModel && quote.Gamma > 0)
        {
            return quote.Gamma;
        }

        var years = (expires - quote.Time) / (SecondsPerYear * EventTime.Second);
        var volatility = quote.ImpliedVolatility;
        if (!(volatility > 0) && quote.Bid >= 0 && quote.Ask >= quote.Bid)
        {
            volatility = BlackScholes.ImpliedVolatility(
                quote.Right, 0.5 * (quote.Bid + quote.Ask), underlying, quote.Strike, years, options.Rate, options.Yield);
        }

        return BlackScholes.Gamma(underlying, quote.Strike, years, volatility, options.Rate, options.Yield);
    }

    private int SlotOf(in OptionQuote quote)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(slots, new(quote.Root, quote.Expiry, quote.Strike, quote.Right), out var known);
        if (known)
        {
            return slot;
        }

        slot = slots.Count - 1;
        if (slot == contracts.Length)
        {
            Array.Resize(ref contracts, contracts.Length * 2);
        }

        if (!expiries.TryGetValue(quote.Expiry, out var expires))
        {
            var midnight = UtcTime.FromDateTime(quote.Expiry.ToDateTime(TimeOnly.MinValue));
            var close = MarketDays.UnitedStates.From(midnight).Regular.To;
            expires = (close <= midnight + UtcTime.MillisecondsPerDay ? close : midnight + (21 * 3_600_000)) * EventTime.Millisecond;
            expiries.Add(quote.Expiry, expires);
        }

        contracts[slot] = new(quote.Strike, expires);
        return slot;
    }

    private void DropFlow(long now)
    {
        while (flow.First < flow.End && flow.Time(flow.First) <= now - window)
        {
            ref var contract = ref contracts[(int)flowSlots.Value(flow.First)];
            contract.Flow.Add(-flow.Value(flow.First));
            if (--contract.FlowTerms == 0)
            {
                contract.Flow.Clear();
            }

            flow.DropBefore(flow.First + 1);
            flowSlots.DropBefore(flowSlots.First + 1);
        }
    }
}
