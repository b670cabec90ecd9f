using Ratchet.Benchmarks.Peers;

namespace Ratchet.Benchmarks.Tests.Reports;

public sealed class CaseOutcomeTests
{
    [Fact]
    public void Outcome_PeerMeasuredNow_IsComparedWithThat()
    {
        var outcome = Samples.Outcome(2, false, Samples.Peer(10));
        Assert.Equal((10.0, "peer 2.0", true, 5.0, true), (outcome.PeerFigure, outcome.PeerName, outcome.PeerMeasuredNow, outcome.Ratio, outcome.Met));
        Assert.Equal(0.54, outcome.PeerQuality["auc"]);
    }

    [Fact]
    public void Outcome_PeerNotMeasured_IsComparedWithTheRecordedFigure()
    {
        var outcome = Samples.Outcome(2.1, false, null);
        Assert.Equal((8.0, "recorded 1.0", false, false), (outcome.PeerFigure, outcome.PeerName, outcome.PeerMeasuredNow, outcome.Met));
        Assert.Empty(outcome.PeerQuality);
    }

    [Fact]
    public void Outcome_FieldMissingFromTheLine_FallsBackToTheRecordedFigure()
    {
        var outcome = Samples.Outcome(2, false, new PeerResult("peer 2.0", new Dictionary<string, double>()));
        Assert.Equal((8.0, "recorded 1.0", false), (outcome.PeerFigure, outcome.PeerName, outcome.PeerMeasuredNow));
    }

    [Fact]
    public void Ratio_WhereHigherIsBetter_IsOursOverThePeers()
    {
        var outcome = Samples.Outcome(16, true, null);
        Assert.Equal(2, outcome.Ratio);
        Assert.True(outcome.Met);
        Assert.False(Samples.Outcome(1.9, true, null).Met);
    }
}
