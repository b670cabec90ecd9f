using Ratchet.Trading.Events;

namespace Ratchet.Cli.Commands;

/// <summary>A market as an example.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Context">Its numbers.</param>
/// <param name="BarsPerDay">How many bars a day has.</param>
internal sealed record SelectorScene(string Name, MarketContext Context, int BarsPerDay)
{
    /// <summary>Up-trend, quiet range, volatile whipsaw and illiquid, on 4-hour bars at 100,000.</summary>
    public static IReadOnlyList<SelectorScene> All { get; } =
    [
        new("up-trend", new(100_000, 1120, 38, 32, 12, 99_000, 96_500, 1.2, 1, 1, 5000, double.NaN, double.NaN), 6),
        new("quiet range", new(100_000, 720, 13, 19, 18, 100_050, 100_000, 0.8, 1, 1, 5000, double.NaN, double.NaN), 6),
        new("volatile whipsaw", new(100_000, 2480, 17, 27, 26, 100_800, 101_400, 2.4, 3, 0.7, 5000, double.NaN, double.NaN), 6),
        new("illiquid", new(100_000, 640, 21, 20, 17, 100_200, 100_000, 0.08, 35, 0.1, 5000, double.NaN, double.NaN), 6),
    ];
}
