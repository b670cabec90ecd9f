using Ratchet.Numerics.Randomness;
using Ratchet.Validation.Metrics;

namespace Ratchet.Trading.Simulation;

/// <summary>One thread's workspace of random draws.</summary>
internal sealed class RandomEntryDraw(double[] open, double[] close, int firstBar, RandomEntryPlan plan, SimulationOptions options)
{
    private readonly RandomEntryPlan.Template[] order = new RandomEntryPlan.Template[plan.Trades.Length];
    private readonly int[] offsets = new int[plan.Trades.Length];

    public SimulationBuffers Buffers { get; } = new();

    public void Simulate(StreamKey key)
    {
        var random = key.Open();
        plan.Trades.CopyTo(order, 0);
        random.Shuffle(order.AsSpan());
        for (var i = 0; i < offsets.Length; i++)
        {
            offsets[i] = random.NextInt(plan.FreeBars + 1);
        }

        Array.Sort(offsets);
        Buffers.Begin(close.Length, options.InitialEquity);
        var equity = Buffers.EquityToWrite;
        var exposure = Buffers.ExposureToWrite;
        exposure.Clear();
        var position = new OpenPosition { Cash = options.InitialEquity };
        var next = 0;
        var held = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var entry = offsets[i] + held;
            equity[next..entry].Fill(position.Cash);
            next = Trade(ref position, entry, order[i], equity, exposure);
            held += order[i].HeldBars + 1;
        }

        equity[next..].Fill(position.Cash);
    }

    private int Trade(ref OpenPosition position, int entry, RandomEntryPlan.Template template, Span<double> equity, Span<double> exposure)
    {
        var exit = entry + template.HeldBars;
        var slip = options.SlippageShare * template.Side;
        var price = open[entry] * (1 + slip);
        position.Enter(entry + firstBar, template.Side, price, Math.Max(position.Cash, 0) * plan.EntryShare / price, 0, options.FeeRate);
        for (var bar = entry; bar < exit; bar++)
        {
            var marked = position.Mark(close[bar]);
            equity[bar] = marked;
            exposure[bar] = marked > 0 ? position.Remaining * close[bar] / marked : 0;
        }

        var isTarget = template.Reason == ExitReason.Target;
        var left = (template.LeavesAtOpen ? open[exit] : close[exit]) * (isTarget ? 1 : 1 - slip);
        Buffers.Add(position.CloseAll(exit + firstBar, left, isTarget ? options.TargetFeeRate : options.FeeRate, template.Reason));
        equity[exit] = position.Cash;
        return exit + 1;
    }
}
