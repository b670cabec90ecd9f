namespace Ratchet.Learning.Markov;

/// <summary>
/// A Gaussian hidden Markov model: K states, a Markov chain over them, and a normal density of D dimensions in each. Immutable and safe
/// to share between threads. Observations are row-major spans of T x D finite numbers.
/// </summary>
/// <remarks>
/// Anything that trades uses <see cref="Filter"/> or <see cref="HmmFilter"/>: they look back only. <see cref="Smooth"/> and
/// <see cref="Viterbi"/> look into the future of each row and are for analysis. The three results are three types, so that what asks for
/// <see cref="FilteredProbabilities"/> cannot be given the others.
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
    /// <param name="covariances">What the shape asks for, see <see cref="HmmCovariance"/>; of symmetric matrices the lower triangles are used.</param>
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
        if (!Enum.IsDefined(covariance))
        {
            throw new ArgumentOutOfRangeException(nameof(covariance), covariance, $"covariance is {covariance}; it must be a defined shape.");
        }

        RequireLength(covariances.Length, CovarianceShape.Length(covariance, States, dimensions), nameof(covariances));
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

    /// <summary>The variances or covariances, row-major, as many as the shape has: see <see cref="HmmCovariance"/>.</summary>
    public ReadOnlySpan<double> Covariances => covariances;

    /// <summary>
    /// How many numbers can be chosen freely: K - 1 + K(K - 1) + KD, and K (spherical), KD (diagonal), D(D + 1)/2 (tied) or
    /// KD(D + 1)/2 (full) for the covariances.
    /// </summary>
    public int FreeParameters =>
        (States - 1) + (States * (States - 1)) + (States * Dimensions) + CovarianceShape.FreeParameters(Covariance, States, Dimensions);

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
    /// <exception cref="ArgumentException">The length is no multiple of D, or a number is not finite.</exception>
    public FilteredProbabilities Filter(ReadOnlySpan<double> x)
    {
        var rows = RowsOf(x);
        return new FilteredProbabilities(Forward(x, rows), rows, States);
    }

    /// <summary>
    /// NOT CAUSAL: LOOKS AHEAD. The probability of each state given all rows, later ones too. For analysis and charts only; a signal, a
    /// feature or a label made of it would know the future, and its type says so. Cost O(T K (K + D²)).
    /// </summary>
    /// <param name="x">T x D finite numbers.</param>
    /// <exception cref="ArgumentException">The length is no multiple of D, or a number is not finite.</exception>
    public SmoothedProbabilities Smooth(ReadOnlySpan<double> x)
    {
        var rows = RowsOf(x);
        var values = Forward(x, rows);
        BackwardPass.Smooth(values, transitions, States);
        return new SmoothedProbabilities(values, rows, States);
    }

    /// <summary>
    /// NOT CAUSAL: LOOKS AHEAD. The single most likely sequence of states given all rows (Viterbi, 1967); the lower state wins a tie.
    /// For analysis only. Cost O(T K (K + D²)).
    /// </summary>
    /// <param name="x">T x D finite numbers.</param>
    /// <exception cref="ArgumentException">The length is no multiple of D, or a number is not finite.</exception>
    public ViterbiStates Viterbi(ReadOnlySpan<double> x) => new(ViterbiPath.Find(this, x, RowsOf(x)), States);

    /// <summary>Writes a state's covariance as a whole D x D matrix, whatever the shape. Cost O(D²).</summary>
    /// <param name="state">0 to K - 1.</param>
    /// <param name="matrix">Receives D x D numbers, row-major and symmetric.</param>
    /// <exception cref="ArgumentException">The state does not exist, or the span has the wrong length.</exception>
    public void CopyCovariance(int state, Span<double> matrix)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(state);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(state, States);
        RequireLength(matrix.Length, Dimensions * Dimensions, nameof(matrix));
        var own = covariances.AsSpan(CovarianceShape.Offset(Covariance, state, Dimensions), CovarianceShape.Block(Covariance, Dimensions));
        for (var i = 0; i < Dimensions; i++)
        {
            for (var j = 0; j < Dimensions; j++)
            {
                matrix[(i * Dimensions) + j] = Covariance switch
                {
                    HmmCovariance.Spherical => i == j ? own[0] : 0,
                    HmmCovariance.Diagonal => i == j ? own[i] : 0,
                    _ => own[(Math.Max(i, j) * Dimensions) + Math.Min(i, j)],
                };
            }
        }
    }

    /// <summary>The same model with its states renamed: new state i is old state order[i].</summary>
    /// <param name="order">A permutation of 0 to K - 1.</param>
    /// <exception cref="ArgumentException">The order is no permutation of the states.</exception>
    public HmmModel Reorder(ReadOnlySpan<int> order)
    {
        RequirePermutation(order, States);
        var block = CovarianceShape.Block(Covariance, Dimensions);
        var newStart = new double[States];
        var newTransitions = new double[transitions.Length];
        var newMeans = new double[means.Length];
        var newCovariances = covariances.AsSpan().ToArray();
        for (var i = 0; i < States; i++)
        {
            var old = order[i];
            newStart[i] = start[old];
            for (var j = 0; j < States; j++)
            {
                newTransitions[(i * States) + j] = transitions[(old * States) + order[j]];
            }

            means.AsSpan(old * Dimensions, Dimensions).CopyTo(newMeans.AsSpan(i * Dimensions));
            if (Covariance != HmmCovariance.Tied)
            {
                covariances.AsSpan(old * block, block).CopyTo(newCovariances.AsSpan(i * block));
            }
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

    internal static void RequirePermutation(ReadOnlySpan<int> order, int states)
    {
        RequireLength(order.Length, states, nameof(order));
        var seen = new bool[states];
        foreach (var k in order)
        {
            if (k < 0 || k >= states || seen[k])
            {
                throw new ArgumentException($"order holds {k} where each of 0 to {states - 1} must appear once.", nameof(order));
            }

            seen[k] = true;
        }
    }

    internal static void RequireLength(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"{name} has {length} elements; it must have {expected}.", name);
        }
    }

    private double[] Forward(ReadOnlySpan<double> x, int rows)
    {
        var values = new double[rows * States];
        var filter = new HmmFilter(this);
        for (var t = 0; t < rows; t++)
        {
            filter.Advance(x.Slice(t * Dimensions, Dimensions));
            filter.Current.CopyTo(values.AsSpan(t * States, States));
        }

        return values;
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
