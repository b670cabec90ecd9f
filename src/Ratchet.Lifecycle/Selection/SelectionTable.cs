using Ratchet.Features.Labels;
using Ratchet.Learning.Binning;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Training;
using Ratchet.Strategies.Ensemble;
using Ratchet.Validation.Splits;

namespace Ratchet.Lifecycle.Selection;

/// <summary>What features are chosen from. The first columns of the matrix are the candidates; those after them are always learned with and never dropped.</summary>
public sealed record SelectionTable
{
    /// <summary>The candidates, unquantised.</summary>
    public required IReadOnlyList<ReadOnlyMemory<double>> Columns { get; init; }

    /// <summary>All columns, quantised.</summary>
    public required BinnedMatrix Matrix { get; init; }

    /// <summary>The rows that may be used, rising.</summary>
    public required int[] Rows { get; init; }

    /// <summary>The exclusive end of what each row's label looked at, one for each of <see cref="Rows"/>.</summary>
    public required int[] LabelEnds { get; init; }

    /// <summary>The models; at least one.</summary>
    public required IReadOnlyList<SelectionTarget> Targets { get; init; }

    /// <summary>The gap between training and test rows.</summary>
    public required PurgeOptions Purge { get; init; }

    /// <summary>The regime of each row of the table, an index into <see cref="RegimeNames"/>; empty where regimes are not known.</summary>
    public ReadOnlyMemory<int> Regimes { get; init; }

    /// <summary>The names of the regimes; empty where they are not known.</summary>
    public IReadOnlyList<string> RegimeNames { get; init; } = [];

    /// <summary>The candidates' names.</summary>
    public IReadOnlyList<string> Names => [.. Matrix.Names.Take(Columns.Count)];

    /// <summary>The table of a dataset: its features are the candidates, side and momentum stay.</summary>
    /// <param name="dataset">The development part alone, so that nothing sealed can have a say.</param>
    /// <param name="labels">How rows are labelled, with their cost.</param>
    /// <param name="ensemble">The forests' parameters.</param>
    /// <param name="roles">Which of the four models count.</param>
    /// <param name="purge">The gap between training and test rows.</param>
    /// <exception cref="ArgumentException">There is no role, or labels are refused.</exception>
    public static SelectionTable Of(Dataset dataset, LabelOptions labels, EnsembleOptions ensemble, IReadOnlyList<EnsembleRole> roles, PurgeOptions purge)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(roles);
        var targets = new TrainingTargets(TradeLabeller.Compute(dataset.Bars, dataset.Primary, labels));
        var rows = dataset.Rows.ToArray();
        var regimes = RegimeGroups.Of(dataset.Context, rows);
        return new()
        {
            Columns = [.. dataset.Features.Columns.Select(c => (ReadOnlyMemory<double>)c)],
            Matrix = dataset.Matrix,
            Rows = rows,
            LabelEnds = targets.EndsOf(rows),
            Targets = [.. roles.Distinct().Order().Select(r => new SelectionTarget(r.ToString().ToLowerInvariant(), ensemble[r], targets[r]))],
            Purge = purge,
            Regimes = regimes,
            RegimeNames = regimes.IsEmpty ? [] : RegimeGroups.Names,
        };
    }

    internal void Check()
    {
        if (Columns.Count == 0 || Columns.Count > Matrix.FeatureCount || Targets.Count == 0)
        {
            throw new ArgumentException($"There are {Columns.Count} candidates of {Matrix.FeatureCount} columns and {Targets.Count} targets; there must be a candidate and a target at least.");
        }
    }
}
