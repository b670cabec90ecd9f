namespace Ratchet.Learning.Forests;

/// <summary>Predictions for a row that is quantised already, such as for several forests that share their bins.</summary>
public static class CodedRows
{
    /// <summary>The prediction of one row of bins: the same bits as for the raw row. Allocates nothing.</summary>
    /// <param name="forest">A forest of one output.</param>
    /// <param name="codes">The bin of every feature, as <see cref="Binning.FeatureBins.Encode(int, double)"/> gives it.</param>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    /// <exception cref="InvalidOperationException">The forest has more than two classes.</exception>
    public static double PredictCodes(this RandomForest forest, ReadOnlySpan<byte> codes)
    {
        ArgumentNullException.ThrowIfNull(forest);
        if (codes.Length != forest.Bins.FeatureCount)
        {
            throw new ArgumentException($"codes has {codes.Length} bins; the forest has {forest.Bins.FeatureCount} features.", nameof(codes));
        }

        if (forest.OutputCount != 1)
        {
            throw new InvalidOperationException($"The forest has {forest.ClassCount} classes; one row of bins gives one number only where there are at most two.");
        }

        return forest.Trees.SumOne(codes) / forest.TreeCount;
    }
}
