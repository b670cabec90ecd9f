using Ratchet.Numerics.Randomness;

namespace Ratchet.Connectors.Binance;

/// <summary>
/// Exponential back-off with full jitter: a uniform draw from (0, min(longest, first * 2^failures)]. Draws are keyed by request and failure, so that they do not
/// depend on what else is going on. Source: Brooker, "Exponential Backoff and Jitter" (2015).
/// </summary>
internal sealed class BackOff(StreamKey key, TimeSpan first, TimeSpan longest)
{
    public TimeSpan Delay(long request, int failures)
    {
        var bound = Math.Min(longest.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, Math.Min(failures, 60)));
        var draw = 1 - key.Derive(request).Derive(failures).Open().NextDouble();
        return TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(bound * draw)));
    }
}
