using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Scenarios.Processes;
using Ratchet.Storage.Columns;
using Ratchet.Testing.Exchange;

namespace Ratchet.Scenarios.Stores;

/// <summary>Processes that write the store are killed at random moments, one after the other on the same folder, until one comes to its end.</summary>
public sealed class KilledWriterScenarios
{
    private const int Kills = 10;
    private static readonly Symbol Bitcoin = Symbol.Parse("BTC/USDT");

    /// <summary>Three files: the second goes on behind the first and overlaps it, the third comes before both.</summary>
    [Fact]
    public void Import_KilledTenTimes_StoresTheSameBarsOnce()
    {
        using var files = new DataRoot();
        string[] pieces = [Piece(files, "b", 20_000, 40_000), Piece(files, "c", 38_000, 50_000), Piece(files, "a", 0, 21_000)];
        string[] Import(DataRoot root) => ["data", "import", .. pieces, "--pair", Bitcoin.Name, "--timeframe", "1m", "--data-root", root.Path];
        var (reference, killed) = Disturb("import", Import);
        Assert.Equal((50_000, 1.0), (reference.Rows, reference.Quality));
        Assert.Equal(reference.ContentHash, killed.ContentHash);
        Assert.Equal((reference.Rows, reference.Quality, reference.FilledBars), (killed.Rows, killed.Quality, killed.FilledBars));
        Assert.Equal(reference.QualitySummary, killed.QualitySummary);
    }

    [Fact]
    public async Task Download_KilledTenTimes_StoresTheSameBarsOnce()
    {
        const int Days = 14;
        var market = new FakeMarket("BTCUSDT", TimeFrame.Minute1, FakeMarket.Year2024, Days * 1440);
        await using var exchange = new FakeExchange(TimeProvider.System, market) { WeightLimit = 1_000_000 };
        for (var answers = 0; answers < 2000; answers++)
        {
            exchange.KlineFaults.Enqueue(async reply =>
            {
                await Task.Delay(30);
                await reply.SendGoodAsync();
            });
        }

        string[] Download(DataRoot root) =>
            ["data", "download", "--pair", Bitcoin.Name, "--timeframe", "1m", "--timerange", "20240101-20240115", "--url", exchange.RestAddress.ToString(), "--data-root", root.Path];
        var (reference, killed) = Disturb("download", Download);
        Assert.Equal((market.Count, 1.0), (reference.Rows, reference.Quality));
        Assert.Equal((reference.ContentHash, reference.Rows), (killed.ContentHash, killed.Rows));
        Assert.Empty(exchange.Problems);
    }

    /// <summary>Runs a command undisturbed in one store, and in another one killed again and again and then to its end; each bar must be there once.</summary>
    private static (BarManifest Reference, BarManifest Killed) Disturb(string name, Func<DataRoot, string[]> command)
    {
        using var calm = new DataRoot();
        var clock = Stopwatch.StartNew();
        RatchetProcess.Run(command(calm)).Succeeded();
        var longest = (int)clock.ElapsedMilliseconds;
        using var root = new DataRoot();
        var stream = StreamKey.FromSeed(41).Derive(name).Open();
        var kept = 0;
        for (var kills = 0; kills < Kills;)
        {
            using var process = RatchetProcess.Start(command(root));
            if (process.KillAfter((longest / 4) + stream.NextInt(longest * 3 / 4)))
            {
                kills++;
                kept += Stored(root) is null ? 0 : 1;
            }
            else
            {
                // It came to its end; the next ones find all there, and are killed while they find that out.
                process.Finish().Succeeded();
                longest = Math.Max(50, longest / 2);
            }
        }

        RatchetProcess.Run(command(root)).Succeeded();
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {longest} ms, {kept} of {Kills} killed processes left bars");
        Assert.False(Directory.Exists(Path.Combine(root.Path, "staging")));
        return (Stored(calm)!, Stored(root)!);
    }

    /// <summary>The series, each byte verified and the times rising by one minute: none lost, none doubled. Null before the first commit.</summary>
    private static BarManifest? Stored(DataRoot root)
    {
        var store = new BarStore(root.Path);
        if (store.List().Count == 0)
        {
            return null;
        }

        var manifest = store.Verify(Bitcoin, TimeFrame.Minute1);
        using var stored = store.Load(Bitcoin, TimeFrame.Minute1);
        var times = stored.Series.OpenTime;
        for (var i = 1; i < times.Length; i++)
        {
            if (times[i] - times[i - 1] != 60_000)
            {
                Assert.Fail($"bar {i} of {times.Length} opens {times[i] - times[i - 1]} ms after the one before");
            }
        }

        return manifest;
    }

    private static string Piece(DataRoot files, string name, int from, int to)
    {
        var text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (var i = from; i < to; i++)
        {
            var price = 100 + (i % 37) + (i % 11 / 4.0);
            text.Append(CultureInfo.InvariantCulture, $"{FakeMarket.Year2024 + (i * 60_000L)},{price:F2},{price + 2:F2},{price - 2:F2},{price + 0.25:F2},{i % 13}\n");
        }

        var path = Path.Combine(files.Path, $"{name}.csv");
        File.WriteAllText(path, text.ToString());
        return path;
    }
}
