using System.Globalization;
using System.Text;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Cli.Tests.Commands;

public sealed class DataResampleSessionTests : IDisposable
{
    private readonly CommandLine line = new();

    public void Dispose() => line.Dispose();

    /// <summary>The half-hourly bars go over both clock changes and the shortened days of a winter, and end two hours before a session does.</summary>
    [Theory]
    [InlineData("4h", "2025-03-14T18:00:00Z", null)]
    [InlineData("1d", "2025-03-13T22:00:00Z", "2024-12-23T23:00:00Z 2024-12-25T23:00:00Z 2025-03-06T23:00:00Z 2025-03-09T22:00:00Z")]
    public void Resample_Globex_IsStoredByTheSessionWithoutFalseGaps(string to, string open, string? days)
    {
        ImportGlobex("2024-10-27T22:00:00Z", "2025-03-14T19:00:00Z");

        var made = line.Run("data", "resample", "-p", "ES", "-i", "30m", "--to", to, "--json");

        Assert.True(made.Exit == 0, made.Error);
        Assert.Equal("session", made.Json["grid"]!.GetValue<string>());
        Assert.Equal(open, made.Json["incompleteLastBar"]!.GetValue<string>());
        Assert.Equal(0, made.Json["partialBars"]!.GetValue<int>());
        Assert.Equal(1, made.Json["quality"]!.GetValue<double>());
        var check = line.Run("data", "check", "-p", "ES", "-i", to, "--json");
        Assert.True(check.Exit == 0, check.Error);
        Assert.Equal(1, check.Json["quality"]!.GetValue<double>());
        Assert.Equal(0, check.Json["missingBars"]!.GetValue<int>());
        Assert.Equal(0, check.Json["rows"]!.GetValue<int>() - made.Json["rows"]!.GetValue<int>());
        Assert.DoesNotContain("OffGrid", check.Out, StringComparison.OrdinalIgnoreCase);
        using var stored = new Storage.Columns.BarStore(line.Root).Load(Symbol.Parse("ES"), TimeFrame.Parse(to));
        foreach (var day in days?.Split(' ') ?? [])
        {
            Assert.True(stored.Series.OpenTime.Contains(UtcTime.Parse(day)), day);
        }
    }

    [Fact]
    public void Resample_Again_KeepsTheBytesAndSaysWhatWasLeftOut()
    {
        ImportGlobex("2025-03-02T23:00:00Z", "2025-03-14T19:00:00Z");
        string[] command = ["data", "resample", "-p", "ES", "-i", "30m", "--to", "4h"];
        var first = line.Run(command);
        var hash = Catalogue();

        var second = line.Run(command);

        Assert.Equal(first.Out, second.Out);
        Assert.Equal(hash, Catalogue());
        Assert.Contains("grid      from the opening of each session of cme-globex", second.Out, StringComparison.Ordinal);
        Assert.Contains("left out  the last bar, 2025-03-14 18:00", second.Out, StringComparison.Ordinal);

        // Four-hour bars of sessions make days of sessions, and never days of UTC.
        Assert.Equal(0, line.Run("data", "resample", "-p", "ES", "-i", "4h", "--to", "1d").Exit);
        var refused = line.Run("data", "resample", "-p", "ES", "-i", "4h", "--to", "1d", "--sessions", "false");
        Assert.Equal(2, refused.Exit);
        Assert.Contains("counted from the opening of each session", refused.Error, StringComparison.Ordinal);

        string Catalogue() => line.Run("data", "list", "--json").Out;
    }

    [Fact]
    public void Resample_SessionsFalse_IsOnUtcAndSessionsWithoutCalendarIsRefused()
    {
        ImportGlobex("2025-03-02T23:00:00Z", "2025-03-07T22:00:00Z");
        var utc = line.Run("data", "resample", "-p", "ES", "-i", "30m", "--to", "4h", "--sessions", "false", "--json");
        Assert.Equal("utc", utc.Json["grid"]!.GetValue<string>());
        line.Run("data", "import", line.Write("BTCUSDT_1h.csv", SampleBars.Text()));
        var refused = line.Run("data", "resample", "-p", "BTC/USDT", "-i", "1h", "--to", "4h", "--sessions");
        Assert.Equal(2, refused.Exit);
        Assert.Contains("has no sessions", refused.Error, StringComparison.Ordinal);
    }

    private void ImportGlobex(string from, string to)
    {
        var text = new StringBuilder(SampleBars.Header).Append('\n');
        var k = 0;
        foreach (var time in TradingCalendar.CmeGlobex.ExpectedOpenTimes(new(30), new(UtcTime.Parse(from), UtcTime.Parse(to))))
        {
            var price = 100 + (k++ % 17);
            text.Append(CultureInfo.InvariantCulture, $"{time},{price},{price + 2},{price - 2},{price + 1},1\n");
        }

        var result = line.Run("data", "import", line.Write("ES_30m.csv", text.ToString()), "--pair", "ES", "--timeframe", "30m", "--calendar", "cme");
        Assert.True(result.Exit == 0, result.Error);
    }
}
