namespace Ratchet.Search.Schedulers;

/// <summary>Evaluates configurations, a whole rung at a time.</summary>
public interface IRungEvaluator
{
    /// <summary>
    /// Evaluates all requests, in parallel inside as it likes, and calls <paramref name="tell"/> exactly once for each as soon as that one
    /// is done, from any thread. When tell returns, the result is committed. An exception of tell must not be swallowed. A value depends
    /// on the configuration and the resource only, never on the trial's number or on warm state.
    /// </summary>
    /// <param name="requests">At least one, in the order of trial numbers.</param>
    /// <param name="tell">Takes a result.</param>
    /// <param name="cancellationToken">Ends the work early, with <see cref="OperationCanceledException"/>; what was told stays.</param>
    void Evaluate(IReadOnlyList<RungRequest> requests, Action<RungResult> tell, CancellationToken cancellationToken);

    /// <summary>Says that a trial which was requested before will not be requested again, so that its warm state can go.</summary>
    /// <param name="trialNumber">The trial; it may be unknown to this process's state.</param>
    void Release(int trialNumber);
}
