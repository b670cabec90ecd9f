using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Ratchet.Cli.Tests.Commands;

public sealed class SelectorStudyCommandTests
{
    private static readonly string[] Quick = ["--seeds", "1", "--engine-seeds", "1", "--resamples", "10", "--no-hmm"];

    [Fact]
    public void Study_OneOrTwoThreads_SameBytes()
    {
        using var line = new CommandLine();
        string[] files = [line.Write("a_BTCUSDT_1h.csv", Bars(1, 1200)), line.Write("b_ETHUSDT_1h.csv", Bars(2, 1200))];
        var one = line.Run(["selector", "study", .. files, .. Quick, "-j", "1"]);
        var two = line.Run(["selector", "study", .. files, .. Quick, "-j", "2"]);
        Assert.Equal(0, one.Exit);
        Assert.Equal(one.Out, two.Out);
        foreach (var heading in new[] { "## What this shows", "### The claims", "## Markets", "## Regimes", "## The same signals", "### all 2 1h", "### The cost rule", "## Through the engine", "### The advisor" })
        {
            Assert.Contains(heading + (heading == "### all 2 1h" ? string.Empty : "\n"), one.Out, StringComparison.Ordinal);
        }

        Assert.Contains("BTC/USDT 1h", one.Out, StringComparison.Ordinal);
        Assert.Contains("in 3 of 3 books", one.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", one.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Study_FolderAsJson_HasEveryBook()
    {
        using var line = new CommandLine();
        line.Write("a_BTCUSDT_1h.csv", Bars(1, 700));
        line.Write("notes.txt", "no bars");
        var result = line.Run(["selector", "study", line.Input, "--seeds", "1", "--engine-seeds", "0", "--resamples", "10", "--no-hmm", "--json"]);
        Assert.Equal(0, result.Exit);
        using var json = JsonDocument.Parse(result.Out);
        var book = Assert.Single(json.RootElement.GetProperty("books").EnumerateArray());
        Assert.Equal("BTC/USDT 1h", book.GetProperty("name").GetString());
        Assert.Equal(0, book.GetProperty("engine").GetArrayLength());
        Assert.True(book.GetProperty("same_signals").GetArrayLength() > 20);
    }

    [Theory]
    [InlineData("--seeds", "0", "Seeds")]
    [InlineData("--resamples", "9", "Resamples")]
    [InlineData("--jobs", "0", "--jobs")]
    public void Study_OptionOutsideItsRange_IsRefusedByName(string option, string value, string name)
    {
        using var line = new CommandLine();
        var result = line.Run("selector", "study", line.Write("a_BTCUSDT_1h.csv", Bars(1, 60)), option, value);
        Assert.Equal(2, result.Exit);
        Assert.Contains(name, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Study_SameMarketTwice_IsRefused()
    {
        using var line = new CommandLine();
        var file = line.Write("a_BTCUSDT_1h.csv", Bars(1, 60));
        var result = line.Run("selector", "study", file, file);
        Assert.Equal(2, result.Exit);
        Assert.Contains("two series of 1h", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Study_EmptyFolder_IsRefused()
    {
        using var line = new CommandLine();
        Assert.Equal(2, line.Run("selector", "study", line.Input).Exit);
    }

    // A walk with bars of about half a per cent.
    private static string Bars(int seed, int count)
    {
        var text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        var (price, state) = (100.0, (uint)seed * 2_654_435_761u);
        double Next()
        {
            state = (state * 1_664_525u) + 1_013_904_223u;
            return (state >> 8) / (double)(1 << 24);
        }

        for (var i = 0; i < count; i++)
        {
            var open = price;
            price *= 1 + (0.012 * (Next() - 0.5)) + (0.002 * Math.Sin(i / 40.0));
            var (high, low) = (Math.Max(open, price) * (1 + (0.002 * Next())), Math.Min(open, price) * (1 - (0.002 * Next())));
            text.Append(CultureInfo.InvariantCulture, $"{1_704_067_200_000L + (i * 3_600_000L)},{open:R},{high:R},{low:R},{price:R},{(100 * Next()) + 10:R}\n");
        }

        return text.ToString();
    }
}
