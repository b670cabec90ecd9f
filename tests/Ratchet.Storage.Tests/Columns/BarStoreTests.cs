using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Synthetic;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Tests.Columns;

public sealed class BarStoreTests
{
    [Fact]
    public void Load_AfterSave_GivesTheSameBits()
    {
        using var temporary = new TemporaryStore();
        var bars = Market(1, 500);
        var manifest = temporary.Store.Save(bars, "generated", synthetic: true);
        using var stored = temporary.Store.Load(bars.Symbol, bars.TimeFrame);
        Assert.Equal(BarContentHash.Compute(bars), BarContentHash.Compute(stored.Series));
        Assert.Equal(manifest.ContentHash, stored.Manifest.ContentHash);
        Assert.True(stored.Manifest.Synthetic);
        Assert.Equal(1.0, stored.Manifest.Quality);
        Assert.Equal(500, stored.Manifest.Rows);
        Assert.Equal(bars.OpenTime[^1], stored.Manifest.LastOpenTime);
        Assert.Equal(manifest.ContentHash, temporary.Store.Verify(manifest.ContentHash)!.ContentHash);
        Assert.Null(temporary.Store.Verify(new string('0', 64)));
    }

    [Fact]
    public void Load_MissingSeries_ListsWhatIsThere()
    {
        using var temporary = new TemporaryStore();
        Assert.Contains("is empty", Fails(() => temporary.Store.Load(Symbol.Parse("BTC/USDT"), TimeFrame.Hour1)), StringComparison.Ordinal);
        temporary.Store.Save(Market(1, 300), "generated", synthetic: true);
        var message = Fails(() => temporary.Store.Load(Symbol.Parse("BTC/USDT"), TimeFrame.Hour1));
        Assert.Contains("SYN/USD 1h", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_Again_ReplacesAndRemovesOldColumns()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(Market(1, 300), "first", synthetic: true);
        using var open = temporary.Store.Load(SyntheticMarket.Symbol, TimeFrame.Hour1);
        var before = BarContentHash.Compute(open.Series);
        temporary.Store.Save(Market(2, 400), "second", synthetic: true);
        Assert.Equal(before, BarContentHash.Compute(open.Series));
        Assert.Equal(8, Directory.GetFiles(Path.Combine(temporary.Store.Root, "silver/bars/SYN_USD/1h"), "*.npy").Length);
        Assert.Equal("second", Assert.Single(temporary.Store.List()).Source);
    }

    [Fact]
    public void Series_AfterDispose_RefusesNewSpans()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(Market(1, 300), "generated", synthetic: true);
        var stored = temporary.Store.Load(SyntheticMarket.Symbol, TimeFrame.Hour1);
        stored.Dispose();
        stored.Dispose();
        Assert.Throws<ObjectDisposedException>(() => stored.Series.Close[0]);
    }

    [Fact]
    public void Append_AtTheEnd_ExtendsTheFilesAndLeavesReadersAlone()
    {
        using var temporary = new TemporaryStore();
        var bars = Market(1, 9_000);
        var folder = Path.Combine(temporary.Store.Root, "silver/bars/SYN_USD/1h");
        temporary.Store.Append(bars.Slice(new(0, 4_000)), "first", synthetic: true);
        var files = Directory.GetFiles(folder).Order().ToArray();
        using var open = temporary.Store.Load(bars.Symbol, bars.TimeFrame);
        int[] ends = [4_001, 4_095, 4_096, 4_097, 8_192, 8_193, 9_000];
        var from = 4_000;
        foreach (var to in ends)
        {
            var manifest = temporary.Store.Append(bars.Slice(new(Math.Max(0, from - 3), to)), "more", synthetic: true);
            Assert.Equal(BarContentHash.Compute(bars.Slice(new(0, to))), manifest.ContentHash);
            Assert.Equal(manifest.ContentHash, temporary.Store.Verify(bars.Symbol, bars.TimeFrame).ContentHash);
            Assert.Equal(1.0, manifest.Quality);
            from = to;
        }

        Assert.Equal(files, Directory.GetFiles(folder).Order());
        Assert.Equal(BarContentHash.Compute(bars.Slice(new(0, 4_000))), BarContentHash.Compute(open.Series));
        Assert.Equal(bars.OpenTime, NpyFile.Read<long>(Path.Combine(folder, "open_time.000001.npy")));
    }

    [Fact]
    public void Append_BeforeTheEnd_RewritesAsOneSeries()
    {
        using var temporary = new TemporaryStore();
        var bars = Market(1, 900);
        temporary.Store.Append(bars.Slice(new(300, 600)), "middle", synthetic: true);
        temporary.Store.Append(bars.Slice(new(700, 900)), "end", synthetic: true);
        temporary.Store.Append(bars.Slice(new(0, 400)), "beginning", synthetic: true);
        Assert.Equal(BarContentHash.Compute(bars), temporary.Store.Append(bars.Slice(new(550, 750)), "hole", synthetic: true).ContentHash);
        Assert.Equal("middle; end; beginning; hole", temporary.Store.Verify(bars.Symbol, bars.TimeFrame).Source);
    }

