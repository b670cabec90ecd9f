using Ratchet.Learning.Learners;

namespace Ratchet.Learning.Tests.Learners;

/// <summary>Keeps what is reported, and calls back at once on the reporting thread.</summary>
internal sealed class ReportedProgress(Action? reported = null) : IProgress<LearningProgress>
{
    private readonly Lock gate = new();

    public List<LearningProgress> Reports { get; } = [];

    public void Report(LearningProgress value)
    {
        lock (gate)
        {
            Reports.Add(value);
        }

        reported?.Invoke();
    }
}
