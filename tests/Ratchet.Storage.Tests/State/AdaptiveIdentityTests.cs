using Ratchet.Adaptation.Sessions;
using Ratchet.Market.Bars;
using Ratchet.Storage.Columns;
using Ratchet.Storage.Tests.Columns;
using Ratchet.Strategies.Signals;
using Ratchet.Testing;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Simulation;

namespace Ratchet.Storage.Tests.State;

/// <summary>With every switch off, a backtest of the built-in strategies on real bars places the same orders as without an adviser.</summary>
public sealed class AdaptiveIdentityTests
{
    [Theory]
    [InlineData("data/crypto/binance_BTCUSDT_15m_2025.csv.gz")]
    [InlineData("data/crypto/binance_ETHUSDT_1h_2022-2025.csv.gz")]
    public void Run_EverySwitchOff_PlacesTheSameOrders(string file)
    {
        using var temporary = new TemporaryStore();
        var manifest = temporary.Store.Import(new ImportRequest { Path = SharedFiles.Require(file) }, TestContext.Current.CancellationToken).Manifest!;
        using var stored = temporary.Store.Load(manifest.Symbol, manifest.TimeFrame);
        var bars = stored.Series;
        var expected = Run(bars, null);
        Assert.True(expected.Trades.Count > 300, $"{expected.Trades.Count} trades.");
        var silent = new AdaptiveOptions { UseSelector = false, Advisor = new() { QualityFiltering = false, AdaptiveWeighting = false, Retirement = false } };
        foreach (var options in (AdaptiveOptions[])[AdaptiveOptions.Off, silent])
        {
            var result = Run(bars, options);
            Assert.Equal(expected.OrderHash, result.OrderHash);
            Assert.Equal(expected.FinalCash, result.FinalCash);
        }

        Assert.NotEqual(expected.OrderHash, Run(bars, new()).OrderHash);
    }

    private static EngineResult Run(BarSeries bars, AdaptiveOptions? options)
    {
        var engine = new EngineOptions
        {
            Instruments = [new() { Symbol = bars.Symbol, Frame = bars.TimeFrame }],
            Strategies = [.. SignalStrategies.All.Select(s => s.Rules)],
        };
        var contexts = new MarketContexts(bars.TimeFrame);
        var adviser = options is null ? null : new AdaptiveAdviser(options, engine, [.. SignalStrategies.All.Select(s => s.BaseWeight)]);
        return EngineBacktest.Run(engine, [bars], [.. SignalStrategies.All.Select(s => s.Create(contexts))], adviser, null, TestContext.Current.CancellationToken);
    }
}
