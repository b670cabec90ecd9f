namespace Ratchet.Learning.Markov;

/// <summary>
/// A Gaussian hidden Markov model: K states, a Markov chain over them, and a normal density of D dimensions in each. Immutable and safe
/// to share between threads. Observations are row-major spans of T x D finite numbers.
/// </summary>
/// <remarks>
/// Anything that trades uses <see cref="FilteredProbabilities"/> or <see cref="HmmFilter"/>: they look back only.
/// <see cref="SmoothedProbabilities"/> and <see cref="Viterbi"/> look into the future of each row and are for analysis.
/// Source: Rabiner, A tutorial on hidden Markov models (1989).
/// </remarks>
public sealed class HmmModel
{
    private readonly double[] start;
    private readonly double[] transitions;
    private readonly double[] means;
    private readonly double[] covariances;

    /// <summary>Builds a model from its parameters.</summary>
    /// <param name="covariance">The shape of the covariances.</param>
    /// <param name="dimensions">D, at least 1.</param>
    /// <param name="start">K start probabilities, K at least 1.</param>
    /// <param name="transitions">K x K, row-major: from row to column; each row sums to 1.</param>
    /// <param name="means">K x D.</param>
    /// <param name="covariances">K x D variances, or K x D x D symmetric matrices (their lower triangles are used).</param>
    /// <exception cref="ArgumentException">A shape is wrong, probabilities do not sum to 1 within 1e-6, or a covariance is not positive definite.</exception>
    public HmmModel(
        HmmCovariance covariance,
        int dimensions,
        ReadOnlySpan<double> start,
        ReadOnlySpan<double> transitions,
        ReadOnlySpan<double> means,
        ReadOnlySpan<double> covariances)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(start.Length, 1, nameof(start));
        Covariance = covariance;
        Dimensions = dimensions;
        States = start.Length;
        RequireLength(transitions.Length, States * States, nameof(transitions));
        RequireLength(means.Length, States * dimensions, nameof(means));
        RequireLength(covariances.Length, States * dimensions * (covariance == HmmCovariance.Full ? dimensions : 1), nameof(covariances));
        RequireDistribution(start, nameof(start));
        for (var k = 0; k < States; k++)
        {
            RequireDistribution(transitions.Slice(k * States, States), nameof(transitions));
        }

