using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Ratchet.Numerics.Randomness;
using Ratchet.Search.Samplers;
using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;
using Ratchet.Storage.Studies;

namespace Ratchet.Storage.Tests.Studies;

public sealed class SqliteStudyStorageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static SqliteConnection Raw(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only texts of this test arrive here.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private static TrialDraft Draft(double value) => new([new TrialParameter("x", value, new FloatDistribution(0, 1))]);

    private string Create(string name = "studies.db")
    {
        using var storage = new SqliteStudyStorage(folder[name]);
        var study = Study.Create(storage, "s");
        study.CreateTrials([Draft(0.25), Draft(0.5)]);
        study.UpdateTrials([new TrialUpdate(0) { State = TrialState.Complete, Values = [1.5], IntermediateValues = new Dictionary<int, double> { [1] = double.NaN } }]);
        return folder[name];
    }

    [Fact]
    public void Open_Again_HoldsWhatWasWritten()
    {
        var path = Create();
        using var storage = new SqliteStudyStorage(path);
        var trials = Study.Load(storage, "s").Trials;
        Assert.Equal([TrialState.Complete, TrialState.Running], trials.Select(t => t.State));
        Assert.Equal(1.5, trials[0].Value);
        Assert.True(double.IsNaN(trials[0].IntermediateValues[1]));
        Assert.Equal(0.5, trials[1].Parameters[0].Value);
    }

    [Fact]
    public void Write_Values_LooksAsOptunaWritesThem()
    {
        var path = Create();
        using var raw = Raw(path);
        Assert.Equal("wal", Execute(raw, "PRAGMA journal_mode"));
        Assert.Equal("MAXIMIZE", Execute(raw, "SELECT direction FROM study_directions"));
        Assert.Equal("FINITE", Execute(raw, "SELECT value_type FROM trial_values"));
        Assert.Equal("NAN", Execute(raw, "SELECT intermediate_value_type FROM trial_intermediate_values WHERE intermediate_value IS NULL"));
        Assert.Equal(
            """{"name": "FloatDistribution", "attributes": {"step": null, "low": 0.0, "high": 1.0, "log": false}}""",
            Execute(raw, "SELECT distribution_json FROM trial_params"));
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$", (string)Execute(raw, "SELECT datetime_complete FROM trials WHERE number = 0")!);
        Assert.Equal((12L, "v3.2.0.a"), ((long)Execute(raw, "SELECT schema_version FROM version_info")!, (string)Execute(raw, "SELECT version_num FROM alembic_version")!));
    }

    [Theory]
    [InlineData("UPDATE version_info SET schema_version = 13", "schema 13")]
    [InlineData("UPDATE alembic_version SET version_num = 'v9.0.0.a'", "v9.0.0.a")]
    [InlineData("DROP TABLE version_info", "holds no studies")]
    public void Open_OtherSchema_ThrowsAndLeavesTheFile(string change, string text)
    {
        var path = Create();
        using (var raw = Raw(path))
        {
            Execute(raw, change);
        }

        RefusesUntouched(path, text);
    }

    [Fact]
    public void Open_EmptyStamps_IsAccepted()
    {
        var path = Create();
        using (var raw = Raw(path))
        {
            Execute(raw, "DELETE FROM alembic_version");
        }

        using var storage = new SqliteStudyStorage(path);
        Assert.Single(storage.ListStudies());
    }

    [Fact]
    public void Open_NoDatabase_ThrowsAndLeavesTheFile()
    {
        File.WriteAllText(folder["notes.txt"], "These are notes, and they are longer than a header of SQLite.");
        RefusesUntouched(folder["notes.txt"], "not an SQLite database");
        File.WriteAllText(folder["short.txt"], "x");
        RefusesUntouched(folder["short.txt"], "not an SQLite database");
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Open_TruncatedFile_ThrowsAndLeavesTheFile(double share)
    {
        var path = Create();
        using (var file = new FileStream(path, FileMode.Open))
        {
            file.SetLength((long)(file.Length * share));
        }

        RefusesUntouched(path, path);
    }

    [Fact]
    public void Open_OverwrittenPages_ThrowsAndLeavesTheFile()
    {
        var path = Create();
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(4096, 3 * 4096).Fill(0x5A);
        File.WriteAllBytes(path, bytes);
        RefusesUntouched(path, path);
    }

    [Fact]
    public void Open_EmptyFile_CreatesTheTables()
    {
        File.WriteAllBytes(folder["empty.db"], []);
        using var storage = new SqliteStudyStorage(folder["empty.db"]);
        Assert.Empty(storage.ListStudies());
    }

    [Fact]
    public void Open_ImageTakenInsideATransaction_HoldsTheCommittedOnly()
    {
        var path = Create();
        using var storage = new SqliteStudyStorage(path);
        Study.Load(storage, "s").CreateTrials([Draft(0.75)]);
        using var raw = Raw(path);
        Execute(raw, "PRAGMA cache_size = 1"); // so that uncommitted pages reach the log
        Execute(raw, "BEGIN IMMEDIATE");
        for (var i = 3; i < 3000; i++)
        {
            Execute(raw, $"INSERT INTO trials (number, study_id, state) VALUES ({i}, 1, 'RUNNING')");
        }

        foreach (var suffix in new[] { "", "-wal" })
        {
            File.Copy(path + suffix, folder["image.db"] + suffix);
        }

        Assert.True(new FileInfo(folder["image.db-wal"]).Length > 50_000);
        using (var image = new SqliteStudyStorage(folder["image.db"]))
        {
            var study = Study.Load(image, "s");
            Assert.Equal([0.25, 0.5, 0.75], study.Trials.Select(t => t.Parameters[0].Value));
            Assert.Equal([3], study.CreateTrials([Draft(1)]));
        }

        Execute(raw, "ROLLBACK");
        Assert.Equal([3], Study.Load(storage, "s").CreateTrials([Draft(1)]));
    }

    [Fact]
    public void CreateTrials_TwoConnections_NeverShareANumber()
    {
        var path = Create();
        using var first = new SqliteStudyStorage(path);
        using var second = new SqliteStudyStorage(path);
        Parallel.For(0, 40, i => Study.Load(i % 2 == 0 ? first : second, "s").CreateTrials([Draft(0.1)]));
        Assert.Equal(Enumerable.Range(0, 42), Study.Load(first, "s").Trials.Select(t => t.Number));
    }

    [Fact]
    public void UpdateTrials_FinishedByAnotherConnection_Throws()
    {
        var path = Create();
        using var first = new SqliteStudyStorage(path);
        using var second = new SqliteStudyStorage(path);
        first.UpdateTrials(1, [new TrialUpdate(1) { State = TrialState.Fail }]);
        Assert.Throws<InvalidOperationException>(() => second.UpdateTrials(1, [new TrialUpdate(1) { State = TrialState.Fail }]));
    }

    [Fact]
    public void UpdateTrials_AThousandTells_AreFast()
    {
        using var storage = new SqliteStudyStorage(folder["speed.db"]);
        var study = Study.Create(storage, "s");
        var space = new SearchSpace(Enumerable.Range(0, 28).Select(i => ($"parameter_{i}", (Distribution)new FloatDistribution(0, 1))));
        var sampler = new RandomSampler(StreamKey.FromSeed(1));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 1000; i++)
        {
            study.CreateTrials([new TrialDraft(TrialParameter.From(sampler.Propose(space, i, [])))]);
            study.UpdateTrials([new TrialUpdate(i) { State = TrialState.Complete, Values = [i], IntermediateValues = new Dictionary<int, double> { [1] = i, [3] = i } }]);
        }

        var written = watch.Elapsed;
        Assert.Equal(28_000, study.Trials.Sum(t => t.Parameters.Count));
        TestContext.Current.TestOutputHelper?.WriteLine($"1,000 asks and tells of 28 parameters: {written.TotalMilliseconds:F0} ms; reading: {(watch.Elapsed - written).TotalMilliseconds:F0} ms");

        // The target is 3 s on an idle machine; the bound leaves room for a busy one.
        Assert.True(written < TimeSpan.FromSeconds(10), $"It took {written}.");
    }

    private static void RefusesUntouched(string path, string text)
    {
        var before = File.ReadAllBytes(path);
        var error = Assert.Throws<StudyStorageException>(() => new SqliteStudyStorage(path).Dispose());
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }
}
