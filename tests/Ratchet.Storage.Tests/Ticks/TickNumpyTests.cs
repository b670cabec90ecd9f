using System.Diagnostics;
using Ratchet.Storage.Ticks;

namespace Ratchet.Storage.Tests.Ticks;

public sealed class TickNumpyTests
{
    [Fact]
    public async Task NumpyLoad_EveryColumnOfEveryKind_OpensWithTheRowsOfTheManifest()
    {
        const string Python = "/usr/bin/python3";
        if (!File.Exists(Python) || (await Run(Python, "import numpy")).Code != 0)
        {
            Assert.Skip("python3 with numpy is not installed.");
        }

        using var files = new TickFiles();
        foreach (var kind in Enum.GetValues<TickKind>())
        {
            files.Import(kind, 0, 100);
        }

        var (code, output) = await Run(
            Python,
            $"""
            import numpy, glob, json
            for path in sorted(glob.glob(r"{files.Root}/silver/ticks/SPX/*/manifest.json")):
                m = json.load(open(path))
                total = {"{}"}
                for p in m["partitions"]:
                    for c in m["columns"]:
                        a = numpy.load(path.replace("manifest.json", p["folder"] + "/" + c["file"]), mmap_mode="r")
                        assert a.shape == (p["rows"],) and a.dtype.str == c["type"], (path, c, a.shape, a.dtype.str)
                        total[c["name"]] = total.get(c["name"], 0) + float(numpy.nansum(a))
                print(m["kind"], m["rows"], len(m["partitions"]), " ".join(f"{"{k}={v:g}"}" for k, v in total.items() if k != "time"))
            """);
        Assert.Equal(0, code);
        Assert.Contains("Trades 100 ", output, StringComparison.Ordinal);
        var side = Enumerable.Range(0, 100).Sum(i => i % 3 == 0 ? 1 : i % 3 == 1 ? 2 : 0);
        Assert.Contains($" side={side}", output, StringComparison.Ordinal);
        Assert.Contains($" open_interest={Enumerable.Range(0, 100).Sum(i => 1000 + i)}", output, StringComparison.Ordinal);
        Assert.Contains(" expiry=1.9741e+06", output, StringComparison.Ordinal);
        Assert.Equal(6, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static async Task<(int Code, string Output)> Run(string program, string code)
    {
        using var process = Process.Start(new ProcessStartInfo(program) { ArgumentList = { "-c", code }, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(output + error);
        return (process.ExitCode, output);
    }
}
