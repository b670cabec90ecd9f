using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Benchmarks.Peers;

namespace Ratchet.Benchmarks.Tests;

public sealed class OwnProcessTests
{
    [Fact]
    public void Read_WrittenAfterOtherLines_IsTheResult()
    {
        var result = new CaseResult(new Spread(2, 1, 4), [new("auc", 0.55), new("none", double.NaN)]) { PeakMegabytes = 321.5 };
        var read = OwnProcess.Read("a word of the case\n" + OwnProcess.Write(result) + "\n");
        Assert.Equal((result.Ours, result.PeakMegabytes), (read.Ours, read.PeakMegabytes));
        Assert.Equal(result.Quality, read.Quality);
    }

    [Fact]
    public void Parse_LinesOfTheSystem_GiveMegabytes()
    {
        Assert.Equal(2.5, PeakMemory.Parse(["Name:\tx", "VmHWM:\t    2560 kB", "VmRSS:\t 10 kB"]));
        Assert.Equal(double.NaN, PeakMemory.Parse(["Name:\tx"]));
    }

    [Fact]
    public void Measure_PeerWithoutAScript_IsNotMeasured()
    {
        var peer = CaseTable.All.Single(c => c.Id == "P18b").Peer!;
        Assert.Equal((string.Empty, 1000.0), (peer.Script, peer.Recorded));
        Assert.Null(new PeerRunner(Path.GetTempPath(), 1, new PeerArrays(Path.GetTempPath())).Measure(peer));
    }
}
