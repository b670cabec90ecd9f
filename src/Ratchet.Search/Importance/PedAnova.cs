using Ratchet.Search.Spaces;

namespace Ratchet.Search.Importance;

/// <summary>
/// Parameter importance without a model: for each parameter, how far the distribution of its values among the best observations departs from its
/// distribution among all, as Pearson divergence sum of p_all (p_best / p_all - 1)^2. Source: Watanabe, Bansal, Hutter, "PED-ANOVA: Efficiently
/// Quantifying Hyperparameter Importance in Arbitrary Subspaces", IJCAI 2023, with the whole sample as the reference set.
/// </summary>
/// <remarks>
/// Densities live on a grid: the choices of a categorical parameter, or at most <see cref="PedAnovaOptions.GridPoints"/> equal cells of a numeric one (in
/// the logarithm where the distribution is logarithmic). Each observation adds a Gaussian over the cells, normalised on the grid, with
/// Scott's bandwidth 1.059 min(sigma, IQR / 1.34) n^(-1/5), at least 0.3 cells; one more observation's weight is spread evenly, so that no density is
/// zero. Both densities use the bandwidth of the best set, so that equal samples give no divergence. Cost: O(P (N + G^2)).
/// </remarks>
public static class PedAnova
{
    private const double SmallestBandwidth = 0.3;

    /// <summary>The share of each parameter.</summary>
    /// <param name="space">The space of the observations.</param>
    /// <param name="observations">What was tried. Values that are not finite are left out.</param>
    /// <param name="options">Settings, or null for the defaults.</param>
    /// <returns>One entry a parameter, largest first, in the order of the space among equals.</returns>
    /// <exception cref="ArgumentException">An observation is of another space.</exception>
    public static IReadOnlyList<ParameterImportance> Evaluate(SearchSpace space, IReadOnlyList<Observation> observations, PedAnovaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(observations);
        options ??= new PedAnovaOptions();
        options.Validate();
        var finite = observations.Where(o => double.IsFinite(o.Value)).ToArray();
        foreach (var observation in finite)
        {
            if (!ReferenceEquals(observation.Parameters.Space, space))
            {
                throw new ArgumentException("An observation belongs to another search space.", nameof(observations));
            }
        }

        var divergences = new double[space.Count];
        if (finite.Length > 1)
        {
            // Observations equal to the last of the best are among the best, so that the order of equals does not matter.
            var count = (int)Math.Ceiling(options.Quantile * finite.Length);
            var bound = finite.Select(o => o.Value).OrderDescending().ElementAt(count - 1);
            var best = Array.FindAll(finite, o => o.Value >= bound);
            for (var i = 0; i < divergences.Length; i++)
            {
                divergences[i] = Divergence(space.Distributions[i], Column(finite, i), Column(best, i), options.GridPoints);
            }
        }

        var total = 0.0;
        foreach (var divergence in divergences)
        {
            total += divergence;
        }

        return [.. divergences
            .Select((d, i) => new ParameterImportance(space.Names[i], total > 0 ? d / total : 0))
            .OrderByDescending(p => p.Share)];
    }

    private static double[] Column(Observation[] observations, int parameter) =>
        Array.ConvertAll(observations, o => o.Parameters.Values[parameter]);

    private static double Divergence(Distribution distribution, double[] all, double[] best, int gridPoints)
    {
        var cells = Cells(distribution, gridPoints);
        if (cells < 2 || best.Length == all.Length)
        {
            return 0;
        }

        var allCells = Array.ConvertAll(all, v => Cell(distribution, v, cells));
        var bestCells = Array.ConvertAll(best, v => Cell(distribution, v, cells));
        var bandwidth = distribution is CategoricalDistribution ? 0 : Bandwidth(bestCells);
        var density = Density(allCells, cells, bandwidth);
        var bestDensity = Density(bestCells, cells, bandwidth);
        var sum = 0.0;
        for (var c = 0; c < cells; c++)
        {
            var ratio = (bestDensity[c] / density[c]) - 1;
            sum += density[c] * ratio * ratio;
        }

        return sum;
    }

    private static int Cells(Distribution distribution, int gridPoints) => distribution switch
    {
        CategoricalDistribution category => category.Choices.Count,
        IntDistribution whole => (int)Math.Min(gridPoints, ((whole.High - whole.Low) / whole.Step) + 1),
        FloatDistribution { Step: { } step } real => (int)Math.Min(gridPoints, Math.Round((real.High - real.Low) / step) + 1),
        FloatDistribution real => real.High > real.Low ? gridPoints : 1,
        _ => throw new ArgumentException($"{distribution} is of no known kind.", nameof(distribution)),
    };

    private static int Cell(Distribution distribution, double value, int cells)
    {
        var (low, high, log) = distribution switch
        {
            FloatDistribution real => (real.Low, real.High, real.Log),
            IntDistribution whole => (whole.Low, whole.High, whole.Log),
            _ => (0.0, cells - 1.0, false),
        };
        var position = log ? (Math.Log(value) - Math.Log(low)) / (Math.Log(high) - Math.Log(low)) : (value - low) / (high - low);
        return (int)Math.Clamp(Math.Round(position * (cells - 1), MidpointRounding.AwayFromZero), 0, cells - 1);
    }

    private static double Bandwidth(int[] positions)
    {
        var sorted = positions.Order().ToArray();
        var mean = 0.0;
        foreach (var position in sorted)
        {
            mean += position / (double)sorted.Length;
        }

        var variance = 0.0;
        foreach (var position in sorted)
        {
            variance += (position - mean) * (position - mean) / Math.Max(1, sorted.Length - 1);
        }

        var range = (Quantile(sorted, 0.75) - Quantile(sorted, 0.25)) / 1.34;
        var spread = Math.Min(Math.Sqrt(variance), range);
        return Math.Max(SmallestBandwidth, 1.059 * spread * Math.Pow(sorted.Length, -0.2));
    }

    private static double Quantile(int[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    // Observations of one cell share their kernel, so the cost is that of the grid and not of the sample.
    private static double[] Density(int[] positions, int cells, double bandwidth)
    {
        var counts = new double[cells];
        foreach (var position in positions)
        {
            counts[position]++;
        }

        var density = new double[cells];
        Array.Fill(density, 1.0 / cells);
        var kernel = new double[cells];
        for (var centre = 0; centre < cells; centre++)
        {
            if (counts[centre] == 0)
            {
                continue;
            }

            if (bandwidth == 0)
            {
                density[centre] += counts[centre];
                continue;
            }

            var mass = 0.0;
            for (var c = 0; c < cells; c++)
            {
                var distance = (c - centre) / bandwidth;
                kernel[c] = Math.Exp(-0.5 * distance * distance);
                mass += kernel[c];
            }

            for (var c = 0; c < cells; c++)
            {
                density[c] += counts[centre] * kernel[c] / mass;
            }
        }

        for (var c = 0; c < cells; c++)
        {
            density[c] /= positions.Length + 1;
        }

        return density;
    }
}
