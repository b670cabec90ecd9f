using Ratchet.Market.Feeds;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Market.Tests.Quality;

/// <summary>Hourly rows with every kind of damage, drawn by a seed.</summary>
internal static class DirtyBars
{
    public static RawBars Make(int seed, int count)
    {
        var random = StreamKey.FromSeed((ulong)seed).Derive("dirty").Open();
        var bars = RawBarsBuilder.Hours(count);
        var start = 1_700_000_000_000 / TimeFrame.Hour1.Milliseconds * TimeFrame.Hour1.Milliseconds;
        for (var i = 0; i < count; i++)
        {
            bars.OpenTime[i] += start;
        }

        for (var k = 0; k < count / 6; k++)
        {
            var i = random.NextInt(count);
            var j = random.NextInt(count);
            switch (random.NextInt(12))
            {
                case 0: bars.OpenTime[i] = bars.OpenTime[j]; break;
                case 1: bars.OpenTime[i] += random.NextInt(3_000_000); break;
                case 2: bars.Close[i] = double.NaN; break;
                case 3: bars.Volume[i] = k % 2 == 0 ? double.NaN : -1; break;
                case 4: bars.Low[i] = -1; break;
                case 5: bars.High[i] = bars.Low[i] / 2; break;
                case 6: Copy(bars, Math.Max(0, i - 1), i, withTime: true); break;
                case 7: bars.Close[i] = bars.High[i] = 3 * bars.High[i]; break;
                case 8: Array.ForEach(Enumerable.Range(i, Math.Min(9, count - i)).ToArray(), r => Copy(bars, i, r, withTime: false)); break;
                case 9: Shift(bars, i, random.NextInt(100)); break;
                case 10: bars.OpenTime[i] = bars.OpenTime[Math.Max(0, i - 1)]; break;
                default: (bars.OpenTime[i], bars.OpenTime[j]) = (bars.OpenTime[j], bars.OpenTime[i]); break;
            }
        }

        return bars;
    }

    private static void Copy(RawBars bars, int from, int to, bool withTime)
    {
        foreach (var column in (double[][])[bars.Open, bars.High, bars.Low, bars.Close, bars.Volume])
        {
            column[to] = column[from];
        }

        bars.OpenTime[to] = withTime ? bars.OpenTime[from] : bars.OpenTime[to];
    }

    private static void Shift(RawBars bars, int from, int hours)
    {
        for (var i = from; i < bars.Count; i++)
        {
            bars.OpenTime[i] += hours * TimeFrame.Hour1.Milliseconds;
        }
    }
}