    [Fact]
    public void Commit_CrashAtEveryBoundary_LeavesOldOrNewState()
    {
        var next = Market(2, 400);
        for (var stop = 0; ; stop++)
        {
            using var temporary = new TemporaryStore();
            temporary.Store.Save(Market(1, 300), "old", synthetic: true);
            var old = temporary.Store.List()[0].ContentHash;
            var fault = new StopAt(stop);
            var crashed = false;
            try
            {
                new BarStore(temporary.Store.Root, fault).Save(next, "new", synthetic: true);
            }
            catch (StopException)
            {
                crashed = true;
            }

            var expected = fault.ManifestRenamed ? BarContentHash.Compute(next) : old;
            Assert.Equal(expected, temporary.Store.Verify(SyntheticMarket.Symbol, TimeFrame.Hour1).ContentHash);
            temporary.Store.Save(next, "again", synthetic: true);
            Assert.Equal(10, Directory.GetFiles(Path.Combine(temporary.Store.Root, "silver/bars/SYN_USD/1h")).Length);
            if (!crashed)
            {
                Assert.True(stop > 20, $"only {stop} boundaries");
                return;
            }
        }
    }

    [Fact]
    public async Task Load_WhileAWriterReplaces_NeverSeesHalf()
    {
        using var temporary = new TemporaryStore();
        BarSeries[] versions = [Market(1, 300), Market(2, 400)];
        var hashes = versions.Select(BarContentHash.Compute).ToHashSet();
        temporary.Store.Save(versions[0], "a", synthetic: true);
        using var done = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var reader = Task.Run(
            () =>
            {
                var reads = 0;
                do
                {
                    using var stored = new BarStore(temporary.Store.Root).Load(SyntheticMarket.Symbol, TimeFrame.Hour1);
                    Assert.Contains(BarContentHash.Compute(stored.Series), hashes);
                    reads++;
                    begun.TrySetResult();
                }
                while (!done.IsCancellationRequested);
                return reads;
            },
            TestContext.Current.CancellationToken);
        await Task.WhenAny(begun.Task, reader);
        for (var i = 1; i <= 12; i++)
        {
            temporary.Store.Save(versions[i % 2], "b", synthetic: true);
        }

        await done.CancelAsync();
        Assert.True(await reader > 0);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"schema\":1}")]
    public void Load_DamagedManifest_OneClearError(string content)
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(Market(1, 300), "generated", synthetic: true);
        File.WriteAllText(Path.Combine(temporary.Store.Root, "silver/bars/SYN_USD/1h/manifest.json"), content);
        var message = Fails(() => temporary.Store.Load(SyntheticMarket.Symbol, TimeFrame.Hour1));
        Assert.Contains("manifest is damaged", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_DamagedColumn_OneClearError()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(Market(1, 300), "generated", synthetic: true);
        var column = Directory.GetFiles(Path.Combine(temporary.Store.Root, "silver/bars/SYN_USD/1h"), "close.*.npy")[0];
        var bytes = File.ReadAllBytes(column);
        File.WriteAllBytes(column, bytes[..^5]);
        Assert.Contains("does not agree with its length", Fails(() => temporary.Store.Load(SyntheticMarket.Symbol, TimeFrame.Hour1)), StringComparison.Ordinal);
        bytes[^1] ^= 1;
        File.WriteAllBytes(column, bytes);
        Assert.Contains("changed or damaged", Fails(() => temporary.Store.Verify(SyntheticMarket.Symbol, TimeFrame.Hour1)), StringComparison.Ordinal);
        File.Delete(column);
        Assert.Contains("is lost", Fails(() => temporary.Store.Load(SyntheticMarket.Symbol, TimeFrame.Hour1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Save_WhileAnotherWrites_IsRefused()
    {
        using var temporary = new TemporaryStore();
        temporary.Store.Save(Market(1, 300), "generated", synthetic: true);
        using var held = new FileStream(Path.Combine(temporary.Store.Root, "silver/bars/SYN_USD/1h/.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Contains("another program", Fails(() => temporary.Store.Save(Market(2, 300), "x", synthetic: true)), StringComparison.Ordinal);
    }

    private static BarSeries Market(ulong seed, int bars) => SyntheticMarket.Generate(new SyntheticMarketOptions { Seed = seed, Bars = bars }).Bars;

    private static string Fails(Func<object> action) => Assert.Throws<MarketDataException>(action).Message;

    private sealed class StopException : Exception;

    private sealed class StopAt(int step) : ICommitObserver
    {
        private int count;

        public bool ManifestRenamed { get; private set; }

        public void Reached(string step)
        {
            ManifestRenamed |= step == "manifest.json renamed";
            if (count++ == Step)
            {
                throw new StopException();
            }
        }

        private int Step { get; } = step;
    }
}
