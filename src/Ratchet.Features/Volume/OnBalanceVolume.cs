using Ratchet.Features.Sets;

namespace Ratchet.Features.Volume;

/// <summary>
/// The on-balance volume (Granville, 1963) by TA-Lib's convention: it begins with the first volume and adds the volume of each bar whose
/// close rose, and takes away
/// that of each whose close fell.
/// </summary>
public static class OnBalanceVolume
{
    /// <summary>Fills the volume; one pass.</summary>
    /// <param name="close">Closes.</param>
    /// <param name="volume">Volumes.</param>
    /// <param name="output">As long as the closes.</param>
    public static void Compute(ReadOnlySpan<double> close, ReadOnlySpan<double> volume, Span<double> output)
    {
        ColumnLengths.Check(close.Length, output.Length);
        ColumnLengths.Check(volume.Length, output.Length);
        var step = new SignedVolume();
        var balance = volume.IsEmpty ? 0 : volume[0];
        for (var i = 0; i < close.Length; i++)
        {
            balance += step.Update(close[i], volume[i]);
            output[i] = balance;
        }
    }
}
