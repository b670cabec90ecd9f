using System.Globalization;
using System.Text.Json.Nodes;

namespace Ratchet.Scenarios.Backtests;

/// <summary>What is pinned of a run: a name and the figures that tell any change of orders, money or measures.</summary>
internal static class BacktestPin
{
    private static readonly string[] Figures = ["trades", "total_return", "sharpe", "max_drawdown", "profit_factor", "average_r", "turnover"];

    /// <summary>One line; nine digits of a figure, so that the last bits of a measure do not matter. The hash has every bit of the orders.</summary>
    public static string Of(string name, JsonNode result)
    {
        var run = result["run"]!;
        var figures = Figures.Select(f => $"{f}={Digits(run["whole"]![f])}");
        return $"{name}: {string.Join(' ', figures)} final_cash={run["final_cash"]} orders={run["orders"]} fills={run["fills"]} refused={run["refusals"]!.AsObject().Sum(r => (long)r.Value!)} " +
            $"random_percentile={Digits(run["random_entry"]!["percentile"])} order_hash={run["order_hash"]} data_hash={((string)run["data_hash"]!)[..16]}";
    }

    private static string Digits(JsonNode? value) => value is null ? "-" : ((double)value).ToString("G9", CultureInfo.InvariantCulture);
}
