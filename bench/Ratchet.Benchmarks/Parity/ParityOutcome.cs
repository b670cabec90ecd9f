namespace Ratchet.Benchmarks.Parity;

/// <summary>One score of one model on one set, over the seeds of both sides.</summary>
/// <param name="Set">The data set.</param>
/// <param name="Model">The model.</param>
/// <param name="Task">What is predicted.</param>
/// <param name="Score">The score's name.</param>
/// <param name="HigherIsBetter">Whether more is better.</param>
/// <param name="Ours">Ours, a value a seed.</param>
/// <param name="Peer">The peer's, a value a seed; empty where the peer did not run.</param>
/// <param name="PeerName">The peer and its version.</param>
internal sealed record ParityOutcome(
    string Set, string Model, string Task, string Score, bool HigherIsBetter, IReadOnlyList<double> Ours, IReadOnlyList<double> Peer, string PeerName)
{
    /// <summary>
    /// <c>within</c> where the mean of ours lies between the peer's worst and best seed, both included; else on which side of it.
    /// </summary>
    public string Verdict
    {
        get
        {
            if (Peer.Count == 0)
            {
                return "-";
            }

            var mean = Ours.Average();
            return mean >= Peer.Min() && mean <= Peer.Max() ? "within" : mean > Peer.Max() == HigherIsBetter ? "better" : "worse";
        }
    }

    /// <summary>How far our mean is from the peer's, in the peer's sample standard deviations over seeds; positive is better.</summary>
    public double Distance
    {
        get
        {
            if (Peer.Count < 2)
            {
                return double.NaN;
            }

            var mean = Peer.Average();
            var deviation = Math.Sqrt(Peer.Sum(p => (p - mean) * (p - mean)) / (Peer.Count - 1));
            return (Ours.Average() - mean) / deviation * (HigherIsBetter ? 1 : -1);
        }
    }
}
