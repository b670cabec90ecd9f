namespace Ratchet.Connectors.Binance;

/// <summary>
/// Holds requests back until the exchange will take them: weights add up over the exchange's minute and may not exceed the budget, and an ordered wait
/// (429, 418) holds every request. The exchange's own count, which includes other programs at the same address, overrides a lower one.
/// </summary>
internal sealed class RequestBudget(int budget, ExchangeClock exchange, TimeProvider clock)
{
    private const long Minute = 60_000;
    private readonly Lock gate = new();
    private long minute;
    private int used;
    private long blockedAt;
    private TimeSpan block;

    /// <summary>Waits until a request of this weight may go out, and counts it.</summary>
    public async Task EnterAsync(int weight, CancellationToken cancellationToken)
    {
        while (true)
        {
            var wait = TryEnter(weight);
            if (wait <= TimeSpan.Zero)
            {
                return;
            }

            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <summary>Takes over the exchange's own count of the current minute.</summary>
    public void Note(int usedWeight)
    {
        lock (gate)
        {
            Turn();
            used = Math.Max(used, usedWeight);
        }
    }

    /// <summary>Holds every request for a while, or for as long as it is held already where that is longer.</summary>
    public void Block(TimeSpan wait)
    {
        lock (gate)
        {
            if (wait > block - clock.GetElapsedTime(blockedAt))
            {
                blockedAt = clock.GetTimestamp();
                block = wait;
            }
        }
    }

    private TimeSpan TryEnter(int weight)
    {
        lock (gate)
        {
            var blocked = block - clock.GetElapsedTime(blockedAt);
            if (block > TimeSpan.Zero && blocked > TimeSpan.Zero)
            {
                return blocked;
            }

            block = TimeSpan.Zero;
            var now = Turn();
            if (used + weight > budget && used > 0)
            {
                // A little past the exchange's minute, because its clock is known only as well as the line is fast.
                return TimeSpan.FromMilliseconds(Minute - (now % Minute) + 50);
            }

            used += weight;
            return TimeSpan.Zero;
        }
    }

    private long Turn()
    {
        var now = exchange.Now;
        if (now / Minute != minute)
        {
            minute = now / Minute;
            used = 0;
        }

        return now;
    }
}
