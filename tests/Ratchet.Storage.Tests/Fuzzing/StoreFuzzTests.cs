using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;
using Ratchet.Storage.Tests.Columns;
using Ratchet.Testing.Fuzzing;

namespace Ratchet.Storage.Tests.Fuzzing;

/// <summary>Damaged files on their whole way into a store that holds bars, and damage to the store's own files.</summary>
public sealed class StoreFuzzTests
{
    private static readonly Symbol Pair = Symbol.Parse("BTC/USDT");

    [Fact]
    public void Import_DamagedFiles_StoreIsTheOldOneOrAWholeNewOne()
    {
        using var kept = new TemporaryStore();
        kept.Store.Import(new() { Path = kept.Write("BTCUSDT_1h.csv", SeedText.Bars(t => $"{t - 86_400_000}")), Symbol = Pair }, TestContext.Current.CancellationToken);
        var before = kept.Snapshot();
        var manifest = kept.Store.Verify(Pair, TimeFrame.Hour1);
        var outcome = FuzzRun.Of("import into a store", Importers.ForStore(), input =>
        {
            var request = new ImportRequest
            {
                Path = input.Path,
                Symbol = Pair,
                TimeFrame = input.Number % 3 == 0 ? TimeFrame.Hour1 : null,
                TimeZone = "UTC",
                AcceptBelow = input.Number % 5 == 0,
                Replace = input.Number % 7 == 0,
                Repairs = new() { SortByTime = input.Number % 2 == 0, KeepLastDuplicate = input.Number % 4 == 0 },
            };
            var isAccepted = false;
            try
            {
                isAccepted = kept.Store.Import(request, CancellationToken.None).Accepted;
            }
            catch (MarketDataException exception)
            {
                Numbers.RequireName(new(input.Path.Length > 0 && exception.Message.Contains(kept.Store.Root, StringComparison.Ordinal) ? Path.Combine(kept.Store.Root, "x") : input.Path, 0, []), exception);
            }

            Check(kept, before, manifest, isAccepted);
            return isAccepted;
        });
        Assert.Empty(outcome.Failures);
        Assert.True(outcome is { Accepted: > 0, Refused: > 0 });
    }

    [Fact]
    public void Read_DamagedColumnFiles_GiveNumbersOrOneRefusal()
    {
        using var kept = new TemporaryStore();
        var (numbers, times) = (Path.Combine(kept.Folder, "close.npy"), Path.Combine(kept.Folder, "time.npy"));
        NpyFile.Write<double>(numbers, [1, 2.5, 3]);
        NpyFile.Write<long>(times, [.. Enumerable.Range(0, 40)]);
        var outcome = FuzzRun.Of("the store's columns (npy)", [FuzzSeed.Of("close.npy", File.ReadAllBytes(numbers)), FuzzSeed.Of("close.npy", File.ReadAllBytes(times))], input =>
        {
            try
            {
                var (whole, sum) = input.Number % 2 == 0 ? Both<double>(input.Path) : Both<long>(input.Path);
                return whole == sum ? true : throw new InvalidOperationException("mapped and read columns differ");
            }
            catch (MarketDataException exception)
            {
                Numbers.RequireName(input, exception);
                return false;
            }
        });
        Assert.Empty(outcome.Failures);
        Assert.True(outcome is { Accepted: > 0, Refused: > 0 });
    }

    [Fact]
    public void Open_DamagedStore_GivesTheStoredBarsOrOneRefusal()
    {
        using var kept = new TemporaryStore();
        kept.Store.Import(new() { Path = kept.Write("BTCUSDT_1h.csv", SeedText.Bars(t => $"{t}")), Symbol = Pair }, TestContext.Current.CancellationToken);
        var folder = Path.Combine(kept.Store.Root, "silver", "bars", Pair.FolderName, "1h");
        string hash;
        using (var good = kept.Store.Load(Pair, TimeFrame.Hour1))
        {
            hash = BarContentHash.Compute(good.Series);
        }

        var files = Directory.GetFiles(folder).Where(f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal).Select(f => FuzzSeed.Of(Path.GetFileName(f), File.ReadAllBytes(f))).ToArray();
        FuzzSeed[] seeds = [.. files, .. Enumerable.Repeat(files.Single(f => f.FileName == "manifest.json"), files.Length)];
        var outcome = FuzzRun.Of("the store's manifest and columns", seeds, input =>
        {
            var name = Path.GetFileName(input.Path);
            File.Copy(input.Path, Path.Combine(folder, name), overwrite: true);
            try
            {
                return IsWhole(kept.Store, hash);
            }
            finally
            {
                File.WriteAllBytes(Path.Combine(folder, name), files.Single(f => f.FileName == name).Parts[0].Content);
            }
        });
        Assert.Empty(outcome.Failures);
        Assert.True(outcome is { Accepted: > 0, Refused: > 0 });
    }

