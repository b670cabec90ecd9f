using Ratchet.Lifecycle.Experiments;

namespace Ratchet.Cli.Rendering;

/// <summary>One line a stage and a finished rung, for logs and pipes.</summary>
internal sealed class PlainProgress(TextWriter writer, TimeProvider clock) : IProgressDisplay
{
    private readonly long startedAt = clock.GetTimestamp();
    private readonly HashSet<(string Stage, int Iteration, int Bracket, int Rung)> told = [];
    private readonly Lock gate = new();
    private string stage = string.Empty;

    public void Report(StudyProgress value)
    {
        lock (gate)
        {
            if (value.Stage != stage)
            {
                stage = value.Stage;
                Line($"stage {value.Step} of {value.Steps}: {stage}");
            }

            if (value.Search is not { } search)
            {
                return;
            }

            foreach (var rung in search.Rungs)
            {
                if (rung.Done == rung.Total && rung.Total > 0 && told.Add((stage, rung.Iteration, rung.Bracket, rung.Rung)))
                {
                    Line($"bracket {rung.Bracket} rung {rung.Rung}: {rung.Total} at resource {rung.Resource:0.##} done; " +
                        $"{search.TrialsFinished} of {search.TrialsTotal} trials, best in-sample value {search.BestValue:0.0000} (trial {search.BestTrial}), {value.TreesGrown:N0} trees");
                }
            }
        }
    }

    public void Dispose()
    {
    }

    private void Line(string text) => writer.WriteLine($"[{clock.GetElapsedTime(startedAt).TotalSeconds,6:0.0} s] {text}");
}
