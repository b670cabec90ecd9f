using System.Text.Json;
using Ratchet.Testing;

namespace Ratchet.Learning.Tests.Linear;

/// <summary>One reference file of scikit-learn for linear models and calibration.</summary>
public sealed class LinearCase
{
    private readonly JsonElement root;

    public LinearCase(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require($"golden/{name}.json")));
        root = document.RootElement.Clone();
        Dimensions = root.GetProperty("input").GetProperty("X")[0].GetArrayLength();
    }

    public int Dimensions { get; }

    public double[] Input(string name) => Flat(root.GetProperty("input").GetProperty(name));

    public double Parameter(string name) => root.GetProperty("params").GetProperty(name).GetDouble();

    public double[] Expected(string group, string name) => Flat(root.GetProperty("expected").GetProperty(group).GetProperty(name));

    public static void Near(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var bound = tolerance * Math.Max(1, Math.Abs(expected[i]));
            Assert.True(Math.Abs(expected[i] - actual[i]) <= bound, $"element {i}: expected {expected[i]:R}, actual {actual[i]:R}");
        }
    }

    private static double[] Flat(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => [.. element.EnumerateArray().SelectMany(Flat)],
            JsonValueKind.Null => [double.NaN],
            _ => [element.GetDouble()],
        };
}
