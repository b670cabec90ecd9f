using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Regimes;

/// <summary>The mean volatility of each of a symbol's last days, and the quantiles of the closed ones. A new day costs a sort; any other bar is constant time.</summary>
internal sealed class VolatilityYear(RegimeOptions options)
{
    private const long Day = 86_400_000;

    private readonly double[] days = new double[options.QuantileDays];
    private readonly double[] sorted = new double[options.QuantileDays];
    private int count;
    private int next;
    private long day = long.MinValue;
    private double sum;
    private long bars;
    private RegimeThresholds? fixedThresholds;
    private RegimeThresholds? own;

    /// <summary>Takes a bar's volatility.</summary>
    public void Add(long time, double dailyAtr)
    {
        if (!double.IsFinite(dailyAtr))
        {
            return;
        }

        var today = Math.DivRem(time, Day).Quotient;
        if (today > day)
        {
            Close();
            day = today;
        }

        sum += dailyAtr;
        bars++;
    }

    /// <summary>The given thresholds with the quantiles in place of the volatilities, or as they are while there are too few days.</summary>
    public RegimeThresholds Apply(RegimeThresholds thresholds)
    {
        if (count < options.QuantileMinimumDays)
        {
            return thresholds;
        }

        if (own is null || !ReferenceEquals(fixedThresholds, thresholds))
        {
            Array.Copy(days, sorted, count);
            Array.Sort(sorted, 0, count);
            var high = Quantile(options.HighQuantile);
            fixedThresholds = thresholds;

            // A range threshold must stay below: where volatility never moved, the quantiles are one number.
            own = thresholds with
            {
                HighVolatility = high,
                LeaveHighVolatility = Quantile(options.LeaveHighQuantile),
                RangeVolatility = Math.Min(Quantile(options.RangeQuantile), Math.BitDecrement(high)),
            };
        }

        return own;
    }

    public void Write(StateWriter writer)
    {
        writer.Write(count);
        for (var i = 0; i < count; i++)
        {
            writer.Write(days[(next - count + i + days.Length) % days.Length]);
        }

        writer.Write(day);
        writer.Write(sum);
        writer.Write(bars);
    }

    public void Read(ref StateReader reader)
    {
        count = reader.ReadInt32();
        if (count < 0 || count > days.Length)
        {
            throw new InvalidDataException($"A state holds {count} days of volatility; there may be 0 to {days.Length}.");
        }

        for (var i = 0; i < count; i++)
        {
            days[i] = reader.ReadDouble();
        }

        next = count % days.Length;
        day = reader.ReadInt64();
        sum = reader.ReadDouble();
        bars = reader.ReadInt64();
        own = null;
    }

    private void Close()
    {
        if (bars > 0)
        {
            days[next] = sum / bars;
            next = (next + 1) % days.Length;
            count = Math.Min(count + 1, days.Length);
            own = null;
        }

        (sum, bars) = (0, 0);
    }

    // Linear between order statistics (Hyndman and Fan, 1996, type 7).
    private double Quantile(double share)
    {
        var place = share * (count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, count - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
