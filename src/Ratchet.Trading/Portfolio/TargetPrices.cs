using System.Runtime.CompilerServices;
using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Portfolio;

/// <summary>The prices of a position's targets.</summary>
[InlineArray(ExitPlan.MaximumTargets)]
internal struct TargetPrices
{
    private double first;
}
