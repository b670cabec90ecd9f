namespace Ratchet.Learning.Markov;

/// <summary>
/// A statistical jump model: K centroids in standardised units and a price λ for every switch. A path s costs
/// Σ |z_t - c_s(t)|² + λ Σ [s(t) ≠ s(t-1)], z the standardised rows. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// Beside a hidden Markov model it knows no probabilities and no spreads, and switches only when the evidence since the switch outweighs λ.
/// Sources: Bemporad, Breschi, Piga, Boyd (2018); Nystrup, Lindström, Madsen (2020); Shu, Yu, Mulvey (2024).
/// </remarks>
public sealed class JumpModel
{
    private readonly double[] centre;
    private readonly double[] scale;
    private readonly double[] centroids;

    /// <summary>Builds a model from its parameters.</summary>
    /// <param name="centre">What is taken from each column; D numbers, at least one.</param>
    /// <param name="scale">What each column is then divided by; D numbers above 0.</param>
    /// <param name="centroids">K x D, row-major, in standardised units.</param>
    /// <param name="penalty">λ, at least 0.</param>
    /// <exception cref="ArgumentException">A shape is wrong, a number is not finite, a scale is not above 0, or the penalty is below 0.</exception>
    public JumpModel(ReadOnlySpan<double> centre, ReadOnlySpan<double> scale, ReadOnlySpan<double> centroids, double penalty)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(centre.Length, 1, nameof(centre));
        HmmModel.RequireLength(scale.Length, centre.Length, nameof(scale));
        if (centroids.IsEmpty || centroids.Length % centre.Length != 0)
        {
            throw new ArgumentException($"centroids has {centroids.Length} elements; it must be a positive multiple of the {centre.Length} dimensions.", nameof(centroids));
        }

        if (!(penalty >= 0) || !double.IsFinite(penalty))
        {
            throw new ArgumentOutOfRangeException(nameof(penalty), penalty, $"penalty is {penalty}; it must be 0 or more.");
        }

        HmmModel.RequireFinite(centre, centre.Length);
        HmmModel.RequireFinite(centroids, centre.Length);
        foreach (var s in scale)
        {
            if (!(s > 0) || !double.IsFinite(s))
            {
                throw new ArgumentException($"scale holds {s}; it must be finite and above 0.", nameof(scale));
            }
        }

        this.centre = centre.ToArray();
        this.scale = scale.ToArray();
        this.centroids = centroids.ToArray();
        Penalty = penalty;
    }

    /// <summary>The number of states, K.</summary>
    public int States => centroids.Length / centre.Length;

    /// <summary>The number of columns of an observation, D.</summary>
    public int Dimensions => centre.Length;

    /// <summary>λ, what a switch costs.</summary>
    public double Penalty { get; }

    /// <summary>The K x D centroids, row-major, in standardised units.</summary>
    public ReadOnlySpan<double> Centroids => centroids;

    /// <summary>What is taken from each column.</summary>
    public ReadOnlySpan<double> Centre => centre;

    /// <summary>What each column is then divided by.</summary>
    public ReadOnlySpan<double> Scale => scale;

    /// <summary>
    /// CAUSAL. The state after each row, from rows up to it only; equal bit for bit to a <see cref="JumpFilter"/>. Cost O(T K D).
    /// </summary>
    /// <param name="x">T x D finite numbers, row-major.</param>
    /// <exception cref="ArgumentException">The length is no multiple of D, or a number is not finite.</exception>
    public OnlineJumpStates Follow(ReadOnlySpan<double> x)
    {
        var path = new int[RowsOf(x)];
        var filter = new JumpFilter(this);
        for (var t = 0; t < path.Length; t++)
        {
            path[t] = filter.Advance(x.Slice(t * Dimensions, Dimensions));
        }

        return new OnlineJumpStates(path, States);
    }

    /// <summary>NOT CAUSAL: LOOKS AHEAD. The cheapest path through all rows; the lower state wins a tie. Cost O(T K D), memory O(T K).</summary>
    /// <param name="x">T x D finite numbers, row-major.</param>
    /// <exception cref="ArgumentException">The length is no multiple of D, or a number is not finite.</exception>
    public DecodedJumpStates Decode(ReadOnlySpan<double> x) => new(JumpPath.Find(Standardised(x), centroids, Dimensions, Penalty, CancellationToken.None).Path, States);

    /// <summary>What a path costs: squared distances plus λ a switch.</summary>
    /// <param name="x">T x D finite numbers, row-major.</param>
    /// <param name="path">T states.</param>
    /// <exception cref="ArgumentException">A shape is wrong, a number is not finite, or a state does not exist.</exception>
    public double Loss(ReadOnlySpan<double> x, ReadOnlySpan<int> path)
    {
        var z = Standardised(x);
        HmmModel.RequireLength(path.Length, z.Length / Dimensions, nameof(path));
        var loss = Penalty * Dwells.Switches(path);
        for (var t = 0; t < path.Length; t++)
        {
            loss += KMeans.SquaredDistance(z.AsSpan(t * Dimensions, Dimensions), centroids.AsSpan(path[t] * Dimensions, Dimensions));
        }

        return loss;
    }

    /// <summary>The same model with its states renamed: new state i is old state order[i].</summary>
    /// <param name="order">A permutation of 0 to K - 1.</param>
    /// <exception cref="ArgumentException">The order is no permutation of the states.</exception>
    public JumpModel Reorder(ReadOnlySpan<int> order)
    {
        HmmModel.RequirePermutation(order, States);
        var renamed = new double[centroids.Length];
        for (var i = 0; i < order.Length; i++)
        {
            centroids.AsSpan(order[i] * Dimensions, Dimensions).CopyTo(renamed.AsSpan(i * Dimensions));
        }

        return new JumpModel(centre, scale, renamed, Penalty);
    }

    /// <summary>One row in standardised units.</summary>
    internal void Standardise(ReadOnlySpan<double> row, Span<double> z)
    {
        for (var i = 0; i < z.Length; i++)
        {
            z[i] = (row[i] - centre[i]) / scale[i];
        }
    }

    private double[] Standardised(ReadOnlySpan<double> x)
    {
        var rows = RowsOf(x);
        var z = new double[x.Length];
        for (var t = 0; t < rows; t++)
        {
            Standardise(x.Slice(t * Dimensions, Dimensions), z.AsSpan(t * Dimensions, Dimensions));
        }

        return z;
    }

    private int RowsOf(ReadOnlySpan<double> x)
    {
        if (x.Length % Dimensions != 0)
        {
            throw new ArgumentException($"x has {x.Length} elements, which is no multiple of the {Dimensions} dimensions.", nameof(x));
        }

        HmmModel.RequireFinite(x, Dimensions);
        return x.Length / Dimensions;
    }
}
