using System.Buffers;
using Ratchet.Adaptation.Retirement;
using Ratchet.Adaptation.Selection;
using Ratchet.Adaptation.Sessions;
using Ratchet.KillHost.Sessions;
using Ratchet.Storage.State;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;

namespace Ratchet.Storage.Tests.State;

public sealed class AdaptiveStoreTests : IDisposable
{
    private const int Steps = 60;
    private static readonly IReadOnlyList<ScriptInput> Inputs = Script.MakeInputs(Steps);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ratchet-adaptive-");
    private readonly MemoryJournal journal = new();

    private string Main => Path.Combine(folder.FullName, "session", AdaptiveStore.FileName);

    private string Views => Path.Combine(folder.FullName, "data");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Open_AfterACrash_EndsAsTheRunThatWasNotKilled()
    {
        var expected = Uninterrupted();
        Live(Inputs.Count / 3, crash: true);
        Live(2 * Inputs.Count / 3, crash: true);
        var (store, _) = Live(Inputs.Count, crash: false);
        Assert.Equal(expected, Bytes(store.Adviser));
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("corrupt")]
    [InlineData("foreign")]
    [InlineData("future")]
    [InlineData("empty")]
    public void Open_BadFile_IsSetAsideAndTheSnapshotGivesTheSame(string what)
    {
        var expected = Uninterrupted();
        Live(Inputs.Count / 2, crash: true);
        Spoil(Main, what);
        var (store, session) = Live(Inputs.Count, crash: false);
        Assert.Equal(expected, Bytes(store.Adviser));
        Assert.Contains(store.Problems, p => p.Contains("set aside", StringComparison.Ordinal));
        Assert.True(File.Exists(Main + ".aside-1"));
        Assert.True(session.Engine.Cash > 0);
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("corrupt")]
    [InlineData("foreign")]
    [InlineData("future")]
    public void Open_EveryFileBad_BeginsWithDefaultsAndIsToldTheWholeJournal(string what)
    {
        var expected = Uninterrupted();
        Live(Inputs.Count / 2, crash: true);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Main)!))
        {
            Spoil(file, what);
        }

        var (store, _) = Live(Inputs.Count, crash: false);
        Assert.Equal(0, store.From);
        Assert.Contains(store.Problems, p => p.Contains("nothing learned", StringComparison.Ordinal));

        // This session began with nothing learned, so that its whole journal makes the same state.
        Assert.Equal(expected, Bytes(store.Adviser));
    }

    [Fact]
    public void Open_StateBeyondTheJournal_IsSetAside()
    {
        Live(Inputs.Count, crash: false);
        var store = AdaptiveStore.Open(Path.GetDirectoryName(Main)!, Views, AdaptiveScript.MakeAdviser, "script", long.MaxValue, 5);
        Assert.Contains(store.Problems, p => p.Contains("the journal has 5", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_NewSession_BeginsWithWhatWasLearned()
    {
        var (first, _) = Live(Inputs.Count, crash: false);
        var next = AdaptiveStore.Open(Path.Combine(folder.FullName, "next"), Views, AdaptiveScript.MakeAdviser, "other", long.MaxValue, 0);
        Assert.True(first.Adviser.Selector.Counts.ShadowRewards > 0);
        Assert.Equal(first.Adviser.Selector.Counts, next.Adviser.Selector.Counts);
        Assert.Equal(first.Adviser.Advisor.AllTrades.Count, next.Adviser.Advisor.AllTrades.Count);
        var earlier = AdaptiveStore.Open(Path.Combine(folder.FullName, "earlier"), Views, AdaptiveScript.MakeAdviser, "earlier", 0, 0);
        Assert.Equal(0, earlier.Adviser.Advisor.AllTrades.Count);
        Assert.Contains(earlier.Problems, p => p.Contains("after the session's beginning", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_AdvisorChangedByAPerson_IsTakenOver()
    {
        Live(Inputs.Count / 2, crash: false);
        var view = new AdvisorStateFile(Path.Combine(Views, AdvisorStateFile.FileName));
        var advisor = view.Read().State!;
        advisor.Force(advisor.Now, 1, RetirementStatus.Retired, "ann", "no more dice");
        view.Write(advisor);
        var store = Open();
        Assert.Equal(RetirementStatus.Retired, store.Adviser.Advisor.Status(1));
        Assert.Contains(store.Problems, p => p.Contains("taken over", StringComparison.Ordinal));
    }

    [Fact]
    public void Committed_DiskRefuses_TradesOnAndTriesAgain()
    {
        var store = Open();
        var session = Recover(store);
        Directory.CreateDirectory(Main + ".tmp");
        Play(session, store, Inputs.Count / 2);
        Assert.NotNull(store.WriteFault);
        Assert.True(session.Engine.Cash > 0);
        Directory.Delete(Main + ".tmp");
        Play(session, store, Inputs.Count);
        Assert.Null(store.WriteFault);
        Assert.Equal(Uninterrupted(), Bytes(store.Adviser));
    }

    [Fact]
    public void DecisionLog_ToldTwice_HoldsEachOnce()
    {
        var path = Path.Combine(folder.FullName, SqliteDecisionLog.FileName);
        var memory = new MemoryDecisionLog();
        Play(Recover(AdaptiveScript.MakeAdviser(memory), new MemoryJournal()), null, Inputs.Count);
        for (var time = 0; time < 2; time++)
        {
            using var log = new SqliteDecisionLog(path);
            Play(Recover(AdaptiveScript.MakeAdviser(log), new MemoryJournal()), null, Inputs.Count);
            Assert.True(log.Commit());
            var read = log.Read();
            Assert.Equal(memory.Decisions.Count, read.Count);
            foreach (var (expected, actual) in memory.Decisions.Zip(read))
            {
                Assert.Equal(expected.Context, actual.Context);
                Assert.Equal(expected.Probabilities, actual.Probabilities);
                Assert.Equal(expected.Values, actual.Values);
                Assert.Equal(expected.Reward, actual.Reward);
                Assert.Equal(expected.Simulated.OrderBy(s => s.Profile), actual.Simulated.OrderBy(s => s.Profile));
            }
        }

        Assert.Contains(memory.Decisions, d => d.Reward is not null);
        File.WriteAllText(path + ".other", "no database at all, by any means");
        Assert.Throws<InvalidDataException>(() => new SqliteDecisionLog(path + ".other").Dispose());
    }

    private static void Spoil(string file, string what)
    {
        var bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, what switch
        {
            "truncated" => bytes[..(bytes.Length / 2)],
            "corrupt" => [.. bytes[..(bytes.Length / 2)], (byte)(bytes[bytes.Length / 2] ^ 1), .. bytes[((bytes.Length / 2) + 1)..]],
            "foreign" => "{\"kind\": \"somebody else's\", \"version\": 1, \"state\": {}}"u8.ToArray(),
            "future" => "{\"kind\": \"ratchet-adaptive\", \"version\": 99, \"state\": {}}"u8.ToArray(),
            _ => [],
        });
    }

    private static byte[] Bytes(AdaptiveAdviser adviser)
    {
        var buffer = new ArrayBufferWriter<byte>();
        adviser.Write(buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] Uninterrupted()
    {
        var adviser = AdaptiveScript.MakeAdviser();
        Play(Recover(adviser, new MemoryJournal()), null, Inputs.Count);
        Assert.True(adviser.Selector.Counts is { Rewards: > 3, ShadowRewards: > 3 }, $"{adviser.Selector.Counts}");
        return Bytes(adviser);
    }

    private static TradingSession Recover(AdaptiveAdviser adviser, MemoryJournal journal, long from = 0) => SessionRecovery.Recover(
        Script.Options, Script.MakeStrategies(), adviser, journal, journal, adviserFrom: from, cancellationToken: TestContext.Current.CancellationToken).Session;

    private static void Play(TradingSession session, AdaptiveStore? store, int until)
    {
        for (var i = (int)session.Inputs; i < until; i++)
        {
            Inputs[i].Give(session);
            if (Inputs[i].Commits)
            {
                session.Commit();
                store?.Committed(session.NextSequence);
            }
        }
    }

    private AdaptiveStore Open() =>
        AdaptiveStore.Open(Path.GetDirectoryName(Main)!, Views, AdaptiveScript.MakeAdviser, "script", long.MaxValue, journal.NextSequence);

    private TradingSession Recover(AdaptiveStore store) => Recover(store.Adviser, journal, store.From);

    private (AdaptiveStore Store, TradingSession Session) Live(int until, bool crash)
    {
        var store = Open();
        var session = Recover(store);
        Play(session, store, until);
        if (crash)
        {
            journal.Crash();
        }

        return (store, session);
    }
}
