using System.Globalization;
using System.Text;
using Ratchet.Lifecycle.Backtests;
using Ratchet.Market.Time;

namespace Ratchet.Reporting.Results;

/// <summary>The trades of a run as CSV, one a line, in order of their exits.</summary>
public static class TradeList
{
    private const string Header = "position,strategy,symbol,side,entry_time,exit_time,entry_price,exit_price,quantity,profit,fees,funding,risk,r,exit,targets_reached,confidence,profile,regime";

    /// <summary>Renders them; an undefined number is an empty cell.</summary>
    /// <param name="run">The run.</param>
    public static string Render(TradedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var (symbols, strategies) = (run.Plan.Options.Instruments, run.Plan.Options.Strategies);
        var text = new StringBuilder(Header).Append('\n');
        foreach (var trade in run.Result.Trades)
        {
            text.Append(CultureInfo.InvariantCulture, $"{trade.Position},{Cell(strategies[trade.Strategy].Name)},{symbols[trade.Symbol].Symbol.Name},{(trade.Side > 0 ? "long" : "short")},");
            text.Append(CultureInfo.InvariantCulture, $"{UtcTime.Format(trade.EntryTime)},{UtcTime.Format(trade.ExitTime)},{trade.EntryPrice},{trade.ExitPrice},{trade.Quantity},{trade.Profit},{trade.Fees},{trade.Funding},");
            text.Append(CultureInfo.InvariantCulture, $"{trade.Risk},{Number(trade.ResultInR)},{trade.Reason},{trade.TargetsReached},{Number(trade.Confidence)},{Cell(trade.Profile)},{Cell(trade.Regime)}\n");
        }

        return text.ToString();
    }

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : string.Empty;

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
