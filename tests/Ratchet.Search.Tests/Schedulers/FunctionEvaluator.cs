using System.Collections.Concurrent;
using Ratchet.Search.Schedulers;

namespace Ratchet.Search.Tests.Schedulers;

/// <summary>Evaluates a function of configuration and resource; counts, fails and stops as told.</summary>
public sealed class FunctionEvaluator(Func<RungRequest, double> function) : IRungEvaluator
{
    private int told;

    public ConcurrentQueue<RungRequest> Requests { get; } = [];

    public ConcurrentQueue<int> Released { get; } = [];

    public double LowestResource { get; init; } = 1;

    public int StopAfter { get; init; } = int.MaxValue;

    public bool Parallel { get; init; }

    public Func<RungRequest, string?> Failure { get; init; } = _ => null;

    public void Evaluate(IReadOnlyList<RungRequest> requests, Action<RungResult> tell, CancellationToken cancellationToken)
    {
        if (Parallel)
        {
            System.Threading.Tasks.Parallel.ForEach(requests, r => Evaluate(r, tell));
            return;
        }

        foreach (var request in requests)
        {
            Evaluate(request, tell);
        }
    }

    public void Release(int trialNumber) => Released.Enqueue(trialNumber);

    private void Evaluate(RungRequest request, Action<RungResult> tell)
    {
        if (Interlocked.Increment(ref told) > StopAfter)
        {
            throw new KilledException();
        }

        Requests.Enqueue(request);
        if (Failure(request) is { } failure)
        {
            tell(RungResult.Failed(request, failure));
            return;
        }

        var lowest = request with { Resource = LowestResource };
        tell(RungResult.Of(request, function(request)) with
        {
            Intermediates = request.Resource > LowestResource ? [(LowestResource, function(lowest))] : [],
            Attributes = new Dictionary<string, string> { ["reached"] = $"{request.Resource}" },
        });
    }

    public sealed class KilledException : Exception;
}
