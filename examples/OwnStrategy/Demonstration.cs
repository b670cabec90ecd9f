using System.Globalization;
using Ratchet.Market.Synthetic;
using Ratchet.Market.Time;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Simulation;

namespace OwnStrategy;

/// <summary>A year of synthetic hourly bars, traded by the strategy and, for comparison, by a built-in one, over one balance.</summary>
public static class Demonstration
{
    /// <summary>Runs both and prints what came of it.</summary>
    /// <param name="output">Where it is printed.</param>
    /// <returns>The engine's result.</returns>
    public static EngineResult Run(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var bars = SyntheticMarket.Generate(new() { Bars = 8760, Seed = 7 }).Bars;
        var contexts = new MarketContexts(bars.TimeFrame);
        var builtIn = SignalStrategies.Find(SignalStrategies.Breakout);
        var options = new EngineOptions
        {
            Instruments = [new() { Symbol = bars.Symbol, Frame = TimeFrame.Hour1 }],
            Strategies = [new() { Name = "Pullback", ConfidenceThreshold = 0.62 }, builtIn.Rules],
        };
        var result = EngineBacktest.Run(options, [bars], [new PullbackStrategy(contexts), builtIn.Create(contexts)], null, null, CancellationToken.None);
        for (var i = 0; i < options.Strategies.Count; i++)
        {
            var trades = result.Trades.Where(t => t.Strategy == i).ToList();
            var line = $"{options.Strategies[i].Name,-10} {trades.Count,4} trades {trades.Count(t => t.Profit > 0),4} won {trades.Sum(t => t.Profit),10:F2} profit";
            output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"cash {result.FinalCash:F2}, orders {result.OrderHash[..12]}"));
        return result;
    }
}
