namespace Ratchet.Hosting.Composition;

/// <summary>Measures how long each stage takes, in the order they come.</summary>
internal sealed class StageTimes(TimeProvider clock)
{
    private readonly Dictionary<string, double> seconds = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private string? current;
    private long startedAt;

    public IReadOnlyDictionary<string, double> Seconds => seconds;

    public T Measure<T>(string stage, Func<T> work)
    {
        Begin(stage);
        var result = work();
        Finish();
        return result;
    }

    public void Begin(string stage)
    {
        lock (gate)
        {
            if (stage == current)
            {
                return;
            }

            Close();
            current = stage;
            startedAt = clock.GetTimestamp();
        }
    }

    public void Finish()
    {
        lock (gate)
        {
            Close();
            current = null;
        }
    }

    private void Close()
    {
        if (current is not null)
        {
            seconds[current] = seconds.GetValueOrDefault(current) + clock.GetElapsedTime(startedAt).TotalSeconds;
        }
    }
}
