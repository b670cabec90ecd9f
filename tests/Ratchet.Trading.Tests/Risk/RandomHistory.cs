using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Tests.Risk;

/// <summary>A random market, random limits and random wishes: prices walk, gaps open, feeds break, people command, orders are filled, losses come in runs.</summary>
internal sealed class RandomHistory
{
    private readonly RandomStream random;
    private readonly double[] prices;
    private readonly long[] lastOpen;
    private readonly decimal[] held;
    private long orders;

    public RandomHistory(StreamKey key)
    {
        random = key.Open();
        var symbols = 1 + random.NextInt(4);
        Strategies = 1 + random.NextInt(3);
        Instruments = [.. Enumerable.Range(0, symbols).Select(Instrument)];
        Limits = RandomLimits.Draw(random);
        prices = [.. Instruments.Select(_ => 10 + (90 * random.NextDouble()))];
        lastOpen = [.. Instruments.Select(_ => long.MinValue)];
        held = new decimal[symbols * Strategies];
    }

    public InstrumentRules[] Instruments { get; }

    public int Strategies { get; }

    public RiskLimits Limits { get; }

    public double Equity { get; private set; } = 10_000;

    public long Now { get; private set; } = 20_000L * 86_400_000;

    public double Price(int symbol) => prices[symbol];

    public decimal Held(int symbol, int strategy) => held[(symbol * Strategies) + strategy];

    public int Open => held.Count(q => q != 0);

    /// <summary>What happens next; mostly a bar, then a mark.</summary>
    public IEnumerable<GateStep> Next()
    {
        Now += random.NextInt(4) == 0 ? random.NextInt(20 * 60_000) : 0;
        var symbol = random.NextInt(Instruments.Length);
        switch (random.NextInt(24))
        {
            case 0:
                yield return new(GateStepKind.Order, Now) { Order = (CommandKind)random.NextInt(6) };
                break;
            case 1:
                yield return new(GateStepKind.Order, Now) { Order = CommandKind.Resume };
                break;
            case 2:
                yield return new(GateStepKind.Feed, Now, symbol) { Feed = (FeedState)random.NextInt(7) };
                break;
            case 3 or 4:
                yield return new(GateStepKind.Reject, Now, symbol);
                break;
            case 5 or 6 or 7:
                yield return new(GateStepKind.Trade, Now) { Number = random.NextInt(4) == 0 ? 1 : -1 };
                break;
            case 8:
                Now += random.NextInt(30) * 3_600_000L;
                yield return new(GateStepKind.Time, Now);
                break;
            case 9 or 10:
                yield return new(GateStepKind.Ready, Now, symbol)
                {
                    Readiness = new(
                        random.NextInt(Strategies),
                        random.NextInt(5) > 0,
                        random.NextInt(4) switch { 0 => -1, 1 => 0, _ => Now - random.NextInt(40_000_000) },
                        1 - (0.01 * random.NextDouble() * random.NextDouble()),
                        random.NextInt(5) > 0,
                        random.NextInt(5) > 0),
                };
                break;
            default:
                foreach (var step in Bars())
                {
                    yield return step;
                }

                yield return new(GateStepKind.Mark, Now) { Number = Equity };
                break;
        }
    }

    /// <summary>An order that somebody wants, be it wise or not, with a random multiplier of advice in its size.</summary>
    public OrderRequest Wish()
    {
        var (symbol, strategy) = (random.NextInt(Instruments.Length), random.NextInt(Strategies));
        var position = Held(symbol, strategy);
        var isExit = position != 0 && random.NextInt(2) == 0;
        var quantity = (decimal)(Math.Exp(2 * random.NextNormal()) * Equity * 0.2 / prices[symbol] * 2 * random.NextDouble());
        return new()
        {
            Id = ++orders,
            Symbol = symbol,
            Strategy = strategy,
            Side = (sbyte)(isExit && random.NextInt(8) > 0 ? -Math.Sign(position) : (2 * random.NextInt(2)) - 1),
            Quantity = Math.Max(quantity, 0.000001m),
            StopDistance = random.NextInt(10) == 0 ? 0 : prices[symbol] * 0.05 * random.NextDouble(),
            Purpose = isExit ? OrderPurpose.Exit : OrderPurpose.Entry,
            ReduceOnly = isExit && random.NextInt(2) == 0,
            MaximumValue = random.NextInt(5) == 0 ? 500 : 0,
        };
    }

    /// <summary>The venue fills what was approved, within its value.</summary>
    public GateStep Fill(OrderRequest order)
    {
        var slip = Math.Abs(random.NextNormal()) * 8;
        var price = prices[order.Symbol] * (1 + (order.Side * slip * 1e-4));
        var quantity = order.MaximumValue > 0 ? Math.Min(order.Quantity, order.MaximumValue / (decimal)price) : order.Quantity;
        held[(order.Symbol * Strategies) + order.Strategy] += order.Side * quantity;
        return new(GateStepKind.Fill, Now, order.Symbol) { Number = slip };
    }

    public bool Flip(int of) => random.NextInt(of) == 0;

    public int Pick(int bound) => random.NextInt(bound);

    private IEnumerable<GateStep> Bars()
    {
        // All symbols' bars of the next interval, sometimes with some missing, late, or far away; common and own movements.
        var frame = 3_600_000L;
        var open = (Now / frame * frame) + (random.NextInt(15) == 0 ? frame * random.NextInt(6) : 0);
        Now = open + frame + (random.NextInt(10) == 0 ? random.NextInt(9000) : 0);
        var common = random.NextNormal();
        for (var i = 0; i < prices.Length; i++)
        {
            if (Instruments[i].Frame.Milliseconds != frame && open % Instruments[i].Frame.Milliseconds != 0)
            {
                continue;
            }

            if (open <= lastOpen[i] || random.NextInt(25) == 0)
            {
                continue;
            }

            var before = prices[i];
            var size = random.NextInt(30) == 0 ? 0.08 : 0.012;
            prices[i] *= Math.Exp(size * (((i % 2 == 0 ? 1 : -1) * common) + random.NextNormal()));
            Equity += Enumerable.Range(0, Strategies).Sum(s => (double)Held(i, s) * (prices[i] - before));
            Equity = Math.Max(Equity, 500);
            lastOpen[i] = open;
            var wick = 1 + (0.004 * random.NextDouble());
            yield return new(GateStepKind.Bar, Now, i)
            {
                Bar = new(open, before, Math.Max(before, prices[i]) * wick, Math.Min(before, prices[i]) / wick, prices[i], 1),
            };
        }
    }

    private InstrumentRules Instrument(int index)
    {
        var leverage = random.NextInt(3) == 0 ? 1 + random.NextInt(5) : 1;
        return new()
        {
            Symbol = Symbol.Parse($"S{index}/USDT"),
            Frame = random.NextInt(6) == 0 ? TimeFrame.Hour4 : TimeFrame.Hour1,
            LotSize = random.NextInt(2) == 0 ? 0 : 0.1m,
            MinimumQuantity = random.NextInt(2) == 0 ? 0 : 0.2m,
            MinimumValue = random.NextInt(2) == 0 ? 0 : 20,
            Leverage = leverage,
        };
    }
}
