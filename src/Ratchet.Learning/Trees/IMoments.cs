using System.Numerics;

namespace Ratchet.Learning.Trees;

/// <summary>
/// What a histogram bin or a node adds up: distinct rows, their weight, and the weighted sum of their targets. Implementations are small
/// structs, so that the histogram loops are compiled for each.
/// </summary>
/// <typeparam name="TSelf">The implementation.</typeparam>
internal interface IMoments<TSelf> : IAdditionOperators<TSelf, TSelf, TSelf>, ISubtractionOperators<TSelf, TSelf, TSelf>, IEquatable<TSelf>
    where TSelf : unmanaged, IMoments<TSelf>
{
    /// <summary>Distinct rows.</summary>
    int Rows { get; }

    /// <summary>Total weight.</summary>
    double Weight { get; }

    /// <summary>Weighted sum of targets.</summary>
    double Sum { get; }

    /// <summary>One row that was drawn once.</summary>
    static abstract TSelf Of(double target, double weight);

    /// <summary>One row that was drawn several times.</summary>
    static abstract TSelf Times(TSelf row, int multiplicity);

    /// <summary>Whether all rows of a node have the same target.</summary>
    static abstract bool IsPure(ReadOnlySpan<TSelf> rows, TSelf total);
}
