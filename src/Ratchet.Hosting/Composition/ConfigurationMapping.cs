using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;
using Ratchet.Hosting.Configuration;
using Ratchet.Learning.Binning;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Market.Time;
using Ratchet.Search.Schedulers;
using Ratchet.Search.Spaces;

namespace Ratchet.Hosting.Composition;

/// <summary>Turns the configuration into what the lower floors take, each checked.</summary>
public static class ConfigurationMapping
{
    private const int LongestSearchedHorizon = 48;
    private const int LongestTimeoutSeconds = 2_592_000;
    private static readonly string[] EngineSections = ["engine", "venue", "sizing", "risk"];

    /// <summary>The settings of a study.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="ConfigurationException">A value is out of its range.</exception>
    public static StudySettings ToStudySettings(RatchetConfiguration configuration)
    {
        var search = configuration.Search;
        if (search.EstimatorsLow < 1 || search.EstimatorsHigh < search.EstimatorsLow || search.EstimatorsStep < 1)
        {
            throw new ConfigurationException(
                $"search.estimatorsLow {search.EstimatorsLow}, search.estimatorsHigh {search.EstimatorsHigh} and search.estimatorsStep {search.EstimatorsStep} contradict each other: " +
                "low must be at least 1 and not above high, the step at least 1. Change them in a file given with -c, or by --set.");
        }

        return Checked(configuration, () =>
        {
            var settings = new StudySettings
            {
                Seed = search.Seed,
                Hyperband = new HyperbandOptions
                {
                    MaximumResource = search.MaximumResource,
                    Eta = search.Eta,
                    Iterations = search.Iterations,
                    MinimumImprovement = search.MinimumImprovement,
                },
                Estimators = new IntDistribution(search.EstimatorsLow, search.EstimatorsHigh, Step: search.EstimatorsStep),
                Scope = search.Scope,
                ReevaluateTop = search.ReevaluateTop,
                RandomEntryDraws = search.RandomEntryDraws,
                TrialTimeout = Timeout(search.TrialTimeoutSeconds),
                Labels = configuration.Labels,
                Ensemble = configuration.Ensemble,
                Imbalance = configuration.Imbalance,
                Trading = configuration.Trading,
                Objective = configuration.Objective,
                Validation = configuration.Validation,
            };
            settings.Validate();
            return settings;
        });
    }

    /// <summary>How the dataset is made.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="families">Feature families beside those of the product.</param>
    /// <param name="clock">For the feature cache, to know what was used last; without it there is none.</param>
    /// <exception cref="ConfigurationException">A value is out of its range, or a feature does not exist.</exception>
    public static DatasetOptions ToDatasetOptions(
        RatchetConfiguration configuration, IReadOnlyList<IFeatureFamily> families, TimeProvider? clock = null) => Checked(configuration, () =>
    {
        configuration.Regime.Validate();
        var section = configuration.Features;
        section.Fractional.Validate();
        FeatureCaches.Require(configuration.Data);
        var catalogue = FeatureCatalogues.Create(configuration.Regime, section.Fractional, families);
        var set = section.Features.Count == 0 ? FeatureSet.All(catalogue) : new FeatureSet(section.Name, section.Features);
        foreach (var reason in set.Features.Select(catalogue.Explain).OfType<string>())
        {
            throw new ConfigurationException($"Setting 'features.features': {reason} 'ratchet features list' lists all.");
        }

        RequireFrames(set, catalogue, configuration.Data.Timeframe);

        var options = new DatasetOptions
        {
            Features = set,
            Catalogue = catalogue,
            Columns = clock is null ? null : FeatureCaches.Open(configuration.Data, clock),
            MomentumBars = configuration.Labels.MomentumBars,
            VolatilityBars = configuration.Labels.VolatilityBars,
            Volatility = configuration.Labels.Volatility,
            LongestHorizon = Math.Max(LongestSearchedHorizon, configuration.Labels.HorizonBars),
            RangeBars = section.RangeBars,
            Binning = new BinningOptions { MaxBins = section.MaxBins },
        };
        options.Validate();
        return options;
    });

