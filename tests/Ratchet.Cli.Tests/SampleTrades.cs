using System.Globalization;

namespace Ratchet.Cli.Tests;

/// <summary>Small files of ticks.</summary>
internal static class SampleTrades
{
    /// <summary>Sixty trades, one a second from 2024-01-01.</summary>
    public static string Text() => "timestamp_ns,price,size,side\n" + string.Concat(Enumerable.Range(0, 60)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"{1_704_067_200_000_000_000 + (i * 1_000_000_000L)},{100 + (i % 7)},1,{"BS"[i % 2]}\n")));

    /// <summary>The lines, the header first, changed.</summary>
    public static string With(Action<List<string>> change)
    {
        var lines = Text().TrimEnd('\n').Split('\n').ToList();
        change(lines);
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>A LEAN zip of quotes of two contracts.</summary>
    public static byte[] Contracts() => SampleBars.Zip(
        ("20131008_es_minute_quote_201312.csv", "0,1,1,1,1,31,2,2,2,2,24\n60000,1,1,1,1,31,2,2,2,2,24\n"),
        ("20131008_es_minute_quote_201403.csv", "0,1,1,1,1,31,2,2,2,2,24\n"));

    /// <summary>A book of one row; a deeper one is later.</summary>
    public static string Book(int levels) =>
        "timestamp_ns," + string.Join(',', Enumerable.Range(0, levels).Select(l => $"bid_px_{l},bid_sz_{l},ask_px_{l},ask_sz_{l}")) + "\n"
        + string.Create(CultureInfo.InvariantCulture, $"{1_704_067_200_000_000_000 + levels},") + string.Join(',', Enumerable.Range(0, levels).Select(l => $"{100 - l},1,{101 + l},1")) + "\n";
}
