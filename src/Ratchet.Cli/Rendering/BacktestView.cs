using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Reporting.Studies;

namespace Ratchet.Cli.Rendering;

/// <summary>What a backtest of a study shows.</summary>
/// <param name="Dataset">The development part.</param>
/// <param name="Outcome">The study.</param>
/// <param name="HoldOut">The sealed part, where it was opened now.</param>
/// <param name="Openings">All openings on record.</param>
internal sealed record BacktestView(Dataset Dataset, StudyOutcome Outcome, OpenedHoldOut? HoldOut, IReadOnlyList<string> Openings);
