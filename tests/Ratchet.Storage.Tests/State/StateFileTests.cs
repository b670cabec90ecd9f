using System.Text;
using System.Text.Json;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Storage.State;
using Ratchet.Trading.Profiles;

namespace Ratchet.Storage.Tests.State;

public sealed class StateFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ratchet-state-");

    private string Place => Path.Combine(folder.FullName, "data", "state.json");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Read_NothingThere_FindsNothing()
    {
        var read = Numbers().Read(Number);
        Assert.False(read.Found);
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void Write_SeveralTimes_KeepsSnapshots()
    {
        var file = Numbers();
        for (var i = 1; i <= 6; i++)
        {
            file.Write(Encoding.UTF8.GetBytes($"{i}"));
            Assert.Equal(i, file.Read(Number).State);
        }

        Assert.Equal(["state.json", "state.json.1", "state.json.2", "state.json.3"], Names());
    }

    [Fact]
    public void Read_EveryTruncationAndEveryFlippedByte_GivesTheLastGoodState()
    {
        var file = Numbers();
        file.Write("41"u8);
        file.Write("42"u8);
        var good = File.ReadAllBytes(Place);
        var older = File.ReadAllBytes(Place + ".1");
        for (var i = 0; i < 2 * good.Length; i++)
        {
            var bytes = i < good.Length ? good[..i] : [.. good];
            if (i >= good.Length)
            {
                bytes[i - good.Length] ^= 0x10;
            }

            File.WriteAllBytes(Place, bytes);
            var read = file.Read(Number);
            if (read.Problems.Count == 0)
            {
                // The end of the file holds only white space, and white space may change; the state may not.
                Assert.Equal(42, read.State);
                continue;
            }

            Assert.True(read.Found);
            Assert.Equal(41, read.State);
            Assert.Contains("set aside as", Assert.Single(read.Problems), StringComparison.Ordinal);
            Assert.False(File.Exists(Place));
            File.WriteAllBytes(Place + ".1", older);
        }

        Assert.True(Names().Count(n => n.Contains(".aside-", StringComparison.Ordinal)) > good.Length);
    }

    [Theory]
    [InlineData("""{"kind": "other", "version": 1, "state": 1}""", "kind")]
    [InlineData("""{"kind": "number", "version": 3, "state": 1}""", "version is 3")]
    [InlineData("""{"kind": "number", "state": 1}""", "version is 0")]
    [InlineData("""[1, 2]""", "kind")]
    [InlineData("""{"kind": "number", "version": 1}""", "")]
    [InlineData("""{"kind": "number", "version": 1, "state": "x"}""", "")]
    [InlineData("not json", "")]
    [InlineData("", "")]
    public void Read_ForeignOrFuture_IsSetAsideAndReported(string content, string reason)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place)!);
        File.WriteAllText(Place, content);
        var read = Numbers().Read(Number);
        Assert.False(read.Found);
        Assert.Contains(reason, Assert.Single(read.Problems), StringComparison.Ordinal);
        Assert.Equal(["state.json.aside-1"], Names());
        Assert.Equal(content, File.ReadAllText(Place + ".aside-1"));
    }

    [Fact]
    public void Read_WithoutChecksum_IsTaken()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place)!);
        File.WriteAllText(Place, """{"kind": "number", "version": 1, "state": 7}""");
        Assert.Equal(7, Numbers().Read(Number).State);
        Assert.Equal(7, Numbers().ReadOther(Place, Number));
    }

    [Fact]
    public void SelectorStateFile_RoundTrip_IsExact()
    {
        var selector = new ProfileSelector(new(), TradeProfiles.All, 2);
        for (var i = 0; i < 200; i++)
        {
            var choice = selector.Choose(i, i % 2, (MarketRegime)(1 + (i % 5)), 0.1);
            if (i % 3 != 0)
            {
                selector.Reward(i, choice.Decision, Math.Sin(i) * 3, 1.5);
            }
        }

        string[] symbols = ["BTC/USDT", "ETH/USDT"];
        var file = new SelectorStateFile(Place);
        file.Write(SelectorExchange.Export(selector, symbols));
        var read = file.Read();
        Assert.Empty(read.Problems);
        var other = new ProfileSelector(new(), TradeProfiles.All, 2);
        Assert.Empty(SelectorExchange.Import(other, symbols, read.State!));
        Assert.Equal(Bytes(selector), Bytes(other));
    }

    [Fact]
    public void ProfileFile_RoundTrip_AndErrors()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place)!);
        ProfileFile.Write(Place, TradeProfiles.All);
        var read = ProfileFile.Read(Place);
        Assert.Equal(TradeProfiles.All.Select(p => (p.Name, p.ExpectancyWithPartials, p.Exits.HorizonMilliseconds)), read.Select(p => (p.Name, p.ExpectancyWithPartials, p.Exits.HorizonMilliseconds)));
        var text = File.ReadAllText(Place);
        foreach (var (from, to, named) in new[] { ("\"stop\": 0.6", "\"stop\": 0", "StopMultiple"), ("TREND_UP", "TREND_UPWARD", "TREND_UPWARD"), ("\"hours\": 4", "\"hours\": -4", "hours"), ("\"stop\"", "\"stopp\"", "stopp"), ("\"scalp\"", "\"moderate\"", "twice") })
        {
            File.WriteAllText(Place, text.Replace(from, to, StringComparison.Ordinal));
            Assert.Contains(named, Assert.Throws<InvalidDataException>(() => ProfileFile.Read(Place)).Message, StringComparison.Ordinal);
        }
    }

    private static byte[] Bytes(ProfileSelector selector)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        selector.Write(new(output));
        return output.WrittenSpan.ToArray();
    }

    private static int Number(JsonElement state, int version) => state.GetInt32();

    private StateFile Numbers() => new(Place, "number", 2);

    private string[] Names() => [.. Directory.GetFiles(Path.GetDirectoryName(Place)!).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)];
}
