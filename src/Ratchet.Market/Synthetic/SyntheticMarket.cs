using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Market.Synthetic;

/// <summary>
/// A documented stochastic market with a known amount of predictability: what the quick start runs on, and the ground truth that tells whether
/// a pipeline finds what is there and finds nothing where nothing is.
/// <para>Return. The simple return of bar t + 1 is R = s u + drift, with
/// u = IC z_t + sqrt(1 - IC²) e: z_t the planted signal (mean 0, variance 1, from past closes only), e an independent
/// bounded Student shock (mean 0, variance 1), s the bar's volatility, known before the shock. The close moves by the factor 1 + R; since s is capped,
/// 1 + R stays above 0. With IC = 0 and no drift the close is an exact martingale: no rule on past bars has an expected profit.</para>
/// <para>Signal. z_t = m_t g_t: momentum of 24 bars over its own volatility, followed (g = +1) while the last 48 bars were no more volatile than
/// the last 240, and faded (g = -1) otherwise. Neither part predicts alone as well as the product: a learner must find *when* following pays.</para>
/// <para>Volatility. Two Markov regimes times a GARCH(1,1) multiplier, so that large bars cluster; tails are fat by the shocks and the mixture.</para>
/// <para>Bars. A bar opens at the last close. Its path is a discrete Brownian bridge from open to close with 8 steps and the bar's volatility; high and
/// low are the path's extremes. Volume follows the time of day, the volatility and the size of the shock; trades and taker-buy volume follow the volume.</para>
/// <para>Random streams are keyed by purpose ("regime", "shock", "path", "volume"), so that, say, another volume model leaves prices as they are.
/// Cost: about a microsecond a bar. Sources: Engle (1982) and Bollerslev (1986) for clustering, Hamilton (1989) for regimes,
/// Grinold (1989) for the information coefficient.</para>
/// </summary>
public static class SyntheticMarket
{
    private const int PathSteps = 8;

    /// <summary>The symbol that every synthetic series carries, so that it is never mistaken for a real one.</summary>
    public static Symbol Symbol { get; } = Symbol.Parse("SYN/USD");

    /// <summary>Makes a market.</summary>
    /// <param name="options">What it looks like.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static SyntheticSeries Generate(SyntheticMarketOptions options)
    {
        options.Validate();
        var count = options.Bars;
        var key = StreamKey.FromSeed(options.Seed).Derive("synthetic-market");
        var volatility = new VolatilityProcess(options, key.Derive("regime").Open());
        var volumes = new VolumeProcess(options, volatility.Base, key.Derive("volume").Open());
        var student = new BoundedStudent(options.TailDegreesOfFreedom);
        var shocks = key.Derive("shock").Open();
        var path = key.Derive("path").Open();
        var signal = new PlantedSignal();
        var noiseWeight = Math.Sqrt(1 - (options.InformationCoefficient * options.InformationCoefficient));
        var columns = new SyntheticColumns(count);
        var planted = new double[count];
        var standardised = new double[count];
        var last = options.StartPrice;
        var z = double.NaN;
        for (var t = 0; t < count; t++)
        {
            var sigma = volatility.Current;
            var noise = student.Next(shocks);
            var shock = double.IsNaN(z) ? noise : (options.InformationCoefficient * z) + (noiseWeight * noise);
            var close = last * (1 + volatility.Drift + (sigma * shock));
            var (high, low) = Extremes(path, last, close, sigma);
            var time = options.StartTime + (t * options.TimeFrame.Milliseconds);
            var (volume, trades, taker) = volumes.Next(time, sigma, shock);
            columns.Set(t, new Bar(time, last, high, low, close, volume, trades, taker));
            z = signal.Update((close / last) - 1);
            planted[t] = z;
            standardised[t] = shock;
            volatility.Advance(shock);
            last = close;
        }

        var bars = new BarSeries(Symbol, options.TimeFrame, columns.ToBarColumns());
        return new(bars, planted, Correlation(planted, standardised));
    }

    private static (double High, double Low) Extremes(RandomStream path, double open, double close, double sigma)
    {
        Span<double> walk = stackalloc double[PathSteps];
        double position = 0;
        var step = sigma / Math.Sqrt(PathSteps);
        for (var k = 0; k < PathSteps; k++)
        {
            position += step * path.NextNormal();
            walk[k] = position;
        }

        var high = Math.Max(open, close);
        var low = Math.Min(open, close);
        var floor = low / 2;
        for (var k = 0; k < PathSteps - 1; k++)
        {
            var share = (k + 1.0) / PathSteps;
            var price = open + (share * (close - open)) + (open * (walk[k] - (share * position)));
            high = Math.Max(high, price);
            low = Math.Min(low, price);
        }

        return (high, Math.Max(low, floor));
    }

    private static double Correlation(double[] planted, double[] standardised)
    {
        double n = 0, meanX = 0, meanY = 0, xx = 0, yy = 0, xy = 0;
        for (var t = 0; t + 1 < planted.Length; t++)
        {
            var x = planted[t];
            if (double.IsNaN(x))
            {
                continue;
            }

            n++;
            var y = standardised[t + 1];
            var dx = x - meanX;
            var dy = y - meanY;
            meanX += dx / n;
            meanY += dy / n;
            xx += dx * (x - meanX);
            yy += dy * (y - meanY);
            xy += dx * (y - meanY);
        }

        return n >= 3 && xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : double.NaN;
    }
}
