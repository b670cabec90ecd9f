using System.Globalization;
using System.Text.Json;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Testing;

namespace Ratchet.Features.Tests.Sets;

/// <summary>Real bars, and what TA-Lib's C library computed from them.</summary>
internal sealed class GoldenIndicators
{
    private readonly JsonElement cases;

    private GoldenIndicators(BarSeries bars, JsonElement cases)
    {
        Bars = bars;
        this.cases = cases;
    }

    public BarSeries Bars { get; }

    /// <summary>BTC/USD on Bitfinex by the hour, with gaps.</summary>
    public static GoldenIndicators Hourly() => Read("golden/indicators_btc_bitfinex_h.json", TimeFrame.Hour1);

    /// <summary>BTC/USD on Coinbase by the day.</summary>
    public static GoldenIndicators Daily() => Read("golden/indicators_btc_coinbase_d.json", TimeFrame.Day1);

    /// <summary>One output of one case; NaN before its first value.</summary>
    public double[] Expected(string function, string output, params (string Name, double Value)[] parameters)
    {
        foreach (var candidate in cases.EnumerateArray())
        {
            var given = candidate.GetProperty("params");
            if (candidate.GetProperty("fn").GetString() == function
                && parameters.All(p => given.TryGetProperty(p.Name, out var value) && value.GetDouble().Equals(p.Value)))
            {
                return [.. candidate.GetProperty("outputs").GetProperty(output).EnumerateArray().Select(Number)];
            }
        }

        throw new InvalidOperationException($"There is no case {function} with these parameters.");
    }

    /// <summary>Compares every bar; the tolerance is relative, with a floor for values near zero.</summary>
    public static void AssertClose(double[] expected, double[] actual, double scale = 1, double tolerance = 1e-9)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            if (double.IsNaN(expected[i]) || double.IsNaN(actual[i]))
            {
                Assert.True(double.IsNaN(expected[i]) && double.IsNaN(actual[i]), $"Bar {i}: expected {expected[i]}, was {actual[i]}.");
                continue;
            }

            var allowed = tolerance * Math.Max(Math.Abs(expected[i]), scale);
            Assert.True(Math.Abs(expected[i] - actual[i]) <= allowed, $"Bar {i}: expected {expected[i]}, was {actual[i]}.");
        }
    }

    private static GoldenIndicators Read(string path, TimeFrame timeFrame)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require(path)));
        var bars = document.RootElement.GetProperty("bars");
        double[] Column(string name) => [.. bars.GetProperty(name).EnumerateArray().Select(Number)];
        var times = bars.GetProperty("time").EnumerateArray().Select(t => Milliseconds(t.GetString()!)).ToArray();
        var (open, high, low, close, volume) = (Column("open"), Column("high"), Column("low"), Column("close"), Column("volume"));
        var rows = Enumerable.Range(0, times.Length).Select(i => new Bar(times[i], open[i], high[i], low[i], close[i], volume[i])).ToArray();
        return new(RandomBars.FromBars(timeFrame, rows), document.RootElement.GetProperty("cases").Clone());
    }

    private static long Milliseconds(string text) =>
        new DateTimeOffset(DateTime.ParseExact(text, "yyyyMMdd HH:mm", CultureInfo.InvariantCulture), TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static double Number(JsonElement element) => element.ValueKind == JsonValueKind.Null ? double.NaN : element.GetDouble();
}
