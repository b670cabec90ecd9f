using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Peers;

namespace Ratchet.Benchmarks.Tests.Peers;

public sealed class PeerResultTests
{
    private static readonly PeerFigure Figure = new(
        "recorded 1.0", 40, "a.py clf", "fit_s", 1000, new Dictionary<string, string> { ["auc"] = "test_auc", ["brier"] = "test_brier" });

    [Fact]
    public void Parse_OneLine_GivesVersionFiguresAndSharedQuality()
    {
        var result = PeerResult.Parse(["""{"peer": "sklearn 1.2.1", "fit_s": 1.5, "test_auc": 0.547, "converged": true, "history": [1, 2]}"""]);
        Assert.Equal("sklearn 1.2.1", result.Name);
        Assert.Equal(1500, result.Figure(Figure));
        Assert.Equal(new Dictionary<string, double> { ["auc"] = 0.547 }, result.Quality(Figure));
    }

    [Fact]
    public void Parse_SeveralLines_TakesMediansOfWhatAllHave()
    {
        var result = PeerResult.Parse(["""{"fit_s": 3, "rare": 1}""", """{"fit_s": 1}""", """{"fit_s": 2}"""]);
        Assert.Equal(2, result.Fields["fit_s"]);
        Assert.False(result.Fields.ContainsKey("rare"));
    }

    [Fact]
    public void Figure_FieldMissing_IsNull() => Assert.Null(PeerResult.Parse(["""{"other": 1}"""]).Figure(Figure));
}
