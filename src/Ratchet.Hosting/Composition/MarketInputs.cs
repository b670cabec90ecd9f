using Ratchet.Hosting.Configuration;
using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Synthetic;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;
using Ratchet.Storage.Columns;

namespace Ratchet.Hosting.Composition;

/// <summary>Finds the bars that the configuration names: in the store, or made by the synthetic market when no pair is named.</summary>
public static class MarketInputs
{
    /// <summary>Opens the bars.</summary>
    /// <param name="configuration">Pair, time frame, range, root.</param>
    /// <exception cref="ConfigurationException">The pair, time frame or range cannot be read, or the range holds no bars.</exception>
    public static MarketInput Open(RatchetConfiguration configuration)
    {
        var data = configuration.Data;
        var frame = TimeFrame.TryParse(data.Timeframe, out var parsed)
            ? parsed
            : throw new ConfigurationException($"data.timeframe '{data.Timeframe}' is no time frame; write 1m, 15m, 1h, 4h or 1d.");
        if (data.Pair.Length == 0)
        {
            return Synthetic(configuration, frame);
        }

        var symbol = Symbol.TryParse(data.Pair, out var known)
            ? known
            : throw new ConfigurationException($"data.pair '{data.Pair}' is no symbol; write BTC/USDT, BTCUSDT or ES.");
        var stored = new BarStore(data.Root).Load(symbol, frame);
        var bars = Within(stored.Series, data.Timerange);
        return new(bars, stored.Manifest.Synthetic, stored.Manifest.Source, stored.Manifest.Quality, null);
    }

    private static MarketInput Synthetic(RatchetConfiguration configuration, TimeFrame frame)
    {
        var options = configuration.Synthetic with { TimeFrame = frame };
        ConfigurationMapping.Checked(configuration, () =>
        {
            options.Validate();
            return options;
        });
        var market = SyntheticMarket.Generate(options);
        var source = $"synthetic market, seed {options.Seed}, planted information coefficient {options.InformationCoefficient}";
        return new(Within(market.Bars, configuration.Data.Timerange), true, source, 1, options.InformationCoefficient);
    }

    private static BarSeries Within(BarSeries bars, string text)
    {
        if (text.Length == 0)
        {
            return bars;
        }

        var range = TimeRange.TryParse(text, out var parsed)
            ? parsed
            : throw new ConfigurationException($"data.timerange '{text}' is no range; write 20240101-20240601, 20240101- or -20240601.");
        var times = bars.OpenTime;
        var start = LowerBound(times, range.From);
        var end = LowerBound(times, range.To);
        return end > start
            ? bars.Slice(new IndexRange(start, end))
            : throw new ConfigurationException(
                $"data.timerange '{text}' holds no bars of {bars.Symbol} {bars.TimeFrame}: there are {bars.Count}, from {UtcTime.Format(times[0])} to {UtcTime.Format(times[^1])}.");
    }

    private static int LowerBound(ReadOnlySpan<long> times, long time)
    {
        var index = times.BinarySearch(time);
        return index < 0 ? ~index : index;
    }
}