    /// <summary>SHA-256 of every setting that can change what the engine makes of signals: its own sections, and the composite score.</summary>
    /// <param name="configuration">The configuration.</param>
    public static string EngineHash(RatchetConfiguration configuration)
    {
        var tree = JsonSerializer.SerializeToNode(configuration, ConfigurationJson.Default.RatchetConfiguration)!.AsObject();
        var text = string.Join('\n', EngineSections.Append("objective").Select(s => $"{s} {tree[s]!.ToJsonString(ConfigurationJson.Default.Options)}"));
        if (configuration.Adaptive.Selector || configuration.Adaptive.Advisor)
        {
            text += $"\nadaptive {tree["adaptive"]!.ToJsonString(ConfigurationJson.Default.Options)}";
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>SHA-256 of every setting that can change a study's result; where data lives and how many jobs run are not among them.</summary>
    /// <param name="configuration">The configuration.</param>
    public static string Hash(RatchetConfiguration configuration)
    {
        var essential = configuration with
        {
            Data = new DataSection { Pair = configuration.Data.Pair, Timeframe = configuration.Data.Timeframe, Timerange = configuration.Data.Timerange },
            Search = configuration.Search with { Jobs = 1 },
        };
        var tree = JsonSerializer.SerializeToNode(essential, ConfigurationJson.Default.RatchetConfiguration)!.AsObject();
        foreach (var section in EngineSections)
        {
            // What the engine does with signals is not searched.
            tree.Remove(section);
        }

        tree["data"]!.AsObject().Remove("featureCache");
        tree["data"]!.AsObject().Remove("featureCacheMegabytes");
        tree.Remove("paper");
        tree.Remove("adaptive");
        if (configuration.Features.Fractional == new FractionalOptions())
        {
            // Studies from before there was this setting keep their hash.
            tree["features"]!.AsObject().Remove("fractional");
        }

        var text = tree.ToJsonString(ConfigurationJson.Default.Options);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static void RequireFrames(FeatureSet set, FeatureCatalogue catalogue, string bars)
    {
        if (!TimeFrame.TryParse(bars, out var frame))
        {
            return;
        }

        foreach (var feature in set.Features)
        {
            try
            {
                // A time frame that does not fit the bars is refused by the warm-up, before any bar is read.
                _ = catalogue.TryFind(feature, out var descriptor) ? descriptor.WarmUp(frame) : 0;
            }
            catch (ArgumentException exception)
            {
                throw new ConfigurationException($"Setting 'features.features': {exception.Message}");
            }
        }
    }

    /// <summary>Turns a refusal by a lower floor into a message that names the setting.</summary>
    internal static T Checked<T>(RatchetConfiguration configuration, Func<T> make) => Checked(configuration, string.Empty, make);

    /// <summary>The same where only settings of one section, such as <c>risk</c>, can be meant.</summary>
    internal static T Checked<T>(RatchetConfiguration configuration, string section, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            var setting = exception is ArgumentException { ParamName: { } name }
                ? SettingOf(configuration, section, name, (exception as ArgumentOutOfRangeException)?.ActualValue)
                : null;
            var path = setting ?? "section.key";
            var variable = "RATCHET__" + path.Replace(".", "__", StringComparison.Ordinal).ToUpperInvariant();
            throw new ConfigurationException(
                $"{(setting is null ? string.Empty : $"Setting '{setting}': ")}{WithoutParameter(exception.Message)} " +
                $"Change it in a file given with -c, by {variable} or by --set {path}=value.");
        }
    }

    /// <summary>The path of the one setting that has a property's name and the value that was refused; null where none or several have.</summary>
    private static string? SettingOf(RatchetConfiguration configuration, string section, string property, object? value)
    {
        var tree = new ConfigurationTree(JsonSerializer.SerializeToNode(configuration, ConfigurationJson.Default.RatchetConfiguration)!.AsObject());
        var named = tree.Settings()
            .Where(s => s.Path.EndsWith("." + property, StringComparison.OrdinalIgnoreCase) && (section.Length == 0 || s.Path.StartsWith(section + ".", StringComparison.Ordinal)))
            .ToArray();
        var found = named.Length > 1 && value is not null
            ? [.. named.Where(s => s.Value.Trim('"') == string.Create(CultureInfo.InvariantCulture, $"{value}"))]
            : named;
        return found.Length == 1 ? found[0].Path : null;
    }

    private static string WithoutParameter(string message)
    {
        var text = message.ReplaceLineEndings(" ");
        var end = text.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return end < 0 ? text : text[..end] + text[(text.IndexOf(')', end) + 1)..];
    }

    private static TimeSpan? Timeout(double? seconds) => seconds switch
    {
        null => null,
        > 0 and <= LongestTimeoutSeconds => TimeSpan.FromSeconds(seconds.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(seconds), seconds, $"search.trialTimeoutSeconds must lie in (0, {LongestTimeoutSeconds}], or be null for none."),
    };
}
