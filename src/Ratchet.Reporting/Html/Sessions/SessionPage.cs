namespace Ratchet.Reporting.Html.Sessions;

/// <summary>What the page of a trading session shows; texts are plain, and escaped where they are written.</summary>
public sealed record SessionPage
{
    /// <summary>What traded, such as names of strategies.</summary>
    public required string Title { get; init; }

    /// <summary>What was traded.</summary>
    public required string Markets { get; init; }

    /// <summary>The result in a line.</summary>
    public required string Headline { get; init; }

    /// <summary>What stands below the headline.</summary>
    public required string Lead { get; init; }

    /// <summary>Whether the bars were made by a generator.</summary>
    public bool Synthetic { get; init; }

    /// <summary>The time of the first event, in milliseconds since 1970-01-01 UTC.</summary>
    public required long From { get; init; }

    /// <summary>The time of the last event.</summary>
    public required long To { get; init; }

    /// <summary>The times of the curve's points, rising.</summary>
    public required IReadOnlyList<long> Times { get; init; }

    /// <summary>Equity at these times, in money.</summary>
    public required IReadOnlyList<double> Equity { get; init; }

    /// <summary>Tables in their order.</summary>
    public required IReadOnlyList<SessionTable> Tables { get; init; }

    /// <summary>What names the session: versions and hashes.</summary>
    public required IReadOnlyList<ReportParameter> Facts { get; init; }
}
