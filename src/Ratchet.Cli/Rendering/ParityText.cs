using System.Globalization;
using System.Text.Json.Nodes;
using Ratchet.Cli.Commands;
using Ratchet.Hosting.Composition.Paper;
using Ratchet.Market.Time;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>How a session compares with its re-simulation, for people or as JSON.</summary>
internal static class ParityText
{
    private const int ShownDifferences = 20;

    public static void Write(CommandContext context, ParityReport report, bool json)
    {
        if (json)
        {
            context.Out.WriteLine(JsonText.Of(new JsonObject
            {
                ["share"] = report.Share,
                ["days"] = new JsonArray([.. report.Days.Select(d => (JsonNode)new JsonObject
                {
                    ["day"] = UtcTime.Format(d.Day),
                    ["bars"] = d.Bars,
                    ["identical"] = d.Identical,
                    ["share"] = d.Share,
                    ["causes"] = new JsonObject(d.Causes.Select(c => KeyValuePair.Create(c.Key.ToString(), (JsonNode?)JsonValue.Create(c.Value)))),
                })]),
                ["differences"] = new JsonArray([.. report.Differences.Select(d => (JsonNode)new JsonObject
                {
                    ["openTime"] = d.OpenTime,
                    ["symbol"] = d.Symbol,
                    ["cause"] = d.Cause.ToString(),
                    ["consequence"] = d.IsConsequence,
                    ["text"] = d.Text,
                })]),
            }));
            return;
        }

        var table = ConsoleTable.Make("day", "bars", "identical", "parity", "data", "timing", "fill", "model");
        foreach (var day in report.Days)
        {
            string Count(DifferenceCause cause) => day.Causes.GetValueOrDefault(cause).ToString(CultureInfo.InvariantCulture);
            table.AddRow(
                UtcTime.Format(day.Day)[..10], $"{day.Bars}", $"{day.Identical}", PlainText.Percent(day.Share), Count(DifferenceCause.Data), Count(DifferenceCause.Timing), Count(DifferenceCause.Fill), Count(DifferenceCause.Model));
        }

        ConsoleTable.Write(context.Out, table);
        context.Out.WriteLine($"parity    {PlainText.Percent(report.Share)} of {report.Days.Sum(d => d.Bars):N0} bars are the same in decisions, orders and fills");
        foreach (var difference in report.Differences.Where(d => !d.IsConsequence).Take(ShownDifferences))
        {
            context.Out.WriteLine($"{difference.Cause.ToString().ToLowerInvariant(),-9} {PlainText.Time(difference.OpenTime)}  {difference.Text}");
        }
    }
}
