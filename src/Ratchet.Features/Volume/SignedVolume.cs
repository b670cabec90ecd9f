namespace Ratchet.Features.Volume;

/// <summary>A bar's volume with the sign of the change of its close: what the on-balance volume adds up.</summary>
internal struct SignedVolume()
{
    private double closeBefore = double.NaN;

    /// <summary>The signed volume; the first bar, which has no change, counts as 0.</summary>
    public double Update(double close, double volume)
    {
        var signed = close > closeBefore ? volume : close < closeBefore ? -volume : 0;
        closeBefore = close;
        return signed;
    }
}
