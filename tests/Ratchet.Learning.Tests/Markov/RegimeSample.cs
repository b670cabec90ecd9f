using Ratchet.Learning.Markov;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Markov;

/// <summary>Rows drawn from a known model.</summary>
internal static class RegimeSample
{
    public static HmmModel Truth(HmmCovariance shape) => new(
        shape,
        2,
        [1, 0, 0],
        [0.97, 0.02, 0.01, 0.03, 0.95, 0.02, 0.01, 0.03, 0.96],
        [1.0, 0.5, -1.0, 2.0, 0.0, -1.0],
        shape == HmmCovariance.Diagonal ? [0.2, 0.3, 0.5, 0.4, 0.1, 0.9] : [0.2, 0.1, 0.1, 0.3, 0.5, -0.2, -0.2, 0.4, 0.1, 0, 0, 0.9]);

    public static (double[] X, int[] States) Draw(HmmModel model, int rows, ulong seed)
    {
        var random = StreamKey.FromSeed(seed).Open();
        var x = new double[rows * 2];
        var states = new int[rows];
        var state = 0;
        for (var t = 0; t < rows; t++)
        {
            states[t] = state;
            var full = model.Covariance == HmmCovariance.Full;
            var c = model.Covariances.Slice(state * (full ? 4 : 2));
            var l00 = Math.Sqrt(c[0]);
            var l10 = full ? c[2] / l00 : 0;
            var l11 = Math.Sqrt((full ? c[3] : c[1]) - (l10 * l10));
            var u = random.NextNormal();
            var v = random.NextNormal();
            x[2 * t] = model.Means[2 * state] + (l00 * u);
            x[(2 * t) + 1] = model.Means[(2 * state) + 1] + (l10 * u) + (l11 * v);
            var draw = random.NextDouble();
            var next = 0;
            while (next < 2 && (draw -= model.Transitions[(state * 3) + next]) >= 0)
            {
                next++;
            }

            state = next;
        }

        return (x, states);
    }
}
