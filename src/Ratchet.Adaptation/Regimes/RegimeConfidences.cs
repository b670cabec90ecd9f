using System.Runtime.CompilerServices;

namespace Ratchet.Adaptation.Regimes;

/// <summary>One number for each regime, at the place of its number; as confidences they are in [0, 1] and add up to 1.</summary>
[InlineArray(RegimeNames.Count)]
public struct RegimeConfidences
{
    private double first;

    /// <summary>The confidence of a regime.</summary>
    /// <param name="regime">One of the seven.</param>
    public readonly double Of(MarketRegime regime) => this[(int)regime];

    /// <summary>The sum.</summary>
    public readonly double Sum()
    {
        var sum = 0.0;
        for (var i = 0; i < RegimeNames.Count; i++)
        {
            sum += this[i];
        }

        return sum;
    }
}
