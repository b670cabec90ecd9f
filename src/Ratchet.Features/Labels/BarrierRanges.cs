namespace Ratchet.Features.Labels;

/// <summary>How wide barriers and how long horizons may be in a search over labels.</summary>
public sealed record BarrierRanges
{
    /// <summary>The nearest profit barrier, in horizon volatilities; default 0.4, above 0.</summary>
    public double LeastProfit { get; init; } = 0.4;

    /// <summary>The farthest profit barrier; default 2.5, at most 100.</summary>
    public double MostProfit { get; init; } = 2.5;

    /// <summary>The nearest stop barrier, in horizon volatilities; default 0.4, above 0.</summary>
    public double LeastStop { get; init; } = 0.4;

    /// <summary>The farthest stop barrier; default 2.5, at most 100.</summary>
    public double MostStop { get; init; } = 2.5;

    /// <summary>The shortest horizon in bars; default 6, from 1.</summary>
    public int LeastHorizon { get; init; } = 6;

    /// <summary>The longest horizon in bars; default 48, at most 100,000.</summary>
    public int MostHorizon { get; init; } = 48;

    /// <summary>Checks every field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A field is outside its range, or a least is above its most; the text names field, value and range.</exception>
    public void Validate()
    {
        Require(LeastProfit is > 0 and <= 100, nameof(LeastProfit), LeastProfit, "in (0, 100]");
        Require(MostProfit >= LeastProfit && MostProfit <= 100, nameof(MostProfit), MostProfit, $"in [{LeastProfit}, 100]");
        Require(LeastStop is > 0 and <= 100, nameof(LeastStop), LeastStop, "in (0, 100]");
        Require(MostStop >= LeastStop && MostStop <= 100, nameof(MostStop), MostStop, $"in [{LeastStop}, 100]");
        Require(LeastHorizon is >= 1 and <= 100_000, nameof(LeastHorizon), LeastHorizon, "in [1, 100000]");
        Require(MostHorizon >= LeastHorizon && MostHorizon <= 100_000, nameof(MostHorizon), MostHorizon, $"in [{LeastHorizon}, 100000]");
    }

    private static void Require(bool holds, string name, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be {range}.");
        }
    }
}
