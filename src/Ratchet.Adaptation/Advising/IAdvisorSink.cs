using Ratchet.Adaptation.Quality;
using Ratchet.Adaptation.Weights;

namespace Ratchet.Adaptation.Advising;

/// <summary>Hears everything that the advisor does, for logs that are longer than its own histories. When it throws, the advisor has failed.</summary>
public interface IAdvisorSink
{
    /// <summary>A signal was scored.</summary>
    /// <param name="signal">The signal.</param>
    void Scored(in SignalRecord signal);

    /// <summary>A weight changed.</summary>
    /// <param name="change">The change.</param>
    void Weighed(in WeightChange change);

    /// <summary>Something was written to the audit.</summary>
    /// <param name="entry">The entry.</param>
    void Audited(AdvisorEntry entry);
}
