using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Quality;
using Ratchet.Adaptation.Selection;
using Ratchet.Adaptation.Sessions;
using Ratchet.Adaptation.Weights;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Simulation;

namespace Ratchet.Adaptation.Tests.Sessions;

/// <summary>Something inside breaks: it is reported, and trading goes on.</summary>
public sealed class AdviserFailureTests
{
    [Fact]
    public void Run_DecisionLogBreaks_TradesWithoutAdviceAndReports()
    {
        var warnings = new Warnings();
        var adviser = new AdaptiveAdviser(TrialSession.Busy, TrialSession.Options, log: new BrokenLog());
        var result = EngineBacktest.Run(
            TrialSession.Options, TrialSession.Series(3, 800), TrialSession.Strategies(3), adviser, warnings, TestContext.Current.CancellationToken);
        Assert.True(result.Trades.Count > 20);
        Assert.All(result.Trades, t => Assert.Equal(string.Empty, t.Profile));
        Assert.True(warnings.Failures > 20, $"{warnings.Failures} reported.");
    }

    [Fact]
    public void Run_AdvisorsSinkBreaks_TradesOnWithBaseWeights()
    {
        var adviser = new AdaptiveAdviser(TrialSession.Busy with { UseSelector = false }, TrialSession.Options, [1.5, 0.8], sink: new BrokenSink());
        var result = EngineBacktest.Run(
            TrialSession.Options, TrialSession.Series(3, 800), TrialSession.Strategies(3), adviser, null, TestContext.Current.CancellationToken);
        Assert.True(result.Trades.Count > 20);
    }

    private sealed class Warnings : IAuditSink
    {
        public int Failures { get; private set; }

        public void Write(in AuditRecord record) => Failures += record.Reason == AuditReason.AdviserFailed ? 1 : 0;
    }

    private sealed class BrokenLog : IDecisionLog
    {
        public void Chosen(in DecisionContext context, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> values) => throw new InvalidOperationException("the log is full");

        public void Rewarded(in DecisionReward reward) => throw new InvalidOperationException("the log is full");
    }

    private sealed class BrokenSink : IAdvisorSink
    {
        public void Scored(in SignalRecord signal) => throw new InvalidOperationException("nobody listens");

        public void Weighed(in WeightChange change) => throw new InvalidOperationException("nobody listens");

        public void Audited(AdvisorEntry entry) => throw new InvalidOperationException("nobody listens");
    }
}
