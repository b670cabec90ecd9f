using System.Text.Json;

namespace Ratchet.Numerics.Tests.Scores;

/// <summary>The expected numbers of a golden file by path ("ks", "kendall_p_y[1]"), which remembers those that were compared.</summary>
internal sealed class ExpectedScores
{
    private readonly Dictionary<string, double> values = [];
    private readonly HashSet<string> read = [];

    public ExpectedScores(JsonElement expected) => Add("", expected);

    public IEnumerable<string> Unread => values.Keys.Except(read);

    public void Near(string path, double actual)
    {
        read.Add(path);
        var expected = values[path];
        var tolerance = 1e-10 * Math.Max(1, Math.Abs(expected));
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"{path}: expected {expected:R}, actual {actual:R}");
    }

    /// <summary>For numbers that may be tiny, such as p-values: also relative to themselves.</summary>
    public void NearRelative(string path, double actual)
    {
        Near(path, actual);
        Assert.True(Math.Abs(values[path] - actual) <= 1e-10 * Math.Abs(values[path]), $"{path}: expected {values[path]:R}, actual {actual:R}");
    }

    /// <summary>Compares all elements of an array; a missing or surplus one fails.</summary>
    public void NearAll(string name, IReadOnlyList<double> actual)
    {
        Assert.Equal(values.Keys.Count(k => k.StartsWith(name + "[", StringComparison.Ordinal)), actual.Count);
        for (var i = 0; i < actual.Count; i++)
        {
            Near($"{name}[{i}]", actual[i]);
        }
    }

    private void Add(string path, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Add(path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Add($"{path}[{index++}]", item);
                }

                break;
            default:
                values.Add(path, element.GetDouble());
                break;
        }
    }
}
