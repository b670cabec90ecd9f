using System.Runtime.CompilerServices;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Trees;

/// <summary>Draws the one cut that a feature offers in extremely randomised trees (Geurts, Ernst and Wehenkel, 2006).</summary>
internal static class RandomCut
{
    /// <summary>
    /// A number is drawn uniformly between the lowest and the highest threshold that part the node's rows, and the nearest threshold taken (of equals the lower).
    /// Where the known rows share one bin, so that only missing rows can be parted, the cut is that bin.
    /// </summary>
    /// <typeparam name="TMoments">The statistics.</typeparam>
    /// <param name="stream">The tree's stream; one draw at most.</param>
    /// <param name="thresholds">The feature's thresholds.</param>
    /// <param name="histogram">The first bin; at least one value bin is occupied.</param>
    /// <returns>The last bin that goes left.</returns>
    public static int Draw<TMoments>(RandomStream stream, ReadOnlySpan<float> thresholds, ref TMoments histogram)
        where TMoments : unmanaged, IMoments<TMoments>
    {
        var low = 0;
        while (Unsafe.Add(ref histogram, low).Rows == 0)
        {
            low++;
        }

        var high = thresholds.Length;
        while (Unsafe.Add(ref histogram, high).Rows == 0)
        {
            high--;
        }

        if (high - low < 2)
        {
            return low;
        }

        double first = thresholds[low];
        var value = first + (stream.NextDouble() * (thresholds[high - 1] - first));
        var above = low + 1;
        while (above < high - 1 && thresholds[above] < value)
        {
            above++;
        }

        return value - thresholds[above - 1] <= thresholds[above] - value ? above - 1 : above;
    }
}
