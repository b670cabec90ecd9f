namespace Ratchet.Trading.Engine;

/// <summary>What a recovery did.</summary>
public sealed record RecoveryReport
{
    /// <summary>How many events the journal holds.</summary>
    public required long Events { get; init; }

    /// <summary>The number of the first event that was processed again; the engine's state before it came from the journal, or is the initial one at 0.</summary>
    public required long ReplayedFrom { get; init; }

    /// <summary>How many audit records were made again and found equal.</summary>
    public required long RecordsCompared { get; init; }

    /// <summary>How many recorded states could not be used, because they are damaged or the engine does not read them.</summary>
    public required int StatesSkipped { get; init; }

    /// <summary>How many signals the strategies gave otherwise than the journal says. Above 0 when a strategy or its model is not the one that traded; the journal's are what counts.</summary>
    public required long SignalsDifferent { get; init; }

    /// <summary>How often the adviser advised otherwise than the journal says; above 0 too when it had failed then or failed now.</summary>
    public required long AdviceDifferent { get; init; }

    /// <summary>How often the adviser failed while it was being warmed.</summary>
    public required long AdviserFailures { get; init; }
}
