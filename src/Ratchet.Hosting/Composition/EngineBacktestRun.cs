using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ratchet.Features.Sets;
using Ratchet.Hosting.Configuration;
using Ratchet.Lifecycle.Backtests;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;
using Ratchet.Storage.Models;
using Ratchet.Strategies.Ensemble;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Simulation;
using Ratchet.Validation.Objectives;

namespace Ratchet.Hosting.Composition;

/// <summary>Trades built-in strategies, or a trained ensemble, by the engine.</summary>
/// <param name="configuration">Engine, venue, sizes, limits, range, seed.</param>
/// <param name="clock">Stamps openings of sealed bars.</param>
/// <param name="families">Feature families beside those of the product.</param>
/// <param name="open">Whether sealed bars are opened.</param>
/// <param name="environment">Gives a variable's text for the adaptive layer; null for no variables.</param>
public sealed class EngineBacktestRun(
    RatchetConfiguration configuration, TimeProvider clock, IReadOnlyList<IFeatureFamily> families, bool open, Func<string, string?>? environment = null)
{
    private const int PurgeHours = 24;
    private const int LongestSearchedHorizon = 48;

    /// <summary>Trades built-in strategies together over one balance.</summary>
    /// <param name="strategies">Who trades.</param>
    /// <param name="markets">What is traded.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ConfigurationException">A setting is out of its range.</exception>
    /// <exception cref="Lifecycle.Datasets.NotEnoughDataException">The range holds too few bars.</exception>
    public EngineBacktestOutcome Run(IReadOnlyList<SignalStrategy> strategies, IReadOnlyList<TradedMarket> markets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(strategies);
        ArgumentNullException.ThrowIfNull(markets);
        var title = string.Join(", ", strategies.Select(s => s.Name));
        var options = EngineSetup.Options(configuration, [.. markets.Select(m => (m.Bars.Symbol, m.Bars.TimeFrame))], [.. strategies.Select(s => s.Rules)]);
        var range = new BacktestRange(configuration, clock, open);
        BarSeries[] series = [.. markets.Select(m => range.Readable(m, (ledger, part) => ledger.Record(m.Bars, part, $"backtest of {title}", range.Now)))];
        var contexts = new MarketContexts([.. markets.Select(m => m.Bars.TimeFrame)]);
        return new()
        {
            Title = title,
            Run = BacktestRunner.Run(Plan(options, markets, series, range.Asked, [.. strategies.Select(s => s.Create(contexts))]), cancellationToken),
            Sample = "Nothing is fitted: the rules and their settings are fixed, so no part of the bars was learned from. The two halves show how much a figure hangs on its stretch of time.",
            Markets = markets,
            Notices = range.Notices,
            Openings = range.Openings,
            ConfigurationHash = ConfigurationMapping.EngineHash(configuration),
        };
    }

    /// <summary>Trades a trained ensemble. Without a range, on everything after what its training has seen; a range that reaches into that is traded in two runs.</summary>
    /// <param name="stored">The ensemble.</param>
    /// <param name="markets">What is traded.</param>
    /// <param name="allowOthers">Whether it may trade symbols that it was not trained on.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ConfigurationException">A setting is out of its range, or the bars are of another time frame.</exception>
    /// <exception cref="BacktestRefusedException">Nothing is left that it has not seen, or a symbol is not its own.</exception>
    public EngineBacktestOutcome Run(StoredEnsemble stored, IReadOnlyList<TradedMarket> markets, bool allowOthers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(markets);
        var (ensemble, origin) = (stored.Ensemble, stored.Origin);
        if (markets.FirstOrDefault(m => m.Bars.TimeFrame != ensemble.TimeFrame) is { } other)
        {
            throw new ConfigurationException($"The model was trained on bars of {ensemble.TimeFrame} and those of {other.Bars.Symbol} are of {other.Bars.TimeFrame}; its horizons count bars, so the two must agree.");
        }

        if (!allowOthers && markets.FirstOrDefault(m => m.Bars.Symbol != ensemble.Symbol) is { } stranger)
        {
            throw new BacktestRefusedException(
                $"The model was trained on {ensemble.Symbol} and has never seen {stranger.Bars.Symbol}; give --allow-other-symbols to trade it there nevertheless, or train a model of its own.");
        }

        var name = $"Ensemble {origin.Study}";
        var settings = configuration with { Sizing = SimulationRules.ToSizing(configuration.Sizing, ensemble.Trading) };
        var options = EngineSetup.Options(settings, [.. markets.Select(m => (m.Bars.Symbol, m.Bars.TimeFrame))], [SimulationRules.ToStrategy(name, ensemble.Trading)]);
        var seen = origin.SeenTo ?? ensemble.Trained.To + (Math.Max(LongestSearchedHorizon, ensemble.Labels.HorizonBars) * ensemble.TimeFrame.Milliseconds) + (PurgeHours * 3_600_000L);
        var range = new BacktestRange(configuration, clock, open);
        var (isAsked, after) = (configuration.Data.Timerange.Length > 0, range.Asked.Intersect(new(seen, long.MaxValue)));
        RequireUnseen(markets, after, seen);
        BarSeries[] series = [.. markets.Select(m => FromFirst(range.Readable(m, (ledger, part) => ledger.Record(m.Bars, part, origin.Study, origin.Trial, range.Now)), ensemble))];
        var notices = new List<string>(range.Notices);
        notices.AddRange(Differences(stored, series));
        var catalogue = FeatureCatalogues.Create(origin.Regime, origin.Fractional, families);
        var before = range.Asked.Intersect(new(long.MinValue, seen));
        return new()
        {
            Title = name,
            Run = BacktestRunner.Run(Plan(options, markets, series, after, [Strategy()]), cancellationToken),
            InSample = isAsked && !before.IsEmpty && series.All(s => Count(s, before) >= 2)
                ? BacktestRunner.Run(Plan(options, markets, series, before, [Strategy()]), cancellationToken)
                : null,
            Sample = $"Out of sample: the model, and the choice of its configuration, have seen bars up to {UtcTime.Format(seen)}; only later ones are traded here.",
            Markets = markets,
            Notices = notices,
            Openings = range.Openings,
            ConfigurationHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{ConfigurationMapping.EngineHash(settings)}|{ensemble.Identity}"))),
        };

        EnsembleStrategy Strategy() => new(
            name, ensemble.Symbol, [.. markets.Select(m => m.Bars.Symbol)], allowOthers, () => ensemble.CreateStream(catalogue), new MarketContexts(ensemble.TimeFrame));
    }

    private BacktestPlan Plan(EngineOptions options, IReadOnlyList<TradedMarket> markets, IReadOnlyList<BarSeries> series, TimeRange traded, IReadOnlyList<ITradingStrategy> strategies) => new()
    {
        Options = options,
        Series = series,
        Traded = traded,
        Synthetic = markets.Any(m => m.Synthetic),
        Strategies = strategies,
        Adviser = AdaptiveComposition.Adviser(configuration.Adaptive, options, environment ?? (_ => null)),
        Objective = ConfigurationMapping.Checked(configuration, "objective", () => new CompositeObjective(configuration.Objective)),
        RandomDraws = configuration.Search.RandomEntryDraws,
        Seed = configuration.Search.Seed,
        Threads = Math.Clamp(configuration.Search.Jobs, 1, Environment.ProcessorCount),
    };

    // Before anything is opened: is there a bar left that the model has not seen?
    private void RequireUnseen(IReadOnlyList<TradedMarket> markets, TimeRange after, long seen)
    {
        foreach (var market in markets)
        {
            if (Count(market.Bars, after) < 2)
            {
                throw new BacktestRefusedException(
                    $"The model has seen {market.Bars.Symbol} up to {UtcTime.Format(seen)}, and {(configuration.Data.Timerange.Length > 0 ? $"--timerange {configuration.Data.Timerange}" : "the data")} " +
                    $"ends with it: an in-sample result alone says nothing and is not shown. Choose a range that goes beyond, or get newer bars.");
            }

            if (!open && Count(market.Bars, after.Intersect(new(long.MinValue, market.Border))) < 2)
            {
                throw new BacktestRefusedException(
                    $"Everything after what the model has seen of {market.Bars.Symbol}, up to {UtcTime.Format(seen)}, is sealed from {UtcTime.Format(market.Border)} on. --open-holdout trades it, once, and records that it did; " +
                    "or train on a study whose --timerange ends earlier.");
            }
        }
    }

    private IEnumerable<string> Differences(StoredEnsemble stored, BarSeries[] series)
    {
        var (ensemble, origin) = (stored.Ensemble, stored.Origin);
        var (venue, costs) = (configuration.Venue, ensemble.Trading);
        if (venue.TakerFee != costs.FeeRate || venue.MakerFeeInEffect != costs.TargetFeeRate || venue.SlippageBps != costs.SlippageBps)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The model was searched with fees of {costs.FeeRate} and {costs.TargetFeeRate} and slippage of {costs.SlippageBps} bps; the venue here takes {venue.TakerFee} and {venue.MakerFeeInEffect}, and {venue.SlippageBps} bps.");
        }

        foreach (var bars in series.Where(s => s.Symbol == ensemble.Symbol && s.OpenTime[0] != ensemble.FirstBar))
        {
            yield return $"{bars.Symbol}: features were computed from {UtcTime.Format(ensemble.FirstBar)} on in training and are from {UtcTime.Format(bars.OpenTime[0])} on here; figures are close, not the same.";
        }

        if (origin.CodeVersion != OptimizeRun.CodeVersion)
        {
            yield return $"The model was trained by version {origin.CodeVersion}; this is {OptimizeRun.CodeVersion}.";
        }
    }

    private static BarSeries FromFirst(BarSeries bars, Lifecycle.Training.TrainedEnsemble ensemble) =>
        bars.Symbol == ensemble.Symbol ? bars.Slice(new IndexRange(BacktestRange.LowerBound(bars, ensemble.FirstBar), bars.Count)) : bars;

    private static int Count(BarSeries bars, TimeRange range) => range.IsEmpty ? 0 : BacktestRange.LowerBound(bars, range.To) - BacktestRange.LowerBound(bars, range.From);
}
