using System.Globalization;
using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Tests.Columns;

/// <summary>Stops a write after each of its steps, as a dying process would, and looks at what is left.</summary>
public sealed class CrashTests
{
    private const long Start = 1_700_002_800_000;
    private static readonly Symbol Bitcoin = Symbol.Parse("BTC/USDT");

    public enum Write
    {
        ImportFirst,
        ImportMore,
        ImportBetween,
        ImportReplace,
        ImportRepaired,
        Append,
        AppendColumns,
        AppendTo300,
        AppendTo1001,
        Replace,
        Resample,
    }

    [Theory]
    [InlineData(Write.ImportFirst, 85)]
    [InlineData(Write.ImportMore, 90)]
    [InlineData(Write.ImportBetween, 120)]
    [InlineData(Write.ImportReplace, 85)]
    [InlineData(Write.ImportRepaired, 90)]
    [InlineData(Write.Append, 28)]
    [InlineData(Write.AppendColumns, 46)]
    [InlineData(Write.AppendTo300, 28)]
    [InlineData(Write.AppendTo1001, 28)]
    [InlineData(Write.Replace, 42)]
    [InlineData(Write.Resample, 36)]
    public void Write_CrashAtEveryBoundary_LeavesTheOldOrTheNewState(Write write, int leastBoundaries)
    {
        var (frame, states, files, commits) = WithoutCrash(write);
        var (old, next) = (states[0], states[^1]);
        for (var stop = 0; ; stop++)
        {
            using var temporary = new TemporaryStore();
            Prepare(write, temporary.Store);
            var fault = new StopAt(stop);
            var crashed = false;
            try
            {
                Run(write, new BarStore(temporary.Store.Root, fault), temporary);
            }
            catch (StopException)
            {
                crashed = true;
            }

            var state = HashOf(temporary.Store, frame);
            Assert.Contains(state, states);
            if (states.Count == 2)
            {
                Assert.Equal(fault.Commits == commits ? next : old, state);
            }

            RequireReadableColumns(temporary.Store, frame, isWhole: false);
            Run(write, temporary.Store, temporary);
            Assert.Equal(next, HashOf(temporary.Store, frame));
            RequireReadableColumns(temporary.Store, frame, isWhole: true);
            Assert.Equal(files, FilesOf(temporary.Store));
            if (!crashed)
            {
                Assert.True(stop >= leastBoundaries, $"{write} has only {stop} boundaries");
                TestContext.Current.TestOutputHelper?.WriteLine($"{write}: {stop} boundaries");
                return;
            }
        }
    }

    private static (TimeFrame Frame, IReadOnlyList<string> States, IReadOnlyList<string> Files, int Commits) WithoutCrash(Write write)
    {
        using var temporary = new TemporaryStore();
        var frame = write == Write.Resample ? TimeFrame.Hour4 : TimeFrame.Hour1;
        Prepare(write, temporary.Store);
        var states = new List<string> { HashOf(temporary.Store, frame) };
        var counter = new StopAt(int.MaxValue);
        counter.Committed = () =>
        {
            var state = HashOf(temporary.Store, frame);
            if (state != states[^1])
            {
                states.Add(state);
            }
        };
        Run(write, new BarStore(temporary.Store.Root, counter), temporary);
        return (frame, states, FilesOf(temporary.Store), counter.Commits);
    }

    private static void Prepare(Write write, BarStore store)
    {
        if (write is not (Write.ImportFirst or Write.ImportRepaired))
        {
            store.Save(Bars(0, write == Write.AppendTo1001 ? 999 : 50), "old", synthetic: false);
        }
    }

