using Ratchet.Numerics.Windows;
using Ratchet.Trading.Simulation;
using Ratchet.Validation.Metrics;

namespace Ratchet.Trading.Tests.Simulation;

/// <summary>
/// The kernel's rules once more, written for reading: one bar at a time, fills as a list, long and short through one signed view of prices
/// (a short is a long in negative prices). Shares no code with the kernel.
/// </summary>
internal sealed class ReferenceBacktest(RandomMarket data, SimulationOptions o)
{
    private sealed record Fill(double Quantity, double Price, double Fee);

    private readonly List<Fill> exits = [];
    private int entryIndex = -1;
    private int signalRow;
    private int sign;
    private Fill entry = new(0, 0, 0);

    public List<ClosedTrade> Trades { get; } = [];

    public List<double> Equity { get; } = [];

    public void Run(IndexRange range)
    {
        var settled = o.InitialEquity;
        var entryOrder = -1;
        var leaveOrder = (ExitReason?)null;
        for (var t = range.Start; t < range.End; t++)
        {
            if (entryOrder >= 0)
            {
                Open(entryOrder, t, settled);
                entryOrder = -1;
            }

            if (entryIndex >= 0)
            {
                Manage(t, leaveOrder);
                leaveOrder = null;
            }

            if (entryIndex >= 0 && Left < 1e-12 * entry.Quantity)
            {
                throw new InvalidOperationException("A position without size stayed open.");
            }

            if (entryIndex >= 0 && t == range.End - 1)
            {
                LeaveAll(t, data.Close[t], ExitReason.EndOfData, slips: true);
            }

            var closedNow = Trades.Sum(x => x.Profit);
            settled = o.InitialEquity + closedNow;
            if (entryIndex < 0)
            {
                Equity.Add(settled);
                entryOrder = Wanted(t, settled) ? t : -1;
                continue;
            }

            var value = settled - entry.Fee;
            foreach (var exit in exits)
            {
                value += (sign * (exit.Price - entry.Price) * exit.Quantity) - exit.Fee;
            }

            Equity.Add(value + (sign * (data.Close[t] - entry.Price) * Left));
            var held = t - entryIndex + 1;
            leaveOrder = held >= o.HorizonBars ? ExitReason.TimeStop : data.ExitProbability[t] > o.ExitThreshold && data.Side[t] * sign >= 0 ? ExitReason.Signal : null;
        }
    }

    private double Left => entry.Quantity - exits.Sum(e => e.Quantity);

    private bool Wanted(int t, double equity) =>
        equity > 0
        && data.Side[t] != 0
        && !double.IsNaN(data.Size[t])
        && data.Distance[t] > 0
        && data.Confidence[t] >= o.ConfidenceThreshold
        && Math.Abs(data.Momentum[t]) >= o.MomentumThreshold;

    private void Open(int row, int t, double equity)
    {
        signalRow = row;
        entryIndex = t;
        sign = data.Side[row];
        exits.Clear();
        var price = data.Open[t] * (1 + (sign * o.SlippageBps / 10_000));
        var size = Math.Max(o.PositionLow, Math.Min(o.PositionHigh, data.Size[row]));
        var money = equity * o.RiskPerTrade * Math.Min(1, data.Confidence[row]) * size;
        var quantity = Math.Min(money / (o.StopMultiple * data.Distance[row]), equity * o.MaximumGrossPerSymbol / price);
        entry = new(quantity, price, quantity * price * o.FeeRate);
    }

    private void Manage(int t, ExitReason? leave)
    {
        if (leave is { } reason)
        {
            LeaveAll(t, data.Open[t], reason, slips: true);
            return;
        }

        // Prices as a long sees them.
        var open = sign * data.Open[t];
        var best = sign > 0 ? data.High[t] : -data.Low[t];
        var worst = sign > 0 ? data.Low[t] : -data.High[t];
        var (stop, stopReason) = StopFor(t);
        if (worst <= stop)
        {
            LeaveAll(t, sign * Math.Min(open, stop), stopReason, slips: true);
            return;
        }

        while (exits.Count < o.TargetSteps.Count)
        {
            var target = (sign * entry.Price) + (o.TargetSteps[exits.Count] * o.TargetMultiple * data.Distance[signalRow]);
            if (best < target)
            {
                return;
            }

            var price = sign * Math.Max(open, target);
            if (exits.Count == o.TargetSteps.Count - 1)
            {
                LeaveAll(t, price, ExitReason.Target, slips: false);
                return;
            }

            var part = entry.Quantity * o.TargetFractions[exits.Count];
            exits.Add(new(part, price, part * price * o.TargetFeeRate));
            firstTargetBar = exits.Count == 1 ? t : firstTargetBar;
        }
    }

    private int firstTargetBar;

    private (double Stop, ExitReason Reason) StopFor(int t)
    {
        var ownEntry = sign * entry.Price;
        var distance = data.Distance[signalRow];
        var stop = (ownEntry - (o.StopMultiple * distance), ExitReason.StopLoss);
        if (exits.Count == 0 || t <= firstTargetBar)
        {
            return stop;
        }

        if (o.BreakEvenAfterFirstTarget)
        {
            stop = (ownEntry, ExitReason.BreakEven);
        }

        if (o.TrailingMultiple > 0)
        {
            var peak = ownEntry;
            for (var bar = entryIndex; bar < t; bar++)
            {
                peak = Math.Max(peak, sign > 0 ? data.High[bar] : -data.Low[bar]);
            }

            var trail = peak - (o.TrailingMultiple * distance);
            stop = trail > stop.Item1 ? (trail, ExitReason.TrailingStop) : stop;
        }

        return stop;
    }

    private void LeaveAll(int t, double price, ExitReason reason, bool slips)
    {
        var fill = slips ? price * (1 - (sign * o.SlippageBps / 10_000)) : price;
        var left = Left;
        exits.Add(new(left, fill, left * fill * (slips ? o.FeeRate : o.TargetFeeRate)));
        var fees = entry.Fee + exits.Sum(e => e.Fee);
        var profit = exits.Sum(e => sign * (e.Price - entry.Price) * e.Quantity) - fees;
        var mean = exits.Sum(e => e.Price * e.Quantity) / entry.Quantity;
        var risk = entry.Quantity * o.StopMultiple * data.Distance[signalRow];
        Trades.Add(new(entryIndex, t, sign, entry.Price, mean, entry.Quantity, profit, fees, risk, reason));
        entryIndex = -1;
    }
}
