using Ratchet.Features.Sets;
using Ratchet.Hosting.Configuration;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Hosting.Composition;

/// <summary>Checks a whole configuration without opening any data, so that a study can be refused before it leaves a trace.</summary>
public static class ConfigurationCheck
{
    /// <summary>Checks every section.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="ConfigurationException">A value is out of its range, contradicts another or names what does not exist.</exception>
    /// <param name="families">Feature families beside those of the product.</param>
    public static void Require(RatchetConfiguration configuration, IReadOnlyList<IFeatureFamily> families)
    {
        var data = configuration.Data;
        if (!TimeFrame.TryParse(data.Timeframe, out _))
        {
            throw new ConfigurationException($"data.timeframe '{data.Timeframe}' is no time frame; write 1m, 15m, 1h, 4h or 1d.");
        }

        if (data.Pair.Length > 0 && !Symbol.TryParse(data.Pair, out _))
        {
            throw new ConfigurationException($"data.pair '{data.Pair}' is no symbol; write BTC/USDT, BTCUSDT or ES.");
        }

        if (data.Timerange.Length > 0 && !TimeRange.TryParse(data.Timerange, out _))
        {
            throw new ConfigurationException($"data.timerange '{data.Timerange}' is no range; write 20240101-20240601, 20240101- or -20240601.");
        }

        if (configuration.Search.Jobs is < 1 or > 1024)
        {
            throw new ConfigurationException($"search.jobs must lie in [1, 1024], but is {configuration.Search.Jobs}; change it by --jobs or in a file.");
        }

        ConfigurationMapping.Checked(configuration, () =>
        {
            configuration.Synthetic.Validate();
            return configuration.Synthetic;
        });
        ConfigurationMapping.Checked(configuration, () =>
        {
            // The default profile may be one of a file that only the command knows.
            configuration.Selector.Validate();
            return configuration.Selector;
        });
        ConfigurationMapping.ToStudySettings(configuration);
        ConfigurationMapping.ToDatasetOptions(configuration, families);
        EngineSetup.Require(configuration);
    }
}
