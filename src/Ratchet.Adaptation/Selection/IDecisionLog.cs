namespace Ratchet.Adaptation.Selection;

/// <summary>Where every choice and every reward is written, so that other policies can be judged from it later.</summary>
public interface IDecisionLog
{
    /// <summary>A choice was made.</summary>
    /// <param name="context">What it saw and did.</param>
    /// <param name="probabilities">The probability of every profile; all 0 where there was no new position. Valid during the call.</param>
    /// <param name="values">The estimate of every profile that was seen. Valid during the call.</param>
    void Chosen(in DecisionContext context, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> values);

    /// <summary>A reward was learned.</summary>
    /// <param name="reward">The reward.</param>
    void Rewarded(in DecisionReward reward);
}
