using Ratchet.Learning.Binning;
using Ratchet.Learning.Learners;

namespace Ratchet.Benchmarks.Parity;

/// <summary>A learner of ours and the parameters that make the peer's the same.</summary>
internal interface IParityModel
{
    /// <summary>A word for tables; the script knows the peer's class by it.</summary>
    string Name { get; }

    /// <summary>Whether the peer takes missing values as they are.</summary>
    bool PeerTakesMissing { get; }

    /// <summary>The peer's parameters by the peer's names, without the seed.</summary>
    IReadOnlyDictionary<string, object> PeerParameters(ParityTask task);

    /// <summary>Learns with a seed and predicts: one number a row, or one probability a class and row for <see cref="ParityTask.Classes"/>.</summary>
    double[] Predict(ParityTask task, BinnedMatrix x, TrainingView view, int[] rows, ulong seed, int threads);
}
