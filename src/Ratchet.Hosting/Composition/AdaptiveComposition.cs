using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Selection;
using Ratchet.Adaptation.Sessions;
using Ratchet.Hosting.Configuration;
using Ratchet.Storage.State;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Profiles;

namespace Ratchet.Hosting.Composition;

/// <summary>Makes the adaptive layer of a session: environment over configuration over defaults.</summary>
public static class AdaptiveComposition
{
    /// <summary>Switches parts on as an option asks for them.</summary>
    /// <param name="section">The section of the configuration.</param>
    /// <param name="parts"><c>selector</c>, <c>advisor</c> or both, apart by commas; empty for both; null leaves the section as it is.</param>
    /// <exception cref="ConfigurationException">A part is not known.</exception>
    public static AdaptiveSection WithParts(AdaptiveSection section, string? parts)
    {
        ArgumentNullException.ThrowIfNull(section);
        if (parts is null)
        {
            return section;
        }

        var (selector, advisor) = (false, false);
        foreach (var part in parts.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            switch (part)
            {
                case "selector":
                    selector = true;
                    break;
                case "advisor":
                    advisor = true;
                    break;
                default:
                    throw new ConfigurationException($"--adaptive '{part}' is not known; give selector, advisor, or both apart by a comma.");
            }
        }

        return selector || advisor ? section with { Selector = selector, Advisor = advisor } : section with { Selector = true, Advisor = true };
    }

    /// <summary>The options in effect; checked also where nothing takes part.</summary>
    /// <param name="section">The section of the configuration.</param>
    /// <param name="environment">Gives a variable's text; null where it is not set.</param>
    /// <exception cref="ConfigurationException">A variable or a setting cannot be read or is outside its range, or the profiles' file is wrong.</exception>
    public static AdaptiveOptions Options(AdaptiveSection section, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(section);
        try
        {
            var profiles = section.Profiles.Length == 0 ? TradeProfiles.All : ProfileFile.Read(section.Profiles);
            var file = new SelectorSettings
            {
                Enabled = section.Enabled,
                Epsilon = section.Epsilon,
                Alpha = section.Alpha,
                TrendAdx = section.TrendAdx,
                HighVolatility = section.HighVolatility,
                DefaultStrategy = section.DefaultStrategy,
            };
            var settings = SelectorSettings.Read(environment, profiles, file);
            var options = new AdaptiveOptions
            {
                UseSelector = section.Selector,
                UseAdvisor = section.Advisor,
                FullInformation = section.FullInformation,
                Profiles = profiles,
                Selector = settings.Apply(new SelectorOptions { MaximumCostShare = section.MaximumCostShare, Seed = section.Seed }),
                Regimes = settings.Apply(new Adaptation.Regimes.RegimeOptions()),
                Advisor = Preset(section.Preset) with { QualityFiltering = section.Quality, AdaptiveWeighting = section.Weights, Retirement = section.Retirement },
            };
            options.Validate();
            return options;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidDataException or IOException)
        {
            throw new ConfigurationException($"Section 'adaptive': {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>The adviser of a session; null where nothing takes part.</summary>
    /// <param name="section">The section of the configuration.</param>
    /// <param name="engine">The session's engine.</param>
    /// <param name="environment">Gives a variable's text; null where it is not set.</param>
    /// <param name="log">Receives choices and rewards; null for none.</param>
    /// <exception cref="ConfigurationException">As of <see cref="Options"/>.</exception>
    public static AdaptiveAdviser? Adviser(AdaptiveSection section, EngineOptions engine, Func<string, string?> environment, IDecisionLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var options = Options(section, environment);
        return options.IsOff ? null : Adviser(options, engine, log);
    }

    /// <summary>The adviser of a session, with the base weights of the built-in strategies.</summary>
    /// <param name="options">The options.</param>
    /// <param name="engine">The session's engine.</param>
    /// <param name="log">Receives choices and rewards; null for none.</param>
    public static AdaptiveAdviser Adviser(AdaptiveOptions options, EngineOptions engine, IDecisionLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return new(options, engine, [.. engine.Strategies.Select(s => SignalStrategies.All.FirstOrDefault(b => b.Name == s.Name)?.BaseWeight ?? 1)], log);
    }

    private static AdvisorOptions Preset(string name) => name switch
    {
        "conservative" => AdvisorOptions.Conservative,
        "aggressive" => AdvisorOptions.Aggressive,
        _ => throw new ArgumentException($"preset is '{name}'; it must be conservative or aggressive."),
    };
}
