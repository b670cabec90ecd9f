using System.Runtime.Intrinsics;

namespace Ratchet.Learning.Boosting;

/// <summary>Half the squared error: gradient margin - y, hessian 1. Reported as the root of the mean squared error.</summary>
internal sealed class SquaredLoss : BoostingLoss
{
    public override double Fill(int start, int end, MarginTable table)
    {
        var margins = table.Margins[0];
        var gradients = table.Gradients[0];
        var hessians = table.Hessians[0];
        var loss = Vector256<double>.Zero;
        for (var i = start; i < end; i += Lanes)
        {
            var weight = Vector256.Create(table.GradientWeights, i);
            var error = Vector256.Create(margins, i) - Vector256.Create(table.Targets, i);
            var gradient = weight * error;
            gradient.CopyTo(gradients, i);
            weight.CopyTo(hessians, i);
            loss += Vector256.Create(table.Weights, i) * error * error;
        }

        return Total(loss);
    }

    public override double Report(double meanLoss) => Math.Sqrt(meanLoss);
}
