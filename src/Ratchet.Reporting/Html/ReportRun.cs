namespace Ratchet.Reporting.Html;

/// <summary>What is needed to run a study again.</summary>
/// <param name="Facts">Named facts in order: seed, data hash, code version, configuration hash, trees grown, time, ...</param>
/// <param name="Command">The command that reproduces the study; empty where there is none.</param>
public sealed record ReportRun(IReadOnlyList<ReportParameter> Facts, string Command);
