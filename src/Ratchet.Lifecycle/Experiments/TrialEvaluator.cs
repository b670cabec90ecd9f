using System.Collections.Concurrent;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Training;
using Ratchet.Numerics.Randomness;
using Ratchet.Search.Schedulers;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>
/// Evaluates rungs of trials: labels, purged folds, four forests, cross-fitted meta layers, out-of-fold trading, composite score.
/// The resource is the share of each forest's trees; a promoted trial keeps its trees and grows only the missing ones.
/// </summary>
/// <remarks>
/// A rung is one queue of small pieces (one model in one fold of one trial), worked off by a fixed number of threads, so that cores are
/// busy whether a rung has 81 trials or one, and never oversubscribed. All trials share folds and random streams: differences between
/// them are differences of their parameters. The result does not depend on the number of threads.
/// </remarks>
internal sealed class TrialEvaluator : IRungEvaluator
{
    private const double LowestResource = 1;
    private readonly Dataset dataset;
    private readonly StudySettings settings;
    private readonly TrialConfiguration defaults;
    private readonly ITrialTask task;
    private readonly int threads;
    private readonly TimeProvider clock;
    private readonly StreamKey key;
    private readonly int[] rows;
    private readonly ConcurrentDictionary<int, WarmTrial> warm = new();
    private readonly ConcurrentDictionary<int, double> lowest = new();
    private long treesGrown;

    /// <summary>Ready to evaluate.</summary>
    /// <param name="dataset">The development part.</param>
    /// <param name="settings">Seed, folds, maximum resource.</param>
    /// <param name="defaults">What the searched parameters do not name.</param>
    /// <param name="task">Which forests are grown and what is scored.</param>
    /// <param name="threads">How many threads work at once; at least 1.</param>
    /// <param name="clock">Measures the trial time-out, where one is set.</param>
    public TrialEvaluator(Dataset dataset, StudySettings settings, TrialConfiguration defaults, ITrialTask task, int threads, TimeProvider clock)
    {
        this.dataset = dataset;
        this.settings = settings;
        this.defaults = defaults;
        this.task = task;
        this.threads = threads;
        this.clock = clock;
        key = StreamKey.FromSeed(settings.Seed);
        rows = dataset.Rows.ToArray();
    }

    /// <summary>How many trees have been grown so far, those of failed and repeated trials among them.</summary>
    public long TreesGrown => Interlocked.Read(ref treesGrown);

    private int MaximumResource => settings.Hyperband.MaximumResource;

    /// <inheritdoc/>
    public void Evaluate(IReadOnlyList<RungRequest> requests, Action<RungResult> tell, CancellationToken cancellationToken)
    {
        var jobs = requests.Select(r => new TrialJob(r)).ToArray();
        WorkQueue.Run(jobs.Length, threads, i => Prepare(jobs[i]), cancellationToken);

        var fresh = jobs.Where(j => !lowest.ContainsKey(j.Request.TrialNumber) && j.Request.Resource > LowestResource).ToArray();
        Stage(fresh, _ => LowestResource, (job, score) => lowest[job.Request.TrialNumber] = score.Value, cancellationToken);
        Stage(jobs, j => j.Request.Resource, (job, score) => Tell(job, score, tell), cancellationToken);

        foreach (var job in jobs.Where(j => j.Failure is not null))
        {
            Retry(job, tell, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Release(int trialNumber)
    {
        warm.TryRemove(trialNumber, out _);
        lowest.TryRemove(trialNumber, out _);
    }

    private void Prepare(TrialJob job) => Guard(job, () =>
        job.Trial = warm.GetOrAdd(job.Request.TrialNumber, _ => Warm(TrialSpace.Decode(job.Request.Parameters, defaults))));

    private WarmTrial Warm(TrialConfiguration configuration) =>
        new(dataset, rows, configuration, settings.Validation, settings.Validation.Folds, key);

    private void Stage(TrialJob[] jobs, Func<TrialJob, double> resource, Action<TrialJob, TrialScore> done, CancellationToken cancellationToken)
    {
        var pieces = new List<(TrialJob Job, int Piece)>();
        foreach (var job in jobs)
        {
            var own = job.Trial is null ? [] : task.Pieces(job.Trial).ToArray();
            job.Begin(own.Length);
            pieces.AddRange(own.Select(p => (job, p)));
        }

        WorkQueue.Run(
            pieces.Count,
            threads,
            i =>
            {
                var (job, piece) = pieces[i];
                Guard(job, () => GrowPiece(job, piece, resource(job), cancellationToken));
                if (Interlocked.Decrement(ref job.RemainingReference) == 0 && job.Failure is null)
                {
                    TrialScore? score = null;
                    Guard(job, () =>
                    {
                        job.Trial!.Reach(resource(job), MaximumResource);
                        score = task.Score(job.Trial, dataset);
                    });
                    if (score is not null)
                    {
                        // Not guarded: a result that cannot be stored ends the study, it is no failure of the trial.
                        done(job, score);
                    }
                }
            },
            cancellationToken);
    }

    private void GrowPiece(TrialJob job, int piece, double resource, CancellationToken cancellationToken)
    {
        if (job.Failure is not null)
        {
            return;
        }

        using var limit = job.StartLimit(settings.TrialTimeout, clock, cancellationToken);
        try
        {
            var (grown, _) = job.Trial!.Grow(piece, resource, MaximumResource, limit?.Token ?? cancellationToken);
            Interlocked.Add(ref treesGrown, grown);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Trial {job.Request.TrialNumber} took longer than {settings.TrialTimeout} at one rung.");
        }
    }

    private void Tell(TrialJob job, TrialScore score, Action<RungResult> tell)
    {
        var number = job.Request.TrialNumber;
        if (job.Request.Resource <= LowestResource)
        {
            lowest[number] = score.Value;
        }

        IReadOnlyList<(double, double)> lower = job.Request.Resource > LowestResource && lowest.TryGetValue(number, out var low)
            ? [(LowestResource, low)]
            : [];
        tell(new(number, job.Request.Resource, score.Value, lower, score.Attributes, null));
    }

    /// <summary>A failed trial is tried once more with less to grow; if that fails too, it is told as failed, with its exception.</summary>
    private void Retry(TrialJob job, Action<RungResult> tell, CancellationToken cancellationToken)
    {
        var first = job.Failure!;
        job.Failure = null;
        Guard(job, () => job.Trial = warm[job.Request.TrialNumber] =
            Warm(TrialSpace.Reduce(TrialSpace.Decode(job.Request.Parameters, defaults))));
        Stage(
            [job],
            j => j.Request.Resource,
            (j, score) => Tell(j, score with { Attributes = Marked(score.Attributes, first).With("retried", $"reduced after: {first.Message}") }, tell),
            cancellationToken);
        if (job.Failure is { } failure)
        {
            warm.TryRemove(job.Request.TrialNumber, out _);
            tell(new(
                job.Request.TrialNumber, job.Request.Resource, double.NaN, [], Marked(Marked(TrialFacts.Empty, first), failure), $"{failure.GetType().Name}: {failure.Message}"));
        }
    }

    /// <summary>A time-out is stored with the trial, so that a study that is continued still knows of it.</summary>
    private static TrialFacts Marked(TrialFacts facts, Exception failure) => failure is TimeoutException ? facts.With(TrialFacts.TimedOut, "true") : facts;

    private static void Guard(TrialJob job, Action action)
    {
        try
        {
            action();
        }
#pragma warning disable CA1031 // A trial that fails is recorded with its exception and the study goes on.
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            job.Failure ??= exception;
        }
    }
}
