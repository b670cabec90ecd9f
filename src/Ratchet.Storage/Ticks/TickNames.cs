namespace Ratchet.Storage.Ticks;

/// <summary>What kinds of ticks are called.</summary>
public static class TickNames
{
    /// <summary>In one word, such as <c>trades</c>; also the name of the folder in the store.</summary>
    /// <param name="kind">The kind.</param>
    public static string Of(TickKind kind) => kind switch
    {
        TickKind.Trades => "trades",
        TickKind.Quotes => "quotes",
        TickKind.Book => "book",
        TickKind.Orders => "orders",
        TickKind.Options => "options",
        TickKind.Values => "values",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of ticks."),
    };

    /// <summary>Its rows, such as <c>book snapshots</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string Rows(TickKind kind) => kind switch
    {
        TickKind.Book => "book snapshots",
        TickKind.Orders => "order events",
        TickKind.Options => "option quotes",
        _ => Of(kind),
    };
}
