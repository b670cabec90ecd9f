using System.Text.Json;
using Ratchet.Benchmarks.Cases;

namespace Ratchet.Benchmarks.Peers;

/// <summary>What a peer's script measured: the version that ran, and its figures by field, each the median where the script ran several times.</summary>
internal sealed record PeerResult(string Name, IReadOnlyDictionary<string, double> Fields)
{
    private const string PeakField = "peak_rss_mb";

    /// <summary>The most memory that the peer's process held, in MB; null where it does not say.</summary>
    public double? PeakMegabytes => Fields.TryGetValue(PeakField, out var megabytes) ? megabytes : null;

    /// <summary>Reads the JSON lines that the runs of one script printed. A field counts where every line has it as a number.</summary>
    public static PeerResult Parse(IReadOnlyList<string> lines)
    {
        var name = "";
        var fields = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            using var document = JsonDocument.Parse(line);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.NameEquals("peer"))
                {
                    name = property.Value.GetString() ?? "";
                }
                else if (property.Value.ValueKind == JsonValueKind.Number)
                {
                    (fields.TryGetValue(property.Name, out var values) ? values : fields[property.Name] = []).Add(property.Value.GetDouble());
                }
            }
        }

        return new(name, fields.Where(f => f.Value.Count == lines.Count).ToDictionary(f => f.Key, f => Median(f.Value), StringComparer.Ordinal));
    }

    /// <summary>The case's figure in the case's unit; null where the script does not print it.</summary>
    public double? Figure(PeerFigure peer) => Fields.TryGetValue(peer.Field, out var value) ? value * peer.Scale : null;

    /// <summary>The quality numbers that both sides have, by our names.</summary>
    public IReadOnlyDictionary<string, double> Quality(PeerFigure peer) => (peer.Quality ?? new Dictionary<string, string>())
        .Where(q => Fields.ContainsKey(q.Value))
        .ToDictionary(q => q.Key, q => Fields[q.Value], StringComparer.Ordinal);

    private static double Median(List<double> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
