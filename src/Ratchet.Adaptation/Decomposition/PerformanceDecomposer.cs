using Ratchet.Adaptation.Regimes;
using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Decomposition;

/// <summary>
/// The figures of closed trades by strategy, symbol, regime, every pair and the triple, over all trades and over two rolling windows. A trade costs O(1)
/// amortised; memory is bounded by the number of groups times the windows. Not thread-safe.
/// </summary>
public sealed class PerformanceDecomposer
{
    /// <summary>The number of regimes.</summary>
    public const int Regimes = 7;

    private const int Groupings = 8;

    private readonly DecomposerOptions options;
    private readonly int strategies;
    private readonly int symbols;
    private readonly int[] offsets = new int[Groupings + 1];
    private readonly PerformanceCell?[] cells;

    /// <summary>An empty decomposer.</summary>
    /// <param name="options">The windows.</param>
    /// <param name="strategies">How many strategies, above 0.</param>
    /// <param name="symbols">How many symbols, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option or a number is outside its range.</exception>
    public PerformanceDecomposer(DecomposerOptions options, int strategies, int symbols)
    {
        options.Validate();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(strategies);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(symbols);
        this.options = options;
        this.strategies = strategies;
        this.symbols = symbols;
        for (var g = 0; g < Groupings; g++)
        {
            offsets[g + 1] = checked(offsets[g] + ((HasStrategy(g) ? strategies : 1) * (HasSymbol(g) ? symbols : 1) * (HasRegime(g) ? Regimes : 1)));
        }

        cells = new PerformanceCell?[offsets[Groupings]];
    }

    /// <summary>How many trades were counted.</summary>
    public long Count { get; private set; }

    /// <summary>How many trades were left out because their result in R, profit or fees is not finite.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Counts a trade; trades come in the order of their closing.</summary>
    /// <param name="trade">The trade.</param>
    /// <returns>Whether it was counted; not when its result in R, its profit or its fees are not finite.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Strategy, symbol or regime is unknown.</exception>
    public bool Add(in StrategyTrade trade)
    {
        Require(trade.Strategy, trade.Symbol, (int)trade.Regime);
        if (!double.IsFinite(trade.ResultInR) || !double.IsFinite(trade.Profit) || !double.IsFinite(trade.Fees))
        {
            LeftOut++;
            return false;
        }

        var sample = TradeSample.Of(trade);
        for (var g = 0; g < Groupings; g++)
        {
            ref var cell = ref cells[Index(g, trade.Strategy, trade.Symbol, (int)trade.Regime)];
            cell ??= new(options);
            cell.Add(sample);
        }

        Count++;
        return true;
    }

    /// <summary>The figures of a group. O(1), and O(trades of the window) where a window by time has grown old since the last trade.</summary>
    /// <param name="group">The group.</param>
    /// <param name="window">Which of its trades.</param>
    /// <param name="time">Now, for the window by time.</param>
    /// <exception cref="ArgumentOutOfRangeException">The group or the window is unknown.</exception>
    public PerformanceFigures Figures(TradeGroup group, TradeWindow window, long time) => PerformanceFigures.Of(Summary(group, window, time));

    /// <summary>The groups of a grouping that have traded, ranked by a figure, best first; groups whose figure is undefined are left out. Ties keep the groups' order.</summary>
    /// <param name="grouping">The grouping.</param>
    /// <param name="window">Which trades.</param>
    /// <param name="time">Now, for the window by time.</param>
    /// <param name="metric">What is ranked by.</param>
    /// <param name="leastTrades">Groups with fewer trades are left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grouping, the window or the metric is unknown.</exception>
    public IReadOnlyList<RankedGroup> Rank(Grouping grouping, TradeWindow window, long time, PerformanceMetric metric, int leastTrades = 1)
    {
        var ranked = new List<RankedGroup>();
        foreach (var group in Groups(grouping))
        {
            var figures = Figures(group, window, time);
            var value = figures.Value(metric);
            if (figures.Trades >= leastTrades && figures.Trades > 0 && !double.IsNaN(value))
            {
                ranked.Add(new(group, value, figures));
            }
        }

        return metric is PerformanceMetric.Drawdown or PerformanceMetric.LongestLosingRun
            ? [.. ranked.OrderBy(r => r.Value)]
            : [.. ranked.OrderByDescending(r => r.Value)];
    }

