using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Monitor;
using Ratchet.Adaptation.Quality;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Retirement;
using Ratchet.Adaptation.Weights;

namespace Ratchet.Adaptation.Advising;

/// <summary>
/// Watches closed trades and advises: which signals pass, how much confidence is left of theirs, and what their size is multiplied with. It holds no order and its
/// word passes the risk gate. With every switch off it is silent. When something inside throws, it has failed: it reports that and advises base weights until
/// a person starts it again. Time comes from events and never runs back. Not thread-safe.
/// </summary>
/// <remarks>A score is O(1) and allocates nothing; a closed trade is O(1) amortised.</remarks>
public sealed partial class StrategyAdvisor
{
    private const double LargestMultiplier = 2;
    private const double MillisecondsPerHour = 3_600_000;

    private readonly string[] strategies;
    private readonly string[] symbols;
    private readonly double[] baseWeights;
    private readonly IAdvisorSink? sink;
    private readonly PerformanceDecomposer real;
    private readonly PerformanceDecomposer everything;
    private readonly WeightTable weights;
    private readonly SignalQuality quality;
    private readonly StrategyRetirement retirement;
    private readonly AdviceTally tally;
    private readonly HistoryLog<SignalRecord> signals;
    private readonly HistoryLog<WeightChange> weightChanges;
    private readonly HistoryLog<AdvisorEntry> audit;
    private readonly long[] updated = new long[RegimeNames.Count];
    private AdvisorOptions options;
    private long now = long.MinValue;
    private string? fault;

    /// <summary>An advisor that knows its symbols by number.</summary>
    /// <param name="options">The options.</param>
    /// <param name="strategies">The strategies' names, each once.</param>
    /// <param name="baseWeights">Their base weights, finite and above 0.</param>
    /// <param name="symbols">How many symbols there are.</param>
    /// <param name="sink">Hears everything; may be null.</param>
    /// <exception cref="ArgumentException">Names and weights do not fit together, or a value is outside its range.</exception>
    public StrategyAdvisor(AdvisorOptions options, IReadOnlyList<string> strategies, IReadOnlyList<double> baseWeights, int symbols, IAdvisorSink? sink = null)
        : this(options, strategies, baseWeights, [.. Enumerable.Range(0, Math.Max(symbols, 0)).Select(i => $"#{i}")], sink)
    {
    }

    /// <summary>An advisor that knows its symbols by name.</summary>
    /// <param name="options">The options.</param>
    /// <param name="strategies">The strategies' names, each once.</param>
    /// <param name="baseWeights">Their base weights, finite and above 0.</param>
    /// <param name="symbols">The symbols' names.</param>
    /// <param name="sink">Hears everything; may be null.</param>
    /// <exception cref="ArgumentException">Names and weights do not fit together, or a value is outside its range.</exception>
    public StrategyAdvisor(AdvisorOptions options, IReadOnlyList<string> strategies, IReadOnlyList<double> baseWeights, IReadOnlyList<string> symbols, IAdvisorSink? sink = null)
    {
        options.Validate();
        if (strategies.Count == 0 || strategies.Count != baseWeights.Count)
        {
            throw new ArgumentException($"There are {strategies.Count} strategies and {baseWeights.Count} base weights; there must be as many, and at least one.", nameof(baseWeights));
        }

        if (strategies.Distinct(StringComparer.Ordinal).Count() != strategies.Count || strategies.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException($"Strategies must have names, each once; they are {string.Join(", ", strategies)}.", nameof(strategies));
        }

        ArgumentOutOfRangeException.ThrowIfZero(symbols.Count, nameof(symbols));
        this.options = options;
        this.strategies = [.. strategies];
        this.symbols = [.. symbols];
        this.baseWeights = [.. baseWeights];
        this.sink = sink;
        real = new(options.Windows, strategies.Count, symbols.Count);
        everything = new(options.Windows, strategies.Count, symbols.Count);
        weights = new(baseWeights, options.WeightRules);
        quality = new(everything, strategies, symbols.Count, options.QualityRules, options.WeightRules, options.RiskShare);
        retirement = new(strategies.Count, options.RetirementRules, options.RiskShare);
        tally = new(strategies.Count);
        signals = new(options.HistoryLength);
        weightChanges = new(options.HistoryLength);
        audit = new(options.HistoryLength);
        Array.Fill(updated, long.MinValue);
    }

    /// <summary>The options as they stand.</summary>
    public AdvisorOptions Options => options;

