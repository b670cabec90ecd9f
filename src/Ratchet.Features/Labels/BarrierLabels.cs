namespace Ratchet.Features.Labels;

/// <summary>What the triple-barrier method found, one element an event.</summary>
public sealed record BarrierLabels
{
    /// <summary>The bar at which the path ended.</summary>
    public required int[] End { get; init; }

    /// <summary>The barrier that ended it.</summary>
    public required FirstBarrier[] Barrier { get; init; }

    /// <summary>close[end] / close[event] - 1.</summary>
    public required double[] Return { get; init; }

    /// <summary>Side x return; the return itself where no side was given.</summary>
    public required double[] SideReturn { get; init; }

    /// <summary>
    /// By barrier: +1 at the profit barrier, -1 at the stop, 0 at the vertical one; with a side 1 at the profit barrier and 0 elsewhere.
    /// </summary>
    public required int[] BarrierLabel { get; init; }

    /// <summary>By sign (Lopez de Prado, 2018, section 3.5): the sign of the return; with a side 1 when the side-adjusted return is above 0, else 0.</summary>
    public required int[] SignLabel { get; init; }

    /// <summary>
    /// By size in logarithms, as mlfinpy labels: +1 when side x log return is above profit multiple x log(1 + target), -1 when it is below
    /// -stop multiple x log(1 + target), else 0; with a side the -1 becomes 0. A path that met a barrier may get 0.
    /// </summary>
    public required int[] LogReturnLabel { get; init; }
}
