namespace Ratchet.Market.Feeds;

/// <summary>Market data cannot be used as it is. The message names the file, the place in it, the offending text and what to do.</summary>
public sealed class MarketDataException : Exception
{
    /// <summary>Says what is wrong and what to do.</summary>
    /// <param name="message">The whole message.</param>
    public MarketDataException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong and what to do, and keeps the cause.</summary>
    /// <param name="message">The whole message.</param>
    /// <param name="innerException">The cause.</param>
    public MarketDataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A message about one place in a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">The line, counted from 1; 0 where the whole file is meant.</param>
    /// <param name="column">The column's name, or null.</param>
    /// <param name="problem">What is wrong, with the offending text.</param>
    /// <param name="remedy">What to do.</param>
    public static MarketDataException At(string file, long line, string? column, string problem, string remedy)
    {
        var place = (line, column) switch
        {
            (0, null) => file,
            (0, _) => $"{file}, column '{column}'",
            (_, null) => $"{file}, line {line}",
            _ => $"{file}, line {line}, column '{column}'",
        };
        return new($"{place}: {problem} {remedy}");
    }
}
