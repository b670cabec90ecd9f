using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;

namespace Ratchet.Search.Samplers;

/// <summary>Proposes configurations.</summary>
public interface ISampler
{
    /// <summary>
    /// The configuration for a trial. The same arguments give the same proposal, whatever was asked before: a resumed study asks again
    /// for what is already stored and compares. Start and end times in the history are absent and no part of the proposal.
    /// </summary>
    /// <param name="space">What may be varied.</param>
    /// <param name="trialNumber">The trial's number in its study, from 0.</param>
    /// <param name="history">The trials before it in the order of their numbers; those of the same batch are still running.</param>
    ParameterSet Propose(SearchSpace space, int trialNumber, IReadOnlyList<Trial> history);
}
