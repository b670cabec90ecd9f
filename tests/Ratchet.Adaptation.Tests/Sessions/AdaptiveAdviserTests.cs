using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Selection;
using Ratchet.Adaptation.Sessions;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Simulation;

namespace Ratchet.Adaptation.Tests.Sessions;

public sealed class AdaptiveAdviserTests
{
    private static readonly AdvisorOptions Silent = new() { QualityFiltering = false, AdaptiveWeighting = false, Retirement = false };

    [Fact]
    public void Run_EverySwitchOff_IsTheRunWithoutAdviser()
    {
        for (ulong seed = 1; seed <= 8; seed++)
        {
            var expected = Run(seed, null, out var plainJournal);
            Assert.True(expected.Trades.Count > 20, $"Seed {seed} made {expected.Trades.Count} trades.");
            foreach (var options in (AdaptiveOptions[])[AdaptiveOptions.Off, new() { UseSelector = false, Advisor = Silent }])
            {
                var result = Run(seed, TrialSession.Adviser(options), out var journal);
                Assert.Equal(expected.OrderHash, result.OrderHash);
                Assert.Equal(expected.FinalCash, result.FinalCash);
                Assert.Equal(plainJournal, journal);
            }
        }
    }

    [Fact]
    public void Run_AllOn_LearnsFromRealAndSimulatedTrades()
    {
        var log = new MemoryDecisionLog();
        var adviser = TrialSession.Adviser(TrialSession.Busy, log);
        var result = Run(3, adviser, out _);
        var counts = adviser.Selector.Counts;
        Assert.True(result.Trades.Count > 30, $"{result.Trades.Count} trades.");
        Assert.All(result.Trades, t => Assert.Contains(TradeProfiles.All, p => p.Name == t.Profile));

        // Positions that the end of data closed are told to the adviser too.
        Assert.Equal(result.Trades.Count, counts.Rewards);
        Assert.Equal(result.Trades.Count, log.Decisions.Count(d => d.Reward is { IsReal: true }));
        Assert.True(counts.ShadowRewards > counts.Rewards, $"{counts.ShadowRewards} simulated, {counts.Rewards} real.");
        Assert.All(log.Decisions.Where(d => d.Simulated.Count > 0), d => Assert.DoesNotContain(d.Simulated, s => s.IsReal || s.Profile == d.Context.Choice.Profile));
        Assert.True(adviser.Advisor.AllTrades.Count > adviser.Advisor.Trades.Count, "No filtered signal was followed to its end.");
        Assert.Equal(result.Trades.Count, adviser.Advisor.Trades.Count);
        foreach (var trade in result.Trades)
        {
            var decision = log.Decisions.Single(d => d.Context.Decision == trade.Decision);
            Assert.Equal(trade.Profile, TradeProfiles.All[decision.Context.Choice.Profile].Name);
            Assert.Equal(trade.ResultInR, decision.Reward!.Value.ResultInR);
            Assert.True(Math.Abs(decision.Probabilities.Sum() - 1) < 1e-9);
        }
    }

    [Fact]
    public void Run_UnsafeRegime_OpensNothing()
    {
        var result = Run(3, TrialSession.Adviser(TrialSession.Busy), out _);
        Assert.DoesNotContain(result.Trades, t => t.Regime is "ILLIQUID" or "UNKNOWN");
        Assert.True(result.Refusals[AuditReason.AdviceBlocked] > 10);
    }

    [Fact]
    public void Run_DisabledSelector_TradesItsDefaultProfile()
    {
        var options = new AdaptiveOptions { UseAdvisor = false, Selector = new() { Enabled = false } };
        var result = Run(3, TrialSession.Adviser(options), out _);
        Assert.True(result.Trades.Count > 30);
        Assert.All(result.Trades, t => Assert.Equal(TradeProfiles.DefaultName, t.Profile));
    }

    [Fact]
    public void Run_FullInformationOff_LearnsFromRealTradesAlone()
    {
        var adviser = TrialSession.Adviser(TrialSession.Busy with { FullInformation = false });
        Run(3, adviser, out _);
        Assert.Equal(0, adviser.Selector.Counts.ShadowRewards);
        Assert.True(adviser.Selector.Counts.Rewards > 20);
    }

