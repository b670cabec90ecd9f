using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Trend;

/// <summary>The step of <see cref="EmaRatioFamily"/>.</summary>
public struct EmaRatioStep : IFeatureStep
{
    private EmaStep fast;
    private EmaStep slow;

    internal EmaRatioStep(int fast, int slow)
    {
        ColumnLengths.CheckPeriod(fast);
        ColumnLengths.CheckPeriod(slow, fast + 1);
        this.fast = new(fast);
        this.slow = new(slow);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs) => outputs[0] = fast.Update(bar.Close) / slow.Update(bar.Close);
}
