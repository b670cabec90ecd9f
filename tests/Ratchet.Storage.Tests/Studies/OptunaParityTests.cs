using System.Text.Json;
using Microsoft.Data.Sqlite;
using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;
using Ratchet.Storage.Studies;
using Ratchet.Testing;

namespace Ratchet.Storage.Tests.Studies;

/// <summary>Holds our tables and our reading to a file that Optuna 3.1 itself wrote.</summary>
public sealed class OptunaParityTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Create_Tables_AreOptunas()
    {
        var sql = File.ReadAllText(SharedFiles.Require("golden/optuna_schema.sql"));
        using (new SqliteStudyStorage(folder["ours.db"]))
        {
        }

        using var ours = Raw(folder["ours.db"]);
        using var theirs = Raw(folder["theirs.db"]);
        Rows(theirs, sql);
        const string Tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
        var tables = Rows(theirs, Tables);
        Assert.Equal(13, tables.Count);
        Assert.Equal(tables, Rows(ours, Tables));
        foreach (var table in tables)
        {
            foreach (var pragma in new[] { "table_info", "foreign_key_list" })
            {
                Assert.Equal(Rows(theirs, $"PRAGMA {pragma}({table})"), Rows(ours, $"PRAGMA {pragma}({table})"));
            }

            const string Indices = "SELECT i.name, i.\"unique\", c.seqno, c.name FROM pragma_index_list('{0}') i, pragma_index_info(i.name) c WHERE i.name <> 'ix_trials_study_id' ORDER BY 1, 3";
            Assert.Equal(Rows(theirs, string.Format(null, Indices, table)), Rows(ours, string.Format(null, Indices, table)));
        }

        // The index is what migration v3.2.0.a adds.
        Assert.Single(Rows(ours, "SELECT name FROM sqlite_master WHERE name = 'ix_trials_study_id'"));
    }

    [Fact]
    public void GetTrials_FileOfOptuna_IsWhatOptunaReads()
    {
        // Not File.Copy: the copy must be writable where the original is not.
        File.WriteAllBytes(folder["copy.db"], File.ReadAllBytes(SharedFiles.Require("golden/optuna_study.db")));
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require("golden/optuna_study.json")));
        using var storage = new SqliteStudyStorage(folder["copy.db"]);
        var expected = document.RootElement.GetProperty("studies").EnumerateArray().ToList();
        Assert.Equal(expected.Select(s => s.GetProperty("study_name").GetString()), storage.ListStudies().Select(s => s.Name));
        var trials = 0;
        foreach (var (study, record) in expected.Zip(storage.ListStudies()))
        {
            Assert.Equal(study.GetProperty("directions").EnumerateArray().Select(d => d.GetString()), record.Directions.Select(d => $"{d}".ToUpperInvariant()));
            Assert.Equal(Attributes(study), storage.GetStudyAttributes(record.Id).Select(a => (a.Key, Canonical(a.Value))));
            foreach (var (trial, ours) in study.GetProperty("trials").EnumerateArray().Zip(storage.GetTrials(record.Id)))
            {
                Compare(trial, ours);
                trials++;
            }

            Assert.Equal(study.GetProperty("trials").GetArrayLength(), storage.GetTrials(record.Id).Count);
        }

        Assert.Equal(80, trials);
    }

    [Fact]
    public void CreateTrials_InAFileOfOptuna_ContinuesItsNumbers()
    {
        // Not File.Copy: the copy must be writable where the original is not.
        File.WriteAllBytes(folder["copy.db"], File.ReadAllBytes(SharedFiles.Require("golden/optuna_study.db")));
        using var storage = new SqliteStudyStorage(folder["copy.db"]);
        var study = storage.ListStudies()[0];
        var before = storage.GetTrials(study.Id);
        Assert.Equal([before.Count], storage.CreateTrials(study.Id, [new TrialDraft(before[0].Parameters)]));
        Assert.Equal(before[0].Parameters, storage.GetTrials(study.Id)[^1].Parameters);
        Assert.Throws<ArgumentException>(() => storage.CreateTrials(
            study.Id, [new TrialDraft([new TrialParameter("booster", 0, new CategoricalDistribution(["other"]))])]));
    }

    private static void Compare(JsonElement expected, Trial actual)
    {
        Assert.Equal(expected.GetProperty("number").GetInt32(), actual.Number);
        Assert.Equal(expected.GetProperty("state").GetString(), $"{actual.State}".ToUpperInvariant());
        var values = expected.GetProperty("values");
        Assert.Equal(values.ValueKind == JsonValueKind.Array ? values.EnumerateArray().Select(Number) : [], actual.Values);
        Assert.Equal(
            expected.GetProperty("intermediate_values").EnumerateObject().Select(p => (int.Parse(p.Name, null), Number(p.Value))).OrderBy(p => p.Item1),
            actual.IntermediateValues.Select(p => (p.Key, p.Value)));
        Assert.Equal(Attributes(expected), actual.UserAttributes.Select(a => (a.Key, Canonical(a.Value))));
        Assert.Equal(
            expected.GetProperty("params").EnumerateObject().Select(p => (p.Name, Canonical(Text(p.Value)))).OrderBy(p => p.Name, StringComparer.Ordinal),
            actual.Parameters.Select(p => (p.Name, Canonical($"{p.Distribution.ToExternal(p.Value)}"))).OrderBy(p => p.Name, StringComparer.Ordinal));
        foreach (var parameter in actual.Parameters)
        {
            var json = expected.GetProperty("distributions").GetProperty(parameter.Name).GetRawText();
            Assert.Equal(OptunaDistribution.Parse(json), parameter.Distribution);
            Assert.Equal(parameter.Distribution, OptunaDistribution.Parse(OptunaDistribution.Of(parameter.Distribution)));
        }
    }

    private static IEnumerable<(string Key, string Value)> Attributes(JsonElement owner) => owner.GetProperty("user_attrs").EnumerateObject()
        .Select(a => (a.Name, Canonical(Text(a.Value)))).OrderBy(a => a.Name, StringComparer.Ordinal);

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    // Numbers and JSON in one spelling; other text as it is.
    private static string Canonical(string text)
    {
        if (double.TryParse(text, out var number))
        {
            return $"{number:R}";
        }

        return text.StartsWith('{') || text.StartsWith('[') ? text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal) : text;
    }

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => value.GetString() == "Infinity" ? double.PositiveInfinity : double.NegativeInfinity,
        _ => value.GetDouble(),
    };

    private static SqliteConnection Raw(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only texts of this test arrive here.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetValue(i)}")));
        }

        return rows;
    }
}
