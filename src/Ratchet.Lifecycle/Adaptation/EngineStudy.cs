using Ratchet.Adaptation.Monitor;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Adaptation.Sessions;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Reductions;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Simulation;
using Ratchet.Validation.Metrics;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>
/// Runs of one book through the engine, all strategies over one balance. 1 R is a fixed small share of the equity, so that neither the limits on value nor the
/// account's breakers decide which trades there are; fees and slippage are those of the options.
/// </summary>
internal sealed class EngineStudy
{
    /// <summary>The share of the equity that 1 R is, over the number of symbols.</summary>
    public const double RiskShare = 0.0005;

    public const string OwnName = "own exits";
    public const string OwnAdvisedName = "own exits, advisor";

    private const double ValueShare = 0.8;

    private readonly IReadOnlyList<SymbolScan> scans;
    private readonly ProfileStudyOptions options;
    private readonly EntryStudy entries;
    private readonly EngineOptions profileEngine;
    private readonly EngineOptions ownEngine;
    private readonly StreamKey key;

    public EngineStudy(StudyBook book, IReadOnlyList<SymbolScan> scans, EntryStudy entries, ProfileStudyOptions options)
    {
        this.scans = scans;
        this.options = options;
        this.entries = entries;
        ownEngine = Options(ownExits: true);
        profileEngine = Options(ownExits: false);
        key = StreamKey.FromSeed(options.Seed).Derive("engine study").Derive(book.Name);
        Work = [.. Runs().Select(run => (Func<CancellationToken, EngineRow>)(token => Row(run, token)))];
    }

    /// <summary>A row each, in the order of the table.</summary>
    public IReadOnlyList<Func<CancellationToken, EngineRow>> Work { get; }

    /// <summary>Whether an adviser that listens with every switch off gives the orders of a run without adviser.</summary>
    public bool SilentIsNone(CancellationToken cancellationToken)
    {
        var with = Run(ownEngine, new AdaptiveAdviser(Switched(), ownEngine, Weights()), cancellationToken);
        return with.OrderHash == Run(ownEngine, null, cancellationToken).OrderHash;
    }

    private IEnumerable<EngineRun> Runs()
    {
        yield return new(OwnName, null, 1);
        yield return new(OwnAdvisedName, Adaptive(null, advised: true), 1, Without: OwnName);
        yield return new("own exits, advisor's filter alone", Switched(filter: true), 1, Without: OwnName);
        yield return new("own exits, advisor's weights alone", Switched(weights: true), 1, Without: OwnName);
        yield return new("own exits, advisor's retirement alone", Switched(retirement: true), 1, Without: OwnName);
        foreach (var profile in options.Profiles)
        {
            yield return new(profile.Name, Static(profile, advised: false), 1);
        }

        yield return new($"{options.DefaultProfile}, advisor", Static(options.Profiles[options.DefaultPlace], advised: true), 1, Without: options.DefaultProfile);
        var standard = StudyPolicy.Standard;
        var atRandom = standard.Options with { Bandit = standard.Options.Bandit with { Epsilon = 1 } };
        yield return new(EntryStudy.RandomName, Adaptive(atRandom, advised: false), options.EngineSeeds);
        foreach (var policy in options.Policies.Where(p => p.FullInformation && p.Options.Bandit.Pooling))
        {
            yield return new(policy.Name, Adaptive(policy.Options, advised: false), policy.Draws ? options.EngineSeeds : 1);
        }

        yield return new($"{standard.Name}, real rewards only", Adaptive(standard.Options, advised: false) with { FullInformation = false }, options.EngineSeeds);
        yield return new($"{standard.Name}, advisor", Adaptive(standard.Options, advised: true), options.EngineSeeds, Without: standard.Name);
        yield return new($"{standard.Name}, cost rule", Adaptive(standard.Options with { MaximumCostShare = options.CostShare }, advised: false), options.EngineSeeds);
        yield return new(EntryStudy.OracleName, null, 1, Oracle: true);
    }

