using System.Runtime.Intrinsics;

namespace Ratchet.Learning.Boosting;

/// <summary>Log loss of two classes: gradient p - y, hessian p (1 - p), with p = 1 / (1 + e^-margin).</summary>
internal sealed class LogisticLoss : BoostingLoss
{
    public override double Fill(int start, int end, MarginTable table)
    {
        var margins = table.Margins[0];
        var gradients = table.Gradients[0];
        var hessians = table.Hessians[0];
        var one = Vector256.Create(1.0);
        var loss = Vector256<double>.Zero;
        for (var i = start; i < end; i += Lanes)
        {
            var margin = Vector256.Create(margins, i);
            var target = Vector256.Create(table.Targets, i);
            var weight = Vector256.Create(table.GradientWeights, i);
            var power = Vector256.Exp(-Vector256.Abs(margin));
            var large = one / (one + power);
            var small = power * large;
            var isPositive = Vector256.GreaterThan(margin, Vector256<double>.Zero);
            var probability = Vector256.ConditionalSelect(isPositive, large, small);
            (weight * (probability - target)).CopyTo(gradients, i);
            (weight * Vector256.Max(large * small, Vector256.Create(LeastHessian))).CopyTo(hessians, i);
            var rowLoss = Vector256.Log(one + power) + Vector256.Max(margin, Vector256<double>.Zero) - (target * margin);
            loss += Vector256.Create(table.Weights, i) * rowLoss;
        }

        return Total(loss);
    }
}
