namespace Ratchet.Learning.Linear;

/// <summary>A convex function with its derivatives.</summary>
internal interface INewtonObjective
{
    /// <summary>How many parameters there are.</summary>
    int Size { get; }

    /// <summary>The sum of the rows' weights.</summary>
    double TotalWeight { get; }

    double[] Gradient { get; }

    /// <summary>Its lower triangle, row-major.</summary>
    double[] Hessian { get; }

    /// <summary>Returns the value at the parameters, penalty included, and fills gradient and Hessian.</summary>
    double Evaluate(ReadOnlySpan<double> parameters, CancellationToken cancellationToken);

    /// <summary>The part of the value that is no loss.</summary>
    double Penalty(ReadOnlySpan<double> parameters);
}
