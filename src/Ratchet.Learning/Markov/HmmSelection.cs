using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Markov;

/// <summary>
/// A choice of the number of states and the shape of the covariances by the Bayesian information criterion, -2 ln L + p ln T (Schwarz, 1978).
/// It takes rows as independent given the state; observations that overlap in time break that, and it then asks for too many states.
/// </summary>
/// <param name="Table">Every candidate, by shape as given and then by states as given.</param>
/// <param name="Best">The candidate of least criterion; the first of equals.</param>
public sealed record HmmSelection(IReadOnlyList<HmmCandidate> Table, HmmCandidate Best)
{
    /// <summary>Learns a model for every number of states and shape, each from its own random streams, and compares them.</summary>
    /// <param name="x">T x D finite numbers, row-major.</param>
    /// <param name="dimensions">D, at least 1.</param>
    /// <param name="states">The numbers of states to try, each 2 to 6, at least one.</param>
    /// <param name="covariances">The shapes to try, at least one.</param>
    /// <param name="options">Everything else; its own states and shape are not used.</param>
    /// <param name="key">Names the random streams; the candidate of K states and a shape uses a child of those two only.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">A list is empty, an option or a shape is wrong, there are too few rows, or a number is not finite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static HmmSelection ByBic(
        ReadOnlySpan<double> x,
        int dimensions,
        ReadOnlySpan<int> states,
        ReadOnlySpan<HmmCovariance> covariances,
        HmmOptions options,
        StreamKey key,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (states.IsEmpty || covariances.IsEmpty)
        {
            throw new ArgumentException($"{(states.IsEmpty ? nameof(states) : nameof(covariances))} is empty; there must be something to try.", states.IsEmpty ? nameof(states) : nameof(covariances));
        }

        var table = new List<HmmCandidate>();
        HmmCandidate? best = null;
        foreach (var covariance in covariances)
        {
            foreach (var count in states)
            {
                var tried = options with { States = count, Covariance = covariance };
                var fit = HmmLearner.Fit(x, dimensions, tried, key.Derive((int)covariance).Derive(count), cancellationToken);
                var parameters = fit.Model.FreeParameters;
                var criterion = (-2 * fit.LogLikelihood) + (parameters * Math.Log(x.Length / dimensions));
                var candidate = new HmmCandidate(count, covariance, fit.LogLikelihood, parameters, criterion, fit);
                table.Add(candidate);
                best = best is null || criterion < best.BayesianInformation ? candidate : best;
            }
        }

        return new HmmSelection(table, best!);
    }
}
