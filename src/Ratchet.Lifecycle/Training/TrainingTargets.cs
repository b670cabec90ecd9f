using Ratchet.Features.Labels;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Lifecycle.Training;

/// <summary>The labels of a configuration as the learners and the meta layer want them.</summary>
internal sealed class TrainingTargets
{
    private readonly TradeLabels labels;

    public TrainingTargets(TradeLabels labels)
    {
        this.labels = labels;
        Meta = new(labels.Profit, labels.Exit, labels.LabelEnd, labels.Uniqueness);
    }

    public MetaTargets Meta { get; }

    public int[] LabelEnd => labels.LabelEnd;

    public double[] this[EnsembleRole role] => role switch
    {
        EnsembleRole.Entry => labels.Entry,
        EnsembleRole.Position => labels.Position,
        EnsembleRole.Exit => labels.Exit,
        _ => labels.Profit,
    };

    /// <summary>The exclusive ends of the labels of some rows, in the rows' order.</summary>
    public int[] EndsOf(ReadOnlySpan<int> rows)
    {
        var ends = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            ends[i] = labels.LabelEnd[rows[i]];
        }

        return ends;
    }
}
