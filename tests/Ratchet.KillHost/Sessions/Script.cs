using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;

namespace Ratchet.KillHost.Sessions;

/// <summary>
/// A session of two symbols, two strategies and an adviser over made-up minute bars, with all that a feed and people do: bars that come twice, late or with impossible
/// prices, lost connections, funding, timers, commands. The same in every process; commits come after one, two or three inputs.
/// </summary>
internal static class Script
{
    private const long Start = 1_700_000_040_000;
    private const long Minute = 60_000;

    public static EngineOptions Options { get; } = new()
    {
        Instruments =
        [
            new() { Symbol = Symbol.Parse("BTC/USDT"), Frame = TimeFrame.Minute1, LotSize = 0.00001m, TickSize = 0.01m },
            new() { Symbol = Symbol.Parse("ETH/USDT"), Frame = TimeFrame.Minute1 },
        ],
        Strategies =
        [
            new() { Name = "coin", ConfidenceThreshold = 0.75, ExitThreshold = 0.95, Exits = new() { HorizonBars = 8, TrailingMultiple = 1 } },
            new() { Name = "dice", ExitThreshold = 0.9 },
        ],
        AuditEverySignal = true,
        Limits = new() { LosingRun = 4, LosingRunPause = 8 * Minute, BreakerPause = 4 * Minute, VolatilitySpike = 4 },
    };

    public static IReadOnlyList<ITradingStrategy> MakeStrategies() => [new ScriptStrategy("coin"), new ScriptStrategy("dice")];

    public static ScriptAdviser MakeAdviser() => new();

    public static IReadOnlyList<ScriptInput> MakeInputs(int steps)
    {
        var inputs = new List<ScriptInput>();
        void Add(Action<TradingSession> give) => inputs.Add(new(give, inputs.Count % 4 is 0 or 1 or 3));

        for (var step = 0; step < steps; step++)
        {
            var k = step;
            var time = Start + ((k + 1) * Minute) + (k % 5);
            Add(s => s.BarClosed(time, 0, MakeBar(0, k)));
            if (k % 15 == 7)
            {
                Add(s => s.BarClosed(time, 1, MakeBar(1, k) with { High = double.NaN }));
            }

            Add(s => s.BarClosed(time, 1, MakeBar(1, k)));
            AddDisturbances(Add, k, time);
        }

        Add(s => s.Commanded(Start + ((steps + 1) * Minute), -1, new(CommandKind.EndOfData, "script", "the bars end")));
        inputs[^1] = inputs[^1] with { Commits = true };
        return inputs;
    }

    private static void AddDisturbances(Action<Action<TradingSession>> add, int k, long time)
    {
        switch (k % 12)
        {
            case 2:
                add(s => s.BarClosed(time, 0, MakeBar(0, k)));
                break;
            case 3:
                add(s => s.BarClosed(time + 1, 1, MakeBar(1, k - 2)));
                break;
            case 5:
                add(s => s.Funding(time + 1, k % 2, 0.0001));
                break;
            case 6:
                add(s => s.TimePassed(time + 30_000));
                break;
            case 7:
                add(s => s.FeedChanged(time + 5, 0, new(FeedState.Disconnected, "the line is cut", 0)));
                add(s => s.FeedChanged(time + 20_000, 0, new(FeedState.Connected, "the line is back", 0)));
                break;
            case 9:
                add(s => s.Commanded(time + 7, -1, new(CommandKind.Reduce, "script", "a look")));
                add(s => s.Commanded(time + 9_000, -1, new(CommandKind.Resume, "script", "go on")));
                break;
            case 11:
                add(s => s.Commanded(time + 7, 1, new(CommandKind.Close, "script", "enough")));
                break;
            default:
                break;
        }
    }

    private static Bar MakeBar(int symbol, int step)
    {
        var level = symbol == 0 ? 40_000 : 2500;
        var open = level * Math.Exp(Level(symbol, step));
        var close = level * Math.Exp(Level(symbol, step + 1));
        var random = StreamKey.FromSeed(22).Derive(symbol).Derive(step).Open();
        var high = Math.Max(open, close) * (1 + (0.002 * random.NextDouble()));
        var low = Math.Min(open, close) * (1 - (0.002 * random.NextDouble()));
        return new(Start + (step * Minute), open, high, low, close, 5 + random.NextDouble());
    }

    private static double Level(int symbol, int step)
    {
        var key = StreamKey.FromSeed(23).Derive(symbol);
        var sum = 0.0;
        for (var i = 0; i < step; i++)
        {
            sum += 0.003 * key.Derive(i).Open().NextNormal();
        }

        return sum;
    }
}
