using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Sessions;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Risk;

namespace Ratchet.Adaptation.Tests.Sessions;

/// <summary>Whatever is advised, no entry is larger than the risk gate alone allows: its limits, reckoned here from equity, the stop and the price.</summary>
public sealed class OrderSizeTests
{
    private const int Histories = 10_000;
    private const int Bars = 30;

    [Fact]
    public void Entries_MultipliersUpToTwo_StayWithinWhatRiskAllows()
    {
        var series = Enumerable.Range(0, 16).Select(i => TrialSession.Series((ulong)i + 100, Bars)).ToArray();
        var (orders, cut, raised) = (0L, 0L, 0L);
        for (var history = 0; history < Histories; history++)
        {
            var random = StreamKey.FromSeed(77).Derive(history).Open();
            var limits = new RiskLimits
            {
                RiskPerTrade = 0.002 + (0.02 * random.NextDouble()),
                PositionValue = 0.05 + random.NextDouble(),
                GrossPerSymbol = 2,
                GrossExposure = 2,
                NetExposure = 2,
                CorrelatedExposure = 2,
                GrossPerStrategy = 2,
            };
            var options = TrialSession.Options with { Limits = limits, Sizing = TrialSession.Options.Sizing with { RiskPerTrade = 0.01 * random.NextDouble() } };
            double[] weights = [0.1 + (1.9 * random.NextDouble()), 2];
            var rules = new AdaptiveOptions
            {
                UseSelector = random.NextInt(2) == 0,
                Advisor = AdvisorOptions.Aggressive with { HistoryLength = 8, QualityFiltering = random.NextInt(2) == 0, QualityRules = new() { Threshold = 0.3 } },
                Selector = new() { PendingDecisions = 64, UnsafeRegimes = Adaptation.Selection.UnsafeRegimeRule.DefensiveReduced },
            };
            var engine = new TradingEngine(options);
            var sink = new Entries();
            var multiplied = new WatchedAdviser(new AdaptiveAdviser(rules, options, weights));
            var session = new TradingSession(engine, TrialSession.Strategies((ulong)history), multiplied, new NullJournal(), 0) { Published = sink };
            var data = series[history % series.Length];
            while (session.Inputs < 2 * Bars)
            {
                TrialSession.Play(session, data, session.Inputs + 1);
                foreach (var (request, price) in sink.Take())
                {
                    orders++;
                    var quantity = (double)request.Quantity;
                    var risk = quantity * request.StopDistance / engine.Equity;
                    var value = quantity * price / engine.Equity;
                    Assert.True(risk <= limits.RiskPerTrade * (1 + 1e-9), $"History {history}: {risk} at risk, {limits.RiskPerTrade} allowed.");
                    Assert.True((double)request.MaximumValue <= limits.PositionValue * engine.Equity * (1 + 1e-9), $"History {history}: {request.MaximumValue} of {engine.Equity}.");
                    cut += risk > limits.RiskPerTrade * 0.999 ? 1 : 0;
                }
            }

            raised += multiplied.Raised;
        }

        Assert.True(orders > 50_000 && cut > 1000 && raised > 10_000, $"{orders} orders, {cut} at the limit, {raised} multipliers above 1.");
    }

    private sealed class Entries : IAuditSink
    {
        private readonly List<(OrderRequest Request, double Price)> placed = [];

        public void Write(in AuditRecord record)
        {
            if (record.Kind == AuditKind.OrderPlaced && record.Detail is OrderRequest { Purpose: OrderPurpose.Entry } request)
            {
                placed.Add((request, (double)record.Price));
            }
        }

        public List<(OrderRequest Request, double Price)> Take()
        {
            List<(OrderRequest Request, double Price)> taken = [.. placed];
            placed.Clear();
            return taken;
        }
    }

    private sealed class WatchedAdviser(ITradeAdviser inner) : ITradeAdviser
    {
        public long Raised { get; private set; }

        public Advice? Advise(long time, int symbol, in Signal signal)
        {
            var advice = inner.Advise(time, symbol, signal);
            Assert.True(advice is null || (advice.Multiplier is >= 0 and <= 2 && advice.ConfidenceCap is >= 0 and <= 1));
            Raised += advice?.Multiplier > 1 ? 1 : 0;
            return advice;
        }

        public void Closed(long time, Trading.Portfolio.TradeRecord trade) => inner.Closed(time, trade);

        public void BarClosed(long time, int symbol, in Market.Bars.Bar bar) => inner.BarClosed(time, symbol, bar);

        public void Signalled(long time, int symbol, in Signal signal) => inner.Signalled(time, symbol, signal);

        public void EntryChanged(long time, in AuditRecord record) => inner.EntryChanged(time, record);
    }
}
