namespace Ratchet.Hosting.Composition.Paper;

/// <summary>One bar of one symbol at which a session and its re-simulation differ.</summary>
/// <param name="OpenTime">The bar's opening time.</param>
/// <param name="Symbol">The symbol's place in the options.</param>
/// <param name="Cause">Why.</param>
/// <param name="IsConsequence">Whether the bar itself gives no cause and an earlier difference does, such as by money or a position that only one side has.</param>
/// <param name="Text">What differs.</param>
public sealed record ParityDifference(long OpenTime, int Symbol, DifferenceCause Cause, bool IsConsequence, string Text);
