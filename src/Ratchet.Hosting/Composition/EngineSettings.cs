using Ratchet.Hosting.Configuration;
using Ratchet.Trading.Engine;

namespace Ratchet.Hosting.Composition;

/// <summary>The engine's options as the configuration says them.</summary>
public static class EngineSettings
{
    /// <summary>Makes them.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="instruments">What is traded.</param>
    /// <param name="strategies">Who trades.</param>
    /// <exception cref="ConfigurationException">A value is out of its range.</exception>
    public static EngineOptions ToEngineOptions(
        RatchetConfiguration configuration, IReadOnlyList<InstrumentRules> instruments, IReadOnlyList<StrategyRules> strategies)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var trading = configuration.Trading;
        return ConfigurationMapping.Checked(configuration, () =>
        {
            trading.Validate();
            var options = new EngineOptions
            {
                InitialCash = (decimal)trading.InitialEquity,
                Instruments = instruments,
                Strategies = strategies,
                Venue = new() { TakerFee = trading.FeeRate, MakerFee = trading.MakerFeeRate, SlippageBps = trading.SlippageBps },
                Sizing = new() { RiskPerTrade = trading.RiskPerTrade, PositionLow = trading.PositionLow, PositionHigh = trading.PositionHigh },
                Limits = new()
                {
                    RiskPerTrade = trading.RiskPerTrade,
                    PositionValue = trading.MaximumGrossPerSymbol,
                    GrossPerSymbol = trading.MaximumGrossPerSymbol,
                },
            };
            options.Validate();
            return options;
        });
    }
}
