using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Volume;

/// <summary><c>mfi_n</c>: the money flow index as it stands, from 0 to 100; 50 where no money flowed. Warm-up n.</summary>
/// <param name="period">n, from 2 to 100,000.</param>
public sealed class MfiFamily(int period = 14) : SteppedFamily<MfiStep>(
[
    new($"mfi_{period}", FeatureGroup.Technical, $"Money flow index of {period} bars, 0 to 100; 50 without any flow.", _ => period),
])
{
    /// <inheritdoc/>
    public override MfiStep Begin(TimeFrame timeFrame) => new(period);
}