    /// <summary>The best groups by a figure.</summary>
    /// <inheritdoc cref="Rank"/>
    /// <param name="grouping">The grouping.</param>
    /// <param name="window">Which trades.</param>
    /// <param name="time">Now, for the window by time.</param>
    /// <param name="metric">What is ranked by.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<RankedGroup> Top(Grouping grouping, TradeWindow window, long time, PerformanceMetric metric, int count) =>
        [.. Rank(grouping, window, time, metric).Take(count)];

    /// <summary>The worst groups by a figure, worst first.</summary>
    /// <inheritdoc cref="Rank"/>
    /// <param name="grouping">The grouping.</param>
    /// <param name="window">Which trades.</param>
    /// <param name="time">Now, for the window by time.</param>
    /// <param name="metric">What is ranked by.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<RankedGroup> Bottom(Grouping grouping, TradeWindow window, long time, PerformanceMetric metric, int count) =>
        [.. Rank(grouping, window, time, metric).Reverse().Take(count)];

    /// <summary>The groups of a grouping that have traded, in the order strategy, symbol, regime.</summary>
    /// <param name="grouping">The grouping.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grouping is unknown.</exception>
    public IEnumerable<TradeGroup> Groups(Grouping grouping)
    {
        var g = (int)grouping;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)g, (uint)Groupings, nameof(grouping));
        return Known(g);
    }

    /// <summary>Writes the state.</summary>
    /// <param name="writer">Where to.</param>
    public void Write(StateWriter writer)
    {
        writer.Write(Count);
        writer.Write(LeftOut);
        writer.Write(cells.Count(c => c is not null));
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] is { } cell)
            {
                writer.Write(i);
                cell.Write(writer);
            }
        }
    }

    /// <summary>Reads a state that a decomposer with the same options, strategies and symbols wrote.</summary>
    /// <param name="reader">Where from.</param>
    /// <exception cref="InvalidDataException">The bytes are no such state.</exception>
    public void Read(ref StateReader reader)
    {
        Array.Clear(cells);
        Count = reader.ReadInt64();
        LeftOut = reader.ReadInt64();
        var held = reader.ReadInt32();
        var last = -1;
        for (var n = 0; n < held; n++)
        {
            var i = reader.ReadInt32();
            if (i <= last || i >= cells.Length)
            {
                throw new InvalidDataException($"A state names group {i} after group {last}; there are {cells.Length}.");
            }

            last = i;
            var cell = new PerformanceCell(options);
            cell.Read(ref reader);
            cells[i] = cell;
        }
    }

    internal TradeSummary Summary(TradeGroup group, TradeWindow window, long time)
    {
        Require(group.Strategy ?? 0, group.Symbol ?? 0, (int)(group.Regime ?? 0));
        return Summary((int)group.Grouping, group.Strategy ?? 0, group.Symbol ?? 0, (int)(group.Regime ?? 0), window, time);
    }

    internal TradeSummary Summary(int grouping, int strategy, int symbol, int regime, TradeWindow window, long time) =>
        cells[Index(grouping, strategy, symbol, regime)]?.Summary(window, time) ?? default;

    private static bool HasStrategy(int g) => (g & (int)Grouping.Strategy) != 0;

    private static bool HasSymbol(int g) => (g & (int)Grouping.Symbol) != 0;

    private static bool HasRegime(int g) => (g & (int)Grouping.Regime) != 0;

    private IEnumerable<TradeGroup> Known(int g)
    {
        for (var strategy = 0; strategy < (HasStrategy(g) ? strategies : 1); strategy++)
        {
            for (var symbol = 0; symbol < (HasSymbol(g) ? symbols : 1); symbol++)
            {
                for (var regime = 0; regime < (HasRegime(g) ? Regimes : 1); regime++)
                {
                    if (cells[Index(g, strategy, symbol, regime)] is not null)
                    {
                        yield return new(HasStrategy(g) ? strategy : null, HasSymbol(g) ? symbol : null, HasRegime(g) ? (MarketRegime)regime : null);
                    }
                }
            }
        }
    }

    private int Index(int g, int strategy, int symbol, int regime)
    {
        var index = HasStrategy(g) ? strategy : 0;
        index = HasSymbol(g) ? (index * symbols) + symbol : index;
        index = HasRegime(g) ? (index * Regimes) + regime : index;
        return offsets[g] + index;
    }

    private void Require(int strategy, int symbol, int regime)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)strategy, (uint)strategies, nameof(strategy));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)symbol, (uint)symbols, nameof(symbol));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)regime, (uint)Regimes, nameof(regime));
    }
}
