namespace Ratchet.Cli.Commands;

/// <summary>What the process answers; stable, so that scripts can rely on it.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int Refused = 3;
    public const int Cancelled = 130;
}
