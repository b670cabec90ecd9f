using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Tests.Risk;

/// <summary>Whatever happens and whatever is wished: no approval breaks a limit, no wish within the limits is refused, and a restart changes nothing.</summary>
public sealed class RiskGatePropertyTests
{
    private const double Slack = 1 + 1e-9;

    private static readonly StreamKey Root = StreamKey.FromSeed(20_26).Derive("risk");

    [Fact]
    public void Review_TenThousandRandomHistories_BreaksNoLimitAndAgreesWithThePlainRules()
    {
        var counts = new Counts();
        Parallel.For(0, 10_000, () => new Counts(), (i, _, mine) => Run(i, mine), mine => counts.Add(mine));

        // The histories must reach both answers, every limit, every state and every breaker, else they prove little.
        Assert.InRange(counts.Approved, 20_000, int.MaxValue);
        Assert.InRange(counts.Exits, 5_000, int.MaxValue);
        foreach (var reason in new[]
        {
            AuditReason.RiskPerTrade, AuditReason.PositionValue, AuditReason.GrossPerSymbol, AuditReason.GrossExposure, AuditReason.NetExposure,
            AuditReason.GrossPerStrategy, AuditReason.CorrelatedExposure, AuditReason.Leverage, AuditReason.OpenPositions, AuditReason.BelowMinimum,
            AuditReason.DailyLoss, AuditReason.DrawdownHalt, AuditReason.DrawdownReduce, AuditReason.LosingRun, AuditReason.RejectedOrders,
            AuditReason.VolatilitySpike, AuditReason.StaleData, AuditReason.GappedData, AuditReason.SlippageBeyondBound, AuditReason.ClockSkew,
            AuditReason.WarmUp, AuditReason.ModelNotFresh, AuditReason.DataQuality, AuditReason.RegimeUnknown, AuditReason.LedgerInconsistent,
            AuditReason.KillSwitch, AuditReason.StateHalted, AuditReason.StateReducing, AuditReason.NothingToReduce,
        })
        {
            Assert.True(counts.ByReason.GetValueOrDefault(reason) >= 20, $"{reason} bound {counts.ByReason.GetValueOrDefault(reason)} times.");
        }
    }

    private static Counts Run(int index, Counts counts)
    {
        var history = new RandomHistory(Root.Derive(index));
        var gate = new RiskGate(history.Limits, history.Instruments, history.Strategies, 10_000);
        var plain = new PlainRisk(history.Limits, history.Instruments, 10_000);
        var audit = new RecordedAudit();
        RiskGate? twin = null;
        var twinAudit = new RecordedAudit();
        var steps = index % 25 == 0 ? 150 : 30;
        var restart = history.Pick(steps);
        var number = 0L;
        for (var i = 0; i < steps; i++)
        {
            if (i == restart)
            {
                twin = Restarted(gate, history);
                audit.Records.Clear();
            }

            foreach (var step in history.Next())
            {
                Tell(step, number);
            }

            if (!history.Flip(2))
            {
                continue;
            }

            var wish = history.Wish();
            var approved = Ask(gate, audit, wish, out var verdict);
            Check(history, plain, wish, approved, verdict, counts, gate);
            if (twin is not null)
            {
                Assert.Equal(approved, Ask(twin, twinAudit, wish, out var again));
                Assert.Equal(verdict, again);
            }

            if (approved is not null && history.Flip(2))
            {
                Tell(history.Fill(approved), number);
            }
        }

        Assert.Equal(audit.Records, twinAudit.Records);
        Assert.Equal(Desk.Bytes(gate), Desk.Bytes(twin!));
        return counts;

        void Tell(GateStep step, long at)
        {
            var moment = new Moment(at, step.Time);
            number++;
            plain.Add(step);
            Apply(gate, step, moment, audit, history.Price(Math.Max(step.Symbol, 0)));
            if (twin is not null)
            {
                Apply(twin, step, moment, twinAudit, history.Price(Math.Max(step.Symbol, 0)));
            }
        }

        OrderRequest? Ask(RiskGate of, RecordedAudit to, OrderRequest wish, out RiskVerdict verdict) =>
            of.Review(wish, View(history, wish), new(number, history.Now), to, out verdict)?.Request;
    }

