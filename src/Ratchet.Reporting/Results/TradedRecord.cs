using System.Text.Json;
using Ratchet.Lifecycle.Backtests;
using Ratchet.Market.Time;

namespace Ratchet.Reporting.Results;

/// <summary>A backtest by the engine as JSON with stable bytes.</summary>
public static class TradedRecord
{
    /// <summary>Renders it.</summary>
    /// <param name="identity">What names it.</param>
    /// <param name="run">The run; of a model the one on bars that it has not seen.</param>
    /// <param name="inSample">A model's run on bars that it has seen, or null.</param>
    public static string Render(TradedIdentity identity, TradedRun run, TradedRun? inSample)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(run);
        return JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            json.WriteString("title", identity.Title);
            json.WriteBoolean("synthetic", identity.Synthetic);
            json.WriteString("sample", identity.Sample);
            json.WriteString("code_version", identity.CodeVersion);
            json.WriteString("configuration_hash", identity.ConfigurationHash);
            json.WriteString("command", identity.Command);
            Texts(json, "sources", identity.Sources);
            Texts(json, "notices", identity.Notices);
            Texts(json, "openings", identity.Openings);
            Run(json, "run", run);
            if (inSample is not null)
            {
                Run(json, "in_sample", inSample);
            }

            json.WriteEndObject();
        });
    }

    private static void Run(Utf8JsonWriter json, string name, TradedRun run)
    {
        json.WriteStartObject(name);
        json.WriteString("from", UtcTime.Format(run.Time.From));
        json.WriteString("to", UtcTime.Format(run.Time.To));
        json.WriteString("order_hash", run.Result.OrderHash);
        json.WriteString("data_hash", run.DataHash);
        json.WriteNumber("seed", run.Plan.Seed);
        Texts(json, "warnings", run.Warnings);
        json.WriteStartArray("universe");
        foreach (var instrument in run.Plan.Options.Instruments)
        {
            json.WriteStartObject();
            json.WriteString("symbol", instrument.Symbol.Name);
            json.WriteString("timeframe", instrument.Frame.ToString());
            Time(json, "listed", instrument.Listed);
            Time(json, "delisted", instrument.Delisted);
            json.WriteString("hindsight", Universe.Hindsight(instrument, run.Time.From));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Part(json, "whole", run.Whole);
        Part(json, "first_half", run.Halves[0]);
        Part(json, "second_half", run.Halves[1]);
        Part(json, "buy_and_hold", run.BuyAndHold);
        json.WriteStartObject("random_entry");
        json.WriteNumber("draws", run.RandomReturns.Count);
        json.Number("median_return", run.RandomMedian);
        json.Number("percentile", run.RandomPercentile);
        json.WriteEndObject();
        json.WriteStartObject("sharpe_interval");
        json.Number("confidence", run.Sharpe.Confidence);
        json.Number("lower", run.Sharpe.Lower);
        json.Number("upper", run.Sharpe.Upper);
        json.WriteEndObject();
        json.WriteStartObject("paid");
        json.WriteNumber("fees", run.Fees);
        json.Number("slippage", run.Slippage);
        json.WriteNumber("funding_received", run.Funding);
        json.WriteEndObject();
        json.WriteNumber("final_cash", run.Result.FinalCash);
        json.WriteNumber("orders", run.Result.Orders);
        json.WriteNumber("fills", run.Result.Fills);
        json.WriteNumber("events", run.Result.Events);
        json.WriteStartObject("refusals");
        foreach (var (reason, count) in run.Result.Refusals.OrderBy(r => r.Key))
        {
            json.WriteNumber(reason.ToString(), count);
        }

        json.WriteEndObject();
        Groups(json, "by_strategy", run.ByStrategy);
        Groups(json, "by_symbol", run.BySymbol);
        Groups(json, "by_side", run.BySide);
        Groups(json, "by_exit", run.ByExit);
        Groups(json, "by_tag", run.ByTag);
        json.WriteEndObject();
    }

    private static void Part(Utf8JsonWriter json, string name, TradedPart part)
    {
        json.WriteStartObject(name);
        json.WriteString("from", UtcTime.Format(part.Time.From));
        json.WriteString("to", UtcTime.Format(part.Time.To));
        json.WriteNumber("bars", part.Metrics.Bars);
        foreach (var row in MetricRows.Curve.Concat(MetricRows.Trades))
        {
            json.Number(row.Key, row.Value(part));
        }

        json.WriteBoolean("viable", part.Score.Viable);
        json.WriteEndObject();
    }

    private static void Groups(Utf8JsonWriter json, string name, IReadOnlyList<TradeGroup> groups)
    {
        json.WriteStartArray(name);
        foreach (var group in groups)
        {
            json.WriteStartObject();
            json.WriteString("name", group.Name);
            json.WriteNumber("trades", group.Trades);
            json.Number("win_rate", group.WinRate);
            json.Number("profit_factor", group.ProfitFactor);
            json.Number("mean_r", group.MeanR);
            json.WriteNumber("profit", group.Profit);
            json.WriteNumber("fees", group.Fees);
            json.WriteNumber("funding", group.Funding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Time(Utf8JsonWriter json, string name, long? time)
    {
        if (time is { } known)
        {
            json.WriteString(name, UtcTime.Format(known));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
