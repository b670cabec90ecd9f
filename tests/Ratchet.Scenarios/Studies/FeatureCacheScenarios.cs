using Ratchet.Scenarios.Processes;

namespace Ratchet.Scenarios.Studies;

/// <summary>Processes that share one feature cache.</summary>
public sealed class FeatureCacheScenarios(ReferenceRun reference) : IClassFixture<ReferenceRun>
{
    [Fact]
    public void Optimize_TwoStudiesTogether_ShareTheCacheAndWriteWhatUncachedRunsWrite()
    {
        using var uncached = new DataRoot();
        using var root = new DataRoot();
        string[] names = ["first", "second"];
        Together(names.Select((n, i) => Study(uncached, n, i, "--set", "data.featureCache=false")));
        Assert.False(Directory.Exists(Cache(uncached)));

        Together(names.Select((n, i) => Study(root, n, i)));
        var files = Columns(root);
        Assert.Equal(79, files.Length);
        var again = RatchetProcess.Run(Study(root, names[1], 1, "--fresh")).Succeeded();

        Assert.Contains("79 feature columns: 79 from the cache, 0 computed", again.Error, StringComparison.Ordinal);
        Assert.Equal(files, Columns(root));
        Assert.NotEqual(Result(root, names[0]), Result(root, names[1]));
        foreach (var name in names)
        {
            Assert.Equal(Result(uncached, name), Result(root, name));
        }
    }

    /// <summary>The process dies with some of the columns written; which of them is a matter of the moment.</summary>
    [Fact]
    public void Optimize_KilledWhileColumnsAreWritten_LeavesNoDamage()
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            using var root = new DataRoot();
            using (var process = RatchetProcess.Start(root.Optimize(2)))
            {
                while (!Directory.Exists(Cache(root)) && process.IsRunning)
                {
                    TestContext.Current.CancellationToken.WaitHandle.WaitOne(1);
                }

                process.KillAfter(0);
            }

            var written = Columns(root).Length;
            if (written is 0 or 79)
            {
                continue;
            }

            // A column of which only the first bytes were written, under the name that it has until it is whole.
            File.WriteAllBytes(Columns(root)[0] + ".left.tmp", new byte[100]);
            var next = RatchetProcess.Run(root.Optimize(2)).Succeeded();
            Assert.Contains($"79 feature columns: {written} from the cache, {79 - written} computed", next.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("WARNING", next.Error, StringComparison.Ordinal);
            Assert.Equal(79, Columns(root).Length);
            Assert.Equal(reference.TopConfigurations, root.TopConfigurations);
            return;
        }

        Assert.Fail("no process could be killed between its first and its last column");
    }

    private static FinishedRun[] Together(IEnumerable<string[]> studies)
    {
        RatchetProcess[] running = [.. studies.Select(s => RatchetProcess.Start(s))];
        try
        {
            return [.. running.Select(p => p.Finish().Succeeded())];
        }
        finally
        {
            foreach (var process in running)
            {
                process.Dispose();
            }
        }
    }

    /// <summary>The study reduced further, by another name and with a seed of its own: the bars and so the columns are the same.</summary>
    private static string[] Study(DataRoot root, string name, int number, params string[] more)
    {
        string[] arguments = [.. root.Optimize(1, more), "--set", "search.maximumResource=3", "--set", "validation.walkForwardWindows=2"];
        arguments[Array.IndexOf(arguments, "--study-name") + 1] = name;
        arguments[Array.IndexOf(arguments, "--seed") + 1] = $"{7 + number}";
        return arguments;
    }

    private static string Cache(DataRoot root) => Path.Combine(root.Path, "feature-cache");

    private static string[] Columns(DataRoot root) =>
        Directory.Exists(Cache(root)) ? [.. Directory.GetFiles(Cache(root), "*.npy", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];

    private static byte[] Result(DataRoot root, string name) => File.ReadAllBytes(Path.Combine(root.Path, "studies", name, "top_configs.json"));
}