    private static RiskGate Restarted(RiskGate gate, RandomHistory history)
    {
        var bytes = Desk.Bytes(gate);
        var fresh = new RiskGate(history.Limits, history.Instruments, history.Strategies, 10_000);
        var reader = new StateReader(bytes);
        fresh.Read(ref reader);
        Assert.True(reader.AtEnd);
        Assert.Equal(bytes, Desk.Bytes(fresh));
        return fresh;
    }

    private static void Apply(RiskGate gate, GateStep step, Moment moment, RecordedAudit audit, double price)
    {
        gate.TimePassed(moment, audit);
        switch (step.Kind)
        {
            case GateStepKind.Bar:
                gate.BarClosed(step.Symbol, step.Bar, moment, audit);
                break;
            case GateStepKind.Mark:
                gate.Marked(step.Number, moment, audit);
                break;
            case GateStepKind.Trade:
                gate.TradeClosed(Trade((decimal)step.Number), moment, audit);
                break;
            case GateStepKind.Fill:
                gate.Filled(step.Symbol, 1, price, price * (1 + (step.Number * 1e-4)), moment, audit);
                break;
            case GateStepKind.Reject:
                gate.Rejected(step.Symbol, moment, audit);
                break;
            case GateStepKind.Feed:
                gate.FeedChanged(step.Symbol, new(step.Feed, "random", 0), moment, audit);
                break;
            case GateStepKind.Ready:
                gate.ReadinessChanged(step.Symbol, step.Readiness!, moment, audit);
                break;
            case GateStepKind.Order:
                gate.Commanded(new(step.Order, "random", "random"), moment, audit);
                break;
            default:
                break;
        }
    }

    private static TradeRecord Trade(decimal profit) => new()
    {
        Position = 1,
        Symbol = 0,
        Strategy = 0,
        Side = 1,
        EntryTime = 0,
        ExitTime = 0,
        EntryBar = 0,
        ExitBar = 0,
        EntryPrice = 1,
        ExitPrice = 1,
        Quantity = 1,
        Profit = profit,
        Fees = 0,
        Risk = 1,
        Reason = AuditReason.StopLoss,
    };

    private static ExposureView View(RandomHistory history, OrderRequest wish)
    {
        var symbols = history.Instruments.Length;
        var (net, gross, byStrategy) = (new double[symbols], new double[symbols], new double[history.Strategies]);
        for (var i = 0; i < symbols; i++)
        {
            for (var s = 0; s < history.Strategies; s++)
            {
                var value = (double)history.Held(i, s) * history.Price(i);
                net[i] += value;
                gross[i] += Math.Abs(value);
                byStrategy[s] += Math.Abs(value);
            }
        }

        return new()
        {
            Equity = history.Equity,
            Price = history.Price(wish.Symbol),
            SymbolNet = net,
            SymbolGross = gross,
            StrategyGross = byStrategy,
            PositionQuantity = history.Held(wish.Symbol, wish.Strategy),
            OpenPositions = history.Open,
        };
    }

    private static void Check(RandomHistory history, PlainRisk plain, OrderRequest wish, OrderRequest? approved, RiskVerdict verdict, Counts counts, RiskGate gate)
    {
        counts.Bound(verdict.Binding);
        var state = plain.State(history.Now);
        Assert.Equal(state, gate.State);
        Assert.Equal(state == TradingState.Halted, gate.MustFlatten);
        Assert.Equal(plain.Halves() ? 0.5 : 1, gate.SizeFactor);
        var position = history.Held(wish.Symbol, wish.Strategy);
        if (wish.Purpose != OrderPurpose.Entry)
        {
            var closable = Math.Sign(position) == -wish.Side ? Math.Min(Math.Abs(position), wish.Quantity) : 0;
            Assert.Equal(closable, approved?.Quantity ?? 0);
            Assert.True(approved?.ReduceOnly ?? true);
            counts.Exits += closable > 0 ? 1 : 0;
            return;
        }

        var free = state == TradingState.Active && !plain.SymbolBlocked(wish.Symbol, history.Now) && plain.Ready(wish.Symbol, wish.Strategy, history.Now);
        if (approved is null)
        {
            // A refusal needs a reason: not free, too many positions, or a limit or minimum that its numbers show.
            var numeric = verdict.Binding is > AuditReason.StateHalted and <= AuditReason.CorrelatedExposure or AuditReason.Leverage or AuditReason.OpenPositions or AuditReason.BelowMinimum;
            Assert.Equal(!free, !numeric);
            Assert.True(!numeric || verdict.Binding == AuditReason.BelowMinimum || verdict.Value > verdict.Limit, $"{verdict}");
            return;
        }

        counts.Approve();
        Assert.True(free, $"Approved in {state}: {approved}");
        CheckLimits(history, plain, wish, approved, position);
    }

