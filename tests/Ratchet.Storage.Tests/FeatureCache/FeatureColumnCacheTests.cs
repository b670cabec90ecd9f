using System.Diagnostics;
using Ratchet.Features.Sets;
using Ratchet.Storage.Columns;
using Ratchet.Storage.FeatureCache;

namespace Ratchet.Storage.Tests.FeatureCache;

public sealed class FeatureColumnCacheTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ratchet-feature-cache-");
    private readonly StoppedClock clock = new();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Read_Written_IsTheColumnBitForBit()
    {
        double[] column = [double.NaN, -0.0, 1.0 / 3, double.PositiveInfinity, BitConverter.Int64BitsToDouble(0x7ff8_0000_0000_0001)];
        Open().Write(Key(1), column);
        var read = Open().Read(Key(1), 5);
        Assert.Equal(column.Select(BitConverter.DoubleToInt64Bits), read!.Select(BitConverter.DoubleToInt64Bits));
        Assert.Null(Open().Read(Key(2), 5));
        Assert.Equal(column.Length, NpyFile.Read<double>(Assert.Single(Files())).Length);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(130)]
    [InlineData(-1)]
    public void Read_DamagedByte_IsAMissThatIsReportedAndWrittenAgain(int position)
    {
        var cache = Open();
        cache.Write(Key(1), [1, 2, 3]);
        var file = Assert.Single(Files());
        var bytes = File.ReadAllBytes(file);
        bytes[position < 0 ? bytes.Length + position : position] ^= 0x40;
        File.WriteAllBytes(file, bytes);
        Assert.Null(cache.Read(Key(1), 3));
        Assert.Contains("damaged", Assert.Single(cache.Remarks), StringComparison.Ordinal);
        Assert.Empty(Files());
        cache.Write(Key(1), [1, 2, 3]);
        Assert.Equal([1.0, 2, 3], cache.Read(Key(1), 3)!);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(140)]
    public void Read_CutOff_IsAMiss(int length)
    {
        var cache = Open();
        cache.Write(Key(1), [1, 2, 3]);
        using (var stream = File.OpenWrite(Assert.Single(Files())))
        {
            stream.SetLength(length);
        }

        Assert.Null(cache.Read(Key(1), 3));
        Assert.Single(cache.Remarks);
    }

    [Fact]
    public void Read_OtherRows_IsAMiss()
    {
        Open().Write(Key(1), [1, 2, 3]);
        Assert.Null(Open().Read(Key(1), 4));
    }

    [Fact]
    public void Write_BeyondTheLimit_DropsTheLeastRecentlyUsed()
    {
        // Each column counts 928 bytes; ten fit.
        var cache = Open(9_280);
        for (var i = 0; i < 10; i++)
        {
            cache.Write(Key(i), new double[100]);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(10, Files().Length);
        Assert.NotNull(cache.Read(Key(0), 100));
        clock.Advance(TimeSpan.FromMinutes(1));
        cache.Write(Key(10), new double[100]);
        Assert.NotNull(cache.Read(Key(0), 100));
        Assert.NotNull(cache.Read(Key(10), 100));
        Assert.Null(cache.Read(Key(1), 100));
        for (var i = 11; i < 60; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            cache.Write(Key(i), new double[100]);
            Assert.True(Files().Sum(f => new FileInfo(f).Length) <= 9_280);
        }
    }

    [Fact]
    public void Write_OtherProcessFilledTheFolder_KeepsTheLimit()
    {
        var (left, right) = (Open(20_000), Open(20_000));
        for (var i = 0; i < 100; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            (i % 2 == 0 ? left : right).Write(Key(i), new double[100]);
        }

        Assert.True(Files().Sum(f => new FileInfo(f).Length) <= 20_000 * 17 / 16);
    }

    [Fact]
    public void Write_LargerThanTheLimit_IsNotKept()
    {
        var cache = Open(500);
        cache.Write(Key(1), new double[100]);
        Assert.Null(cache.Read(Key(1), 100));
        Assert.Empty(cache.Remarks);
    }

    [Fact]
    public void Write_AbandonedTemporaryFile_IsRemovedLater()
    {
        Open().Write(Key(1), [1]);
        var abandoned = Path.Combine(folder.FullName, Key(1)[..2], "half.npy.1-1.tmp");
        File.WriteAllText(abandoned, "half");
        File.SetLastWriteTimeUtc(abandoned, clock.GetUtcNow().UtcDateTime);
        Open().Write(Key(2), [1]);
        Assert.True(File.Exists(abandoned));
        clock.Advance(TimeSpan.FromHours(2));
        Open().Write(Key(3), [1]);
        Assert.False(File.Exists(abandoned));
    }

    [Fact]
    public void Write_FolderThatCannotBeMade_IsARemark()
    {
        var blocked = Path.Combine(folder.FullName, "file");
        File.WriteAllText(blocked, "x");
        var cache = new FeatureColumnCache(blocked, 1000, clock);
        cache.Write(Key(1), [1]);
        Assert.Single(cache.Remarks);
        Assert.Null(cache.Read(Key(1), 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../etc")]
    [InlineData("ABCDEF0000000000000000000000000000000000000000000000000000000000")]
    public void Read_NoKey_Throws(string key) => Assert.Throws<ArgumentException>(() => Open().Read(key, 1));

    [Fact]
    public void ReadAndWrite_ManyAtOnceInLittleRoom_NeverGivesWrongNumbers()
    {
        var caches = Enumerable.Range(0, 4).Select(_ => Open(6_000)).ToArray();
        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            var cache = caches[i % 4];
            var number = i * 7 % 13;
            double[] expected = [.. Enumerable.Repeat((double)number, 50)];
            if (cache.Read(Key(number), 50) is { } column)
            {
                Assert.Equal(expected, column);
            }
            else
            {
                cache.Write(Key(number), expected);
            }
        });
        Assert.Equal(string.Empty, string.Join('\n', caches.SelectMany(c => c.Remarks)));
    }

    [Fact]
    public void Write_Numpy_OpensIt()
    {
        Open().Write(Key(1), [1.5, double.NaN, 3]);
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", "import numpy,sys; print(numpy.load(sys.argv[1], mmap_mode='r')[[0, 2]].tolist())", Files()[0]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Assert.SkipUnless(File.Exists(start.FileName), "There is no Python.");
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd().Trim();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.SkipWhen(errors.Contains("No module named", StringComparison.Ordinal), "There is no numpy.");
        Assert.Equal("[1.5, 3.0]", text);
    }

    private static string Key(int number) => FeatureColumnKey.Compute("bars", $"feature_{number}", "1");

    private FeatureColumnCache Open(long limit = 1_000_000) => new(folder.FullName, limit, clock);

    private string[] Files() => Directory.GetFiles(folder.FullName, "*.npy", SearchOption.AllDirectories);
}
