using Ratchet.Market.Bars;
using Ratchet.Trading.Events;

namespace Ratchet.Trading.Tests.Risk;

/// <summary>One thing that a random history tells the gate.</summary>
internal enum GateStepKind
{
    Bar,
    Mark,
    Trade,
    Fill,
    Reject,
    Feed,
    Ready,
    Order,
    Time,
}

internal sealed record GateStep(GateStepKind Kind, long Time, int Symbol = -1)
{
    public Bar Bar { get; init; }

    public double Number { get; init; }

    public FeedState Feed { get; init; }

    public CommandKind Order { get; init; }

    public Readiness? Readiness { get; init; }
}