    /// <summary>The strategies' names.</summary>
    public IReadOnlyList<string> Strategies => strategies;

    /// <summary>The symbols' names.</summary>
    public IReadOnlyList<string> Symbols => symbols;

    /// <summary>The base weights as they were given.</summary>
    public IReadOnlyList<double> BaseWeights => baseWeights;

    /// <summary>The time of the newest event, in milliseconds since 1970-01-01 UTC; <see cref="long.MinValue"/> before any.</summary>
    public long Now => now;

    /// <summary>Whether it has failed and advises base weights.</summary>
    public bool IsFailed => fault is not null;

    /// <summary>What went wrong; null where nothing has.</summary>
    public string? Fault => fault;

    /// <summary>Figures of the trades with money.</summary>
    public PerformanceDecomposer Trades => real;

    /// <summary>Figures of all trades, with money and in shadow: what would be without advice.</summary>
    public PerformanceDecomposer AllTrades => everything;

    /// <summary>The newest scored signals.</summary>
    public HistoryLog<SignalRecord> Signals => signals;

    /// <summary>The newest changes of weights.</summary>
    public HistoryLog<WeightChange> WeightHistory => weightChanges;

    /// <summary>The newest entries of the audit: changes of status with their numbers, forced ones, settings, failures.</summary>
    public HistoryLog<AdvisorEntry> Audit => audit;

    internal AdviceTally Tally => tally;

    internal StrategyRetirement Retirement => retirement;

    internal WeightTable Weights => weights;

    /// <summary>The status of a strategy, whether or not the switch lets it act.</summary>
    /// <param name="strategy">The strategy's place.</param>
    public RetirementStatus Status(int strategy) => retirement.Status(strategy);

    /// <summary>Since when a strategy has its status, in milliseconds since 1970-01-01 UTC.</summary>
    /// <param name="strategy">The strategy's place.</param>
    public long StatusSince(int strategy) => retirement.Since(strategy);

    /// <summary>A strategy's figures against their thresholds.</summary>
    /// <param name="strategy">The strategy's place.</param>
    public HealthReading Health(int strategy) => retirement.Reading(strategy);

    /// <summary>The weight of a strategy in a regime as it acts: adaptive, or the base weight while that switch is off or the advisor has failed.</summary>
    /// <param name="strategy">The strategy's place.</param>
    /// <param name="regime">The regime.</param>
    public double EffectiveWeight(int strategy, MarketRegime regime) =>
        options.AdaptiveWeighting && fault is null ? weights[strategy, regime] : weights.Base(strategy, options.WeightRules);

    /// <summary>The shares of the strategies in a regime, in proportion to weight x status factor; they add up to 1, or are all 0 where no strategy may trade.</summary>
    /// <param name="regime">The regime.</param>
    public IReadOnlyList<double> Allocation(MarketRegime regime)
    {
        var shares = new double[strategies.Length];
        for (var s = 0; s < shares.Length; s++)
        {
            shares[s] = EffectiveWeight(s, regime) * StatusFactor(s);
        }

        var sum = shares.Sum();
        return sum > 0 ? [.. shares.Select(s => s / sum)] : shares;
    }

