using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Storage.State;
using Ratchet.Trading.Profiles;

namespace Ratchet.Storage.Tests.State;

public sealed class DecisionLogFileTests : IDisposable
{
    private static readonly string[] Profiles = [.. TradeProfiles.All.Select(p => p.Name)];
    private static readonly string[] Symbols = ["BTC/USDT", "ETH/USDT"];

    private readonly string folder = Directory.CreateTempSubdirectory("ratchet-decisions-").FullName;

    private string FilePath => Path.Combine(folder, DecisionLogFile.FileName);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Read_WhatWasWritten_IsTheSameToTheBit()
    {
        var memory = Write(60);
        var read = DecisionLogFile.Read(FilePath);
        Assert.Equal(Profiles, read.Profiles);
        Assert.Equal(Symbols, read.Symbols);
        Assert.Equal(0, read.CutBytes);
        AssertSame(memory, read.Decisions);
        DecisionLogFile.Write(FilePath + "2", Profiles, Symbols, read.Decisions);
        AssertSame(memory, DecisionLogFile.Read(FilePath + "2").Decisions);
        Assert.All(File.ReadLines(FilePath), l => System.Text.Json.JsonDocument.Parse(l).Dispose());
    }

    [Fact]
    public void Read_CutAnywhereInTheLastLine_LeavesItOutAndTheNextWriterRemovesIt()
    {
        Write(6);
        var whole = File.ReadAllBytes(FilePath);
        var last = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        for (var length = last + 1; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(FilePath, whole[..length]);
            Assert.Equal((last, length - last), (DecisionLogFile.Read(FilePath).Length, DecisionLogFile.Read(FilePath).CutBytes));
        }

        DecisionLogFile.Open(FilePath, Profiles, Symbols).Dispose();
        Assert.Equal(whole[..last], File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void Read_AnyByteOfAnEarlierLineChanged_IsRefusedWithItsLine()
    {
        Write(6);
        var whole = File.ReadAllBytes(FilePath);
        var first = Array.IndexOf(whole, (byte)'\n') + 1;
        var end = Array.IndexOf(whole, (byte)'\n', first);
        for (var i = first; i < end - 2; i += 3)
        {
            var bytes = (byte[])whole.Clone();
            bytes[i] ^= 1;
            File.WriteAllBytes(FilePath, bytes);
            Assert.Contains("line 2", Assert.Throws<InvalidDataException>(() => DecisionLogFile.Read(FilePath)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "no first line")]
    [InlineData("{\"kind\":\"something\"}\n", "no file of the kind")]
    [InlineData("time,price\n", "line 1")]
    [InlineData("{\"kind\":\"ratchet-decisions\",\"version\":9,\"profiles\":[],\"symbols\":[],\"crc\":\"00000000\"}\n", "version is 9")]
    [InlineData("{\"kind\":\"ratchet-decisions\",\"version\":1,\"profiles\":[],\"symbols\":[],\"crc\":\"00000000\"}\n", "checksum")]
    public void Read_ForeignOrLater_IsRefused(string text, string says)
    {
        File.WriteAllText(FilePath, text);
        var message = Assert.Throws<InvalidDataException>(() => DecisionLogFile.Read(FilePath)).Message;
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.Contains(FilePath, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_OtherSymbols_IsRefusedAndNothingChanges()
    {
        Write(3);
        var before = File.ReadAllBytes(FilePath);
        Assert.Contains("SOL/USDT", Assert.Throws<InvalidDataException>(() => DecisionLogFile.Open(FilePath, Profiles, ["SOL/USDT"])).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(FilePath));
    }

    private static void AssertSame(IReadOnlyCollection<LoggedDecision> expected, IReadOnlyCollection<LoggedDecision> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (e, a) in expected.Zip(actual))
        {
            Assert.Equal((e.Context, e.Reward), (a.Context, a.Reward));
            Assert.Equal(e.Probabilities, a.Probabilities);
            Assert.Equal(e.Values, a.Values);
            Assert.Equal(e.Simulated, a.Simulated);
        }
    }

    private IReadOnlyCollection<LoggedDecision> Write(int decisions)
    {
        var memory = new MemoryDecisionLog();
        using var file = DecisionLogFile.Open(FilePath, Profiles, Symbols);
        var first = new ProfileSelector(new(), TradeProfiles.All, 2, memory);
        var second = new ProfileSelector(new(), TradeProfiles.All, 2, file);
        foreach (var selector in new[] { first, second })
        {
            for (var i = 0; i < decisions; i++)
            {
                var choice = selector.Choose(1000 * i, i % 2, (MarketRegime)(i % RegimeNames.Count), i % 4 == 0 ? double.NaN : 0.1);
                if (choice.Profile >= 0)
                {
                    selector.Reward((1000 * i) + 500, choice.Decision, 0.1 * i, 1.0 / 3);
                    selector.RewardSimulated((1000 * i) + 600, choice.Decision, choice.Profile == 0 ? 1 : 0, -0.3, 2);
                }
            }
        }

        return memory.Decisions;
    }
}
