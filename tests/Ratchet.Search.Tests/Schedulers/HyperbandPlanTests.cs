using System.Text.Json;
using Ratchet.Search.Schedulers;
using Ratchet.Testing;

namespace Ratchet.Search.Tests.Schedulers;

public sealed class HyperbandPlanTests
{
    [Fact]
    public void Create_Defaults_IsThePapersTable()
    {
        var plan = HyperbandPlan.Create(new HyperbandOptions());
        Assert.Equal([81, 34, 15, 8, 5], plan.Brackets.Select(b => b.Configurations));
        Assert.Equal([4, 3, 2, 1, 0], plan.Brackets.Select(b => b.Number));
        Assert.Equal([81, 27, 9, 3, 1], plan.Brackets[0].Rungs.Select(r => r.Count));
        Assert.Equal([1.0, 3, 9, 27, 81], plan.Brackets[0].Rungs.Select(r => r.Resource));
        Assert.Equal((143, 206, 1.0, 1902.0), (plan.Configurations, plan.Evaluations, plan.LowestResource, plan.TotalResource));
    }

    [Fact]
    public void Create_GoldenTables_IsEqual()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require("golden/hyperband_tables.json")));
        var tables = document.RootElement.GetProperty("tables").EnumerateArray().ToList();
        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            var plan = HyperbandPlan.Create(new HyperbandOptions { MaximumResource = table.GetProperty("R").GetInt32(), Eta = table.GetProperty("eta").GetInt32() });
            var brackets = table.GetProperty("brackets").EnumerateArray().ToList();
            Assert.Equal(table.GetProperty("s_max").GetInt32() + 1, plan.Brackets.Count);
            Assert.Equal(brackets.Count, plan.Brackets.Count);
            foreach (var (expected, actual) in brackets.Zip(plan.Brackets))
            {
                Assert.Equal(expected.GetProperty("s").GetInt32(), actual.Number);
                Assert.Equal(expected.GetProperty("n").GetInt32(), actual.Configurations);
                Assert.Equal(expected.GetProperty("r").GetDouble(), actual.Rungs[0].Resource);
                Assert.Equal(
                    expected.GetProperty("rounds").EnumerateArray().Select(r => new HyperbandRung(
                        r.GetProperty("i").GetInt32(), r.GetProperty("n_i").GetInt32(), r.GetProperty("r_i").GetDouble(), r.GetProperty("keep").GetInt32())),
                    actual.Rungs);
            }

            Assert.Equal(table.GetProperty("total_resource").GetDouble(), plan.TotalResource, 1e-9);
        }
    }

    [Fact]
    public void Create_AnyOptions_HasDistinctSteps()
    {
        foreach (var resource in new[] { 1, 2, 3, 5, 10, 26, 27, 28, 81, 100, 243, 1000, 1_000_000 })
        {
            foreach (var eta in new[] { 2, 3, 4, 7 })
            {
                var plan = HyperbandPlan.Create(new HyperbandOptions { MaximumResource = resource, Eta = eta });
                Assert.True(plan.LowestResource is >= 1 && plan.LowestResource < eta);
                Assert.All(plan.Brackets, b => Assert.Equal(resource, b.Rungs[^1].Resource));
                Assert.Equal(plan.Brackets.Count, plan.Brackets[0].Rungs.Select(r => r.Step).Distinct().Count());
            }
        }
    }

    [Fact]
    public void Validate_JustOutside_Throws()
    {
        new HyperbandOptions { MaximumResource = 1, Eta = 2, Iterations = 1, MinimumImprovement = 0 }.Validate();
        new HyperbandOptions { MaximumResource = 1_000_000, Eta = 1_000, Iterations = 10_000, MinimumImprovement = 1 }.Validate();
        HyperbandOptions[] outside =
        [
            new() { MaximumResource = 0 }, new() { MaximumResource = 1_000_001 }, new() { Eta = 1 }, new() { Eta = 1_001 }, new() { Iterations = 0 },
            new() { Iterations = 10_001 }, new() { MinimumImprovement = -0.01 }, new() { MinimumImprovement = 1.01 }, new() { MinimumImprovement = double.NaN },
        ];
        Assert.All(outside, o => Assert.Throws<ArgumentOutOfRangeException>(o.Validate));
    }
}
