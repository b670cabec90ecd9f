using System.Runtime.Intrinsics;

namespace Ratchet.Learning.Boosting;

/// <summary>Log loss of several classes: gradient p - [y is the class], hessian 2 p (1 - p), with p the softmax of the margins.</summary>
internal sealed class SoftmaxLoss : BoostingLoss
{
    public override double Fill(int start, int end, MarginTable table)
    {
        var classes = table.Margins.Length;
        var one = Vector256.Create(1.0);
        var loss = Vector256<double>.Zero;
        for (var i = start; i < end; i += Lanes)
        {
            var target = Vector256.Create(table.Targets, i);
            var weight = Vector256.Create(table.GradientWeights, i);
            var largest = Vector256.Create(table.Margins[0], i);
            for (var k = 1; k < classes; k++)
            {
                largest = Vector256.Max(largest, Vector256.Create(table.Margins[k], i));
            }

            var sum = Vector256<double>.Zero;
            var own = Vector256<double>.Zero;
            for (var k = 0; k < classes; k++)
            {
                var margin = Vector256.Create(table.Margins[k], i) - largest;
                var power = Vector256.Exp(margin);
                power.CopyTo(table.Gradients[k], i);
                sum += power;
                own += Vector256.Equals(target, Vector256.Create((double)k)) & margin;
            }

            for (var k = 0; k < classes; k++)
            {
                var probability = Vector256.Create(table.Gradients[k], i) / sum;
                var isOwn = Vector256.Equals(target, Vector256.Create((double)k)) & one;
                (weight * (probability - isOwn)).CopyTo(table.Gradients[k], i);
                var hessian = Vector256.Create(2.0) * probability * (one - probability);
                (weight * Vector256.Max(hessian, Vector256.Create(LeastHessian))).CopyTo(table.Hessians[k], i);
            }

            loss += Vector256.Create(table.Weights, i) * (Vector256.Log(sum) - own);
        }

        return Total(loss);
    }
}