    private static void CheckLimits(RandomHistory history, PlainRisk plain, OrderRequest wish, OrderRequest approved, decimal position)
    {
        var (limits, equity, price) = (history.Limits, history.Equity, history.Price(wish.Symbol));
        var half = plain.Halves() ? 2 : 1;
        var view = View(history, wish);
        var value = Math.Min((double)approved.Quantity * price, (double)approved.MaximumValue);
        Assert.True(approved.Quantity * half <= wish.Quantity && approved.MaximumValue > 0);
        Assert.True(wish.MaximumValue == 0 || approved.MaximumValue <= wish.MaximumValue);
        Assert.True((double)approved.Quantity * half * (wish.StopDistance > 0 ? wish.StopDistance : 0) <= limits.RiskPerTrade * equity * Slack);
        Assert.True(wish.StopDistance > 0 || value * half <= limits.RiskPerTrade * equity * Slack);
        Assert.True(value * half <= (limits.PositionValue * equity - Math.Abs((double)position * price)) * Slack);
        Assert.True(view.SymbolGross[wish.Symbol] + value <= limits.GrossPerSymbol * equity * Slack);
        Assert.True(view.StrategyGross[wish.Strategy] + value <= limits.GrossPerStrategy * equity * Slack);
        var (gross, net, margin) = (value, wish.Side * value, value / (double)history.Instruments[wish.Symbol].Leverage);
        for (var i = 0; i < view.SymbolNet.Length; i++)
        {
            gross += view.SymbolGross[i];
            net += view.SymbolNet[i];
            margin += view.SymbolGross[i] / (double)history.Instruments[i].Leverage;
        }

        Assert.True(gross <= limits.GrossExposure * equity * Slack);
        Assert.True(margin <= equity * Slack);
        Assert.True(Math.Abs(net) <= Math.Max(limits.NetExposure * equity, Math.Abs(net - (wish.Side * value))) * Slack);
        Assert.True(position != 0 || history.Open < limits.OpenPositions);
        if (double.IsFinite(limits.CorrelatedExposure))
        {
            var values = view.SymbolNet.ToArray();
            var before = Together(values, plain);
            values[wish.Symbol] += wish.Side * value;
            Assert.True(Together(values, plain) <= Math.Max(limits.CorrelatedExposure * equity, before) * (1 + 1e-7));
        }

        var rules = history.Instruments[wish.Symbol];
        Assert.True(rules.LotSize == 0 || approved.Quantity % rules.LotSize == 0);
        Assert.True(approved.Quantity >= rules.MinimumQuantity && value * Slack >= (double)rules.MinimumValue);
    }

    private static double Together(double[] values, PlainRisk plain)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = 0; j < values.Length; j++)
            {
                sum += values[i] * values[j] == 0 ? 0 : plain.Correlation(i, j, values[i] * values[j] > 0) * values[i] * values[j];
            }
        }

        return Math.Sqrt(Math.Max(sum, 0));
    }

    private sealed class Counts
    {
        public int Approved { get; private set; }

        public int Exits { get; set; }

        public Dictionary<AuditReason, int> ByReason { get; } = [];

        public void Bound(AuditReason reason) => ByReason[reason] = ByReason.GetValueOrDefault(reason) + 1;

        public void Approve() => Approved++;

        public void Add(Counts other)
        {
            lock (ByReason)
            {
                Approved += other.Approved;
                Exits += other.Exits;
                foreach (var (reason, count) in other.ByReason)
                {
                    ByReason[reason] = ByReason.GetValueOrDefault(reason) + count;
                }
            }
        }
    }
}
