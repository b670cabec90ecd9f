using Ratchet.Learning.Binning;
using Ratchet.Learning.Boosting;

namespace Ratchet.Learning.Tests.Boosting;

/// <summary>The plain reference: every split of every node is tried on doubles, sums are taken over all rows anew, trees grow depth first by recursion.</summary>
internal sealed class ExactBoosting(BoostingOptions options, BoostingData data, double[] weights)
{
    private readonly BinnedMatrix x = data.Bin();
    private double[] gradients = [];
    private double[] hessians = [];

    /// <summary>The margins of all rows after the last round of a two-class or squared-error boosting.</summary>
    public double[] Margins()
    {
        var targets = data.Targets(options.Objective);
        var isLogistic = options.Objective == BoostingObjective.BinaryLogistic;
        var start = isLogistic ? -Math.Log((1 / (double)(float)options.BaseScore!.Value) - 1) : (float)options.BaseScore!.Value;
        var margins = Enumerable.Repeat(start, data.RowCount).ToArray();
        for (var round = 0; round < options.Rounds; round++)
        {
            var p = margins.Select(m => isLogistic ? 1 / (1 + Math.Exp(-m)) : m).ToArray();
            gradients = [.. p.Select((v, i) => weights[i] * (v - targets[i]))];
            hessians = [.. p.Select((v, i) => weights[i] * (isLogistic ? v * (1 - v) : 1))];
            Grow(data.AllRows, 0, double.NegativeInfinity, double.PositiveInfinity, margins);
        }

        return margins;
    }

    private void Grow(int[] rows, int depth, double lower, double upper, double[] margins)
    {
        var (g, h) = Sums(rows);
        var best = (Gain: 0f, Left: Array.Empty<int>(), Right: Array.Empty<int>(), Order: 0);
        for (var f = 0; depth < options.MaxDepth && f < x.FeatureCount; f++)
        {
            var last = x.Thresholds(f).Length;
            var missing = rows.Any(r => x.Column(f)[r] == BinnedMatrix.MissingBin);
            var order = options.MonotoneConstraints.Count > 0 ? options.MonotoneConstraints[f] : 0;
            for (var bin = 0; bin < last + (missing ? 1 : 0); bin++)
            {
                Try(rows.Where(r => x.Column(f)[r] <= bin).ToArray());
            }

            for (var bin = last - 1; missing && bin >= -1; bin--)
            {
                Try(rows.Where(r => x.Column(f)[r] <= bin || x.Column(f)[r] == BinnedMatrix.MissingBin).ToArray());
            }

            void Try(int[] left)
            {
                var right = rows.Except(left).ToArray();
                var (gl, hl) = Sums(left);
                var (gr, hr) = Sums(right);
                if (left.Length == 0 || right.Length == 0 || hl < options.MinChildWeight || hr < options.MinChildWeight)
                {
                    return;
                }

                var (wl, wr) = (Weight(gl, hl, lower, upper), Weight(gr, hr, lower, upper));
                if (order * (wr - wl) < 0)
                {
                    return;
                }

                var gain = (float)(Score(gl, hl, lower, upper) + Score(gr, hr, lower, upper) - Score(g, h, lower, upper));
                best = gain > best.Gain ? (gain, left, right, order) : best;
            }
        }

        if (best.Gain <= 1e-6 || best.Gain < options.Gamma)
        {
            foreach (var row in rows)
            {
                margins[row] += (float)((float)Weight(g, h, lower, upper) * options.LearningRate);
            }

            return;
        }

        var middle = (Weight(best.Left, lower, upper) + Weight(best.Right, lower, upper)) / 2;
        Grow(best.Left, depth + 1, best.Order < 0 ? middle : lower, best.Order > 0 ? middle : upper, margins);
        Grow(best.Right, depth + 1, best.Order > 0 ? middle : lower, best.Order < 0 ? middle : upper, margins);
    }

    private (double Gradient, double Hessian) Sums(int[] rows) => (rows.Sum(r => gradients[r]), rows.Sum(r => hessians[r]));

    private double Weight(int[] rows, double lower, double upper)
    {
        var (g, h) = Sums(rows);
        return Weight(g, h, lower, upper);
    }

    private double Weight(double g, double h, double lower, double upper) =>
        Math.Clamp(-Math.Sign(g) * Math.Max(0, Math.Abs(g) - options.Alpha) / (h + options.Lambda), lower, upper);

    private double Score(double g, double h, double lower, double upper)
    {
        if (!options.MonotoneConstraints.Any(c => c != 0))
        {
            return Math.Pow(Math.Max(0, Math.Abs(g) - options.Alpha), 2) / (h + options.Lambda);
        }

        var w = Weight(g, h, lower, upper);
        return -((2 * g * w) + ((h + options.Lambda) * w * w));
    }
}
