using Ratchet.Features.Sets;
using Ratchet.Hosting.Configuration;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;

namespace Ratchet.Hosting.Composition;

/// <summary>Walks the fixed defaults forward over the development part; no search, nothing chosen.</summary>
public sealed class BacktestRun(RatchetConfiguration configuration, IReadOnlyList<IFeatureFamily> families, TimeProvider? clock = null)
{
    /// <summary>Runs it.</summary>
    /// <param name="input">The bars; the sealed part is cut off and not looked at.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public DefaultsBacktest RunDefaults(MarketInput input, CancellationToken cancellationToken)
    {
        var settings = ConfigurationMapping.ToStudySettings(configuration);
        var threads = Math.Clamp(configuration.Search.Jobs, 1, Environment.ProcessorCount);
        var split = input.Split;
        var dataset = DatasetBuilder.Build(
            input.Bars.Slice(split.Development), ConfigurationMapping.ToDatasetOptions(configuration, families, clock), settings.Validation.EdgeRows(split.Development), threads, cancellationToken);
        return DefaultsBacktest.Run(dataset, settings, threads, cancellationToken);
    }
}
