using Ratchet.Numerics.Randomness;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Strategies.Tests.Ensemble;

/// <summary>
/// Predictions and outcomes with a known relation: the log-odds that following pays are Slope times the log-odds of the entry model; the other
/// three models are noise. Columns are open, so that a test can change one cell.
/// </summary>
internal sealed class PlantedEnsemble
{
    public PlantedEnsemble(int bars, ulong seed, double slope = 3, int longestLabel = 8)
    {
        var key = StreamKey.FromSeed(seed);
        var stream = key.Derive("planted").Open();
        Predictions = new(bars);
        Side = new sbyte[bars];
        Bull = new double[bars];
        Bear = new double[bars];
        Profit = new double[bars];
        Exit = new double[bars];
        LabelEnd = new int[bars];
        Weight = new double[bars];
        Probability = new double[bars];
        for (var i = 0; i < bars; i++)
        {
            var logit = 0.5 * stream.NextNormal();
            Predictions[EnsembleRole.Entry][i] = Sigmoid(logit);
            Predictions[EnsembleRole.Position][i] = (1.4 * stream.NextDouble()) - 0.2;
            Predictions[EnsembleRole.Exit][i] = stream.NextDouble();
            Predictions[EnsembleRole.Profit][i] = stream.NextNormal();
            Side[i] = (sbyte)(stream.NextDouble() < 0.5 ? -1 : 1);
            Bull[i] = stream.NextDouble();
            Bear[i] = 1 - Bull[i];
            Probability[i] = Sigmoid(slope * logit);
            Profit[i] = stream.NextDouble() < Probability[i] ? 0.2 + stream.NextDouble() : -0.2 - stream.NextDouble();
            Exit[i] = stream.NextDouble() < Predictions[EnsembleRole.Exit][i] ? 1 : 0;
            LabelEnd[i] = i + 2 + stream.NextInt(longestLabel);
            Weight[i] = 0.5 + (0.5 * stream.NextDouble());
        }
    }

    public BasePredictions Predictions { get; }

    public sbyte[] Side { get; }

    public double[] Bull { get; }

    public double[] Bear { get; }

    public double[] Profit { get; }

    public double[] Exit { get; }

    public int[] LabelEnd { get; }

    public double[] Weight { get; }

    /// <summary>The true probability that following pays.</summary>
    public double[] Probability { get; }

    public MetaContext Context => new(Side, Bull, Bear);

    public MetaTargets Targets => new(Profit, Exit, LabelEnd, Weight);

    public static int[] Range(int from, int to) => [.. Enumerable.Range(from, to - from)];

    /// <summary>Signals of a layer learned on some rows, written for others.</summary>
    public EnsembleSignals LearnAndApply(int[] learn, int[] apply, MetaOptions? options = null)
    {
        var signals = new EnsembleSignals(Profit.Length);
        MetaLayer.Learn(Predictions, Context, Targets, learn, options ?? new()).Apply(Predictions, Context, apply, signals);
        return signals;
    }

    /// <summary>Replaces the outcomes of some rows with random ones.</summary>
    public void Scramble(IEnumerable<int> rows, ulong seed)
    {
        var stream = StreamKey.FromSeed(seed).Derive("scramble").Open();
        foreach (var row in rows)
        {
            Profit[row] = 5 * stream.NextNormal();
            Exit[row] = stream.NextInt(2);
            Weight[row] = 0.1 + stream.NextDouble();
        }
    }

    /// <summary>The four signals of some rows, for exact comparison.</summary>
    public static double[] Values(EnsembleSignals signals, IEnumerable<int> rows) =>
        [.. rows.SelectMany(r => new[] { signals.Confidence[r], signals.Size[r], signals.ExpectedR[r], signals.ExitProbability[r] })];

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
