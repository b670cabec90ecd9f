using Ratchet.Trading.Engine;
using Ratchet.Trading.Profiles;

namespace Ratchet.Strategies.Signals;

/// <summary>The built-in strategies by name.</summary>
public static class SignalStrategies
{
    /// <summary>The name of <see cref="Signals.EmaTrend"/>.</summary>
    public const string EmaTrend = "EMA_Trend";

    /// <summary>The name of <see cref="Signals.RsiReversal"/>.</summary>
    public const string RsiReversal = "RSI_Reversal";

    /// <summary>The name of <see cref="Signals.FairValueGap"/>.</summary>
    public const string FairValueGap = "FVG_Pattern";

    /// <summary>The name of <see cref="Signals.Breakout"/>.</summary>
    public const string Breakout = "Breakout";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SignalStrategy> All { get; } =
    [
        new(
            EmaTrend,
            1.0,
            "Follows a confirmed cross of EMA 21 and EMA 55 while ADX is 20 or more.",
            Rules(EmaTrend, stop: 2, [2, 5], [0.4, 0.6], trailing: 2.5, bars: 192),
            contexts => new EmaTrend(new(), contexts)),
        new(
            RsiReversal,
            0.8,
            "Trades RSI 14 coming back from beyond 30 or 70 once a close confirms it.",
            Rules(RsiReversal, stop: 1.5, [1, 2], [0.5, 0.5], trailing: 0, bars: 32),
            contexts => new RsiReversal(new(), contexts)),
        new(
            FairValueGap,
            1.0,
            "Trades the first return into a three-bar gap of half an ATR or more, with the trend.",
            Rules(FairValueGap, stop: 1.5, [1.5, 3], [0.5, 0.5], trailing: 0, bars: 64),
            contexts => new FairValueGap(new(), contexts)),
        new(
            Breakout,
            1.0,
            "Follows a close beyond the channel of 20 bars on 1.5 times the usual volume.",
            Rules(Breakout, stop: 2, [2, 5], [0.4, 0.6], trailing: 2.5, bars: 192),
            contexts => new Breakout(new(), contexts)),
    ];

    /// <summary>The strategy of a name.</summary>
    /// <param name="name">The name, in its exact spelling.</param>
    /// <exception cref="ArgumentException">There is none; the known names are listed.</exception>
    public static SignalStrategy Find(string name)
    {
        foreach (var strategy in All)
        {
            if (strategy.Name == name)
            {
                return strategy;
            }
        }

        throw new ArgumentException($"'{name}' is no built-in strategy; there are {string.Join(", ", All.Select(s => s.Name))}.", nameof(name));
    }

    private static StrategyRules Rules(string name, double stop, double[] targets, double[] fractions, double trailing, int bars) => new()
    {
        Name = name,
        Exits = new ExitPlan
        {
            StopMultiple = stop,
            TargetMultiples = targets,
            TargetFractions = fractions,
            TrailingMultiple = trailing,
            HorizonBars = bars,
        },
    };
}