    /// <summary>Says what is thought of a signal. O(1); allocates nothing unless it fails.</summary>
    /// <param name="time">The session's time, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="strategy">The strategy's place.</param>
    /// <param name="symbol">The symbol's place.</param>
    /// <param name="regime">The regime of the symbol.</param>
    /// <param name="confidence">The signal's confidence; outside [0, 1] and NaN count as 0.</param>
    /// <param name="confluence">How many indicators agree; 0 where not counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">Strategy, symbol or regime is unknown.</exception>
    public AdvisorScore Score(long time, int strategy, int symbol, MarketRegime regime, double confidence, int confluence)
    {
        Require(strategy, symbol, regime);
        if (!options.AnySwitch)
        {
            return AdvisorScore.Neutral;
        }

        if (fault is not null)
        {
            return Fallback(strategy);
        }

        try
        {
            Advance(time);
            return Judge(strategy, symbol, regime, confidence, confluence);
        }
#pragma warning disable CA1031 // Whatever goes wrong in advice must not stop trading; it is kept, shown and alerted.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail("score", exception);
            return Fallback(strategy);
        }
    }

    /// <summary>Learns how a trade ended, with money or in shadow, and judges its strategy.</summary>
    /// <param name="trade">The trade; one without a finite result in R is counted as left out and changes nothing else.</param>
    /// <exception cref="ArgumentOutOfRangeException">Strategy, symbol or regime is unknown.</exception>
    public void Closed(in StrategyTrade trade)
    {
        Require(trade.Strategy, trade.Symbol, trade.Regime);
        if (fault is not null)
        {
            return;
        }

        try
        {
            Advance(trade.ExitTime);
            Learn(trade);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail("closed trade", exception);
        }
    }

    /// <summary>Judges every strategy, and, when an update of the regime is due, moves its weights one step.</summary>
    /// <param name="time">The session's time.</param>
    /// <param name="regime">The regime now.</param>
    /// <returns>Whether the weights' update was due.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The regime is unknown.</exception>
    public bool Update(long time, MarketRegime regime)
    {
        Require(0, 0, regime);
        if (fault is not null)
        {
            return false;
        }

        try
        {
            Advance(time);
            AssessAll();
            return Weigh(regime);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail("update", exception);
            return false;
        }
    }

    private AdvisorScore Judge(int strategy, int symbol, MarketRegime regime, double confidence, int confluence)
    {
        var reading = quality.Score(strategy, symbol, regime, confidence, confluence);
        var status = options.Retirement ? retirement.Status(strategy) : RetirementStatus.Active;
        var statusFactor = StatusFactor(strategy);
        var isBarred = statusFactor == 0;
        var isFiltered = options.QualityFiltering && !(reading.Quality >= options.QualityRules.Threshold);
        var qualityFactor = options.QualityFiltering && options.QualityRules.ShrinkSize ? reading.Quality : 1;
        var passes = !isBarred && !isFiltered;
        var multiplier = passes ? Math.Clamp(EffectiveWeight(strategy, regime) * statusFactor * qualityFactor, 0, LargestMultiplier) : 0;
        var cap = options.QualityFiltering ? Math.Min(reading.Confidence, reading.Quality) : 1;
        tally.Scored(reading.Quality, isFiltered, isBarred);
        var record = new SignalRecord(now, strategy, symbol, regime, confluence, reading, passes, multiplier);
        signals.Add(record);
        sink?.Scored(record);
        return new(passes, reading.Quality, cap, multiplier, status);
    }

    private void Learn(in StrategyTrade trade)
    {
        if (!everything.Add(trade))
        {
            return;
        }

        if (!trade.Shadow)
        {
            real.Add(trade);
        }

        quality.Forget(trade.Strategy);
        tally.Closed(trade);
        retirement.Closed(trade);
        Assess(trade.Strategy);
    }

    private bool Weigh(MarketRegime regime)
    {
        ref var last = ref updated[(int)regime];
        if (last != long.MinValue && now - last < options.UpdateHours * MillisecondsPerHour)
        {
            return false;
        }

        last = now;
        for (var s = 0; s < strategies.Length; s++)
        {
            tally.Updating(s, regime, EffectiveWeight(s, regime));
            if (!options.AdaptiveWeighting)
            {
                continue;
            }

            var figures = real.Figures(new(s, null, regime), TradeWindow.LastTrades, now);
            if (weights.Update(now, s, regime, figures, options.WeightRules, options.RiskShare, out var change))
            {
                Tell(change);
            }
        }

        return true;
    }

    private void AssessAll()
    {
        for (var s = 0; s < strategies.Length; s++)
        {
            Assess(s);
        }
    }

    private void Assess(int strategy)
    {
        if (options.Retirement && retirement.Assess(now, strategy) is { } change)
        {
            Tell(change);
        }
    }

    private double StatusFactor(int strategy) => !options.Retirement || fault is not null ? 1 : retirement.Status(strategy) switch
    {
        RetirementStatus.Active => 1,
        RetirementStatus.Degraded => options.RetirementRules.DegradedFactor,
        _ => 0,
    };

    private AdvisorScore Fallback(int strategy) =>
        new(true, 1, 1, Math.Clamp(weights.Base(strategy, options.WeightRules), 0, LargestMultiplier), RetirementStatus.Active);

    private void Advance(long time)
    {
        now = Math.Max(now, time);
        retirement.Begin(now);
    }

    private void Require(int strategy, int symbol, MarketRegime regime)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)strategy, (uint)strategies.Length, nameof(strategy));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)symbol, (uint)symbols.Length, nameof(symbol));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)regime, (uint)RegimeNames.Count, nameof(regime));
    }
}
