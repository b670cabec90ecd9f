using Ratchet.Market.Time;

namespace Ratchet.Scenarios.Paper;

/// <summary>How a session on the bench runs.</summary>
internal sealed record PaperSettings
{
    /// <summary>The bars that are decided on; where they are longer than a minute, orders fill on minutes.</summary>
    public TimeFrame Frame { get; init; } = TimeFrame.Parse("15m");

    /// <summary>How long it runs.</summary>
    public int Minutes { get; init; }

    /// <summary>How much history there is before; whole decision bars.</summary>
    public int WarmUpMinutes { get; init; } = 15 * 200;

    public ulong Seed { get; init; } = 7;

    public int TimerSeconds { get; init; } = 90;

    public long ClockSkew { get; init; }
}
