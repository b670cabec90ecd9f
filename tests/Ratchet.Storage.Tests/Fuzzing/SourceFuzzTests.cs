using Ratchet.Market.Feeds;
using Ratchet.Testing.Fuzzing;

namespace Ratchet.Storage.Tests.Fuzzing;

/// <summary>Damaged files of every format: each is read or refused, and read the same in parts as at once.</summary>
public sealed class SourceFuzzTests
{
    public static TheoryData<string> Names => [.. Importers.Seeds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_DamagedFiles_GiveDataOrOneRefusal(string importer)
    {
        var outcome = FuzzRun.Of(importer, Importers.Seeds[importer](), Read);
        Assert.Empty(outcome.Failures);
        Assert.Equal(outcome.Inputs, outcome.Accepted + outcome.Refused);
        Assert.True(outcome.Refused > 0, "no damage was ever refused");
        Assert.True(outcome.Accepted > 0 || importer.StartsWith("refused", StringComparison.Ordinal), "nothing was ever accepted");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_UndamagedSeeds_AreAccepted(string importer)
    {
        var folder = Directory.CreateTempSubdirectory("ratchet-seeds-").FullName;
        foreach (var seed in Importers.Seeds[importer]().Where(s => !s.FileName.StartsWith("bomb", StringComparison.Ordinal) && s.Parts.All(p => p.Name != "more.csv")))
        {
            foreach (var (name, content) in seed.Packing == FuzzPacking.Files ? seed.Parts : [(seed.FileName, seed.Packing == FuzzPacking.Zip ? FuzzPack.Zip(seed.Parts) : FuzzPack.Gzip(seed.Parts[0].Content))])
            {
                File.WriteAllBytes(Path.Combine(folder, name), content);
            }

            Assert.Equal(!importer.StartsWith("refused", StringComparison.Ordinal), Read(new(Path.Combine(folder, seed.FileName), 0, [])));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static bool Read(FuzzInput input)
    {
        var options = new SourceOptions { TimeZone = input.Number % 4 == 3 ? null : "America/New_York", BookDepth = 1 + (input.Number % 12) };
        var rows = 0L;
        string? refusal = null;
        try
        {
            var file = SourceReader.Read(input.Path, options, CancellationToken.None);
            rows = file.Parts.Sum(p => (long)p.Count);
            Numbers.RequireFinite(file.Parts);
        }
        catch (MarketDataException exception)
        {
            refusal = exception.Message;
            Numbers.RequireName(input, exception);
        }

        var inParts = 0L;
        try
        {
            SourceReader.Stream(input.Path, options, 1 + (input.Number % 9), part => inParts += part.Count, CancellationToken.None);
            if (refusal is null ? inParts != rows : inParts != 0)
            {
                throw new InvalidOperationException($"in parts {inParts} rows, at once {rows}: {refusal}");
            }
        }
        catch (MarketDataException exception)
        {
            Numbers.RequireName(input, exception);
            if (refusal is null)
            {
                throw new InvalidOperationException("refused in parts, accepted at once", exception);
            }
        }

        return refusal is null;
    }
}
