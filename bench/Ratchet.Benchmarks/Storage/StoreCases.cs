using System.Globalization;
using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Market;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;

namespace Ratchet.Benchmarks.Storage;

/// <summary>
/// P23b: the whole of a mapped series summed, column by column, the pages in memory. IMPORT: files of one-minute bars imported from end to end on one
/// thread (parse, check, bronze, silver, flush), then resampled and read back. RATCHET_IMPORT_SYMBOLS (1) and RATCHET_IMPORT_BARS (1,000,000) set its size;
/// eng/import-scale.sh makes it 20 x 2,629,440.
/// </summary>
internal static class StoreCases
{
    public static CaseResult Scan(BenchmarkContext context)
    {
        using var folder = new BenchmarkFolder();
        var path = Path.Combine(folder.Path, "BTCUSDT_1m.csv");
        ImportCases.Write(path, 2_000_000);
        var store = new BarStore(folder.PathOf("store"));
        store.Import(new() { Path = path });
        using var stored = store.Load(Symbol.Parse("BTC/USDT"), TimeFrame.Minute1);
        double sum = 0;
        var spread = Spread.OfSeconds(() => sum = Sum(stored.Series), 15);
        var gigabytes = Bytes(stored.Series) / 1e9;
        return new(spread.Map(s => gigabytes / s), [new("bars", stored.Series.Count), new("GB", gigabytes), new("checksum", sum)]);
    }

    public static CaseResult Import(BenchmarkContext context)
    {
        var symbols = Setting("RATCHET_IMPORT_SYMBOLS", 1);
        var bars = Setting("RATCHET_IMPORT_BARS", 1_000_000);
        using var folder = new BenchmarkFolder();
        var path = folder.PathOf("bars_1m.csv");
        ImportCases.Write(path, bars);
        var store = new BarStore(folder.PathOf("store"));
        if (symbols == 1)
        {
            var request = new ImportRequest { Path = path, Symbol = Symbol.Parse("BTC/USDT"), Replace = true };
            return Result(Spread.OfSeconds(() => store.Import(request), 5), symbols, bars, store);
        }

        var seconds = new double[symbols];
        for (var s = 0; s < symbols; s++)
        {
            var request = new ImportRequest { Path = path, Symbol = Symbol.Parse(string.Create(CultureInfo.InvariantCulture, $"S{s:D2}/USDT")) };
            seconds[s] = Spread.OfOne(() => store.Import(request));
        }

        return Result(Spread.Of(seconds), symbols, bars, store);
    }

    private static CaseResult Result(Spread seconds, int symbols, int bars, BarStore store)
    {
        long bytes = 0;
        var reading = Spread.OfOne(() => bytes = ReadBack(store));
        var resampled = 0;
        var resampling = Spread.OfOne(() => resampled = Resample(store));
        var appending = Append(store);
        return new(
            seconds.Map(s => bars / s / 1e6),
            [
                new("bars", (double)symbols * bars), new("read_GB_per_s", bytes / 1e9 / reading), new("resample_M_bars_per_s", (double)symbols * bars / resampling / 1e6),
                new("resampled_bars", resampled), new("append_ms", appending.Median * 1e3), new("append_least_ms", appending.Least * 1e3), new("peak_MB", PeakMemory.Megabytes()),
            ]);
    }

    private static long ReadBack(BarStore store)
    {
        long bytes = 0;
        foreach (var manifest in store.List())
        {
            using var stored = store.Load(manifest.Symbol, manifest.TimeFrame);
            if (double.IsNaN(Sum(stored.Series)))
            {
                throw new InvalidOperationException($"{manifest.Symbol}: a stored number is NaN.");
            }

            bytes += Bytes(stored.Series);
        }

        return bytes;
    }

    private static int Resample(BarStore store)
    {
        var made = 0;
        foreach (var manifest in store.List().Where(m => m.TimeFrame == TimeFrame.Minute1))
        {
            using var stored = store.Load(manifest.Symbol, TimeFrame.Minute1);
            var source = stored.Series;
            foreach (var minutes in (int[])[5, 15, 60, 240, 1440])
            {
                var result = Resampler.Resample(source, new(minutes)).Bars;
                store.Save(result, "resampled from 1m", synthetic: false);
                made += result.Count;
            }
        }

        return made;
    }

    /// <summary>One more minute at the end of the first series, again and again.</summary>
    private static Spread Append(BarStore store)
    {
        var manifest = store.List().First(m => m.TimeFrame == TimeFrame.Minute1);
        using var stored = store.Load(manifest.Symbol, TimeFrame.Minute1);
        var last = stored.Series[stored.Series.Count - 1];
        var next = manifest.LastOpenTime;
        return Spread.OfSeconds(
            () =>
            {
                var builder = new BarSeriesBuilder(manifest.Symbol, TimeFrame.Minute1);
                builder.Add(last with { OpenTime = next += 60_000 });
                store.Append(builder.Build(), "appended", synthetic: false);
            },
            40);
    }

    private static double Sum(BarSeries bars)
    {
        long times = 0;
        foreach (var time in bars.OpenTime)
        {
            times += time;
        }

        return times + Sum(bars.Open) + Sum(bars.High) + Sum(bars.Low) + Sum(bars.Close) + Sum(bars.Volume);
    }

    private static double Sum(ReadOnlySpan<double> column) => Ratchet.Numerics.Reductions.LaneReduction.Sum(column);

    private static long Bytes(BarSeries bars) => 6L * sizeof(double) * bars.Count;

    private static int Setting(string name, int other) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : other;
}