    [Fact]
    public void Run_Twice_IsTheSameToTheByte()
    {
        var (first, second) = (TrialSession.Adviser(TrialSession.Busy), TrialSession.Adviser(TrialSession.Busy));
        Assert.Equal(Run(5, first, out _).OrderHash, Run(5, second, out _).OrderHash);
        Assert.Equal(TrialSession.Bytes(first), TrialSession.Bytes(second));
    }

    [Fact]
    public void State_ReadBackAnywhere_GoesOnTheSame()
    {
        var series = TrialSession.Series(7, 300);
        var journal = new MemoryJournal();
        var adviser = TrialSession.Adviser(TrialSession.Busy);
        TrialSession.Play(TrialSession.Session(journal, adviser, 7), series, 600);
        var expected = TrialSession.Bytes(adviser);
        var again = TrialSession.Adviser(TrialSession.Busy);
        again.Read(expected);
        Assert.Equal(expected, TrialSession.Bytes(again));
        for (var at = 1; at < expected.Length; at += expected.Length / 50)
        {
            Assert.ThrowsAny<InvalidDataException>(() => TrialSession.Adviser(TrialSession.Busy).Read(expected.AsSpan(0, at)));
        }
    }

    [Fact]
    public void Killed_AHundredTimes_EndsAsTheRunThatWasNot()
    {
        const ulong Seed = 11;
        const int Inputs = 1200;
        var series = TrialSession.Series(Seed, Inputs / 2);
        var plain = new MemoryJournal();
        var whole = TrialSession.Adviser(TrialSession.Busy);
        var expected = TrialSession.Session(plain, whole, Seed);
        TrialSession.Play(expected, series, Inputs);
        Assert.True(whole.Selector.Counts.Rewards > 40, $"{whole.Selector.Counts}");

        // Each life ends between inputs that were not committed; its state was written at some earlier commit, or is lost.
        var journal = new MemoryJournal();
        var random = StreamKey.FromSeed(Seed).Derive("kills").Open();
        (byte[] State, long Next)? saved = null;
        var kills = 0;
        while (true)
        {
            var adviser = TrialSession.Adviser(TrialSession.Busy);
            if (saved is { } file && random.NextInt(10) > 0)
            {
                adviser.Read(file.State);
                var session = TrialSession.Session(journal, adviser, Seed, file.Next);
                if (!Live(session, adviser))
                {
                    break;
                }
            }
            else if (!Live(TrialSession.Session(journal, adviser, Seed), adviser))
            {
                break;
            }
        }

        Assert.True(kills >= 100, $"{kills} kills.");
        Assert.Equal(TrialSession.Bytes(whole), saved!.Value.State);
        Assert.Equal(Hash(plain), Hash(journal));

        bool Live(TradingSession session, AdaptiveAdviser adviser)
        {
            var until = kills >= 100 ? Inputs : Math.Min(Inputs - 1, session.Inputs + random.NextInt(20));
            var writes = session.Inputs + random.NextInt(10);
            while (session.Inputs < until)
            {
                TrialSession.Play(session, series, session.Inputs + 1);
                if (session.Inputs <= writes || until == Inputs)
                {
                    saved = (TrialSession.Bytes(adviser), session.NextSequence);
                }
            }

            if (until == Inputs)
            {
                return false;
            }

            // One more that is not committed.
            var bar = series[(int)(session.Inputs % 2)][(int)(session.Inputs / 2)];
            session.BarClosed(bar.OpenTime + 900_000, (int)(session.Inputs % 2), bar);
            journal.Crash();
            kills++;
            return true;
        }
    }

    private static EngineResult Run(ulong seed, ITradeAdviser? adviser, out string audit)
    {
        var hash = new OrderHash();
        var result = EngineBacktest.Run(
            TrialSession.Options, TrialSession.Series(seed, 800), TrialSession.Strategies(seed), adviser, hash, TestContext.Current.CancellationToken);
        audit = hash.Value;
        return result;
    }

    private static string Hash(MemoryJournal journal)
    {
        var hash = new OrderHash();
        foreach (var stored in journal.ReadAudit(-1, long.MaxValue))
        {
            hash.Write(stored.Decode());
        }

        return hash.Value;
    }
}
