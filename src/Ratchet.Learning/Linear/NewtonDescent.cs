using Ratchet.Learning.Learners;
using Ratchet.Numerics.Matrices;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Linear;

/// <summary>Newton's method with step halving.</summary>
internal static class NewtonDescent
{
    /// <summary>Moves the parameters to the minimum; false where the tolerance was not reached.</summary>
    public static bool Minimise(
        INewtonObjective objective, ref double[] parameters, LogisticOptions options, IProgress<LearningProgress>? progress, CancellationToken cancellationToken)
    {
        var n = objective.Size;
        var trial = new double[n];
        var step = new double[n];
        var loss = objective.Evaluate(parameters, cancellationToken);
        var converged = false;
        for (var iteration = 0; iteration < options.MaxIterations && !converged; iteration++)
        {
            Cholesky.FactorWithFloor(objective.Hessian, n, RidgeRegression.PivotFloors(objective.Hessian, n));
            objective.Gradient.CopyTo(step, 0);
            Cholesky.Solve(objective.Hessian, n, step);
            var squaredDecrement = LaneReduction.Dot(step, objective.Gradient);
            converged = squaredDecrement <= options.Tolerance * options.Tolerance * objective.TotalWeight;

            // A sum of n losses is good to about this much; a step that changes less is as good as a fall.
            var slack = 1e-13 * Math.Abs(loss);
            var size = 1.0;
            double reached;
            do
            {
                for (var i = 0; i < n; i++)
                {
                    trial[i] = parameters[i] - (size * step[i]);
                }

                reached = objective.Evaluate(trial, cancellationToken);
                size *= 0.5;
            }
            while (!(reached <= loss + slack) && size > 1e-10);

            if (!(reached <= loss + slack))
            {
                break;
            }

            (parameters, trial) = (trial, parameters);
            loss = reached;
            progress?.Report(new(iteration + 1, options.MaxIterations, (loss - objective.Penalty(parameters)) / objective.TotalWeight, double.NaN));
        }

        return converged;
    }
}
