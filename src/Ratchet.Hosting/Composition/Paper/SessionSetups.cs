using System.Globalization;
using Ratchet.Hosting.Configuration;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Storage.Models;
using Ratchet.Trading.Simulation;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>Makes the setup of a new session from the configuration.</summary>
public static class SessionSetups
{
    /// <summary>Makes it; the history is put in when it is there.</summary>
    /// <param name="configuration">Costs, sizes, limits, and the section of paper sessions.</param>
    /// <param name="symbols">What is traded.</param>
    /// <param name="frame">The bars that are decided on.</param>
    /// <param name="strategies">Names of built-in strategies; ignored where there is a model.</param>
    /// <param name="model">The folder of a trained model; null for built-in strategies.</param>
    /// <param name="created">The session's first moment, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="environment">Gives a variable's text for the adaptive layer; null for no variables.</param>
    /// <exception cref="ConfigurationException">A value is out of its range, or a name is not known.</exception>
    /// <exception cref="ModelFileException">The model's files are missing or damaged.</exception>
    public static SessionSetup Create(
        RatchetConfiguration configuration,
        IReadOnlyList<Symbol> symbols,
        TimeFrame frame,
        IReadOnlyList<string> strategies,
        string? model,
        long created,
        Func<string, string?>? environment = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(symbols);
        var fine = Check(configuration.Paper, frame);
        var stored = model is null ? null : TrainedEnsembleFile.Read(model);
        var rules = stored is null ? SessionStrategies.Rules(strategies) : [SessionStrategies.Rules(stored)];
        var settings = stored is null ? configuration : configuration with { Sizing = SimulationRules.ToSizing(configuration.Sizing, stored.Ensemble.Trading) };
        var options = EngineSetup.Options(settings, [.. symbols.Select(s => (s, frame))], rules);
        var adaptive = AdaptiveComposition.Options(configuration.Adaptive, environment ?? (_ => null));
        return new()
        {
            CodeVersion = OptimizeRun.CodeVersion,
            Created = created,
            Feed = configuration.Paper.Feed,
            Timerange = configuration.Data.Timerange,
            Fine = fine,
            Model = model is null ? string.Empty : Path.GetFullPath(model),
            ModelIdentity = stored?.Ensemble.Identity ?? string.Empty,
            ModelTrainedAt = stored?.Ensemble.Trained.To ?? 0,
            Adaptive = adaptive.IsOff ? null : adaptive,
            Engine = options with
            {
                AuditEverySignal = true,
                Venue = options.Venue with { FineBarsDecide = fine is not null },
                Limits = options.Limits with { RequireReadiness = true },
            },
        };
    }

    /// <summary>The speed of a replay as a number; infinity is as fast as possible.</summary>
    /// <param name="paper">The section.</param>
    /// <exception cref="ConfigurationException">It is neither max nor a number in its range.</exception>
    public static double Speed(PaperSection paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return paper.Speed == "max" ? double.PositiveInfinity
            : double.TryParse(paper.Speed, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed) && speed is >= 0.001 and <= 1_000_000 ? speed
            : throw new ConfigurationException($"Setting 'paper.speed' must be max or a number in [0.001, 1000000], but is '{paper.Speed}'; change it by --speed.");
    }

    /// <summary>Checks the section; the finer time frame, or null where there is none.</summary>
    /// <param name="paper">The section.</param>
    /// <param name="frame">The bars that are decided on; null where they are not known yet.</param>
    /// <exception cref="ConfigurationException">A value is out of its range.</exception>
    public static TimeFrame? Check(PaperSection paper, TimeFrame? frame)
    {
        ArgumentNullException.ThrowIfNull(paper);
        if (paper.Feed is not ("replay" or "binance"))
        {
            throw new ConfigurationException($"Setting 'paper.feed' must be replay or binance, but is '{paper.Feed}'; change it by --feed.");
        }

        _ = Speed(paper);
        Range("warmUpBars", paper.WarmUpBars, 0, 1_000_000);
        Range("timerSeconds", paper.TimerSeconds, 1, 3600);
        Range("commitInputs", paper.CommitInputs, 1, 10_000);
        Range("stateEvents", paper.StateEvents, 0, 10_000_000);
        Range("retrySeconds", paper.RetrySeconds, 1, 600);
        Address("restAddress", paper.RestAddress, "http", "https");
        Address("streamAddress", paper.StreamAddress, "ws", "wss");
        if (paper.FineTimeframe.Length == 0)
        {
            return null;
        }

        return TimeFrame.TryParse(paper.FineTimeframe, out var fine) && (frame is not { } longer || (fine < longer && longer.Minutes % fine.Minutes == 0))
            ? fine
            : throw new ConfigurationException($"Setting 'paper.fineTimeframe' must be a time frame that divides {(frame is { } decided ? decided : "that of the decisions")}, but is '{paper.FineTimeframe}'; write one such as 1m, or nothing.");
    }

    private static void Range(string name, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            throw new ConfigurationException($"Setting 'paper.{name}' must lie in [{least}, {most}], but is {value}; change it in a file given with -c or by --set paper.{name}=value.");
        }
    }

    private static void Address(string name, string value, params string[] schemes)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || !schemes.Contains(address.Scheme))
        {
            throw new ConfigurationException($"Setting 'paper.{name}' must be an absolute {string.Join(" or ", schemes)} address, but is '{value}'.");
        }
    }
}