    [Theory]
    [InlineData("")]
    [InlineData("../1h/close.000001.npy")]
    [InlineData("close")]
    [InlineData("LONG")]
    public void Load_ManifestNamesNoFileOfAColumn_IsRefused(string name)
    {
        using var kept = new TemporaryStore();
        kept.Store.Import(new() { Path = kept.Write("BTCUSDT_1h.csv", SeedText.Bars(t => $"{t}")), Symbol = Pair }, TestContext.Current.CancellationToken);
        var path = Path.Combine(kept.Store.Root, "silver", "bars", Pair.FolderName, "1h", "manifest.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("close.000001.npy", name == "LONG" ? new string('a', 5000) + ".npy" : name, StringComparison.Ordinal));
        var message = Assert.Throws<MarketDataException>(() => kept.Store.Load(Pair, TimeFrame.Hour1)).Message;
        Assert.Contains("is no name of a column's file", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 20, 400);
    }

    [Theory]
    [InlineData("{\"name\": \"close\", \"type\": \"f8\"}")]
    [InlineData("{\"file\": \"close.000001.npy\", \"type\": \"f8\"}")]
    [InlineData("null")]
    public void Load_ManifestWithAnIncompleteColumn_IsRefused(string column)
    {
        using var kept = new TemporaryStore();
        kept.Store.Import(new() { Path = kept.Write("BTCUSDT_1h.csv", SeedText.Bars(t => $"{t}")), Symbol = Pair }, TestContext.Current.CancellationToken);
        var path = Path.Combine(kept.Store.Root, "silver", "bars", Pair.FolderName, "1h", "manifest.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"columns\": [", $"\"columns\": [{column},", StringComparison.Ordinal));
        Assert.Contains("the manifest is damaged", Assert.Throws<MarketDataException>(() => kept.Store.Load(Pair, TimeFrame.Hour1)).Message, StringComparison.Ordinal);
    }

    private static bool IsWhole(BarStore store, string hash)
    {
        try
        {
            store.List();
            store.Verify(Pair, TimeFrame.Hour1);
            using var stored = store.Load(Pair, TimeFrame.Hour1);
            return BarContentHash.Compute(stored.Series) == hash ? true : throw new InvalidOperationException("other bars than those stored were found true");
        }
        catch (MarketDataException exception) when (exception.Message.Contains(store.Root, StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static void Check(TemporaryStore kept, SortedDictionary<string, string> before, BarManifest manifest, bool isAccepted)
    {
        if (!isAccepted)
        {
            if (!kept.Snapshot().SequenceEqual(before))
            {
                throw new InvalidOperationException("refused, but the store was changed");
            }

            return;
        }

        foreach (var series in kept.Store.List())
        {
            kept.Store.Verify(series.Symbol, series.TimeFrame);
        }

        Restore(kept, before);
        if (kept.Store.Verify(Pair, TimeFrame.Hour1).ContentHash != manifest.ContentHash)
        {
            throw new InvalidOperationException("the store was not put back");
        }
    }

    private static void Restore(TemporaryStore kept, SortedDictionary<string, string> before)
    {
        Directory.Delete(kept.Store.Root, recursive: true);
        foreach (var (name, content) in before)
        {
            var path = Path.Combine(kept.Store.Root, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, Convert.FromBase64String(content));
        }
    }

    private static (long Whole, long Mapped) Both<T>(string path)
        where T : unmanaged
    {
        var whole = NpyFile.Read<T>(path);
        using var mapped = NpyFile.Map<T>(path);
        return (Sum<T>(whole), Sum<T>(mapped.GetSpan()));
    }

    private static long Sum<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var hash = new HashCode();
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values));
        return hash.ToHashCode();
    }
}
