namespace Ratchet.Validation.Metrics;

/// <summary>Finds an order statistic without sorting everything (Hoare's selection with the median of three).</summary>
internal static class OrderSelection
{
    /// <summary>Reorders values so that the k-th smallest (from 0) is at k, none before it is larger and none after it is smaller. Linear on average.</summary>
    public static double Select(Span<double> values, int k)
    {
        var low = 0;
        var high = values.Length - 1;
        while (high - low > 12)
        {
            var pivot = MedianOfThree(values[low], values[low + ((high - low) / 2)], values[high]);
            var i = low;
            var j = high;
            while (i <= j)
            {
                while (values[i] < pivot)
                {
                    i++;
                }

                while (values[j] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }

            if (k <= j)
            {
                high = j;
            }
            else if (k >= i)
            {
                low = i;
            }
            else
            {
                return values[k];
            }
        }

        values[low..(high + 1)].Sort();
        return values[k];
    }

    private static double MedianOfThree(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
