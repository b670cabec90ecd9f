using System.Globalization;
using System.Text.Json;
using Ratchet.Benchmarks.Cases;

namespace Ratchet.Benchmarks;

/// <summary>Prints results: a table for people, or one JSON line a case.</summary>
internal static class CaseReport
{
    public static string Json(BenchmarkCase done, CaseResult result, (double Figure, string Name)? peerNow)
    {
        var line = new Dictionary<string, object?>
        {
            ["id"] = done.Id,
            ["ours"] = result.Ours.Median,
            ["oursLeast"] = result.Ours.Least,
            ["oursMost"] = result.Ours.Most,
            ["oursByCpuTime"] = double.IsNaN(result.Ours.Cpu) ? null : result.Ours.Cpu,
            ["unit"] = done.Unit,
            ["peer"] = peerNow?.Figure ?? done.Peer?.Recorded,
            ["peerName"] = peerNow?.Name ?? done.Peer?.Name,
            ["peerMeasuredNow"] = peerNow is not null,
            ["target"] = done.Target,
            ["quality"] = result.Quality.ToDictionary(q => q.Key, q => q.Value),
        };
        return JsonSerializer.Serialize(line);
    }

    public static string Header() => $"{"id",-5} {"ours",10} {"least - most",19} {"target",10} {"met",4} {"peer",10} {"ratio",7}  what";

    public static string Row(BenchmarkCase done, CaseResult result, (double Figure, string Name)? peerNow)
    {
        var met = done.HigherIsBetter ? result.Ours.Median >= done.Target : result.Ours.Median <= done.Target;
        var peer = peerNow?.Figure ?? done.Peer?.Recorded;
        var ratio = peer is { } p ? Number(done.HigherIsBetter ? result.Ours.Median / p : p / result.Ours.Median) + "x" : "-";
        var source = done.Peer is null ? "" : peerNow is { } now ? $" [{now.Name}, measured now]" : $" [{done.Peer.Name}, recorded elsewhere]";
        var quality = string.Join(", ", result.Quality.Select(q => $"{q.Key} {q.Value.ToString("G6", CultureInfo.InvariantCulture)}"));
        return $"{done.Id,-5} {Number(result.Ours.Median),10} {Number(result.Ours.Least) + " - " + Number(result.Ours.Most),19} {Number(done.Target),10} {(met ? "yes" : "no"),4} "
            + $"{(peer is { } figure ? Number(figure) : "-"),10} {ratio,7}  {done.Unit}: {done.Work}{source}; {quality}"
            + (double.IsNaN(result.Ours.Cpu) ? "" : $", by processor time {Number(result.Ours.Cpu)}");
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
