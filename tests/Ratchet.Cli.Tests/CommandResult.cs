using System.Text.Json.Nodes;

namespace Ratchet.Cli.Tests;

/// <summary>What a command answered.</summary>
internal sealed record CommandResult(int Exit, string Out, string Error)
{
    /// <summary>Standard output as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Out)!;

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
