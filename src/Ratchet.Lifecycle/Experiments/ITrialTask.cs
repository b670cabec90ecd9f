using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Training;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>Which models of a trial are grown, and what the trial is worth.</summary>
internal interface ITrialTask
{
    /// <summary>The pieces of work to grow, the longest first.</summary>
    /// <param name="trial">The trial.</param>
    IEnumerable<int> Pieces(WarmTrial trial);

    /// <summary>The value and facts of what has been grown.</summary>
    /// <param name="trial">The trial, a rung reached.</param>
    /// <param name="dataset">The development part.</param>
    TrialScore Score(WarmTrial trial, Dataset dataset);
}
