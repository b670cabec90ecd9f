using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Weights;

namespace Ratchet.Adaptation.Quality;

/// <summary>
/// Scores signals. Historical success comes from the finest cell of the strategy with enough trades: strategy, symbol and regime; strategy and regime; strategy
/// and symbol; the strategy; else it is 0.5. It counts trades with money and trades followed without, so that what was filtered is judged too. What does not
/// change between two trades of a strategy is kept, so a score is O(1) and allocates nothing. Not thread-safe.
/// </summary>
internal sealed class SignalQuality
{
    private const int Regimes = PerformanceDecomposer.Regimes;

    private readonly PerformanceDecomposer outcomes;
    private readonly int symbols;
    private readonly RegimeAlignment?[] stated;
    private readonly double[] success;
    private readonly double[] alignment;
    private QualityOptions options;
    private WeightOptions weights;
    private double riskShare;

    public SignalQuality(PerformanceDecomposer outcomes, IReadOnlyList<string> strategies, int symbols, QualityOptions options, WeightOptions weights, double riskShare)
    {
        this.outcomes = outcomes;
        this.symbols = symbols;
        this.options = options;
        this.weights = weights;
        this.riskShare = riskShare;
        stated = [.. strategies.Select(name => options.Alignments.LastOrDefault(a => a.Strategy == name))];
        success = new double[strategies.Count * symbols * Regimes];
        alignment = new double[strategies.Count * Regimes];
        Forget();
    }

    /// <summary>New options; what a strategy states about itself stays.</summary>
    public void Configure(QualityOptions changed, WeightOptions changedWeights, double changedRiskShare)
    {
        options = changed;
        weights = changedWeights;
        riskShare = changedRiskShare;
        Forget();
    }

    /// <summary>Drops what was kept of every strategy.</summary>
    public void Forget()
    {
        Array.Fill(success, double.NaN);
        Array.Fill(alignment, double.NaN);
    }

    /// <summary>Drops what was kept of a strategy whose outcomes changed.</summary>
    public void Forget(int strategy)
    {
        success.AsSpan(strategy * symbols * Regimes, symbols * Regimes).Fill(double.NaN);
        alignment.AsSpan(strategy * Regimes, Regimes).Fill(double.NaN);
    }

    public QualityReading Score(int strategy, int symbol, MarketRegime regime, double confidence, int confluence)
    {
        var kind = RegimeClasses.Of(regime);
        var own = confidence is >= 0 and <= 1 ? confidence : 0;
        var fit = Alignment(strategy, regime, kind);
        var history = Success(strategy, symbol, regime);
        var confluenceFactor = options.ConfluenceFactor(confluence);
        var regimeFactor = options.RegimeFactor(kind);
        var sum = (options.ConfidenceShare * own) + (options.AlignmentShare * fit) + (options.SuccessShare * history);
        return new(Math.Clamp(sum * confluenceFactor * regimeFactor, 0, 1), own, fit, history, confluenceFactor, regimeFactor);
    }

    private double Alignment(int strategy, MarketRegime regime, RegimeClass kind)
    {
        if (stated[strategy] is { } own)
        {
            return own[kind];
        }

        ref var kept = ref alignment[(strategy * Regimes) + (int)regime];
        if (double.IsNaN(kept))
        {
            var summary = outcomes.Summary((int)(Grouping.Strategy | Grouping.Regime), strategy, 0, (int)regime, TradeWindow.LastTrades, 0);
            kept = summary.Trades < options.LeastTrades ? options.UnknownAlignment : CompositeScore.Of(PerformanceFigures.Of(summary), weights, riskShare).Value;
        }

        return kept;
    }

    private double Success(int strategy, int symbol, MarketRegime regime)
    {
        ref var kept = ref success[(((strategy * symbols) + symbol) * Regimes) + (int)regime];
        if (double.IsNaN(kept))
        {
            var summary = Finest(strategy, symbol, (int)regime);
            kept = options.BareWinRate ? SuccessRate.Bare(summary) : SuccessRate.AboveBreakEven(summary);
        }

        return kept;
    }

    private TradeSummary Finest(int strategy, int symbol, int regime)
    {
        ReadOnlySpan<Grouping> order =
            [Grouping.Strategy | Grouping.Symbol | Grouping.Regime, Grouping.Strategy | Grouping.Regime, Grouping.Strategy | Grouping.Symbol, Grouping.Strategy];
        foreach (var grouping in order)
        {
            var summary = outcomes.Summary((int)grouping, strategy, symbol, regime, TradeWindow.LastTrades, 0);
            if (summary.Trades >= options.LeastTrades)
            {
                return summary;
            }
        }

        return default;
    }
}
