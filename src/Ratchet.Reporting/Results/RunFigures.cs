using System.Text.Json;
using Ratchet.Lifecycle.Training;

namespace Ratchet.Reporting.Results;

/// <summary>The figures of a simulated run as JSON.</summary>
internal static class RunFigures
{
    public static void Write(Utf8JsonWriter writer, string name, ScoredRun run)
    {
        var metrics = run.Metrics;
        writer.WriteStartObject(name);
        writer.Number("composite", run.Score.Composite);
        writer.WriteBoolean("viable", run.Score.Viable);
        writer.WriteStartArray("reasons");
        foreach (var reason in run.Score.Reasons)
        {
            writer.WriteStringValue(reason);
        }

        writer.WriteEndArray();
        writer.WriteNumber("bars", metrics.Bars);
        writer.WriteNumber("trades", metrics.Trades);
        writer.Number("total_return", metrics.TotalReturn);
        writer.Number("annual_return", metrics.AnnualReturn);
        writer.Number("volatility", metrics.Volatility);
        writer.Number("sharpe", metrics.Sharpe);
        writer.Number("sortino", metrics.Sortino);
        writer.Number("calmar", metrics.Calmar);
        writer.Number("profit_factor", metrics.ProfitFactor);
        writer.Number("win_rate", metrics.WinRate);
        writer.Number("expectancy_r", metrics.ExpectancyR);
        writer.Number("max_drawdown", metrics.MaximumDrawdown);
        writer.Number("exposure", metrics.Exposure);
        writer.Number("fees_paid", metrics.FeesPaid);
        writer.WriteEndObject();
    }
}
