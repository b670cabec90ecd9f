using Ratchet.Market.Feeds;
using Ratchet.Market.Time;

namespace Ratchet.Market.Quality;

/// <summary>
/// Counts the differences between the times of neighbouring rows, chunk by chunk, to tell the time frame. Memory grows with the number of different steps.
/// </summary>
public sealed class StepCounts
{
    private const long Minute = 60_000;

    private readonly Dictionary<long, long> counts = [];
    private long previous;
    private bool any;
    private long lastStep;
    private long lastCount;

    /// <summary>How many rows came before the row above them.</summary>
    public long Descents { get; private set; }

    /// <summary>Counts the steps of some rows, and the one to the row before them.</summary>
    /// <param name="times">Opening times, milliseconds since 1970-01-01 UTC.</param>
    public void Add(ReadOnlySpan<long> times)
    {
        foreach (var time in times)
        {
            if (any && time != previous)
            {
                var step = time - previous;
                Descents += step < 0 ? 1 : 0;
                if (step != lastStep)
                {
                    Settle();
                    lastStep = step;
                }

                lastCount++;
            }

            any = true;
            previous = time;
        }
    }

    /// <summary>The time frame by the median of the positive differences (the lower one of two).</summary>
    /// <param name="isDescending">Whether the rows ran from the newest to the oldest; then the negative differences count.</param>
    /// <exception cref="MarketDataException">There are fewer than two different times, or the median is no whole number of minutes.</exception>
    public TimeFrame TimeFrame(bool isDescending = false)
    {
        Settle();
        var steps = counts.Where(c => isDescending ? c.Key < 0 : c.Key > 0).Select(c => (Step: Math.Abs(c.Key), c.Value)).OrderBy(c => c.Step).ToArray();
        var rank = (steps.Sum(s => s.Value) - 1) / 2;
        foreach (var (step, count) in steps)
        {
            if (rank < count)
            {
                return step % Minute == 0 && step / Minute <= int.MaxValue
                    ? new((int)(step / Minute))
                    : throw new MarketDataException(step < Minute
                        ? $"The median step is {step} ms: bars shorter than one minute are not kept. Make bars of 1m or longer of them and import those."
                        : $"The time frame cannot be inferred: the median step is {step} ms, no whole number of minutes. Give it, such as 1h.");
            }

            rank -= count;
        }

        throw new MarketDataException("The time frame cannot be inferred: there are fewer than two rising times. Give it, such as 1h.");
    }

    private void Settle()
    {
        if (lastCount > 0)
        {
            counts[lastStep] = counts.GetValueOrDefault(lastStep) + lastCount;
            lastCount = 0;
        }
    }
}
