using Ratchet.Storage.Columns;
using Ratchet.Storage.Ticks;

namespace Ratchet.Storage.Tests.Ticks;

/// <summary>Stops an import of ticks after each of its steps, as a dying process would, and looks at what is left.</summary>
public sealed class TickCrashTests
{
    public enum Write
    {
        First,
        FirstWithBadRows,
        Behind,
        Before,
        SameDay,
        Overlap,
        Replace,
    }

    [Theory]
    [InlineData(Write.First, 40)]
    [InlineData(Write.FirstWithBadRows, 45)]
    [InlineData(Write.Behind, 26)]
    [InlineData(Write.Before, 26)]
    [InlineData(Write.SameDay, 40)]
    [InlineData(Write.Overlap, 40)]
    [InlineData(Write.Replace, 40)]
    public void Import_CrashAtEveryBoundary_LeavesTheOldOrTheNewState(Write write, int leastBoundaries)
    {
        string old;
        string next;
        IReadOnlyList<string> names;
        using (var files = new TickFiles())
        {
            Prepare(write, files);
            old = State(files);
            Run(write, files, files.Store);
            (next, names) = (State(files), files.Names());
        }

        Assert.NotEqual(old, next);
        for (var stop = 0; ; stop++)
        {
            using var files = new TickFiles();
            Prepare(write, files);
            var fault = new StopAt(stop);
            var crashed = false;
            try
            {
                Run(write, files, new TickStore(files.Root, fault));
            }
            catch (StopException)
            {
                crashed = true;
            }

            Assert.Equal(fault.IsCommitted ? next : old, State(files));
            Run(write, files, files.Store);
            Assert.Equal(next, State(files));
            Assert.Equal(names, files.Names());
            if (!crashed)
            {
                Assert.True(stop >= leastBoundaries, $"{write} has only {stop} boundaries");
                TestContext.Current.TestOutputHelper?.WriteLine($"{write}: {stop} boundaries");
                return;
            }
        }
    }

    private static void Prepare(Write write, TickFiles files)
    {
        if (write is not (Write.First or Write.FirstWithBadRows))
        {
            files.Import(TickKind.Trades, 100, 20);
        }
    }

    private static void Run(Write write, TickFiles files, TickStore store)
    {
        var text = write switch
        {
            Write.First => SampleTicks.Csv(TickKind.Trades, 0, 12),
            Write.FirstWithBadRows => SampleTicks.Csv(TickKind.Trades, 0, 12) + $"{SampleTicks.TimeOf(TickKind.Trades, 30)},-1,1,B\n",
            Write.Behind => SampleTicks.Csv(TickKind.Trades, 400, 5),
            Write.Before => SampleTicks.Csv(TickKind.Trades, 0, 3),
            Write.SameDay => SampleTicks.Csv(TickKind.Trades, 120, 10),
            Write.Overlap => SampleTicks.Csv(TickKind.Trades, 110, 20),
            _ => SampleTicks.Csv(TickKind.Trades, 90, 40),
        };
        var request = new TickImportRequest { Path = files.Write("x.csv", text), Symbol = TickFiles.Symbol, AcceptBelow = true, Replace = write == Write.Replace };
        Assert.True(Assert.Single(store.Import(request, TestContext.Current.CancellationToken)).Accepted);
    }

    /// <summary>The content hash, verified byte by byte, and the rows.</summary>
    private static string State(TickFiles files) => files.Manifest(TickKind.Trades) is null
        ? "none"
        : files.Store.Verify(TickFiles.Symbol, TickKind.Trades).ContentHash + string.Join('\n', files.Rows(TickKind.Trades));

    private sealed class StopException : Exception;

    private sealed class StopAt(int step) : ICommitObserver
    {
        private int count;

        public bool IsCommitted { get; private set; }

        public void Reached(string what)
        {
            IsCommitted |= what == "manifest.json renamed";
            if (count++ == step)
            {
                throw new StopException();
            }
        }
    }
}
