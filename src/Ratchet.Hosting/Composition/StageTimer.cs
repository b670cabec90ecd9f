using Ratchet.Lifecycle.Experiments;

namespace Ratchet.Hosting.Composition;

/// <summary>Times the stages that progress names, and hands the progress on.</summary>
internal sealed class StageTimer(StageTimes times, IProgress<StudyProgress>? next) : IProgress<StudyProgress>
{
    public void Report(StudyProgress value)
    {
        times.Begin(value.Stage);
        next?.Report(value);
    }
}
