using Ratchet.Adaptation.Selection;
using Ratchet.Adaptation.Sessions;
using Ratchet.Features.Sets;
using Ratchet.Hosting.Configuration;
using Ratchet.Storage.Models;
using Ratchet.Strategies.Ensemble;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Simulation;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>Makes the strategies of a session, fresh at every call: by name, or of a trained model; and the adaptive layer above them.</summary>
public static class SessionStrategies
{
    /// <summary>The name under which a trained model trades.</summary>
    public const string ModelName = "Ensemble";

    /// <summary>The rules of strategies by name.</summary>
    /// <param name="names">Names, each once; <c>all</c> is every built-in one.</param>
    /// <exception cref="ConfigurationException">A name is not known or is there twice.</exception>
    public static IReadOnlyList<StrategyRules> Rules(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var wanted = names is ["all"] ? [.. SignalStrategies.All.Select(s => s.Name)] : names;
        foreach (var name in wanted)
        {
            if (!SignalStrategies.All.Any(s => s.Name == name))
            {
                throw new ConfigurationException(
                    $"--strategy '{name}' is not known, did you mean '{NearestName.Of(name, SignalStrategies.All.Select(s => s.Name))}'? There are {string.Join(", ", SignalStrategies.All.Select(s => s.Name))}, and all.");
            }
        }

        return wanted.Distinct(StringComparer.Ordinal).Count() == wanted.Count
            ? [.. wanted.Select(n => SignalStrategies.Find(n).Rules)]
            : throw new ConfigurationException("--strategy names one strategy twice; name each once.");
    }

    /// <summary>The rules by which a trained model trades: those that it was searched with.</summary>
    /// <param name="model">The model.</param>
    public static StrategyRules Rules(StoredEnsemble model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return SimulationRules.ToStrategy(ModelName, model.Ensemble.Trading);
    }

    /// <summary>Makes the strategies of a session.</summary>
    /// <param name="setup">The session's setup.</param>
    /// <param name="families">Feature families beside those of the product.</param>
    /// <exception cref="SessionRefusedException">The model is another one than the session began with, or a strategy is not known any more.</exception>
    /// <exception cref="ModelFileException">The model's files are missing or damaged.</exception>
    public static IReadOnlyList<ITradingStrategy> Create(SessionSetup setup, IReadOnlyList<IFeatureFamily> families)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var options = setup.Engine;
        if (setup.Model.Length > 0)
        {
            return [Model(setup, families)];
        }

        var contexts = new MarketContexts([.. options.Instruments.Select(i => i.Frame)]);
        var strategies = new List<ITradingStrategy>();
        foreach (var rules in options.Strategies)
        {
            var known = SignalStrategies.All.FirstOrDefault(s => s.Name == rules.Name)
                ?? throw new SessionRefusedException($"The session's strategy '{rules.Name}' is not known to this program; use the program that began the session.");
            strategies.Add(known.Create(contexts));
        }

        return strategies;
    }

    /// <summary>Makes the adaptive layer of a session, which has learned nothing yet; null where none takes part.</summary>
    /// <param name="setup">The session's setup.</param>
    /// <param name="log">Receives the selector's decisions and rewards; null for none.</param>
    public static AdaptiveAdviser? Adviser(SessionSetup setup, IDecisionLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return setup.Adaptive is { } options ? AdaptiveComposition.Adviser(options, setup.Engine, log) : null;
    }

    private static EnsembleStrategy Model(SessionSetup setup, IReadOnlyList<IFeatureFamily> families)
    {
        var stored = TrainedEnsembleFile.Read(setup.Model);
        if (stored.Ensemble.Identity != setup.ModelIdentity)
        {
            throw new SessionRefusedException(
                $"The model in {setup.Model} is {stored.Ensemble.Identity}, but the session began with {setup.ModelIdentity}; put that one back, or begin a new session.");
        }

        var instrument = setup.Engine.Instruments[0];
        if (setup.Engine.Instruments.Count != 1 || instrument.Symbol != stored.Ensemble.Symbol || instrument.Frame != stored.Ensemble.TimeFrame)
        {
            throw new SessionRefusedException(
                $"The model was trained on {stored.Ensemble.Symbol} {stored.Ensemble.TimeFrame} and trades nothing else; the session has {string.Join(", ", setup.Engine.Instruments.Select(i => $"{i.Symbol} {i.Frame}"))}.");
        }

        var catalogue = FeatureCatalogues.Create(stored.Origin.Regime, stored.Origin.Fractional, families);
        return new(ModelName, stored.Ensemble.Symbol, [instrument.Symbol], false, () => stored.Ensemble.CreateStream(catalogue), new MarketContexts(instrument.Frame));
    }
}
