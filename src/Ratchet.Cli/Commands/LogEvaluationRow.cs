using Ratchet.Adaptation.Selection;

namespace Ratchet.Cli.Commands;

/// <summary>A policy judged from a log.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsReplayed">Whether it learned from the log's trades as it went.</param>
/// <param name="Result">The estimates.</param>
internal sealed record LogEvaluationRow(string Name, bool IsReplayed, OffPolicyResult Result)
{
    /// <summary>Below this many effective samples a normal interval says nothing.</summary>
    public const double FewSamples = 30;

    /// <summary>Whether the log holds too little of what the policy would have done.</summary>
    public bool IsThin => Result.EffectiveSamples < FewSamples;
}
