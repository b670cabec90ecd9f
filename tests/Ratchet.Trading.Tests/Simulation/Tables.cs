using Ratchet.Numerics.Windows;
using Ratchet.Trading.Simulation;

namespace Ratchet.Trading.Tests.Simulation;

/// <summary>A small table of candles and signals for cases that are computed by hand. Costs are off and sizes are round unless a case says so.</summary>
internal sealed class Tables
{
    /// <summary>No costs, 1 % at risk, no cap in the way, a stop of 10, targets at 5, 7.5 and 10, no exit model.</summary>
    public static SimulationOptions Plain { get; } = new()
    {
        InitialEquity = 10_000,
        RiskPerTrade = 0.01,
        MaximumGrossPerSymbol = 1,
        FeeRate = 0,
        SlippageBps = 0,
        StopMultiple = 1,
        TargetMultiple = 1,
        HorizonBars = 100,
        ExitThreshold = 0.7,
        BreakEvenAfterFirstTarget = false,
    };

    private readonly List<double[]> candles = [];

    public Dictionary<int, int> Side { get; } = [];

    public Dictionary<int, double> Exit { get; } = [];

    public Dictionary<int, double> Confidence { get; } = [];

    public Dictionary<int, double> Size { get; } = [];

    public Dictionary<int, double> Momentum { get; } = [];

    public Dictionary<int, double> Distance { get; } = [];

    public static Tables Of(params double[][] candles)
    {
        var table = new Tables();
        table.candles.AddRange(candles);
        return table;
    }

    public static double[] Bar(double open, double high, double low, double close) => [open, high, low, close];

    /// <summary>The same table upside down about a price: longs become shorts.</summary>
    public Tables Mirror(double about)
    {
        var table = Of([.. candles.Select(c => Bar((2 * about) - c[0], (2 * about) - c[2], (2 * about) - c[1], (2 * about) - c[3]))]);
        foreach (var (row, side) in Side)
        {
            table.Side[row] = -side;
        }

        Copy(Exit, table.Exit);
        Copy(Confidence, table.Confidence);
        Copy(Size, table.Size);
        Copy(Momentum, table.Momentum);
        Copy(Distance, table.Distance);
        return table;
    }

    public SimulationBuffers Run(SimulationOptions? options = null, IndexRange? range = null)
    {
        var n = candles.Count;
        var buffers = new SimulationBuffers();
        var market = new MarketColumns { Open = Column(0), High = Column(1), Low = Column(2), Close = Column(3) };
        var side = new sbyte[n];
        foreach (var (row, value) in Side)
        {
            side[row] = (sbyte)value;
        }

        var signals = new SignalColumns
        {
            Side = side,
            Confidence = Fill(n, 1, Confidence),
            Size = Fill(n, 1, Size),
            Momentum = Fill(n, 1, Momentum),
            ExitProbability = Fill(n, 0, Exit),
            Distance = Fill(n, 10, Distance),
        };
        SignalBacktest.Run(market, signals, range ?? new(0, n), options ?? Plain, buffers);
        return buffers;
    }

    private double[] Column(int which) => [.. candles.Select(c => c[which])];

    private static double[] Fill(int n, double value, Dictionary<int, double> cells)
    {
        var column = Enumerable.Repeat(value, n).ToArray();
        foreach (var (row, cell) in cells)
        {
            column[row] = cell;
        }

        return column;
    }

    private static void Copy(Dictionary<int, double> from, Dictionary<int, double> to)
    {
        foreach (var (row, value) in from)
        {
            to[row] = value;
        }
    }
}
