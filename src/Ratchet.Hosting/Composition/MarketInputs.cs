using Ratchet.Hosting.Configuration;
using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Synthetic;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;
using Ratchet.Storage.Columns;

namespace Ratchet.Hosting.Composition;

/// <summary>
/// Finds the bars that the configuration names: in the store, or made by the synthetic market when no pair is named; and seals the end of the whole series, so
/// that no choice of a range shows what another would hide.
/// </summary>
public static class MarketInputs
{
    /// <summary>Opens the bars.</summary>
    /// <param name="configuration">Pair, time frame, range, root.</param>
    /// <exception cref="ConfigurationException">The pair, time frame or range cannot be read, or the range holds no bars but sealed ones.</exception>
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
        return Of(configuration, stored.Series, stored.Manifest.Synthetic, stored.Manifest.Source, stored.Manifest.Quality, null);
    }

    /// <summary>Cuts a whole series into what may be looked at and what is sealed.</summary>
    /// <param name="configuration">The range, and how much is sealed.</param>
    /// <param name="whole">Every bar that there is.</param>
    /// <param name="synthetic">Whether a random generator made them.</param>
    /// <param name="source">Where they came from, in words.</param>
    /// <param name="quality">Good bars / expected bars.</param>
    /// <param name="planted">The information coefficient that was planted; null for real bars.</param>
    /// <exception cref="ConfigurationException">The range cannot be read, or holds no bars but sealed ones.</exception>
    public static MarketInput Of(RatchetConfiguration configuration, BarSeries whole, bool synthetic, string source, double quality, double? planted)
    {
        var (split, notice) = SealedBorder.Cut(whole, configuration);
        var start = split.Development.Start;
        return new(
            whole.Slice(new IndexRange(start, whole.Count)),
            synthetic,
            source,
            quality,
            planted,
            new(new(0, split.Development.End - start), new(split.Sealed.Start - start, split.Sealed.End - start)),
            notice);
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
        return Of(configuration, market.Bars, true, source, 1, options.InformationCoefficient);
    }
}