        this.start = start.ToArray();
        this.transitions = transitions.ToArray();
        this.means = means.ToArray();
        this.covariances = covariances.ToArray();
        Emission = new GaussianEmission(covariance, dimensions, means, covariances);
    }

    /// <summary>The number of states, K.</summary>
    public int States { get; }

    /// <summary>The number of columns of an observation, D.</summary>
    public int Dimensions { get; }

    /// <summary>The shape of the covariances.</summary>
    public HmmCovariance Covariance { get; }

    /// <summary>The K probabilities of the first row's state.</summary>
    public ReadOnlySpan<double> StartProbabilities => start;

    /// <summary>The K x K transition matrix, row-major: entry (j, k) is p(next state k | state j).</summary>
    public ReadOnlySpan<double> Transitions => transitions;

    /// <summary>The K x D means, row-major.</summary>
    public ReadOnlySpan<double> Means => means;

    /// <summary>The K x D variances or the K x D x D covariances, row-major.</summary>
    public ReadOnlySpan<double> Covariances => covariances;

    /// <summary>How many numbers can be chosen freely: K - 1 + K(K - 1) + KD + KD or KD(D + 1)/2.</summary>
    public int FreeParameters =>
        (States - 1) + (States * (States - 1)) + (States * Dimensions)
        + (Covariance == HmmCovariance.Full ? States * Dimensions * (Dimensions + 1) / 2 : States * Dimensions);

    internal GaussianEmission Emission { get; }

    /// <summary>The natural logarithm of the density of the whole sequence; 0 for no rows. Cost O(T K (K + D²)).</summary>
    /// <param name="x">T x D finite numbers.</param>
    /// <exception cref="ArgumentException">The length is no multiple of D, or a number is not finite.</exception>
    public double LogLikelihood(ReadOnlySpan<double> x)
    {
        var rows = RowsOf(x);
        var filter = new HmmFilter(this);
        var sum = 0.0;
        for (var t = 0; t < rows; t++)
        {
            sum += filter.Advance(x.Slice(t * Dimensions, Dimensions));
        }

        return sum;
    }

    /// <summary>The Bayesian information criterion -2 ln L + p ln T (Schwarz, 1978), lower is better; NaN for no rows.</summary>
    /// <param name="x">T x D finite numbers.</param>
    /// <exception cref="ArgumentException">The length is no multiple of D, or a number is not finite.</exception>
    public double BayesianInformation(ReadOnlySpan<double> x) =>
        x.IsEmpty ? double.NaN : (-2 * LogLikelihood(x)) + (FreeParameters * Math.Log(RowsOf(x)));

    /// <summary>
    /// CAUSAL. The probability of each state given the rows up to and including its own: row t of the result never depends on a later row.
    /// Cost O(T K (K + D²)).
    /// </summary>
    /// <param name="x">T x D finite numbers.</param>
    /// <param name="output">Receives T x K probabilities, row-major.</param>
    /// <exception cref="ArgumentException">A shape is wrong, or a number is not finite.</exception>
    public void FilteredProbabilities(ReadOnlySpan<double> x, Span<double> output)
    {
        var rows = RowsOf(x);
        RequireLength(output.Length, rows * States, nameof(output));
        var filter = new HmmFilter(this);
        for (var t = 0; t < rows; t++)
        {
            filter.Advance(x.Slice(t * Dimensions, Dimensions));
            filter.Current.CopyTo(output.Slice(t * States, States));
        }
    }

    /// <summary>
    /// NOT CAUSAL: LOOKS AHEAD. The probability of each state given all rows, later ones too. For analysis and charts only; a signal, a
    /// feature or a label made of it would know the future.
    /// </summary>
    /// <param name="x">T x D finite numbers.</param>
    /// <param name="output">Receives T x K probabilities, row-major.</param>
    /// <exception cref="ArgumentException">A shape is wrong, or a number is not finite.</exception>
    public void SmoothedProbabilities(ReadOnlySpan<double> x, Span<double> output)
    {
        FilteredProbabilities(x, output);
        BackwardPass.Smooth(output, transitions, States);
    }

    /// <summary>
    /// NOT CAUSAL: LOOKS AHEAD. The single most likely sequence of states given all rows (Viterbi, 1967); the lower state wins a tie.
    /// For analysis only. Cost O(T K (K + D²)).
    /// </summary>
    /// <param name="x">T x D finite numbers.</param>
    /// <exception cref="ArgumentException">The length is no multiple of D, or a number is not finite.</exception>
    public int[] Viterbi(ReadOnlySpan<double> x) => ViterbiPath.Find(this, x, RowsOf(x));

    /// <summary>The same model with its states renamed: new state i is old state order[i].</summary>
    /// <param name="order">A permutation of 0 to K - 1.</param>
    /// <exception cref="ArgumentException">The order is no permutation of the states.</exception>
    public HmmModel Reorder(ReadOnlySpan<int> order)
    {
        RequireLength(order.Length, States, nameof(order));
        var seen = new bool[States];
        foreach (var k in order)
        {
            if (k < 0 || k >= States || seen[k])
            {
                throw new ArgumentException($"order holds {k} where each of 0 to {States - 1} must appear once.", nameof(order));
            }

            seen[k] = true;
        }

        var block = covariances.Length / States;
        var newStart = new double[States];
        var newTransitions = new double[transitions.Length];
        var newMeans = new double[means.Length];
        var newCovariances = new double[covariances.Length];
        for (var i = 0; i < States; i++)
        {
            var old = order[i];
            newStart[i] = start[old];
            for (var j = 0; j < States; j++)
            {
                newTransitions[(i * States) + j] = transitions[(old * States) + order[j]];
            }

            means.AsSpan(old * Dimensions, Dimensions).CopyTo(newMeans.AsSpan(i * Dimensions));
            covariances.AsSpan(old * block, block).CopyTo(newCovariances.AsSpan(i * block));
        }

        return new HmmModel(Covariance, Dimensions, newStart, newTransitions, newMeans, newCovariances);
    }

    internal static void RequireFinite(ReadOnlySpan<double> x, int dimensions)
    {
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsFinite(x[i]))
            {
                throw new ArgumentException($"x holds {x[i]} in row {i / dimensions}, column {i % dimensions}; observations must be finite.", nameof(x));
            }
        }
    }

    internal static void RequireLength(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"{name} has {length} elements; it must have {expected}.", name);
        }
    }

    private int RowsOf(ReadOnlySpan<double> x)
    {
        if (x.Length % Dimensions != 0)
        {
            throw new ArgumentException($"x has {x.Length} elements, which is no multiple of the {Dimensions} dimensions.", nameof(x));
        }

        RequireFinite(x, Dimensions);
        return x.Length / Dimensions;
    }

    private static void RequireDistribution(ReadOnlySpan<double> probabilities, string name)
    {
        var sum = 0.0;
        foreach (var p in probabilities)
        {
            if (!(p >= 0))
            {
                throw new ArgumentException($"{name} holds {p}; a probability is 0 or more.", name);
            }

            sum += p;
        }

        if (!(Math.Abs(sum - 1) <= 1e-6))
        {
            throw new ArgumentException($"{name} sums to {sum}; it must sum to 1.", name);
        }
    }
}