    private EngineRow Row(EngineRun run, CancellationToken cancellationToken)
    {
        var times = new List<long>();
        var results = new List<double>();
        var entered = new List<long>();
        var (trades, total, gain, depth, explored, filtered) = (0.0, 0.0, 0.0, 0.0, 0.0, double.NaN);
        AdviceEffect? effect = null;
        for (var seed = 0; seed < run.Seeds; seed++)
        {
            var engine = run.Adaptive is null && !run.Oracle || run.Adaptive is { UseSelector: false } ? ownEngine : profileEngine;
            var adaptive = run.Adaptive is not { } asked ? null : asked with { Selector = asked.Selector with { Seed = options.Seed + (ulong)seed } };
            var adviser = adaptive is null ? null : new AdaptiveAdviser(adaptive, engine, Weights());
            var result = Run(engine, run.Oracle ? new OracleAdviser(entries.Oracle, options.Profiles, [.. scans.Select(s => s.Regimes)]) : adviser, cancellationToken);
            foreach (var trade in result.Trades)
            {
                times.Add(trade.ExitTime);
                entered.Add(trade.EntryTime);
                results.Add(trade.ResultInR);
            }

            trades += (double)result.Trades.Count / run.Seeds;
            total += LaneReduction.Sum([.. result.Trades.Select(t => t.ResultInR)]) / run.Seeds;
            gain += (double)((result.FinalCash / engine.InitialCash) - 1) / run.Seeds;
            depth += DrawdownProfile.From((double)engine.InitialCash, result.Curve.Equity.Span).Depth / run.Seeds;
            explored += (adaptive is { UseSelector: true, Profiles.Count: > 1 } ? adviser!.Selector.Counts.ExplorationRate : double.NaN) / run.Seeds;
            if (seed == 0 && adaptive is { UseAdvisor: true })
            {
                effect = AdvisorMonitor.Effect(adviser!.Advisor);
                var signals = AdvisorMonitor.Signals(adviser.Advisor);
                filtered = (double)(signals.Filtered + signals.Barred) / (signals.Passed + signals.Filtered + signals.Barred);
            }
        }

        var interval = DayInterval.OfMean(times, [.. results], options, key.Derive(run.Name));
        return new(run.Name, run.Without, run.Oracle, trades, interval, total, gain, depth, explored, effect, filtered, NineTenthsBy(entered));
    }

    private double NineTenthsBy(List<long> entered)
    {
        entered.Sort();
        var from = scans.Min(s => s.Bars.OpenTime[0]);
        var to = scans.Max(s => s.Bars.OpenTime[^1]);
        return entered.Count == 0 ? double.NaN : (double)(entered[(int)(0.9 * (entered.Count - 1))] - from) / (to - from);
    }

    private EngineResult Run(EngineOptions engine, ITradeAdviser? adviser, CancellationToken cancellationToken)
    {
        var strategies = new ITradingStrategy[options.Strategies.Count];
        for (var s = 0; s < strategies.Length; s++)
        {
            var strategy = s;
            strategies[s] = new ColumnStrategy(options.Strategies[s].Rules.Name, [.. scans.Select(scan => scan.Signals[strategy])]);
        }

        return EngineBacktest.Run(engine, [.. scans.Select(s => s.Bars)], strategies, adviser, null, cancellationToken);
    }

    private AdaptiveOptions Static(TradeProfile profile, bool advised)
    {
        // One profile that every traded regime allows leaves nothing to choose.
        var everywhere = profile with { Regimes = [.. RegimeNames.All.Where(r => r is not ("UNKNOWN" or "ILLIQUID"))] };
        return Adaptive(StudyPolicy.Standard.Options, advised) with
        {
            Profiles = [everywhere],
            Selector = StudyPolicy.Standard.Options with { DefaultProfile = profile.Name },
        };
    }

    private AdaptiveOptions Adaptive(SelectorOptions? selector, bool advised) => new()
    {
        UseSelector = selector is not null,
        UseAdvisor = advised,
        Profiles = options.Profiles,
        Selector = (selector ?? new()) with { DefaultProfile = options.DefaultProfile },
        Regimes = options.Regimes,
        Advisor = new() { RiskShare = RiskShare / scans.Count },
    };

    private AdaptiveOptions Switched(bool filter = false, bool weights = false, bool retirement = false)
    {
        var advised = Adaptive(null, advised: true);
        return advised with { Advisor = advised.Advisor with { QualityFiltering = filter, AdaptiveWeighting = weights, Retirement = retirement } };
    }

    private double[] Weights() => [.. options.Strategies.Select(s => s.BaseWeight)];

    private EngineOptions Options(bool ownExits)
    {
        var slots = scans.Count * options.Strategies.Count;
        var risk = RiskShare / scans.Count;
        return new()
        {
            Instruments = [.. scans.Select(s => new InstrumentRules { Symbol = s.Bars.Symbol, Frame = s.Bars.TimeFrame })],

            // A profile is the whole way out; a strategy's own exit signals belong to its own exits.
            Strategies = [.. options.Strategies.Select(s => ownExits ? s.Rules : s.Rules with { ExitThreshold = 1 })],
            Venue = options.Venue,
            Sizing = new() { RiskPerTrade = risk },
            Limits = new()
            {
                PositionValue = ValueShare / slots,
                GrossPerSymbol = ValueShare / scans.Count,
                DailyLoss = 1,
                DrawdownReduce = 0.98,
                DrawdownHalt = 0.99,
                LosingRun = 0,
            },
        };
    }
}
