using System.Text.Json;
using Ratchet.Learning.Markov;
using Ratchet.Testing;

namespace Ratchet.Learning.Tests.Markov;

/// <summary>One reference file of hmmlearn.</summary>
public sealed class HmmCase
{
    private readonly JsonElement root;

    public HmmCase(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require($"golden/{name}.json")));
        root = document.RootElement.Clone();
        Shape = root.GetProperty("params").GetProperty("covariance_type").GetString() switch
        {
            "full" => HmmCovariance.Full,
            "tied" => HmmCovariance.Tied,
            "spherical" => HmmCovariance.Spherical,
            _ => HmmCovariance.Diagonal,
        };
        CovariancePrior = root.GetProperty("params").GetProperty("covars_prior").GetDouble();
        X = Flat(root.GetProperty("input").GetProperty(nameof(X)));
        Lengths = [.. Flat(root.GetProperty("lengths")).Select(v => (int)v)];
        Start = Model(root.GetProperty("input").GetProperty("start"));
        History = Flat(Expected.GetProperty("loglik_history"));
    }

    public HmmCovariance Shape { get; }

    public double CovariancePrior { get; }

    public double[] X { get; }

    public int[] Lengths { get; }

    public HmmModel Start { get; }

    public double[] History { get; }

    public JsonElement Expected => root.GetProperty("expected");

    public HmmOptions Options => new() { CovariancePrior = CovariancePrior, Covariance = Shape };

    public HmmModel Model(JsonElement parameters)
    {
        var means = parameters.GetProperty("means");
        return new HmmModel(
            Shape,
            means[0].GetArrayLength(),
            Flat(parameters.GetProperty("startprob")),
            Flat(parameters.GetProperty("transmat")),
            Flat(means),
            Covariances(parameters.GetProperty("covars")));
    }

    /// <summary>A spherical covariance is one number a state; hmmlearn repeats it for each dimension after learning.</summary>
    public double[] Covariances(JsonElement covariances) => Shape == HmmCovariance.Spherical
        ? [.. covariances.EnumerateArray().Select(c => Flat(c)[0])]
        : Flat(covariances);

    public static double[] Flat(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().SelectMany(Flat)] : [element.GetDouble()];
}
