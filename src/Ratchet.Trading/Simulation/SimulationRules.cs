using Ratchet.Trading.Engine;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Sizing;

namespace Ratchet.Trading.Simulation;

/// <summary>The search kernel's options in the engine's words: what a configuration was searched with is traded by the engine. The way back is <see cref="KernelModel"/>.</summary>
public static class SimulationRules
{
    /// <summary>Thresholds and exits. The distance of a target is TargetMultiple times its step.</summary>
    /// <param name="name">The strategy's name.</param>
    /// <param name="options">The kernel's options.</param>
    /// <exception cref="ArgumentException">The name is empty, or an option is outside its range.</exception>
    public static StrategyRules ToStrategy(string name, SimulationOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new()
        {
            Name = name,
            ConfidenceThreshold = options.ConfidenceThreshold,
            MomentumThreshold = options.MomentumThreshold,
            ExitThreshold = options.ExitThreshold,
            Exits = new ExitPlan
            {
                StopMultiple = options.StopMultiple,
                TargetMultiples = [.. options.TargetSteps.Select(s => s * options.TargetMultiple)],
                TargetFractions = [.. options.TargetFractions],
                BreakEvenAfterTarget = options.BreakEvenAfterFirstTarget ? 1 : 0,
                TrailingMultiple = options.TrailingMultiple,
                HorizonBars = options.HorizonBars,
            },
        };
    }

    /// <summary>The sizes: risk a trade and the bounds of the position model are the kernel's, the rest stays.</summary>
    /// <param name="sizing">What the method and its other numbers are taken from.</param>
    /// <param name="options">The kernel's options.</param>
    public static SizingOptions ToSizing(SizingOptions sizing, SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(sizing);
        ArgumentNullException.ThrowIfNull(options);
        return sizing with { RiskPerTrade = options.RiskPerTrade, PositionLow = options.PositionLow, PositionHigh = options.PositionHigh };
    }
}
