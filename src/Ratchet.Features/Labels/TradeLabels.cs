namespace Ratchet.Features.Labels;

/// <summary>
/// The targets of the four models, one element a bar. A row is labelled when its side is not 0, its volatility is known and above 0,
/// and its whole horizon lies within the series; elsewhere the targets and weights are NaN. Worked examples: <c>docs/labels.md</c>.
/// </summary>
public sealed record TradeLabels
{
    /// <summary>Class: 1 when the profit barrier was met first, 0 otherwise.</summary>
    public required double[] Entry { get; init; }

    /// <summary>Net outcome in R, multiples of the risk that was taken: <see cref="NetReturn"/> / (stop multiple x horizon volatility).</summary>
    public required double[] Profit { get; init; }

    /// <summary>The share of full size that the outcome deserved: clamp(Profit x stop multiple / profit multiple, 0, 1).</summary>
    public required double[] Position { get; init; }

    /// <summary>Class: 1 when the net side-adjusted return over the next max(1, horizon / 4) bars is negative, so that closing beats holding; else 0.</summary>
    public required double[] Exit { get; init; }

    /// <summary>Exclusive end of what the row's labels looked at: the row depends on bars below this index only. Index + 1 where unlabelled.</summary>
    public required int[] LabelEnd { get; init; }

    /// <summary>
    /// Average uniqueness in (0, 1]: the mean of 1 / (number of labels alive) over the bars from the entry to the end of the label
    /// (Lopez de Prado, 2018, chapter 4); a sample weight.
    /// </summary>
    public required double[] Uniqueness { get; init; }

    /// <summary>What ended the trade.</summary>
    public required FirstBarrier[] Barrier { get; init; }

    /// <summary>The bar in which the trade ended; -1 where unlabelled.</summary>
    public required int[] TouchIndex { get; init; }

    /// <summary>Side x (exit price / entry price - 1) - round-trip cost, a share of the entry price.</summary>
    public required double[] NetReturn { get; init; }

    /// <summary>How many rows are labelled.</summary>
    public required int LabelledCount { get; init; }
}
