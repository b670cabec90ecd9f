using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Reporting.Results;
using Ratchet.Validation.Splits;

namespace Ratchet.Hosting.Composition;

/// <summary>A finished study.</summary>
/// <param name="Outcome">What it found.</param>
/// <param name="Input">The bars, the sealed part among them.</param>
/// <param name="Split">Where the sealed part begins.</param>
/// <param name="Dataset">The development part.</param>
/// <param name="Identity">What names the run.</param>
/// <param name="Seconds">Wall-clock time by stage.</param>
public sealed record OptimizeResult(
    StudyOutcome Outcome,
    MarketInput Input,
    HoldOut Split,
    Dataset Dataset,
    ResultIdentity Identity,
    IReadOnlyDictionary<string, double> Seconds);
