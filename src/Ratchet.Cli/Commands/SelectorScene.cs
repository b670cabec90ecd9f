using Ratchet.Trading.Events;

namespace Ratchet.Cli.Commands;

/// <summary>A market as an example.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Context">Its numbers.</param>
/// <param name="BarsPerDay">How many bars a day has.</param>
internal sealed record SelectorScene(string Name, MarketContext Context, int BarsPerDay)
{
    /// <summary>Up-trend, quiet range, volatile whipsaw and illiquid, on 15-minute bars at 100,000.</summary>
    public static IReadOnlyList<SelectorScene> All { get; } =
    [
        new("up-trend", new(100_000, 280, 38, 32, 12, 99_600, 98_900, 1.2, 1, 1, 5000, double.NaN, double.NaN), 96),
        new("quiet range", new(100_000, 120, 13, 19, 18, 100_010, 100_000, 0.8, 1, 1, 5000, double.NaN, double.NaN), 96),
        new("volatile whipsaw", new(100_000, 620, 17, 27, 26, 100_200, 100_350, 2.4, 3, 0.7, 5000, double.NaN, double.NaN), 96),
        new("illiquid", new(100_000, 160, 21, 20, 17, 100_050, 100_000, 0.08, 35, 0.1, 5000, double.NaN, double.NaN), 96),
    ];
}
