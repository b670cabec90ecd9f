using Ratchet.Numerics.Randomness;
using Ratchet.Search.Samplers;
using Ratchet.Search.Schedulers;
using Ratchet.Search.Spaces;
using Ratchet.Search.Studies;
using Ratchet.Storage.Studies;

namespace Ratchet.Storage.Tests.Studies;

/// <summary>A search that is stopped again and again, each time with a new connection, ends as if it had never been stopped.</summary>
public sealed class SqliteResumptionTests : IDisposable
{
    private static readonly SearchSpace Space = new(
    [
        ("x", new FloatDistribution(0, 1)), ("rate", new FloatDistribution(1e-5, 0.1, Log: true)), ("n", new IntDistribution(1, 3)), ("c", new CategoricalDistribution(["a", "b"])),
    ]);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Run_StoppedEverySevenTells_EndsTheSame()
    {
        var expected = Run(new InMemoryStudyStorage(), int.MaxValue)!;
        HyperbandOutcome? outcome = null;
        var stops = 0;
        while (outcome is null)
        {
            // Left open, as a killed process leaves it; the next attempt opens its own.
            var storage = new SqliteStudyStorage(folder["study.db"]);
            outcome = Run(storage, 7);
            stops++;
        }

        Assert.InRange(stops, 20, 40);
        Assert.Equal(expected.Ranking.Select(t => t.Number), outcome.Ranking.Select(t => t.Number));
        Assert.Equal(expected.Survival, outcome.Survival);
        foreach (var (a, b) in expected.Trials.Zip(outcome.Trials))
        {
            Assert.Equal((a.Number, a.Parameters.Key, a.State, a.Value, a.LowestFidelityValue, a.DuplicateOf, a.Failure), (b.Number, b.Parameters.Key, b.State, b.Value, b.LowestFidelityValue, b.DuplicateOf, b.Failure));
            Assert.Equal(a.Rungs, b.Rungs);
            Assert.Equal(a.Attributes, b.Attributes);
        }
    }

    private static HyperbandOutcome? Run(IStudyStorage storage, int stopAfter)
    {
        try
        {
            return new HyperbandScheduler(new HyperbandOptions(), Space, new RandomSampler(StreamKey.FromSeed(11)))
                .Run(Study.LoadOrCreate(storage, "s"), new Stopping(stopAfter), null, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private sealed class Stopping(int after) : IRungEvaluator
    {
        private int told;

        public void Evaluate(IReadOnlyList<RungRequest> requests, Action<RungResult> tell, CancellationToken cancellationToken)
        {
            foreach (var request in requests)
            {
                if (told++ == after)
                {
                    throw new TimeoutException();
                }

                var p = request.Parameters;
                var value = Math.Sin(20 * p["x"]) + (p["n"] / request.Resource) - Math.Log10(p["rate"]) - p["c"];
                tell(p["x"] > 0.95 ? RungResult.Failed(request, "too \"large\"") : RungResult.Of(request, value) with
                {
                    Intermediates = request.Resource > 1 ? [(1, value / 2)] : [],
                    Attributes = new Dictionary<string, string> { ["at"] = $"{request.Resource}" },
                });
            }
        }

        public void Release(int trialNumber)
        {
        }
    }
}
