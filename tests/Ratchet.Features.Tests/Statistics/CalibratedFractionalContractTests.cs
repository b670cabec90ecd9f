using Ratchet.Features.Statistics;
using Ratchet.Features.Tests.Sets;

namespace Ratchet.Features.Tests.Statistics;

public sealed class CalibratedFractionalContractTests()
    : FeatureContract([.. StatisticalFeatures.Create(new() { Order = null, CalibrationBars = 1000 }).Where(f => f.Features[0].Name == "fractional_diff_price")]);
