using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Trend;

/// <summary>The step of <see cref="IchimokuFamily"/>.</summary>
public struct IchimokuStep : IFeatureStep
{
    internal const int Conversion = 9;
    internal const int Base = 26;
    internal const int Long = 52;

    private MiddleLine conversion;
    private MiddleLine baseLine;
    private MiddleLine longLine;
    private RollingWindow spanA;
    private RollingWindow spanB;

    internal static IchimokuStep Begin() => new()
    {
        conversion = new(Conversion),
        baseLine = new(Base),
        longLine = new(Long),
        spanA = new(Base + 1),
        spanB = new(Base + 1),
    };

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs)
    {
        var quick = conversion.Update(bar.High, bar.Low);
        var steady = baseLine.Update(bar.High, bar.Low);
        spanA.Add((quick + steady) / 2);
        spanB.Add(longLine.Update(bar.High, bar.Low));

        // Before the windows are full their oldest value is 0, which is no price.
        var (a, b) = spanB.IsFull ? (spanA[0], spanB[0]) : (double.NaN, double.NaN);
        var (top, bottom) = (Math.Max(a, b), Math.Min(a, b));
        outputs[0] = (quick - steady) / bar.Close;
        outputs[1] = (Math.Max(bar.Close - top, 0) + Math.Min(bar.Close - bottom, 0)) / bar.Close;
        outputs[2] = (a - b) / bar.Close;
    }
}
