using System.Text.Json.Nodes;
using Ratchet.Cli.Commands;
using Ratchet.Hosting.Composition.Paper;

namespace Ratchet.Cli.Rendering;

/// <summary>What a replay gave, for people or as JSON.</summary>
internal static class ReplayText
{
    public static void Write(CommandContext context, ReplayResult result, bool json)
    {
        var output = context.Out;
        if (json)
        {
            output.WriteLine(JsonText.Of(new JsonObject
            {
                ["identical"] = result.IsIdentical,
                ["events"] = result.Events,
                ["signals"] = result.Signals,
                ["records"] = result.Records,
                ["orders"] = result.Orders,
                ["fills"] = result.Fills,
                ["trades"] = result.Trades,
                ["recordedOrderHash"] = result.RecordedOrders,
                ["replayedOrderHash"] = result.ReplayedOrders,
                ["recordedAuditHash"] = result.RecordedAudit,
                ["replayedAuditHash"] = result.ReplayedAudit,
                ["firstDifference"] = result.FirstDifference,
            }));
            return;
        }

        output.WriteLine($"replay     {result.Events:N0} events, {result.Signals:N0} of them signals made anew; {result.Records:N0} audit records; {result.Orders:N0} orders, {result.Fills:N0} fills, {result.Trades:N0} trades");
        output.WriteLine($"orders     session {result.RecordedOrders}");
        output.WriteLine($"           replay  {result.ReplayedOrders}");
        output.WriteLine($"audit      session {result.RecordedAudit}");
        output.WriteLine($"           replay  {result.ReplayedAudit}");
        output.WriteLine(result.IsIdentical ? "identical  every event, decision, order and fill, byte for byte" : $"DIFFERENT  first at {result.FirstDifference}");
    }
}
