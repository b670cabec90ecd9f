using System.Xml.Linq;

namespace Ratchet.Architecture.Tests;

public sealed class FloorTests
{
    private static readonly Dictionary<string, string[]> AllowedPackages = new(StringComparer.Ordinal)
    {
        ["Numerics"] = [],
        ["Learning"] = [],
        ["Search"] = [],
        ["Market"] = ["NodaTime"],
        ["Validation"] = ["MathNet.Numerics"],
        ["Features"] = [],
        ["Trading"] = [],
        ["Strategies"] = [],
        ["Lifecycle"] = [],
        ["Storage"] = ["Microsoft.Data.Sqlite.Core", "SQLitePCLRaw.bundle_e_sqlite3", "NodaTime"],
        ["Reporting"] = [],
        ["Connectors"] = [],
        ["Hosting"] = [],
        ["Cli"] = ["System.CommandLine", "Spectre.Console", "NodaTime"],
    };

    public static TheoryData<string> Projects() => [.. ProjectNames()];

    [Fact]
    public void Table_EveryReference_PointsToALowerFloorOrAnEarlierRowOfTheSameFloor()
    {
        var rows = FloorRow.ReadAll();
        Assert.True(rows.Count >= 17, $"The table has {rows.Count} rows.");
        var floors = rows.ToDictionary(r => r.Project, r => r.Floor, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var reference in row.References)
            {
                Assert.True(floors.TryGetValue(reference, out var floor), $"{row.Project} references {reference}, which has no row.");
                Assert.True(floor < row.Floor, $"{row.Project} (floor {row.Floor}) may not reference {reference} (floor {floor}).");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_ReferencesAndFolders_EqualItsRow(string project)
    {
        var row = Assert.Single(FloorRow.ReadAll(), r => r.Project == project);
        var document = XDocument.Load(Path.Combine(Repository.Root, $"src/Ratchet.{project}/Ratchet.{project}.csproj"));
        var references = document.Descendants("ProjectReference")
            .Select(e => Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value).Replace("Ratchet.", string.Empty, StringComparison.Ordinal));
        Assert.Equal(row.References.Order(StringComparer.Ordinal), references.Order(StringComparer.Ordinal));

        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, $"src/Ratchet.{project}"))
            .Select(d => Path.GetFileName(d))
            .Where(d => d is not ("bin" or "obj"));
        Assert.All(folders, f => Assert.Contains(f, row.Folders));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_Packages_AreThoseAllowed(string project)
    {
        var document = XDocument.Load(Path.Combine(Repository.Root, $"src/Ratchet.{project}/Ratchet.{project}.csproj"));
        var packages = document.Descendants("PackageReference").Select(e => e.Attribute("Include")!.Value);
        Assert.All(packages, p => Assert.Contains(p, AllowedPackages[project]));
    }

    private static IEnumerable<string> ProjectNames() =>
        Directory.GetDirectories(Path.Combine(Repository.Root, "src"), "Ratchet.*")
            .Select(d => Path.GetFileName(d)["Ratchet.".Length..])
            .Order(StringComparer.Ordinal);
}
