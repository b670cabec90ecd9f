namespace Ratchet.Features.Statistics;

/// <summary>What recent returns say about size and tail.</summary>
public static class TradeRisk
{
    private const int LargestTail = 64;

    /// <summary>
    /// Kelly's share for a bet with the window's odds: p - (1 - p) / b, p the share of rises among the moves, b the mean rise over the mean fall;
    /// kept in [-1, 1]. 1 without a fall, -1 without a rise, 0 without a move. Below 0 means that the short side had the edge. Source: Kelly (1956).
    /// </summary>
    /// <param name="returns">Log returns.</param>
    public static double KellySize(ReadOnlySpan<double> returns)
    {
        var (rises, falls) = (0, 0);
        var (gain, loss) = (0.0, 0.0);
        foreach (var value in returns)
        {
            if (value > 0)
            {
                rises++;
                gain += value;
            }
            else if (value < 0)
            {
                falls++;
                loss -= value;
            }
        }

        if (rises == 0 || falls == 0)
        {
            return Math.Sign(rises - falls);
        }

        var chance = (double)rises / (rises + falls);
        var odds = gain / rises / (loss / falls);
        return Math.Clamp(chance - ((1 - chance) / odds), -1, 1);
    }

    /// <summary>
    /// The mean of the worst 5 % of returns (rounded up to whole returns), as a loss, in standard deviations (n - 1): 2.06 for a normal distribution
    /// without drift, more where the lower tail is heavy; 0 where the window is flat. Source: Rockafellar and Uryasev (2000).
    /// </summary>
    /// <param name="returns">Log returns, 2 to 1280.</param>
    public static double ShortfallScore(ReadOnlySpan<double> returns)
    {
        var tail = (returns.Length + 19) / 20;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tail, LargestTail, nameof(returns));
        var deviation = Moments.Deviation(returns);
        if (!(deviation * deviation >= Moments.FlatVariance))
        {
            return 0;
        }

        // The worst returns so far, kept in rising order.
        Span<double> worst = stackalloc double[LargestTail];
        worst = worst[..tail];
        worst.Fill(double.PositiveInfinity);
        foreach (var value in returns)
        {
            if (value < worst[^1])
            {
                var slot = tail - 1;
                for (; slot > 0 && worst[slot - 1] > value; slot--)
                {
                    worst[slot] = worst[slot - 1];
                }

                worst[slot] = value;
            }
        }

        var sum = 0.0;
        foreach (var value in worst)
        {
            sum += value;
        }

        return -sum / tail / deviation;
    }
}
