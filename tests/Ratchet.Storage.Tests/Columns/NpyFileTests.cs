using System.Diagnostics;
using System.Text;
using Ratchet.Market.Feeds;
using Ratchet.Market.Synthetic;
using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Tests.Columns;

public sealed class NpyFileTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_234_567)]
    public void Map_AfterWrite_GivesTheSameBits(int length)
    {
        using var temporary = new TemporaryStore();
        var path = Path.Combine(temporary.Folder, "x.npy");
        var values = Enumerable.Range(0, length).Select(i => i == 3 ? double.NaN : i * 0.1).ToArray();
        NpyFile.Write<double>(path, values);
        using var mapped = NpyFile.Map<double>(path);
        Assert.True(values.AsSpan().SequenceEqual(mapped.Memory.Span));
        Assert.Equal(values, NpyFile.Read<double>(path));
        Assert.Equal(0, (new FileInfo(path).Length - (8L * length)) % 64);
    }

    [Fact]
    public void Write_Head_IsThePublishedOne()
    {
        using var temporary = new TemporaryStore();
        var path = Path.Combine(temporary.Folder, "x.npy");
        NpyFile.Write<long>(path, [7, -1]);
        var bytes = File.ReadAllBytes(path);
        Assert.Equal("\u0093NUMPY\u0001\0", Encoding.Latin1.GetString(bytes, 0, 8));
        Assert.Equal(118, bytes[8] | (bytes[9] << 8));
        Assert.StartsWith("{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }", Encoding.ASCII.GetString(bytes, 10, 118), StringComparison.Ordinal);
        Assert.Equal((byte)'\n', bytes[127]);
        Assert.Equal(7, bytes[128]);
        Assert.Equal(144, bytes.Length);
    }

    [Fact]
    public void Map_OtherTypeOrDamage_OneClearError()
    {
        using var temporary = new TemporaryStore();
        var path = Path.Combine(temporary.Folder, "x.npy");
        NpyFile.Write<long>(path, [7, -1]);
        Assert.Contains("elements are not <f8", Assert.Throws<MarketDataException>(() => NpyFile.Map<double>(path)).Message, StringComparison.Ordinal);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..140]);
        Assert.Contains("does not agree", Assert.Throws<MarketDataException>(() => NpyFile.Map<long>(path)).Message, StringComparison.Ordinal);
        File.WriteAllText(path, "hello");
        Assert.Contains("no version 1.0", Assert.Throws<MarketDataException>(() => NpyFile.Read<long>(path)).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => NpyFile.Write<int>(path, [1]));
    }

    [Fact]
    public async Task NumpyLoad_StoredColumns_OpensThem()
    {
        const string Python = "/usr/bin/python3";
        if (!File.Exists(Python) || (await Run(Python, "import numpy")).Code != 0)
        {
            Assert.Skip("python3 with numpy is not installed.");
        }

        using var temporary = new TemporaryStore();
        var bars = SyntheticMarket.Generate(new SyntheticMarketOptions { Bars = 500 }).Bars;
        temporary.Store.Save(bars, "generated", synthetic: true);
        var (code, output) = await Run(
            Python,
            $"""
            import numpy, glob, json
            folder = r"{temporary.Store.Root}/silver/bars/SYN_USD/1h/"
            names = json.load(open(folder + "manifest.json"))["columns"]
            for n in names:
                a = numpy.load(folder + n["file"], mmap_mode="r")
                print(n["name"], a.dtype.str, a.shape[0], repr(float(a[-1])))
            """);
        Assert.Equal(0, code);
        Assert.Contains("open_time <i8 500", output, StringComparison.Ordinal);
        Assert.Contains($"close <f8 500 {bars.Close[^1]:R}", output, StringComparison.Ordinal);
        Assert.Equal(8, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static async Task<(int Code, string Output)> Run(string program, string code)
    {
        using var process = Process.Start(new ProcessStartInfo(program) { ArgumentList = { "-c", code }, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
