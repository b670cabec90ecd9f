namespace Ratchet.Cli.Commands;

/// <summary>How bad a finding of the doctor is.</summary>
internal enum FindingLevel
{
    Ok,
    Warn,
    Fail,
}
