namespace Ratchet.Numerics.Scores;

/// <summary>The checks that all scores share.</summary>
internal static class ScoreInputs
{
    public static void RequireSameLength(int length, int other, string name)
    {
        if (length != other)
        {
            throw new ArgumentException($"{name} has {other} elements where the first argument has {length}; they must agree.", name);
        }
    }

    public static void RequireWeights(int length, ReadOnlySpan<double> weights)
    {
        if (!weights.IsEmpty && weights.Length != length)
        {
            throw new ArgumentException($"weights has {weights.Length} elements; it must be empty or have {length}.", nameof(weights));
        }

        for (var i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= 0 && double.IsFinite(weights[i])))
            {
                throw new ArgumentException($"weights holds {weights[i]} in row {i}; a weight is finite and 0 or more.", nameof(weights));
            }
        }
    }

    /// <summary>Checks shapes and labels; false when the score is undefined because there are no rows or a NaN.</summary>
    public static bool Defined(ReadOnlySpan<double> predictions, ReadOnlySpan<double> labels)
    {
        RequireSameLength(predictions.Length, labels.Length, nameof(labels));
        var defined = !predictions.IsEmpty;
        for (var i = 0; i < labels.Length; i++)
        {
            if (double.IsNaN(labels[i]) || double.IsNaN(predictions[i]))
            {
                defined = false;
            }
            else if (labels[i] is not (0 or 1))
            {
                throw new ArgumentException($"labels holds {labels[i]} in row {i}; a label is 0 or 1.", nameof(labels));
            }
        }

        return defined;
    }

    /// <summary>Row numbers in the order of rising keys; equal keys in the order of their rows.</summary>
    public static int[] Ascending(ReadOnlySpan<double> keys, out double[] sorted)
    {
        sorted = keys.ToArray();
        var order = new int[sorted.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(sorted, order);
        for (var first = 0; first < sorted.Length;)
        {
            var end = TieEnd(sorted, first);
            order.AsSpan(first, end - first).Sort();
            first = end;
        }

        return order;
    }

    /// <summary>The index after the last of the keys equal to the one at an index.</summary>
    public static int TieEnd(ReadOnlySpan<double> sorted, int first)
    {
        var end = first + 1;
        while (end < sorted.Length && sorted[end] == sorted[first])
        {
            end++;
        }

        return end;
    }
}
