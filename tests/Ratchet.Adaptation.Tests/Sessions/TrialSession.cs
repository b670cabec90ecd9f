using System.Buffers;
using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Selection;
using Ratchet.Adaptation.Sessions;
using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Tests.Sessions;

/// <summary>A made-up market of two symbols and two strategies, with contexts that pass through every regime.</summary>
internal static class TrialSession
{
    public const long Start = 1_700_000_100_000;
    private const long Quarter = 900_000;

    public static EngineOptions Options { get; } = new()
    {
        Instruments =
        [
            new() { Symbol = Symbol.Parse("BTC/USDT"), Frame = TimeFrame.Parse("15m"), TickSize = 0.1m, LotSize = 0.00001m },
            new() { Symbol = Symbol.Parse("ETH/USDT"), Frame = TimeFrame.Parse("15m"), TickSize = 0.01m },
        ],
        Strategies =
        [
            new() { Name = "first", Exits = new() { HorizonBars = 24 } },
            new() { Name = "second", ExitThreshold = 0.95, Exits = new() { StopMultiple = 1, HorizonBars = 12 } },
        ],
        Venue = new() { TakerFee = 0.0001, SlippageBps = 0.5 },
    };

    /// <summary>Settings under which much happens: little is filtered by quality, and statuses change soon.</summary>
    public static AdaptiveOptions Busy { get; } = new()
    {
        Selector = new() { Bandit = new() { Epsilon = 0.3 } },
        Advisor = AdvisorOptions.Aggressive with
        {
            QualityRules = new() { Threshold = 0.45 },
            RetirementRules = new() { LeastExpectancy = -0.3, LeastProfitFactor = 0.4, DegradedHours = 6, SuspendedHours = 1000 },
        },
    };

    public static IReadOnlyList<ITradingStrategy> Strategies(ulong seed) => [new TrialStrategy("first", seed), new TrialStrategy("second", seed + 1)];

    public static IReadOnlyList<BarSeries> Series(ulong seed, int bars) => [.. Options.Instruments.Select((rules, symbol) =>
    {
        var key = StreamKey.FromSeed(seed).Derive(symbol);
        var price = symbol == 0 ? 40_000.0 : 2500;
        var columns = new double[5][];
        for (var c = 0; c < 5; c++)
        {
            columns[c] = new double[bars];
        }

        for (var i = 0; i < bars; i++)
        {
            var random = key.Derive(i).Open();
            var open = price;
            price *= Math.Exp(0.004 * random.NextNormal());
            (columns[0][i], columns[3][i], columns[4][i]) = (open, price, 10 + random.NextDouble());
            columns[1][i] = Math.Max(open, price) * (1 + (0.002 * random.NextDouble()));
            columns[2][i] = Math.Min(open, price) * (1 - (0.002 * random.NextDouble()));
        }

        long[] times = [.. Enumerable.Range(0, bars).Select(i => Start + (i * Quarter))];
        return new BarSeries(rules.Symbol, rules.Frame, new BarColumns { OpenTime = times, Open = columns[0], High = columns[1], Low = columns[2], Close = columns[3], Volume = columns[4] });
    })];

    public static AdaptiveAdviser Adviser(AdaptiveOptions options, IDecisionLog? log = null) => new(options, Options, log: log);

    public static byte[] Bytes(AdaptiveAdviser adviser)
    {
        var buffer = new ArrayBufferWriter<byte>();
        adviser.Write(buffer);
        return buffer.WrittenSpan.ToArray();
    }

    public static TradingSession Session(MemoryJournal journal, AdaptiveAdviser adviser, ulong seed, long adviserFrom = 0) => SessionRecovery.Recover(
        Options, Strategies(seed), adviser, journal, journal, adviserFrom: adviserFrom, cancellationToken: TestContext.Current.CancellationToken).Session;

    /// <summary>Gives bars of both symbols in turn, from the session's next input on.</summary>
    public static void Play(TradingSession session, IReadOnlyList<BarSeries> series, long until)
    {
        while (session.Inputs < until)
        {
            var (symbol, row) = ((int)(session.Inputs % series.Count), (int)(session.Inputs / series.Count));
            var bar = series[symbol][row];
            session.BarClosed(bar.OpenTime + Quarter, symbol, bar);
            session.Commit();
        }
    }
}
