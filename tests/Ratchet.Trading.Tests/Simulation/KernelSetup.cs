using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Simulation;

namespace Ratchet.Trading.Tests.Simulation;

/// <summary>Options of the engine under which it must give the kernel's trades.</summary>
internal static class KernelSetup
{
    public static Symbol Symbol { get; } = Symbol.Parse("BTC/USDT");

    public static EngineOptions Options(SimulationOptions kernel, TimeFrame? frame = null) => new()
    {
        InitialCash = (decimal)kernel.InitialEquity,
        Instruments = [new() { Symbol = Symbol, Frame = frame ?? TimeFrame.Hour1 }],
        Strategies =
        [
            new()
            {
                Name = "signals",
                ConfidenceThreshold = kernel.ConfidenceThreshold,
                MomentumThreshold = kernel.MomentumThreshold,
                ExitThreshold = kernel.ExitThreshold,
                Exits = new()
                {
                    StopMultiple = kernel.StopMultiple,
                    TargetMultiples = [.. kernel.TargetSteps.Select(s => s * kernel.TargetMultiple)],
                    TargetFractions = kernel.TargetFractions,
                    BreakEvenAfterTarget = kernel.BreakEvenAfterFirstTarget ? 1 : 0,
                    TrailingMultiple = kernel.TrailingMultiple,
                    HorizonBars = kernel.HorizonBars,
                },
            },
        ],
        Venue = new() { TakerFee = kernel.FeeRate, MakerFee = kernel.MakerFeeRate, SlippageBps = kernel.SlippageBps },
        Sizing = new() { RiskPerTrade = kernel.RiskPerTrade, PositionLow = kernel.PositionLow, PositionHigh = kernel.PositionHigh },
        Limits = new()
        {
            RiskPerTrade = 1,
            PositionValue = kernel.MaximumGrossPerSymbol,
            GrossPerSymbol = kernel.MaximumGrossPerSymbol,
            DailyLoss = 1,
            DrawdownReduce = 0.998,
            DrawdownHalt = 0.999,
            LosingRun = 0,
        },
    };

    public static BarSeries Series(RandomMarket data)
    {
        var times = new long[data.Close.Length];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = 1_600_000_200_000 + (i * TimeFrame.Hour1.Milliseconds);
        }

        return new(
            Symbol,
            TimeFrame.Hour1,
            new() { OpenTime = times, Open = data.Open, High = data.High, Low = data.Low, Close = data.Close, Volume = Enumerable.Repeat(10.0, times.Length).ToArray() });
    }
}