    private static void Run(Write write, BarStore store, TemporaryStore temporary)
    {
        var token = TestContext.Current.CancellationToken;
        switch (write)
        {
            case Write.ImportFirst: Import(0, 40); break;
            case Write.ImportMore: Import(40, 30); break;
            case Write.ImportBetween: Import(49, 3); Import(53, 2); Import(51, 4); break;
            case Write.ImportReplace: store.Import(new() { Path = File(10, 20, ""), Replace = true }, token); break;
            case Write.ImportRepaired:
                var dirty = File(0, 9, $"{Start + (8 * 3_600_000)},1,3,0.5,2.5,7\n{Start + (12 * 3_600_000)},1,3,0.5,-2,7\n{Start + (11 * 3_600_000)},1,3,0.5,2,\n");
                store.Import(new() { Path = dirty, AcceptBelow = true, Repairs = new() { SortByTime = true, KeepLastDuplicate = true, MissingVolumeIsZero = true, FillFlat = true } }, token);
                break;
            case Write.Append: store.Append(Bars(45, 20), "more", synthetic: false); break;
            case Write.AppendTo300: store.Append(Bars(45, 255), "more", synthetic: false); break;
            case Write.AppendTo1001: store.Append(Bars(995, 6), "more", synthetic: false); break;
            case Write.AppendColumns:
                var more = Bars(45, 20);
                store.Append(new(more.Symbol, more.TimeFrame, more.Columns with { TradeCount = more.Columns.Volume }), "more", synthetic: false);
                break;
            case Write.Replace: store.Save(Bars(5, 60), "new", synthetic: false); break;
            default:
                using (var stored = store.Load(Bitcoin, TimeFrame.Hour1))
                {
                    store.Save(Resampler.Resample(stored.Series, TimeFrame.Hour4).Bars, "resampled", synthetic: false);
                }

                break;
        }

        void Import(int from, int count) => Assert.True(store.Import(new() { Path = File(from, count, ""), AcceptBelow = true }, token).Accepted);

        string File(int from, int count, string more) => temporary.Write(
            $"BTCUSDT_1h_{from}.csv",
            "timestamp,open,high,low,close,volume\n" + string.Concat(Enumerable.Range(from, count).Select(Row)) + more);
    }

    private static string Row(int hour) => string.Create(CultureInfo.InvariantCulture, $"{Start + (hour * 3_600_000L)},1,3,0.5,{1 + (hour % 7 / 4.0)},{hour}\n");

    private static BarSeries Bars(int from, int count)
    {
        var builder = new BarSeriesBuilder(Bitcoin, TimeFrame.Hour1);
        for (var hour = from; hour < from + count; hour++)
        {
            builder.Add(new(Start + (hour * 3_600_000L), 1, 3, 0.5, 1 + (hour % 7 / 4.0), hour));
        }

        return builder.Build();
    }

    private static string HashOf(BarStore store, TimeFrame frame) => store.List().Any(m => m.TimeFrame == frame) ? store.Verify(Bitcoin, frame).ContentHash : "none";

    /// <summary>Every column opens by its own head, and states no rows that do not count.</summary>
    private static void RequireReadableColumns(BarStore store, TimeFrame frame, bool isWhole)
    {
        foreach (var path in Directory.Exists(store.Root) ? Directory.GetFiles(store.Root, "*.npy", SearchOption.AllDirectories) : [])
        {
            StrictNpy.RowsOf(path);
        }

        foreach (var manifest in store.List().Where(m => m.TimeFrame == frame))
        {
            foreach (var column in manifest.Columns)
            {
                var rows = StrictNpy.RowsOf(Path.Combine(store.Root, "silver/bars/BTC_USDT", frame.ToString(), column.File));
                Assert.InRange(rows, isWhole ? manifest.Rows : 1, manifest.Rows);
            }

            var folder = Path.Combine(store.Root, "silver/bars/BTC_USDT", frame.ToString());
            using var times = NpyFile.Map<long>(Path.Combine(folder, manifest.Columns[0].File));
            Assert.InRange(times.Memory.Length, isWhole ? manifest.Rows : 1, manifest.Rows);
            foreach (var column in manifest.Columns.Skip(1))
            {
                using var numbers = NpyFile.Map<double>(Path.Combine(folder, column.File));
                Assert.InRange(numbers.Memory.Length, isWhole ? manifest.Rows : 1, manifest.Rows);
            }
        }
    }

    /// <summary>The store's files without the numbers of generations: leftovers would show.</summary>
    private static IReadOnlyList<string> FilesOf(BarStore store) =>
    [
        .. Directory.GetFiles(store.Root, "*", SearchOption.AllDirectories)
            .Select(f => string.Join('.', Path.GetRelativePath(store.Root, f).Split('.').Where(p => !int.TryParse(p, out _))))
            .Order(StringComparer.Ordinal),
    ];

    private sealed class StopException : Exception;

    private sealed class StopAt(int step) : ICommitObserver
    {
        private int count;

        /// <summary>Manifests renamed, those of bronze in its staged folder too.</summary>
        public int Commits { get; private set; }

        public Action? Committed { get; set; }

        public void Reached(string step)
        {
            if (step == "manifest.json renamed")
            {
                Commits++;
                Committed?.Invoke();
            }

            if (count++ == Step)
            {
                throw new StopException();
            }
        }

        private int Step { get; } = step;
    }
}
