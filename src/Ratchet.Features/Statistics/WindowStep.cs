using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Statistics;

/// <summary>One feature from a window over one number a bar. Bars whose number is NaN (a return at the first bar) do not enter the window.</summary>
internal sealed class WindowStep(int window, BarInput input, WindowKernel kernel) : IFeatureStep
{
    private readonly SlidingWindow values = new(window);
    private double previousClose = double.NaN;

    public void Update(in Bar bar, Span<double> outputs)
    {
        var value = input(in bar, previousClose);
        previousClose = bar.Close;
        if (!double.IsNaN(value))
        {
            values.Push(value);
        }

        outputs[0] = values.IsFull ? kernel(values.Values) : double.NaN;
    }
}
