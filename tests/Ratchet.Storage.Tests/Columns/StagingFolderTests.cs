using Ratchet.Storage.Columns;

namespace Ratchet.Storage.Tests.Columns;

public sealed class StagingFolderTests
{
    /// <summary>The other import looks for leftovers at the worst moment: the folder is made and not held yet.</summary>
    [Fact]
    public void Open_AnotherImportBeginsBetweenMakingAndHolding_KeepsAFolderOfItsOwn()
    {
        using var temporary = new TemporaryStore();
        Directory.CreateDirectory(temporary.Store.Root);
        var times = 0;
        var observer = new Observer(step =>
        {
            if (step.StartsWith("folder ", StringComparison.Ordinal) && step.EndsWith(" made", StringComparison.Ordinal) && times++ < 5)
            {
                using var other = StagingFolder.Open(temporary.Store.Root, new(null));
                RequireAlive(other);
            }
        });
        using var own = StagingFolder.Open(temporary.Store.Root, new(observer));
        RequireAlive(own);
        Assert.True(times > 1);
    }

    [Fact]
    public void Open_Leftovers_AreRemovedAndHeldFoldersStay()
    {
        using var temporary = new TemporaryStore();
        var staging = Path.Combine(temporary.Store.Root, "staging");
        Directory.CreateDirectory(Path.Combine(staging, "1-1"));
        Directory.CreateDirectory(Path.Combine(staging, "1-2", "bronze"));
        File.WriteAllText(Path.Combine(staging, "1-2", ".lock"), "");
        File.WriteAllText(Path.Combine(staging, "1-2", "bronze", "close.npy"), "x");
        Directory.CreateDirectory(Path.Combine(staging, "1-3", "bronze"));
        File.WriteAllText(Path.Combine(staging, "1-3", "bronze", "open.npy"), "its process died while it removed the folder, the lock first");
        using var held = StagingFolder.Open(temporary.Store.Root, new(null));
        using var own = StagingFolder.Open(temporary.Store.Root, new(null));
        Assert.Equal(new[] { held.Path, own.Path }.Order(), Directory.GetDirectories(staging).Order());
    }

    [Fact]
    public async Task Open_ManyAtOnce_NoneLosesItsFolder()
    {
        using var temporary = new TemporaryStore();
        Directory.CreateDirectory(temporary.Store.Root);
        var token = TestContext.Current.CancellationToken;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(
            () =>
            {
                for (var round = 0; round < 250; round++)
                {
                    using var own = StagingFolder.Open(temporary.Store.Root, new(null));
                    RequireAlive(own);
                }
            },
            token)));
        Assert.False(Directory.Exists(Path.Combine(temporary.Store.Root, "staging")));
    }

    private static void RequireAlive(StagingFolder folder)
    {
        var path = folder.PathOf("rows");
        File.WriteAllText(path, folder.Path);
        Directory.CreateDirectory(folder.PathOf("bronze"));
        Assert.Equal(folder.Path, File.ReadAllText(path));
        Assert.True(File.Exists(folder.PathOf(".lock")));
    }

    private sealed class Observer(Action<string> reached) : ICommitObserver
    {
        public void Reached(string step) => reached(step);
    }
}
