namespace Ratchet.Cli.Commands;

/// <summary>The command was written wrongly; the message says what would be right. Exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
